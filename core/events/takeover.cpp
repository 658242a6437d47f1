// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/takeover.h"

#include <algorithm>

namespace siaga {

std::vector<RegionId> takingOver(const Service &service, const RegionId &region, const Remaining &remaining)
{
    std::vector<RegionId> regions;
    for (const Placement &placement : service.placements) {
        const auto state = remaining.states.find(placement.region);
        const bool healthy = state != remaining.states.end() && state->second == RegionState::healthy;
        if (healthy && placement.region != region && !remaining.out.contains(placement.region))
            regions.push_back(placement.region);
    }
    return regions;
}

std::vector<Reason> refusalsToLeave(const Fleet &fleet, const Seen &seen, const Service &service, const RegionId &region,
                                    const Remaining &remaining, const Bounds &bounds, Instant now)
{
    const std::vector<RegionId> staying = takingOver(service, region, remaining);
    if (staying.empty())
        return {LastHealthyRegion{region}};
    double capacity = 0;
    for (const RegionId &one : staying)
        capacity += service.placement(one)->capacity;

    std::vector<Reason> refusals;
    if (capacity < service.floor)
        refusals.push_back(BelowFloor{service.id, capacity, service.floor});
    const std::optional<double> demand = demandOf(fleet, seen, service.id, now, demandWindow);
    if (!demand && !bounds.unknownDemandAccepted)
        refusals.push_back(DemandUnknown{service.id});
    if (demand && headroomOf(*demand, capacity) < bounds.headroomMin)
        refusals.push_back(HeadroomTooSmall{service.id, headroomOf(*demand, capacity), bounds.headroomMin});
    return refusals;
}

} // namespace siaga
