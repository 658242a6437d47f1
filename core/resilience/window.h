// SPDX-License-Identifier: GPL-3.0-or-later
// What went through lately: calls, failures and slow calls, by time in slices, or over the last so many calls.
//
// It is like a row of sixteen tally sheets on a turning drum: the newest is written on, the oldest comes round to be
// wiped. The catch: time moves in slices, so "the last ten seconds" is fifteen whole slices and the begun one. Any number
// of threads may add; a call is lost only if its thread sleeps for a whole turn of the drum between two instructions.
#pragma once

#include "core/base/instant.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>

namespace siaga::resilience {

/// Calls that count; each slow one is in just one of the two slow fields.
struct Tally
{
    std::uint32_t calls = 0;
    std::uint32_t failures = 0;
    std::uint32_t slowWell = 0;   ///< Slow, and yet a success.
    std::uint32_t slowFailed = 0; ///< Slow, and a failure as well.
    std::uint32_t slow() const { return slowWell + slowFailed; }
    std::uint32_t good() const { return calls - failures - slowWell; }
    Tally &operator+=(const Tally &other)
    {
        calls += other.calls;
        failures += other.failures;
        slowWell += other.slowWell;
        slowFailed += other.slowFailed;
        return *this;
    }
    bool operator==(const Tally &) const = default;
};

/// What one call adds.
struct Counted
{
    bool failed = false;
    bool slow = false;
};

/// Cuts time into slices of `length` nanoseconds. Dividing by a number known only at run time costs as much as the rest of
/// a breaker, so it multiplies by a reciprocal instead: exact for every instant from zero on (T. Granlund and
/// P. Montgomery, "Division by invariant integers using multiplication", 1994: with s = ceil(log2 length), the reciprocal
/// ceil(2^(63+s) / length) fits 64 bits and its error vanishes below 2^63).
class Slicing
{
public:
    /// 1 or more.
    explicit Slicing(std::int64_t length)
        : m_length(length)
        , m_shift(63 + std::bit_width(static_cast<std::uint64_t>(length - 1)))
        , m_reciprocal(static_cast<std::uint64_t>(((Wide(1) << m_shift) + static_cast<Wide>(length - 1)) / static_cast<Wide>(length)))
    {
    }
    std::int64_t length() const { return m_length; }
    /// The number of the slice that holds a moment; moments before zero are in slice -1, which no window keeps.
    std::int64_t of(Instant now) const
    {
        const std::int64_t moment = now.time_since_epoch().count();
        if (moment < 0) [[unlikely]]
            return -1;
        return static_cast<std::int64_t>((static_cast<Wide>(moment) * m_reciprocal) >> m_shift);
    }

private:
    __extension__ using Wide = unsigned __int128;
    std::int64_t m_length;
    int m_shift;
    std::uint64_t m_reciprocal;
};

/// The window by time: a ring of 16 slices. Slices are numbered from zero on; one that is older than the
/// ring is dropped, and so is what a slice of 16 million calls cannot hold. `Atomic` is std::atomic, or one that a test
/// can step.
template<template<class> class Atomic>
class BasicWindow
{
public:
    static constexpr int slices = 16;

    /// Adds one call. The one caller that opens a newer slice is told: `watch.finished(Tally, slices)`, what the newest
    /// slice until now held and how many slices ago it was, and then `watch.left(Tally)` for each slice that leaves the
    /// ring and isn't empty. True for that caller.
    template<class Watch>
    bool add(std::int64_t slice, Counted call, Watch &&watch)
    {
        Slot &slot = m_slots[index(slice)];
        const std::uint64_t held = slot.counts.load(std::memory_order_relaxed);
        // The common way is one load and one addition: a slot of this epoch is one that somebody opened.
        if (epochIn(held) != epochOf(slice) || (held & fieldMask) >= fieldFull || call.slow) [[unlikely]]
            return addSlowly(slot, slice, call, watch);
        slot.counts.fetch_add(1 + (std::uint64_t(call.failed) << failuresShift), std::memory_order_relaxed);
        return false;
    }
    bool add(std::int64_t slice, Counted call)
    {
        struct Nobody
        {
            void finished(const Tally &, std::int64_t) const { }
            void left(const Tally &) const { }
        };
        return add(slice, call, Nobody());
    }

    /// What one slice holds; nothing when it is not in the ring.
    Tally at(std::int64_t slice) const
    {
        const Slot &slot = m_slots[index(slice)];
        const std::uint64_t counts = slot.counts.load(std::memory_order_relaxed);
        const std::uint64_t slow = slot.slow.load(std::memory_order_relaxed);
        if (epochIn(counts) != epochOf(slice) || slice > newest() || slice <= newest() - slices)
            return {};
        // The words are read one after the other while others add: a part is never more than its whole.
        Tally tally = tallyOf(counts);
        if (epochIn(slow) == epochOf(slice)) {
            tally.slowWell = std::min(field(slow, 0), tally.calls - tally.failures);
            tally.slowFailed = std::min(field(slow, failuresShift), tally.failures);
        }
        return tally;
    }

    /// The sum of `count` slices (1 to 16) up to and with `slice`.
    Tally sum(std::int64_t slice, int count = slices) const
    {
        Tally sum;
        for (int back = 0; back < count; ++back)
            sum += at(slice - back);
        return sum;
    }

    /// The newest slice that was opened; below zero at first.
    std::int64_t newest() const { return m_newest.load(std::memory_order_relaxed); }

    /// Empties all slices; a call that is being added at the same time may survive or be lost.
    void forget()
    {
        for (Slot &slot : m_slots) {
            slot.counts.fetch_and(~countsMask, std::memory_order_relaxed);
            slot.slow.fetch_and(~countsMask, std::memory_order_relaxed);
        }
    }

private:
    // Both words alike: [epoch 16 | failures 24 | calls 24]; in the second only slow calls, and below those that are well.
    struct alignas(64) Slot
    {
        Atomic<std::uint64_t> counts{nobodys};
        Atomic<std::uint64_t> slow{nobodys};
    };
    static constexpr std::uint64_t nobodys = std::uint64_t(0xFFFF) << 48; // An epoch that no first slot has.
    static constexpr int failuresShift = 24;
    static constexpr int epochShift = 48;
    static constexpr std::uint64_t fieldMask = 0xFFFFFF;
    static constexpr std::uint64_t countsMask = (std::uint64_t(1) << epochShift) - 1;
    static constexpr std::int64_t longPause = 0x10000;
    static constexpr std::uint64_t fieldFull = fieldMask - 0xFFFF; // Room for 65,535 threads that add at once.

    static std::size_t index(std::int64_t slice) { return static_cast<std::size_t>(slice) % slices; }
    static std::uint64_t epochOf(std::int64_t slice) { return (static_cast<std::uint64_t>(slice) / slices) & 0xFFFF; }
    static std::uint64_t epochIn(std::uint64_t word) { return word >> epochShift; }
    static std::uint32_t field(std::uint64_t word, int shift)
    {
        return static_cast<std::uint32_t>((word >> shift) & fieldMask);
    }

    static Tally tallyOf(std::uint64_t counts)
    {
        Tally tally{.calls = field(counts, 0)};
        tally.failures = std::min(field(counts, failuresShift), tally.calls);
        return tally;
    }

    template<class Watch>
    [[gnu::noinline]] bool addSlowly(Slot &slot, std::int64_t slice, Counted call, Watch &watch)
    {
        const bool opened = slice > newest() && open(slice, watch);
        if (bump(slot.counts, slice, 1 + (std::uint64_t(call.failed) << failuresShift)) && call.slow)
            bump(slot.slow, slice, call.failed ? std::uint64_t(1) << failuresShift : 1);
        return opened;
    }

    // False for what the word cannot hold: an older slice, or one that is full.
    bool bump(Atomic<std::uint64_t> &word, std::int64_t slice, std::uint64_t amount)
    {
        std::uint64_t held = word.load(std::memory_order_relaxed);
        if (epochIn(held) != epochOf(slice)) {
            if (slice <= newest() - slices)
                return false;
            wipe(word, held, slice);
            held = word.load(std::memory_order_relaxed);
        }
        if ((held & fieldMask) >= fieldFull)
            return false;
        word.fetch_add(amount, std::memory_order_relaxed);
        return true;
    }

    static void wipe(Atomic<std::uint64_t> &word, std::uint64_t held, std::int64_t slice)
    {
        const std::uint64_t fresh = epochOf(slice) << epochShift;
        while (epochIn(held) != epochOf(slice)
               && !word.compare_exchange_weak(held, fresh, std::memory_order_relaxed, std::memory_order_relaxed)) {
        }
    }

    // Every slot is wiped each time the drum comes round, also when it jumps; after a pause so long that the epochs may have
    // come round themselves (2^20 slices, a week of ten-second windows), whatever its epoch says.
    template<class Watch>
    bool open(std::int64_t slice, Watch &watch)
    {
        std::int64_t before = newest();
        do {
            if (slice <= before)
                return false;
        } while (!m_newest.compare_exchange_weak(before, slice, std::memory_order_relaxed, std::memory_order_relaxed));
        if (before >= 0)
            watch.finished(tallyOf(m_slots[index(before)].counts.load(std::memory_order_relaxed)), slice - before);
        const std::int64_t first = std::max(before + 1, slice - slices + 1);
        for (std::int64_t entering = first; entering <= slice; ++entering) {
            Slot &slot = m_slots[index(entering)];
            const std::uint64_t counts = slot.counts.load(std::memory_order_relaxed);
            if (epochIn(counts) != epochOf(entering) && (counts & fieldMask) > 0)
                watch.left(tallyOf(counts));
            if (slice - before >= longPause) {
                slot.counts.store(epochOf(entering) << epochShift, std::memory_order_relaxed);
                slot.slow.store(epochOf(entering) << epochShift, std::memory_order_relaxed);
            }
            wipe(slot.counts, counts, entering);
            wipe(slot.slow, slot.slow.load(std::memory_order_relaxed), entering);
        }
        return true;
    }

    std::array<Slot, slices> m_slots;
    alignas(64) Atomic<std::int64_t> m_newest{-1};
};

/// The window over the last 1 to 1024 calls: two bits for each. The counts follow each bit that flips, so that they are
/// right whenever no call is just being added.
template<template<class> class Atomic>
class BasicCallWindow
{
public:
    static constexpr std::uint64_t most = 1024;

    /// Adds one call to a window of `length` calls, 1 to 1024; the length must always be the same.
    void add(std::uint64_t length, Counted call)
    {
        const std::uint64_t ticket = m_tickets.fetch_add(1, std::memory_order_relaxed);
        const std::uint64_t place = ticket % length;
        flip(m_failed[place / 64], place % 64, call.failed, m_failures);
        flip(m_slowWell[place / 64], place % 64, call.slow && !call.failed, m_slowWells);
        flip(m_slowFailed[place / 64], place % 64, call.slow && call.failed, m_slowFaileds);
    }

    Tally sum(std::uint64_t length) const
    {
        Tally tally{.calls = static_cast<std::uint32_t>(std::min(m_tickets.load(std::memory_order_relaxed), length))};
        tally.failures = std::min(m_failures.load(std::memory_order_relaxed), tally.calls);
        tally.slowWell = std::min(m_slowWells.load(std::memory_order_relaxed), tally.calls - tally.failures);
        tally.slowFailed = std::min(m_slowFaileds.load(std::memory_order_relaxed), tally.failures);
        return tally;
    }

    /// Empties the window; calls that are being added at the same time may survive.
    void forget()
    {
        for (std::uint64_t place = 0; place < most; ++place) {
            flip(m_failed[place / 64], place % 64, false, m_failures);
            flip(m_slowWell[place / 64], place % 64, false, m_slowWells);
            flip(m_slowFailed[place / 64], place % 64, false, m_slowFaileds);
        }
        m_tickets.store(0, std::memory_order_relaxed);
    }

private:
    using Bits = std::array<Atomic<std::uint64_t>, most / 64>;

    static void flip(Atomic<std::uint64_t> &bits, std::uint64_t place, bool to, Atomic<std::uint32_t> &count)
    {
        const std::uint64_t bit = std::uint64_t(1) << place;
        const bool was = bits.load(std::memory_order_relaxed) & bit;
        if (was == to)
            return;
        const std::uint64_t before = to ? bits.fetch_or(bit, std::memory_order_relaxed)
                                        : bits.fetch_and(~bit, std::memory_order_relaxed);
        if (bool(before & bit) != to)
            count.fetch_add(to ? 1u : ~0u, std::memory_order_relaxed);
    }

    Atomic<std::uint64_t> m_tickets{0};
    Atomic<std::uint32_t> m_failures{0};
    Atomic<std::uint32_t> m_slowWells{0};
    Atomic<std::uint32_t> m_slowFaileds{0};
    Bits m_failed{};
    Bits m_slowWell{};
    Bits m_slowFailed{};
};

} // namespace siaga::resilience
