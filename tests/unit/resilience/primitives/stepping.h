// SPDX-License-Identifier: GPL-3.0-or-later
// Every interleaving of two threads, one atomic operation at a time.
//
// It is like playing two players' chess games move by move in every possible order. The code under test is the real one;
// only its atomics are ours, and before each operation either thread may go on. The catch: operations are taken as
// sequentially consistent, so that a memory order that is too weak is for the thread sanitizer to find, not for this.
//
// Only the first `places` atomics that `prepare` makes are stepped; operations on the others go along with the one before.
// Two orders that lead to the same memory and to the same answers for both threads go on alike, and are walked once.
#pragma once

#include <ucontext.h>

#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <functional>
#include <memory>
#include <type_traits>
#include <unordered_set>
#include <vector>

namespace siaga::resilience {

class Interleavings
{
public:
    using Body = std::function<void()>;

    /// Runs both bodies in every order: `prepare` before each run, `check` after each that came to its end. At most
    /// `runsMax` runs; false when there would be more.
    bool explore(const Body &prepare, const std::array<Body, 2> &bodies, const Body &check, std::uint64_t places,
                 std::size_t runsMax = 2'000'000);

    std::size_t runs() const { return m_runs; }
    std::size_t finished() const { return m_finished; }

    /// Before each atomic operation; does nothing outside of explore().
    static void step(std::uint64_t place)
    {
        if (s_current && s_current->m_running >= 0 && place < s_current->m_stepped)
            s_current->next(s_current->m_running);
    }
    /// What the operation gave, which is all that a thread knows of the world.
    static void saw(std::uint64_t value)
    {
        if (s_current && s_current->m_running >= 0) {
            std::uint64_t &history = s_current->m_histories[std::size_t(s_current->m_running)];
            history = mixed(history + value + 1);
        }
    }
    static std::uint64_t newPlace() { return s_places++; }
    static void changed(std::uint64_t place, std::uint64_t before, std::uint64_t after)
    {
        if (s_current)
            s_current->m_memory ^= mixed(place * 0x9E3779B97F4A7C15ULL + before) ^ mixed(place * 0x9E3779B97F4A7C15ULL + after);
    }

private:
    static std::uint64_t mixed(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    static void enter(int thread);
    void next(int from);
    int choose();
    bool backtrack();
    void runOnce(const std::array<Body, 2> &bodies);

    static inline Interleavings *s_current = nullptr;
    static inline std::uint64_t s_places = 0;

    static constexpr std::size_t stackBytes = 256 * 1024;
    std::array<std::unique_ptr<char[]>, 2> m_stacks;
    std::array<ucontext_t, 2> m_contexts{};
    ucontext_t m_main{};
    const std::array<Body, 2> *m_bodies = nullptr;
    std::array<bool, 2> m_done{};
    std::array<std::uint64_t, 2> m_histories{};
    std::uint64_t m_memory = 0;
    std::uint64_t m_stepped = 0;
    int m_running = -1; // -1: neither.
    bool m_abandoned = false;
    std::vector<int> m_path;
    std::size_t m_depth = 0;
    std::unordered_set<std::uint64_t> m_seen;
    std::size_t m_runs = 0;
    std::size_t m_finished = 0;
};

/// Like std::atomic as far as the code under test uses it.
template<class T>
class SteppedAtomic
{
public:
    SteppedAtomic(T value = T())
        : m_value(value)
    {
    }
    SteppedAtomic(const SteppedAtomic &) = delete;
    SteppedAtomic &operator=(const SteppedAtomic &) = delete;

    T load(std::memory_order = {}) const
    {
        Interleavings::step(m_place);
        Interleavings::saw(bits(m_value));
        return m_value;
    }
    void store(T value, std::memory_order = {})
    {
        Interleavings::step(m_place);
        Interleavings::saw(0);
        put(value);
    }
    bool compare_exchange_strong(T &expected, T desired, std::memory_order = {}, std::memory_order = {})
    {
        Interleavings::step(m_place);
        Interleavings::saw(bits(m_value));
        if (m_value != expected) {
            expected = m_value;
            return false;
        }
        put(desired);
        return true;
    }
    bool compare_exchange_weak(T &expected, T desired, std::memory_order = {}, std::memory_order = {})
    {
        return compare_exchange_strong(expected, desired);
    }
    T fetch_add(T value, std::memory_order = {})
    {
        return update([value](T held) { return static_cast<T>(held + value); });
    }
    T fetch_or(T value, std::memory_order = {})
    {
        return update([value](T held) { return static_cast<T>(held | value); });
    }
    T fetch_and(T value, std::memory_order = {})
    {
        return update([value](T held) { return static_cast<T>(held & value); });
    }

private:
    static std::uint64_t bits(T value)
    {
        if constexpr (std::is_same_v<T, double>)
            return std::bit_cast<std::uint64_t>(value);
        else
            return static_cast<std::uint64_t>(value);
    }
    template<class Change>
    T update(Change change)
    {
        Interleavings::step(m_place);
        const T before = m_value;
        Interleavings::saw(bits(before));
        put(change(before));
        return before;
    }
    void put(T value)
    {
        Interleavings::changed(m_place, bits(m_value), bits(value));
        m_value = value;
    }

    T m_value;
    std::uint64_t m_place = Interleavings::newPlace();
};

} // namespace siaga::resilience
