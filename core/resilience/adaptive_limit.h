// SPDX-License-Identifier: GPL-3.0-or-later
// How many calls at once a target bears, found out from how long they take.
//
// It is like letting people into a museum by watching the queue inside. The catch: a target that only ever times out looks
// calm, its times are all alike; so only the times of successes are latencies, and everything else is a drop.
//
// After Gradient2 of Netflix's concurrency-limits, without its three known holes: constant time-outs that look stable and
// raise the limit (issue 137) are drops here; an allowance for queues that is added even while times grow (134) is added
// only while they don't; drops that are ignored (176) lower the limit.
#pragma once

#include "core/base/instant.h"
#include "core/fleet/fleet.h"

#include <atomic>
#include <cstdint>

namespace siaga::resilience {

struct AdaptiveLimitPolicy
{
    int least = 1;            ///< 1 <= least <= first <= most.
    int first = 20;
    int most = 200;
    Duration window = std::chrono::seconds(1); ///< How often the limit moves; above zero.
    int samplesMin = 10;      ///< It doesn't move on fewer calls; the window then goes on. At least 1.
    Permille tolerance{1500}; ///< Times may grow by this factor over the target's own before the limit falls; from 1000.
    Permille drops{100};      ///< At this share of drops it falls whatever the times are; above 0.
    Permille onDrops{800};    ///< To this part of itself; 1 to 999.
};

/// Any number of threads; nothing locks or allocates.
class AdaptiveLimit
{
public:
    explicit AdaptiveLimit(const AdaptiveLimitPolicy &policy = {});

    int limit() const { return m_limit.load(std::memory_order_relaxed); }

    /// One call ended. `took` counts only for a success; `dropped` is a failure, a time-out or an overload answer; `inside`
    /// is how many were under way, itself included. True when the limit moved.
    bool record(Duration took, bool dropped, int inside, Instant now);

    /// The target's own time as learned at low load; zero at first.
    Duration ownTime() const { return Duration(m_own.load(std::memory_order_relaxed)); }

private:
    bool move();

    const AdaptiveLimitPolicy m_policy;
    std::atomic<int> m_limit;
    std::atomic<std::int64_t> m_own{0};
    std::atomic<std::int64_t> m_windowEnds{0};
    alignas(64) std::atomic<std::int64_t> m_took{0};
    std::atomic<int> m_well{0};
    std::atomic<int> m_drops{0};
    std::atomic<int> m_busiest{0};
};

} // namespace siaga::resilience
