// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/engine.h"

#include "core/events/request_events.h"
#include "core/events/runtime_events.h"
#include "core/resilience/foreign.h"
#include "core/resilience/own.h"
#include "core/resilience/registered.h"
#include "core/resilience/requests.h"
#include "core/seen/breaker_names.h"

#include <algorithm>
#include <iterator>

namespace siaga::resilience {

static_assert(Engine<State>);

namespace {

void append(Outputs &outputs, Outputs more)
{
    std::ranges::move(more, std::back_inserter(outputs));
}

Outputs observed(const State &state, const Observation &observation, const Context &context)
{
    if (const auto *own = std::get_if<OwnBreakerSeen>(&observation))
        return reported(state, *own);
    Outputs outputs = heard(state, observation, context);
    if (const auto *page = std::get_if<MetricsSeen>(&observation))
        append(outputs, published(state, *page, context));
    else if (const auto *look = std::get_if<EdgeSeen>(&observation))
        append(outputs, serversTurned(state, *look, context));
    return outputs;
}

/// What the fleet no longer names. What it names in another way keeps its state and its history.
Outputs departures(const State &state, const Fleet &fleet)
{
    Outputs outputs = foreignWithoutSource(state, fleet);
    const std::vector<BreakerId> own = ownBreakers(fleet);
    for (const auto &[id, memory] : state.breakers) {
        const bool left = (memory.kind == BreakerKind::registered && !fleet.breaker(id))
            || (memory.kind == BreakerKind::own && !std::ranges::binary_search(own, id));
        if (left)
            outputs.push_back(Event(BreakerGone{id}));
    }
    return outputs;
}

Outputs afterEvent(const State &state, const Recorded &recorded, const Context &context)
{
    const Event &event = recorded.event;
    if (const auto *turned = event.as<BreakerTurned>())
        return looksAfter(*turned, context);
    if (const auto *released = event.as<BreakerReleased>())
        return afterRelease(*released, state, context);
    if (event.as<FleetAdopted>())
        return departures(state, context.fleet);
    if (event.as<JournalOpened>())
        return forgottenByRestart(state);
    return respond(recorded, state, context);
}

} // namespace

Outputs decide(const State &state, const Input &input, const Context &context)
{
    if (const auto *observation = std::get_if<Observation>(&input))
        return observed(state, *observation, context);
    if (const auto *recorded = std::get_if<const Recorded *>(&input))
        return afterEvent(state, **recorded, context);
    Outputs outputs;
    if (std::holds_alternative<Tick>(input)) {
        outputs = expiries(state, context);
        append(outputs, openTimesOver(state, context));
    }
    return outputs;
}

std::optional<Instant> nextDeadline(const State &state, const Context &context)
{
    const auto over = nextOver(state, context.fleet);
    const auto expiry = nextExpiry(state);
    return over && expiry ? std::min(over, expiry) : over ? over : expiry;
}

} // namespace siaga::resilience
