// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/own.h"

#include "core/resilience/turns.h"

namespace siaga::resilience {

namespace {

BreakerState heldState(BreakerHold hold)
{
    return hold == BreakerHold::open ? BreakerState::forcedOpen : BreakerState::disabled;
}

} // namespace

Outputs reported(const State &state, const OwnBreakerSeen &seen)
{
    const BreakerMemory &memory = memoryOf(state, seen.breaker);
    const Permille admitted{seen.admittedPermille};
    const bool isNews = seen.to != memory.state || (seen.to == BreakerState::ramping && admitted != memory.admitted);
    const auto held = state.held.find(seen.breaker);
    if (!isNews || (held != state.held.end() && seen.to != heldState(held->second.hold)))
        return {};
    return {Event(BreakerTurned{.breaker = seen.breaker, .kind = BreakerKind::own, .from = memory.state, .to = seen.to,
                                .rule = seen.rule, .figures = seen.figures, .openFor = seen.openFor, .admitted = admitted})};
}

Outputs forgottenByRestart(const State &state)
{
    Outputs outputs;
    for (const auto &[id, memory] : state.breakers)
        if (memory.kind == BreakerKind::own && !state.held.contains(id))
            outputs.push_back(Event(BreakerGone{id}));
    return outputs;
}

} // namespace siaga::resilience
