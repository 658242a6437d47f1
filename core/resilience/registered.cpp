// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/registered.h"

#include "core/resilience/turns.h"

#include <algorithm>

namespace siaga::resilience {

static_assert(breakerLooksMax <= int(probesKept) && breakerLooksMax <= int(edgesKept) && breakerLooksMax <= int(metricsKept));

namespace {

/// By its own judgement; one that a person holds is forced open.
bool isOpen(const BreakerMemory &memory)
{
    return memory.kind == BreakerKind::registered && memory.state == BreakerState::open;
}

/// What the observation told; nullptr when it told nothing, as figures that only grow old must turn nothing.
const Reading *freshOf(const Readings &readings, const Observation &observation)
{
    const auto ended = [](const auto &one) {
        if constexpr (requires { one.result; })
            return one.result.ended;
        else
            return one.ended;
    };
    const Instant now = std::visit(ended, observation);
    for (const Track &track : readings.tracks)
        if (!track.readings.empty() && track.readings.back().ended == now)
            return &track.readings.back();
    return nullptr;
}

void append(Outputs &outputs, std::vector<Look> looks)
{
    for (const Look &look : looks)
        outputs.emplace_back(look);
}

} // namespace

Outputs heard(const State &state, const Observation &observation, const Context &context)
{
    Outputs outputs;
    for (const RegisteredBreaker &breaker : context.fleet.breakers) {
        if (!isHeardBy(breaker, observation))
            continue;
        const BreakerMemory &memory = memoryOf(state, breaker.id);
        const Readings readings = readingsOf(breaker, state, context);
        const Reading *fresh = freshOf(readings, observation);
        if (!fresh)
            continue;
        if (auto judgement = judge(breaker, memory, readings, context.now))
            outputs.push_back(Event(turnOf(breaker, memory, std::move(*judgement))));
        else if (memory.state == BreakerState::halfOpen && fresh->calls > 0) // Where nobody calls, looking soon finds nothing.
            append(outputs, looksAt(breaker, nextLook(breaker, memory, readings, context.now), context.fleet));
    }
    return outputs;
}

Outputs openTimesOver(const State &state, const Context &context)
{
    Outputs outputs;
    for (const auto &[id, memory] : state.breakers) {
        const RegisteredBreaker *breaker = isOpen(memory) ? context.fleet.breaker(id) : nullptr;
        if (breaker && context.now >= memory.since + memory.openFor)
            outputs.push_back(Event(turnOf(*breaker, memory, {BreakerState::halfOpen, BreakerRule::openTimeOver, {}, {}})));
    }
    return outputs;
}

Outputs looksAfter(const BreakerTurned &turned, const Context &context)
{
    Outputs outputs;
    if (turned.to == BreakerState::halfOpen)
        if (const RegisteredBreaker *breaker = context.fleet.breaker(turned.breaker))
            append(outputs, looksAt(*breaker, context.now, context.fleet));
    return outputs;
}

std::optional<Instant> nextOver(const State &state, const Fleet &fleet)
{
    std::optional<Instant> next;
    for (const auto &[id, memory] : state.breakers)
        if (isOpen(memory) && fleet.breaker(id))
            next = std::min(next.value_or(Instant::max()), memory.since + memory.openFor);
    return next;
}

} // namespace siaga::resilience
