// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/adoption.h"

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

/// Running plans keep what they stand on.
std::vector<std::string> takenFromPlans(const Fleet &fleet, const State &state)
{
    std::vector<std::string> problems;
    for (const auto &[id, plan] : state.orchestrator.plans) {
        for (const Step &step : plan.plan.steps) {
            const auto *share = std::get_if<SetRegionShare>(&step.action);
            if (!share)
                continue;
            const Service *service = fleet.service(share->service);
            const Endpoint *endpoint = fleet.endpoint(share->endpoint);
            const bool kept = service && service->placement(share->region) && endpoint && endpoint->backend(share->service);
            const std::string problem = share->endpoint.text() + " / " + share->service.text() + " / " + share->region.text()
                + ": plan " + std::to_string(id.value()) + " uses it; end or abort the plan first";
            if (!kept && (problems.empty() || problems.back() != problem))
                problems.push_back(problem);
        }
    }
    return problems;
}

} // namespace

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
    else
        problems = takenFromPlans(reading->fleet, state);
    if (problems.empty())
        return Event(std::move(adopted));
    if (problems == state.fleetProblems)
        return std::nullopt;
    return Event(FleetRefused{std::move(problems)});
}

} // namespace siaga
