// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/adaptive_limit.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace siaga::resilience {

namespace {

// How far the limit goes towards where the gradient points, each window: one slow window is no reason to halve it.
constexpr double smoothing = 0.2;
// The gradient never asks for less than half.
constexpr double gradientMin = 0.5;
// How fast the target's own time is believed to be shorter, or longer.
constexpr double shorter = 0.3;
constexpr double longer = 0.05;

} // namespace

AdaptiveLimit::AdaptiveLimit(const AdaptiveLimitPolicy &policy)
    : m_policy(policy)
    , m_limit(policy.first)
{
    SIAGA_CHECK(policy.least >= 1);
    SIAGA_CHECK(policy.first >= policy.least);
    SIAGA_CHECK(policy.most >= policy.first);
    SIAGA_CHECK(policy.window > Duration{});
    SIAGA_CHECK(policy.samplesMin >= 1);
    SIAGA_CHECK(policy.tolerance >= whole);
    SIAGA_CHECK(policy.drops.value > 0);
    SIAGA_CHECK(policy.onDrops.value > 0);
    SIAGA_CHECK(policy.onDrops < whole);
}

bool AdaptiveLimit::record(Duration took, bool dropped, int inside, Instant now)
{
    if (dropped) {
        m_drops.fetch_add(1, std::memory_order_relaxed);
    } else {
        m_took.fetch_add(std::max<std::int64_t>(0, took.count()), std::memory_order_relaxed);
        m_well.fetch_add(1, std::memory_order_relaxed);
    }
    int busiest = m_busiest.load(std::memory_order_relaxed);
    while (inside > busiest && !m_busiest.compare_exchange_weak(busiest, inside, std::memory_order_relaxed)) {
    }
    const std::int64_t moment = now.time_since_epoch().count();
    std::int64_t ends = m_windowEnds.load(std::memory_order_relaxed);
    if (moment < ends || m_well.load(std::memory_order_relaxed) + m_drops.load(std::memory_order_relaxed) < m_policy.samplesMin)
        return false;
    if (!m_windowEnds.compare_exchange_strong(ends, moment + m_policy.window.count(), std::memory_order_acq_rel))
        return false; // Somebody else moves it.
    return ends != 0 && move(); // The first call only begins the first window.
}

bool AdaptiveLimit::move()
{
    const double took = double(m_took.exchange(0, std::memory_order_relaxed));
    const int well = m_well.exchange(0, std::memory_order_relaxed);
    const int drops = m_drops.exchange(0, std::memory_order_relaxed);
    const int busiest = m_busiest.exchange(0, std::memory_order_relaxed);
    const int before = m_limit.load(std::memory_order_relaxed);
    double limit = before;
    if (std::int64_t(drops) * 1000 >= std::int64_t(m_policy.drops.value) * (well + drops)) {
        limit = std::floor(limit * m_policy.onDrops.value / 1000.0);
    } else if (well > 0) {
        const double now = std::max(1.0, took / well);
        double own = double(m_own.load(std::memory_order_relaxed));
        // At low load, or at the very least load, the time is the target's own; under load it is the queue's, too, and
        // only a shorter one teaches something.
        const bool alone = busiest * 2 <= before || before == m_policy.least;
        if (own <= 0)
            own = now;
        else if (now < own || alone)
            own += (now < own ? shorter : longer) * (now - own);
        m_own.store(static_cast<std::int64_t>(own), std::memory_order_relaxed);
        const double gradient = std::clamp(m_policy.tolerance.value / 1000.0 * own / now, gradientMin, 1.0);
        if (gradient < 1)
            limit = std::floor(limit * (1 - smoothing) + limit * gradient * smoothing);
        else if (busiest * 2 >= before) // Nobody needs more than twice of what is used.
            limit += std::max(1.0, std::floor(std::sqrt(limit) / 2));
    }
    const int after = std::clamp(static_cast<int>(limit), m_policy.least, m_policy.most);
    m_limit.store(after, std::memory_order_relaxed);
    return after != before;
}

} // namespace siaga::resilience
