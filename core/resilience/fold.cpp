// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/health_events.h"
#include "core/events/runtime_events.h"
#include "core/resilience/engine.h"

namespace siaga::resilience {

namespace {

void foldEvent(State &state, const Recorded &recorded, const BreakerTurned &turned)
{
    BreakerMemory &memory = state.breakers[turned.breaker];
    memory.since = memory.state == turned.to && !memory.turns.empty() ? memory.since : recorded.at;
    memory.kind = turned.kind;
    memory.state = turned.to;
    memory.rule = turned.rule;
    memory.figures = turned.figures;
    memory.openFor = turned.openFor;
    memory.admitted = turned.admitted;
    memory.service = turned.service;
    memory.region = turned.region;
    memory.effect = turned.effect;
    memory.witnesses = turned.witnesses;
    if (turned.to == BreakerState::open)
        ++memory.opens;
    else if (turned.to == BreakerState::closed)
        memory.opens = 0;
    memory.turns.push_back({turned.to, turned.rule, turned.figures, recorded.at});
    if (memory.turns.size() > turnsKept)
        memory.turns.pop_front();
}

void foldEvent(State &state, const Recorded &, const BreakerGone &gone)
{
    state.breakers.erase(gone.breaker);
    state.held.erase(gone.breaker);
    state.reset.erase(gone.breaker);
}

void foldEvent(State &state, const Recorded &recorded, const BreakerHeld &held)
{
    state.held[held.breaker] = {held.hold, held.by, held.reason, recorded.at, held.until};
}

void foldEvent(State &state, const Recorded &, const BreakerReleased &released)
{
    state.held.erase(released.breaker);
}

void foldEvent(State &state, const Recorded &recorded, const BreakerReset &reset)
{
    state.held.erase(reset.breaker);
    state.reset[reset.breaker] = recorded.at;
}

void foldEvent(State &state, const Recorded &recorded, const OwnLinkTurned &turned)
{
    state.linkTrusted = turned.trusted;
    state.linkSince = recorded.at;
}

void foldEvent(State &state, const Recorded &recorded, const JournalOpened &)
{
    state.opened = recorded.at;
}

void foldEvent(State &state, const Recorded &recorded, const FleetAdopted &)
{
    state.adopted = recorded.at;
}

/// Folds the event when it is one of the Bodies.
template<class... Bodies>
void foldAny(State &state, const Recorded &recorded)
{
    const auto foldIf = [&](const auto *body) {
        if (body)
            foldEvent(state, recorded, *body);
    };
    (foldIf(recorded.event.as<Bodies>()), ...);
}

} // namespace

void fold(State &state, const Recorded &recorded)
{
    foldAny<BreakerTurned, BreakerGone, BreakerHeld, BreakerReleased, BreakerReset, OwnLinkTurned, JournalOpened,
            FleetAdopted>(state, recorded);
}

} // namespace siaga::resilience
