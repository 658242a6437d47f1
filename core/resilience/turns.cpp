// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/turns.h"

namespace siaga::resilience {

namespace {

/// Half-open, as probes pass one by one, counts as nothing.
Permille admittedIn(BreakerState state)
{
    using enum BreakerState;
    return state == open || state == forcedOpen || state == halfOpen ? none : whole;
}

} // namespace

const BreakerMemory &memoryOf(const State &state, const BreakerId &breaker)
{
    static const BreakerMemory closed;
    const auto found = state.breakers.find(breaker);
    return found == state.breakers.end() ? closed : found->second;
}

BreakerTurned turnOf(const RegisteredBreaker &breaker, const BreakerMemory &memory, Judgement judgement)
{
    const bool opens = judgement.to == BreakerState::open;
    return {.breaker = breaker.id, .kind = BreakerKind::registered, .from = memory.state, .to = judgement.to,
            .rule = judgement.rule, .figures = judgement.figures,
            .openFor = opens ? openTime(breaker, memory.opens) : Duration{}, .admitted = admittedIn(judgement.to),
            .service = breaker.service, .region = breaker.region, .effect = breaker.effect, .severity = breaker.severity,
            .witnesses = std::move(judgement.witnesses)};
}

BreakerTurned turnOf(const BreakerId &breaker, BreakerState to, BreakerRule rule, const State &state, const Fleet &fleet)
{
    const BreakerMemory &memory = memoryOf(state, breaker);
    if (const RegisteredBreaker *registered = fleet.breaker(breaker))
        return turnOf(*registered, memory, {to, rule, {}, {}});
    return {.breaker = breaker, .kind = BreakerKind::own, .from = memory.state, .to = to, .rule = rule, .admitted = admittedIn(to)};
}

} // namespace siaga::resilience
