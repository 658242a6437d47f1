// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/guard.h"

#include "core/events/takeover.h"

namespace siaga::orchestrator {

namespace {

RegionState stateOf(const State &state, const RegionId &region)
{
    const auto known = state.regions.find(region);
    return known == state.regions.end() ? RegionState::unknown : known->second;
}

} // namespace

std::optional<Reason> denied(const SetRegionShare &share, std::optional<int> weightNow, const PlanMemory &plan,
                             const State &state, const Context &context)
{
    const Service *service = context.fleet.service(share.service);
    const Placement *placement = service ? service->placement(share.region) : nullptr;
    const Endpoint *endpoint = context.fleet.endpoint(share.endpoint);
    if (!placement || !endpoint || !endpoint->backend(share.service))
        return FleetUnusable{"endpoints." + share.endpoint.text()};

    const int wanted = balancerWeight(placement->weight, share.share, whole);
    if (wanted < weightNow.value_or(placement->weight)) {
        const Remaining remaining{state.out, state.regions};
        const auto refusals = refusalsToLeave(context.fleet, context.seen, *service, share.region, remaining,
                                              plan.plan.bounds, context.now);
        return refusals.empty() ? std::nullopt : std::optional(refusals.front());
    }
    const RegionState region = stateOf(state, share.region);
    if (wanted > 0 && region != RegionState::healthy)
        return TargetNotHealthy{share.region, region};
    return std::nullopt;
}

} // namespace siaga::orchestrator
