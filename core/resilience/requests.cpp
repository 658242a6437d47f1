// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/requests.h"

#include "core/events/request_events.h"
#include "core/resilience/turns.h"
#include "core/seen/breaker_names.h"

#include <algorithm>

namespace siaga::resilience {

namespace {

bool mayBeHeld(const BreakerId &breaker, const Fleet &fleet)
{
    return fleet.breaker(breaker) || std::ranges::binary_search(ownBreakers(fleet), breaker);
}

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

void turn(Outputs &out, const BreakerId &breaker, BreakerState to, BreakerRule rule, const State &state, const Context &context)
{
    if (memoryOf(state, breaker).state != to)
        out.emplace_back(Event(turnOf(breaker, to, rule, state, context.fleet)));
}

Outputs hold(const HoldBreakerRequested &request, const std::string &who, const State &state, const Context &context)
{
    std::vector<Reason> reasons;
    reasons.reserve(3); // GCC 12 warns of a growing vector of such variants, wrongly.
    if (!mayBeHeld(request.breaker, context.fleet))
        reasons.push_back(NotInFleet{request.breaker.text()});
    if (isBlank(request.reason))
        reasons.push_back(ReasonNeeded{});
    if (request.lasts <= Duration::zero() || request.lasts > holdLongest)
        reasons.push_back(EndNeeded{holdLongest});
    if (!reasons.empty())
        return {Event(RequestRefused{request.id, std::move(reasons)})};
    const bool opens = request.hold == BreakerHold::open;
    Outputs out{Event(BreakerHeld{request.breaker, request.hold, who, request.reason, context.now + request.lasts})};
    turn(out, request.breaker, opens ? BreakerState::forcedOpen : BreakerState::disabled, BreakerRule::person, state, context);
    out.emplace_back(Event(RequestGranted{.id = request.id}));
    return out;
}

Outputs reset(const ResetBreakerRequested &request, const std::string &who, const State &state, const Context &context)
{
    if (!mayBeHeld(request.breaker, context.fleet))
        return {Event(RequestRefused{request.id, {NotInFleet{request.breaker.text()}}})};
    Outputs out{Event(BreakerReset{request.breaker, who, request.reason})};
    turn(out, request.breaker, BreakerState::closed, BreakerRule::person, state, context);
    out.emplace_back(Event(RequestGranted{.id = request.id}));
    return out;
}

} // namespace

Outputs respond(const Recorded &recorded, const State &state, const Context &context)
{
    if (const auto *request = recorded.event.as<HoldBreakerRequested>())
        return hold(*request, recorded.actor.name, state, context);
    if (const auto *request = recorded.event.as<ResetBreakerRequested>())
        return reset(*request, recorded.actor.name, state, context);
    return {};
}

Outputs expiries(const State &state, const Context &context)
{
    Outputs out;
    for (const auto &[breaker, held] : state.held)
        if (context.now >= held.until)
            out.emplace_back(Event(BreakerReleased{.breaker = breaker}));
    return out;
}

Outputs afterRelease(const BreakerReleased &released, const State &state, const Context &context)
{
    Outputs out;
    const BreakerState from = memoryOf(state, released.breaker).state;
    const BreakerRule rule = released.by.empty() ? BreakerRule::expired : BreakerRule::person;
    if (from == BreakerState::forcedOpen)
        turn(out, released.breaker, BreakerState::halfOpen, rule, state, context);
    else if (from == BreakerState::disabled)
        turn(out, released.breaker, BreakerState::closed, rule, state, context);
    return out;
}

std::optional<Instant> nextExpiry(const State &state)
{
    std::optional<Instant> next;
    for (const auto &[breaker, held] : state.held)
        next = std::min(next.value_or(Instant::max()), held.until);
    return next;
}

} // namespace siaga::resilience
