// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/availability.h"

#include <algorithm>

namespace siaga {

namespace {

/// Adds the servers' growth; false when no server could be compared with its last reading.
bool addGrowth(AvailabilityCount &count, const AvailabilityCount::Reading &before, const EdgeSeen &look)
{
    bool any = false;
    for (const auto &[key, server] : look.servers) {
        const auto known = before.servers.find(key);
        if (known == before.servers.end())
            continue;
        const ServerSeen &old = known->second;
        if (server.requests < old.requests || server.failures < old.failures)
            continue; // The counters were cleared; what they counted in between is lost.
        count.requests += server.requests - old.requests;
        count.failures += server.failures - old.failures;
        any = true;
    }
    return any;
}

void cover(AvailabilityCount &count, Instant from, Instant to)
{
    const Instant begin = std::max(from, count.coveredUntil);
    if (to > begin)
        count.measured += to - begin;
    count.coveredUntil = std::max(count.coveredUntil, to);
}

} // namespace

void take(AvailabilityCount &count, const EdgeSeen &look)
{
    if (!look.reached)
        return;
    const auto known = count.last.find(look.endpoint);
    if (known != count.last.end()) {
        const AvailabilityCount::Reading &before = known->second;
        if (look.ended <= before.at)
            return;
        const bool restarted = look.uptime < before.uptime;
        if (!restarted && addGrowth(count, before, look))
            cover(count, before.at, look.ended);
    }
    count.last[look.endpoint] = {look.ended, look.uptime, look.servers};
}

} // namespace siaga
