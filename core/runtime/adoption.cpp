// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/adoption.h"

#include <set>
#include <tuple>

namespace siaga {

namespace {

FleetAdopted toEvent(const FleetSource &source)
{
    FleetAdopted adopted;
    std::string all;
    for (const FleetSource::Layer &layer : source.layers) {
        adopted.layers.push_back({layer.file, layer.bytes});
        all += std::to_string(layer.bytes.size()) + ':' + layer.bytes;
    }
    adopted.environment = source.environment;
    adopted.hash = sha256(all, source.environment);
    return adopted;
}

/// What an approved plan stands on: it was read and confirmed with these, so they stay as they are until it ends.
struct Footing
{
    std::set<std::tuple<EndpointId, ServiceId, RegionId>> servers;
    std::set<std::pair<ServiceId, RegionId>> placements;
    std::set<std::pair<ServiceId, RegionId>> steered; ///< All edges that steer these must show something.
    std::set<RegionId> regions;
};

Footing footingOf(const Plan &plan)
{
    Footing footing;
    for (const Step &step : plan.steps) {
        if (const auto *share = std::get_if<SetRegionShare>(&step.action)) {
            footing.servers.insert({share->endpoint, share->service, share->region});
            footing.placements.insert({share->service, share->region});
        } else if (const auto *quiet = std::get_if<ConfirmQuiet>(&step.action)) {
            footing.placements.insert({quiet->service, quiet->region});
            footing.steered.insert({quiet->service, quiet->region});
        } else if (const auto *bake = std::get_if<Bake>(&step.action)) {
            footing.placements.insert({bake->service, bake->region});
        } else {
            const auto &ready = std::get<ConfirmReady>(step.action).regions;
            footing.regions.insert(ready.begin(), ready.end());
        }
    }
    return footing;
}

std::optional<std::string> serverAt(const Endpoint::Backend *backend, const RegionId &region)
{
    const bool known = backend && backend->servers.contains(region);
    return known ? std::optional(backend->name + '/' + backend->servers.at(region)) : std::nullopt;
}

bool isSameServer(const Endpoint *a, const Endpoint *b, const ServiceId &service, const RegionId &region)
{
    const auto before = serverAt(a ? a->backend(service) : nullptr, region);
    const auto after = serverAt(b ? b->backend(service) : nullptr, region);
    if (!before || !after)
        return !before && !after;
    return before == after && a->driver == b->driver && a->address == b->address && a->region == b->region;
}

bool isSamePlacement(const Fleet &a, const Fleet &b, const ServiceId &service, const RegionId &region)
{
    const Service *before = a.service(service);
    const Service *after = b.service(service);
    const Placement *was = before ? before->placement(region) : nullptr;
    const Placement *is = after ? after->placement(region) : nullptr;
    return was && is ? was->weight == is->weight : !was && !is;
}

std::set<EndpointId> edgesThatSteer(const Fleet &fleet, const ServiceId &service, const RegionId &region)
{
    std::set<EndpointId> edges;
    for (const Endpoint &endpoint : fleet.endpoints)
        if (const auto *backend = endpoint.backend(service); backend && backend->servers.contains(region))
            edges.insert(endpoint.id);
    return edges;
}

/// The fields that another fleet would change under the plan.
std::vector<std::string> changedUnder(const Plan &plan, const Fleet &now, const Fleet &then)
{
    std::vector<std::string> fields;
    const Footing footing = footingOf(plan);
    for (const auto &[endpoint, service, region] : footing.servers)
        if (!isSameServer(now.endpoint(endpoint), then.endpoint(endpoint), service, region))
            fields.push_back("endpoints." + endpoint.text());
    for (const auto &[service, region] : footing.placements)
        if (!isSamePlacement(now, then, service, region))
            fields.push_back("services." + service.text() + ".regions." + region.text());
    for (const auto &[service, region] : footing.steered)
        if (edgesThatSteer(now, service, region) != edgesThatSteer(then, service, region))
            fields.push_back("the edges that steer " + service.text() + " in " + region.text());
    for (const RegionId &region : footing.regions)
        if (now.region(region) && !then.region(region))
            fields.push_back("regions." + region.text());
    const PlanPolicy &was = now.policies.plans;
    const PlanPolicy &is = then.policies.plans;
    if (was.attemptsMax != is.attemptsMax || was.callDeadline != is.callDeadline || was.verifyTimeout != is.verifyTimeout)
        fields.push_back("policies.plans");
    return fields;
}

/// Approved plans keep what they stand on; what was only proposed is drafted anew.
std::vector<std::string> takenFromPlans(const Fleet &fleet, const State &state)
{
    std::vector<std::string> problems;
    for (const auto &[id, plan] : state.orchestrator.plans)
        if (plan.approved)
            for (const std::string &field : changedUnder(plan.plan, state.fleet, fleet))
                problems.push_back(field + ": plan " + std::to_string(id.value())
                                   + " runs with it as it is; wait for the plan's end, or abort it, then change it");
    return problems;
}

/// One journal speaks of simulated regions or of real ones, never of both.
std::vector<std::string> swappedWorlds(const Fleet &fleet, const State &state)
{
    if (state.adopted.layers.empty() || fleet.lab == state.fleet.lab)
        return {};
    return {state.fleet.lab ? "lab: false, but this journal is a lab's; a real fleet needs a data folder of its own (--data)"
                            : "lab: true, but this journal is a real fleet's; a lab needs a data folder of its own (--data)"};
}

} // namespace

FleetSource sourceOf(const FleetAdopted &adopted)
{
    FleetSource source;
    for (const FleetLayer &layer : adopted.layers)
        source.layers.push_back({layer.file, layer.bytes});
    source.environment = adopted.environment;
    return source;
}

std::optional<Event> judgeFleet(const FleetSource &source, const State &state)
{
    FleetAdopted adopted = toEvent(source);
    if (adopted.hash == state.adopted.hash && state.fleetProblems.empty())
        return std::nullopt;
    std::vector<std::string> problems;
    const auto reading = readFleet(source);
    if (!reading)
        for (const FleetProblem &problem : reading.error())
            problems.push_back(toText(problem));
    else if (problems = swappedWorlds(reading->fleet, state); problems.empty())
        problems = takenFromPlans(reading->fleet, state);
    if (problems.empty())
        return Event(std::move(adopted));
    if (problems == state.fleetProblems)
        return std::nullopt;
    return Event(FleetRefused{std::move(problems)});
}

} // namespace siaga
