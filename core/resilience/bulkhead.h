// SPDX-License-Identifier: GPL-3.0-or-later
// How many calls may be under way to one target at the same time, and who waits in front.
//
// It is like the compartments of a ship: one that fills with water doesn't take the ship with it. The catch: a place is
// taken until leave(); whoever forgets it sinks the compartment for good.
#pragma once

#include "core/resilience/deadline.h"

#include <atomic>
#include <cstddef>
#include <optional>
#include <vector>

namespace siaga::resilience {

/// Places for calls under way. Any number of threads; nothing locks or allocates.
class Bulkhead
{
public:
    /// `limit` is at least 1.
    explicit Bulkhead(int limit)
        : m_limit(std::max(1, limit))
    {
    }

    /// Takes a place if one is free. After a lowered limit, those who are inside stay.
    bool enter()
    {
        int inside = m_inside.load(std::memory_order_relaxed);
        while (inside < m_limit.load(std::memory_order_relaxed))
            if (m_inside.compare_exchange_weak(inside, inside + 1, std::memory_order_acquire, std::memory_order_relaxed))
                return true;
        return false;
    }
    /// Takes a place above the limit, for what is never refused (rescues); it counts all the same.
    void enterAnyway() { m_inside.fetch_add(1, std::memory_order_acquire); }
    /// Gives one place back; once for each that was taken.
    void leave() { m_inside.fetch_sub(1, std::memory_order_release); }

    void setLimit(int limit) { m_limit.store(std::max(1, limit), std::memory_order_relaxed); }
    int limit() const { return m_limit.load(std::memory_order_relaxed); }
    int inside() const { return m_inside.load(std::memory_order_relaxed); }

private:
    alignas(64) std::atomic<int> m_inside{0};
    std::atomic<int> m_limit;
};

/// Those who wait for a place, first come, first served; whoever can no longer make it in time is taken out instead of
/// being served in vain. A data structure for one thread; memory is taken once, at the start.
template<class Id>
class WaitingLine
{
public:
    /// At most `most` wait; zero: nobody.
    explicit WaitingLine(std::size_t most)
        : m_most(most)
    {
        m_line.reserve(most);
    }

    enum class Joined { waiting, full, tooLate };

    /// Joins at the end, unless the line is full or `deadline` has passed. A full line first loses those whose deadline
    /// has passed: `expired(Id)` is called for each.
    template<class Expired>
    Joined push(Id id, Deadline deadline, Instant now, Expired &&expired)
    {
        if (deadline.passed(now))
            return Joined::tooLate;
        if (m_line.size() >= m_most)
            sweep(now, Duration{}, expired);
        if (m_line.size() >= m_most)
            return Joined::full;
        m_line.push_back({std::move(id), deadline});
        return Joined::waiting;
    }

    /// Takes out the first who can still make it when served now for `need` (zero or more); those before him who cannot
    /// are taken out as expired.
    template<class Expired>
    std::optional<Id> pop(Instant now, Duration need, Expired &&expired)
    {
        sweep(now, need, expired);
        if (m_line.empty())
            return std::nullopt;
        std::optional<Id> first(std::move(m_line.front().id));
        m_line.erase(m_line.begin());
        return first;
    }

    /// Takes out all who can no longer make it.
    template<class Expired>
    void sweep(Instant now, Duration need, Expired &&expired)
    {
        std::size_t kept = 0;
        for (std::size_t at = 0; at < m_line.size(); ++at) {
            if (m_line[at].deadline.passed(now) || m_line[at].deadline.left(now) < need)
                expired(m_line[at].id);
            else if (kept++ != at)
                m_line[kept - 1] = std::move(m_line[at]);
        }
        m_line.erase(m_line.begin() + static_cast<std::ptrdiff_t>(kept), m_line.end());
    }

    /// Takes one out who no longer wants to wait; false when he isn't there.
    bool remove(const Id &id)
    {
        const auto found = std::find_if(m_line.begin(), m_line.end(), [&id](const Waiting &one) { return one.id == id; });
        if (found == m_line.end())
            return false;
        m_line.erase(found);
        return true;
    }

    /// The earliest moment at which somebody's deadline passes.
    std::optional<Instant> firstDeadline() const
    {
        std::optional<Instant> first;
        for (const Waiting &one : m_line)
            if (!first || one.deadline.at < *first)
                first = one.deadline.at;
        return first;
    }

    std::size_t size() const { return m_line.size(); }
    std::size_t most() const { return m_most; }

private:
    struct Waiting
    {
        Id id;
        Deadline deadline;
    };
    const std::size_t m_most;
    std::vector<Waiting> m_line;
};

} // namespace siaga::resilience
