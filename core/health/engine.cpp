// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/engine.h"

#include "core/events/runtime_events.h"
#include "core/health/alerts.h"
#include "core/health/checks.h"
#include "core/health/departures.h"
#include "core/health/own_link.h"
#include "core/health/regions.h"
#include "core/health/views.h"

#include <algorithm>
#include <iterator>

namespace siaga::health {

static_assert(Engine<State>);

namespace {

void append(Outputs &outputs, Outputs more)
{
    std::ranges::move(more, std::back_inserter(outputs));
}

Outputs edgeSeen(const State &state, const EdgeSeen &seen, const Context &context)
{
    const Endpoint *endpoint = context.fleet.endpoint(seen.endpoint);
    const std::deque<EdgeSeen> &looks = context.seen.looks(seen.endpoint);
    if (!endpoint || looks.empty() || looks.back().began != seen.began || looks.back().ended != seen.ended)
        return {};
    Outputs outputs;
    EdgeVerdict edge = judgeEdge(state, *endpoint, context);
    bool surprised = edge.surprised;
    const EdgeState now = edge.turned ? edge.turned->to : edgeStateOf(state, seen.endpoint);
    const bool readable = seen.reached && now == EdgeState::reachable;
    if (edge.turned)
        outputs.push_back(Event(std::move(*edge.turned)));
    for (const Endpoint::Backend &backend : endpoint->backends)
        for (const auto &[region, server] : backend.servers) {
            if (!readable)
                break;
            ViewVerdict view = judgeView(state, *endpoint, {endpoint->id, backend.service, region}, context);
            surprised |= view.surprised;
            if (view.turned)
                outputs.push_back(Event(std::move(*view.turned)));
        }
    if (surprised)
        outputs.push_back(Look{endpoint->id, context.now + lookAgainAfter});
    return outputs;
}

Outputs observed(const State &state, const Observation &observation, const Context &context)
{
    if (const auto *check = std::get_if<CheckSeen>(&observation))
        return checkSeen(state, *check, context);
    if (const auto *edge = std::get_if<EdgeSeen>(&observation))
        return edgeSeen(state, *edge, context);
    const auto *canary = std::get_if<CanarySeen>(&observation);
    const auto turned = canary ? canarySeen(state, *canary, context) : std::nullopt;
    return turned ? Outputs{Event(*turned)} : Outputs{};
}

/// Nothing is known of the region, and it says so: when all falls silent at once, only the first turn of a check tells
/// it, and the others must not each walk through the fleet.
bool isKnownUnknown(const State &state, const RegionId &region)
{
    const auto tally = state.tallies.find(region);
    const auto known = state.regions.find(region);
    return tally != state.tallies.end() && tally->second.up + tally->second.down == 0 && known != state.regions.end()
        && known->second.state == RegionState::unknown;
}

/// Judges a region by something that turned; when our own link turns by it, all regions are judged by that instead.
Outputs afterWitness(const State &state, const RegionId &region, const Context &context)
{
    if (const auto link = judgeOwnLink(state, context))
        return {Event(*link)};
    return judgeRegion(state, region, context);
}

Outputs afterCheck(const State &state, const RegionId &region, const Context &context)
{
    if (!isKnownUnknown(state, region))
        return afterWitness(state, region, context);
    const auto link = judgeOwnLink(state, context);
    return link ? Outputs{Event(*link)} : Outputs{};
}

Outputs adopted(const State &state, const Context &context)
{
    Outputs outputs = departures(state, context.fleet);
    if (const auto link = judgeOwnLink(state, context))
        outputs.push_back(Event(*link));
    append(outputs, judgeRegions(state, context));
    return outputs;
}

Outputs afterEvent(const State &state, const Recorded &recorded, const Context &context)
{
    const Event &event = recorded.event;
    Outputs outputs = alertsAfter(state, recorded, context);
    if (const auto *check = event.as<CheckTurned>())
        append(outputs, afterCheck(state, check->region, context));
    else if (const auto *view = event.as<ViewTurned>())
        append(outputs, afterWitness(state, view->region, context));
    else if (const auto *edge = event.as<EdgeTurned>(); edge && edge->to != EdgeState::reachable)
        append(outputs, blindViews(state, edge->endpoint));
    else if (const auto *region = event.as<RegionTurned>();
             region && region->from != region->to && region->to == RegionState::down)
        append(outputs, witnessesFor(state, region->region, context));
    else if (const auto *link = event.as<OwnLinkTurned>()) {
        append(outputs, judgeRegions(state, context));
        append(outputs, link->trusted ? recheckAllDown(state, context) : Outputs{});
    } else if (event.as<FleetAdopted>())
        append(outputs, adopted(state, context));
    return outputs;
}

Outputs ticked(const State &state, const Context &context)
{
    Outputs outputs = silentChecks(state, context);
    append(outputs, silentEdges(state, context));
    append(outputs, judgeUnreachable(state, context));
    append(outputs, escalations(state, context));
    return outputs;
}

} // namespace

Outputs decide(const State &state, const Input &input, const Context &context)
{
    if (const auto *observation = std::get_if<Observation>(&input))
        return observed(state, *observation, context);
    if (const auto *record = std::get_if<const Recorded *>(&input))
        return afterEvent(state, **record, context);
    return std::holds_alternative<Tick>(input) ? ticked(state, context) : Outputs{};
}

std::optional<Instant> nextDeadline(const State &state, const Context &context)
{
    if (state.checks.empty() && state.edges.empty() && state.open.empty())
        return std::nullopt;
    return std::chrono::floor<std::chrono::seconds>(context.now) + std::chrono::seconds(1);
}

} // namespace siaga::health
