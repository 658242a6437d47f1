// SPDX-License-Identifier: GPL-3.0-or-later
// How many calls beyond the first ones a target may be sent: one purse for retries, hedges and probes.
//
// It is like a child's pocket money: each success earns a little, each second try costs a lot, and the purse holds only so
// much. The catch: a target that fails altogether earns nothing; what is left is a small allowance by time, or rarely
// called targets could never be retried.
//
// The bound, over any stretch: grants <= burst + successes * share / 1000 + floorBurst + time / floorEvery. gRPC (A6) and
// the AWS SDKs (retry cost 14, throttling 5, success +1) keep the same kind of purse; ours has one cost, so that the bound
// can be read off. Any number of threads; nothing locks or allocates.
#pragma once

#include "core/base/instant.h"
#include "core/fleet/fleet.h"

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace siaga::resilience {

struct RetryBudgetPolicy
{
    Permille share{80};       ///< Each success earns so much of one grant; 0 to 1000. Below 100, so that with burst and floor a busy target stays under one in ten.
    int burst = 5;            ///< The purse holds so many grants, and is full at first; 0 to 1000.
    Duration floorEvery = std::chrono::seconds(20); ///< One grant in so long whatever was earned; zero: none.
    int floorBurst = 1;       ///< So many of those at once; at least 1.
};

enum class Spending : std::uint8_t {
    retry, ///< The same call once more.
    hedge, ///< A second call beside one that is slow; never while degraded.
    probe, ///< A breaker's look whether the target is back: always granted, and owed if the purse is empty.
};

class RetryBudget
{
public:
    explicit RetryBudget(const RetryBudgetPolicy &policy = {})
        : m_share(std::clamp(policy.share.value, 0, 1000))
        , m_capacity(std::clamp(policy.burst, 0, 1000) * whole)
        , m_floorEvery(std::max(policy.floorEvery, Duration{}).count())
        , m_floorReach(std::max(0, policy.floorBurst - 1) * m_floorEvery)
        , m_purse(m_capacity)
    {
    }

    /// A first call succeeded.
    void earn()
    {
        std::int64_t held = m_purse.load(std::memory_order_relaxed);
        while (held < m_capacity
               && !m_purse.compare_exchange_weak(held, std::min(m_capacity, held + m_share), std::memory_order_relaxed)) {
        }
    }

    /// Whether a call beyond the first may go. While `degraded` everything costs twice as much.
    bool take(Spending spending, Instant now, bool degraded)
    {
        if (spending == Spending::hedge && degraded)
            return false;
        const std::int64_t cost = degraded ? 2 * whole : whole;
        // A probe may leave a debt of one full purse, which must be earned before anything else is granted.
        const std::int64_t least = spending == Spending::probe ? -m_capacity : 0;
        std::int64_t held = m_purse.load(std::memory_order_relaxed);
        while (held - cost >= least)
            if (m_purse.compare_exchange_weak(held, held - cost, std::memory_order_relaxed))
                return true;
        return spending == Spending::probe || takeFloor(now, degraded ? 2 * m_floorEvery : m_floorEvery);
    }

    /// What is in the purse, of what it can hold; 0 to 1000 permille, without the floor.
    Permille left() const
    {
        if (m_capacity == 0)
            return {0};
        return {static_cast<int>(std::max<std::int64_t>(0, m_purse.load(std::memory_order_relaxed)) * 1000 / m_capacity)};
    }

private:
    static constexpr std::int64_t whole = 1000; // One grant, in thousandths.

    // A generic cell rate algorithm (ITU-T I.371): one word holds when the next grant is due.
    bool takeFloor(Instant now, std::int64_t every)
    {
        if (every == 0)
            return false;
        const std::int64_t moment = now.time_since_epoch().count();
        std::int64_t due = m_floorDue.load(std::memory_order_relaxed);
        while (due <= moment + m_floorReach)
            if (m_floorDue.compare_exchange_weak(due, std::max(due, moment) + every, std::memory_order_relaxed))
                return true;
        return false;
    }

    const std::int64_t m_share;
    const std::int64_t m_capacity;
    const std::int64_t m_floorEvery;
    const std::int64_t m_floorReach;
    alignas(64) std::atomic<std::int64_t> m_purse;
    std::atomic<std::int64_t> m_floorDue{0};
};

} // namespace siaga::resilience
