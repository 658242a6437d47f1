// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/guard.h"

#include "core/events/takeover.h"

#include <algorithm>

namespace siaga::orchestrator {

namespace {

RegionState stateOf(const State &state, const RegionId &region)
{
    const auto known = state.regions.find(region);
    return known == state.regions.end() ? RegionState::unknown : known->second;
}

/// Regions that the edge itself sends nothing to, whatever was decided: they take over nothing there.
std::vector<RegionId> unusedBy(const Endpoint &endpoint, const ServiceId &service, const Seen &seen)
{
    std::vector<RegionId> unused;
    const std::deque<EdgeSeen> &looks = seen.looks(endpoint.id);
    const auto newest = std::find_if(looks.rbegin(), looks.rend(), [](const EdgeSeen &look) { return look.reached; });
    if (newest == looks.rend())
        return unused;
    for (const auto &[server, seenThere] : newest->servers)
        if (server.first == service && seenThere.weightInForce() == 0)
            unused.push_back(server.second);
    return unused;
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
    if (weightNow == wanted)
        return std::nullopt; // It gives nothing and takes nothing.
    if (wanted < weightNow.value_or(placement->weight)) {
        Remaining remaining{state.out, state.regions};
        for (const RegionId &region : unusedBy(*endpoint, share.service, context.seen))
            remaining.out.insert(region);
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
