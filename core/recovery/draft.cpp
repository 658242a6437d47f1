// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/draft.h"

#include "core/events/takeover.h"
#include "core/recovery/drift.h"

#include <algorithm>

namespace siaga::recovery {

namespace {

Remaining remainingOf(const State &state)
{
    Remaining remaining;
    for (const auto &[id, region] : state.regions)
        remaining.states[id] = region.state;
    for (const auto &[place, out] : state.out)
        if (out.share == none)
            remaining.out.insert(place.second);
    return remaining;
}

/// The services of a request that stand in the region and that at least one edge steers there.
std::vector<const Service *> steered(const RegionId &region, const std::optional<ServiceId> &only, const Fleet &fleet)
{
    std::vector<const Service *> services;
    for (const Service &service : fleet.services) {
        const bool wanted = !only || *only == service.id;
        const bool reached = std::ranges::any_of(fleet.endpoints, [&](const Endpoint &endpoint) {
            const Endpoint::Backend *backend = endpoint.backend(service.id);
            return backend && backend->servers.contains(region);
        });
        if (wanted && reached && service.placement(region))
            services.push_back(&service);
    }
    return services;
}

/// The policy's shares that lie beyond the end, then the end itself.
std::vector<Permille> passing(const std::vector<Permille> &policy, Permille end, bool falling)
{
    std::vector<Permille> shares;
    for (const Permille share : policy)
        if (falling ? share > end : share < end)
            shares.push_back(share);
    shares.push_back(end);
    return shares;
}

/// One edge's way through the shares; gives the index of its last step.
int walkEdge(const Endpoint &endpoint, const Service &service, const RegionId &region, const std::vector<Permille> &shares, Plan &plan)
{
    int before = 0;
    for (const Permille share : shares) {
        Step step{SetRegionShare{endpoint.id, service.id, region, share}, {before}};
        step.reach = endpoint.region == region ? Reach::bestEffort : Reach::required;
        plan.steps.push_back(std::move(step));
        before = static_cast<int>(plan.steps.size()) - 1;
    }
    return before;
}

std::vector<int> walkEdges(const Service &service, const RegionId &region, const std::vector<Permille> &shares, const Fleet &fleet, Plan &plan)
{
    std::vector<int> last;
    for (const Endpoint &endpoint : fleet.endpoints) {
        const Endpoint::Backend *backend = endpoint.backend(service.id);
        if (!backend || !backend->servers.contains(region))
            continue;
        const int end = walkEdge(endpoint, service, region, shares, plan);
        if (plan.steps[static_cast<std::size_t>(end)].reach == Reach::required)
            last.push_back(end);
    }
    return last;
}

void append(std::vector<Reason> &all, const std::vector<Reason> &more)
{
    for (const Reason &reason : more)
        if (std::ranges::find(all, reason) == all.end())
            all.push_back(reason);
}

std::optional<Reason> tooManyOut(const RegionId &region, const State &state, const Fleet &fleet)
{
    std::set<RegionId> out = remainingOf(state).out;
    out.erase(region);
    const int outMax = fleet.policies.evacuation.regionsOutMax;
    if (static_cast<int>(out.size()) < outMax)
        return std::nullopt;
    return RegionsOut{{out.begin(), out.end()}, outMax};
}

bool anyEdgeReachable(const Service &service, const State &state, const Fleet &fleet)
{
    return std::ranges::any_of(fleet.endpoints, [&](const Endpoint &endpoint) {
        const auto edge = state.edges.find(endpoint.id);
        return endpoint.backend(service.id) && edge != state.edges.end() && edge->second == EdgeState::reachable;
    });
}

/// Every edge that steers the region there was last told so; a restore that goes on, a plan that was aborted in the
/// middle, or a new edge leave some that were not.
bool isOut(const Service &service, const RegionId &region, Permille share, const State &state, const Fleet &fleet)
{
    return state.out.contains({service.id, region}) && std::ranges::all_of(fleet.endpoints, [&](const Endpoint &endpoint) {
        const Endpoint::Backend *backend = endpoint.backend(service.id);
        const auto decided = state.decided.find({endpoint.id, service.id, region});
        const bool told = decided != state.decided.end() && decided->second.share <= share;
        return told || !backend || !backend->servers.contains(region);
    });
}

} // namespace

Plan draftEvacuation(const EvacuationWish &wish, const State &state, const Fleet &fleet)
{
    Plan plan{Purpose{PurposeKind::evacuate, wish.region, wish.service, {}}, wish.rank,
              Bounds{fleet.policies.evacuation.headroomMin, wish.unknownDemandAccepted}, {}};
    std::set<RegionId> targets;
    const auto services = steered(wish.region, wish.service, fleet);
    for (const Service *service : services)
        for (const RegionId &region : takingOver(*service, wish.region, remainingOf(state)))
            targets.insert(region);
    plan.steps.push_back({ConfirmReady{{targets.begin(), targets.end()}}, {}});
    const auto shares = passing(fleet.policies.evacuation.steps, wish.share, true);
    for (const Service *service : services) {
        std::vector<int> last = walkEdges(*service, wish.region, shares, fleet, plan);
        if (wish.share == none && !last.empty())
            plan.steps.push_back({ConfirmQuiet{service->id, wish.region}, std::move(last)});
    }
    return plan;
}

Plan draftRestore(const RegionId &region, const std::optional<ServiceId> &service, PlanClass rank, const Fleet &fleet)
{
    Plan plan{Purpose{PurposeKind::restore, region, service, {}}, rank, Bounds{fleet.policies.evacuation.headroomMin, false}, {}};
    plan.steps.push_back({ConfirmReady{{region}}, {}});
    for (const Service *one : steered(region, service, fleet))
        walkEdges(*one, region, passing(fleet.policies.restore.steps, whole, false), fleet, plan);
    return plan;
}

Plan draftReassert(const EndpointId &endpoint, const State &state)
{
    // The headroom was accepted when it was decided; the floor and the last healthy region are guarded all the same.
    Plan plan{Purpose{PurposeKind::reassert, {}, {}, endpoint}, PlanClass::recovery, Bounds{Permille{-1000}, true}, {}};
    for (const auto &[server, drift] : state.drifts)
        if (server.endpoint == endpoint && isUnanswered(server, drift, state))
            plan.steps.push_back({SetRegionShare{endpoint, server.service, server.region, state.decided.at(server).share}, {}});
    return plan;
}

std::vector<Reason> refusals(const EvacuationWish &wish, const State &state, const Context &context)
{
    const Fleet &fleet = context.fleet;
    if (!fleet.region(wish.region))
        return {NotInFleet{wish.region.text()}};
    if (wish.service && !fleet.service(*wish.service))
        return {NotInFleet{wish.service->text()}};
    if (wish.share < none || wish.share >= whole)
        return {ShareOutOfRange{wish.share}};
    const auto services = steered(wish.region, wish.service, fleet);
    const bool allOut = std::ranges::all_of(services, [&](const Service *one) { return isOut(*one, wish.region, wish.share, state, fleet); });
    if (services.empty() || allOut)
        return {NothingToDo{wish.region}};

    std::vector<Reason> all;
    const Bounds bounds{fleet.policies.evacuation.headroomMin, wish.unknownDemandAccepted};
    for (const Service *service : services) {
        if (!anyEdgeReachable(*service, state, fleet))
            append(all, {NoEdgeReachable{service->id}});
        append(all, refusalsToLeave(fleet, context.seen, *service, wish.region, remainingOf(state), bounds, context.now));
    }
    if (const auto reason = tooManyOut(wish.region, state, fleet))
        append(all, {*reason});
    return all;
}

std::vector<Reason> restoreRefusals(const RegionId &region, const std::optional<ServiceId> &service, const State &state,
                                    const Context &context)
{
    if (!context.fleet.region(region))
        return {NotInFleet{region.text()}};
    if (service && !context.fleet.service(*service))
        return {NotInFleet{service->text()}};
    const auto services = steered(region, service, context.fleet);
    const bool anyOut = std::ranges::any_of(services, [&](const Service *one) { return state.out.contains({one->id, region}); });
    if (!anyOut)
        return {NothingToDo{region}};
    const auto known = state.regions.find(region);
    const RegionState now = known == state.regions.end() ? RegionState::unknown : known->second.state;
    if (now != RegionState::healthy)
        return {TargetNotHealthy{region, now}};
    return {};
}

} // namespace siaga::recovery
