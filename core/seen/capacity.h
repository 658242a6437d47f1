// SPDX-License-Identifier: GPL-3.0-or-later
// Demand and capacity as they are seen: what evacuations, bounds and the headroom tile all stand on.
#pragma once

#include "core/seen/seen.h"

#include <set>

namespace siaga {

/// Requests a second that reach the service through all its edges, from the counters of the last `window`.
/// nullopt when any edge that is reachable has not yet shown two looks, or none is reachable.
std::optional<double> demandOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, Instant now, Duration window);

/// The same for one region's part of the service.
std::optional<double> demandOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, const RegionId &region, Instant now, Duration window);

/// Requests a second that the service's regions can serve, those in `out` left aside.
double capacityOf(const Service &service, const std::set<RegionId> &out);

/// What is left free of a capacity: (capacity - demand) / capacity, below zero when overloaded; -1000 at the least,
/// also when there is no capacity at all.
Permille headroomOf(double demand, double capacity);

/// The share of its usual traffic that the edges give the region now: the smallest and the largest of the fresh
/// looks. nullopt when no fresh look shows it.
struct ShareSeen
{
    Permille least;
    Permille most;
    bool operator==(const ShareSeen &) const = default;
};
std::optional<ShareSeen> shareOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, const RegionId &region, Instant now);

/// Which part of the service's traffic goes to the region by the weights in force, over all fresh edges.
std::optional<Permille> trafficPartOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, const RegionId &region, Instant now);

} // namespace siaga
