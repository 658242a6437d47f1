// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/departures.h"

#include "core/events/recovery_events.h"

#include <algorithm>

namespace siaga::orchestrator {

namespace {

bool stands(const ServiceId &service, const RegionId &region, const Fleet &fleet)
{
    const Service *known = fleet.service(service);
    return known && known->placement(region);
}

bool isRunnable(const Step &step, const Fleet &fleet)
{
    if (const auto *share = std::get_if<SetRegionShare>(&step.action)) {
        const Endpoint *endpoint = fleet.endpoint(share->endpoint);
        const Endpoint::Backend *backend = endpoint ? endpoint->backend(share->service) : nullptr;
        return backend && backend->servers.contains(share->region) && stands(share->service, share->region, fleet);
    }
    if (const auto *quiet = std::get_if<ConfirmQuiet>(&step.action))
        return stands(quiet->service, quiet->region, fleet);
    if (const auto *bake = std::get_if<Bake>(&step.action))
        return stands(bake->service, bake->region, fleet);
    return std::ranges::all_of(std::get<ConfirmReady>(step.action).regions, [&](const RegionId &region) { return fleet.region(region); });
}

bool isSteered(const RegionId &region, const Fleet &fleet)
{
    return std::ranges::any_of(fleet.endpoints, [&](const Endpoint &endpoint) {
        return std::ranges::any_of(endpoint.backends, [&](const Endpoint::Backend &backend) { return backend.servers.contains(region); });
    });
}

} // namespace

Outputs departures(const State &state, const Fleet &fleet)
{
    Outputs out;
    for (const auto &[id, plan] : state.plans) {
        const bool runnable = std::ranges::all_of(plan.plan.steps, [&](const Step &step) { return isRunnable(step, fleet); });
        if (isAny<Proposed>(plan.state) && !runnable)
            out.emplace_back(PlanEnded{id, PlanEnd::superseded, {}});
    }
    std::set<RegionId> left;
    for (const auto &[region, turned] : state.regions)
        left.insert(region);
    left.insert(state.out.begin(), state.out.end());
    std::erase_if(left, [&fleet](const RegionId &region) { return fleet.region(region); });
    FactsDropped dropped;
    dropped.regions.assign(left.begin(), left.end());
    for (const RegionId &region : state.out)
        if (fleet.region(region) && !isSteered(region, fleet))
            dropped.unsteered.push_back(region);
    if (!dropped.regions.empty() || !dropped.unsteered.empty())
        out.emplace_back(std::move(dropped));
    return out;
}

} // namespace siaga::orchestrator
