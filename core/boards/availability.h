// SPDX-License-Identifier: GPL-3.0-or-later
// How many requests were answered well, counted from the edges' own counters as they are looked at.
//
// Like reading the gas meter twice: only the difference between two readings is consumption. The catch: a meter that
// was exchanged (an edge that restarted) starts at zero, so the time between its last reading and that is lost and
// not counted as covered.
#pragma once

#include "core/seen/observation.h"

#include <map>

namespace siaga {

struct AvailabilityCount
{
    /// What an edge's meters showed at the last look that reached it.
    struct Reading
    {
        Instant at;
        Duration uptime{};
        std::map<std::pair<ServiceId, RegionId>, ServerSeen> servers;
    };
    std::map<EndpointId, Reading> last;
    std::uint64_t requests = 0;
    std::uint64_t failures = 0; ///< Retries count too, so it can exceed `requests`.
    Duration measured{};        ///< Time that at least one edge's pair of readings covers; overlaps count once.
    Instant coveredUntil;
};

/// Adds what happened since the last look at that edge. Unreached and late looks change nothing.
void take(AvailabilityCount &count, const EdgeSeen &look);

} // namespace siaga
