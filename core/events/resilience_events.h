// SPDX-License-Identifier: GPL-3.0-or-later
// What the resilience engine tells: breakers turning, and what people ordered of them.
#pragma once

#include "core/events/reasons.h"
#include "core/seen/breaker_seen.h"

namespace siaga {

/// Whose breaker it is.
enum class BreakerKind {
    own,        ///< Of Siaga's own calls to one target.
    registered, ///< Of the fleet file, judged by its signal.
    foreign,    ///< Published by another program.
};
constexpr auto namesOf(BreakerKind)
{
    return std::array<std::string_view, 3>{"own", "registered", "foreign"};
}

/// How a person holds a breaker.
enum class BreakerHold { open, disabled };
constexpr auto namesOf(BreakerHold)
{
    return std::array<std::string_view, 2>{"open", "disabled"};
}

/// A breaker changed its state.
struct BreakerTurned
{
    static constexpr std::string_view name = "BreakerTurned";
    BreakerId breaker;
    BreakerKind kind = BreakerKind::registered;
    BreakerState from = BreakerState::closed;
    BreakerState to = BreakerState::closed;
    BreakerRule rule = BreakerRule::untold;
    BreakerFigures figures;
    Duration openFor{};    ///< When it opened: until it looks again.
    Permille admitted;     ///< When it ramps: the share that passes.
    ServiceId service;     ///< Registered ones: whose calls, where, and what follows.
    RegionId region;
    BreakerEffect effect = BreakerEffect::show;
    Severity severity = Severity::critical;
    std::vector<VantageId> witnesses; ///< Registered ones: the vantage points whose figures these are.
};

/// A breaker is no longer there: it left the fleet, or its program no longer publishes it.
struct BreakerGone
{
    static constexpr std::string_view name = "BreakerGone";
    BreakerId breaker;
};

/// A person holds a breaker until then; its own judgement goes on but changes nothing.
struct BreakerHeld
{
    static constexpr std::string_view name = "BreakerHeld";
    BreakerId breaker;
    BreakerHold hold = BreakerHold::open;
    std::string by;
    std::string reason;
    Instant until;
};

/// The hold is over: ended by a person (then `by` says who), or by its time.
struct BreakerReleased
{
    static constexpr std::string_view name = "BreakerReleased";
    BreakerId breaker;
    std::string by;
};

/// A person closed it and let it forget what it had counted; a hold, if there was one, is over too.
struct BreakerReset
{
    static constexpr std::string_view name = "BreakerReset";
    BreakerId breaker;
    std::string by;
    std::string reason;
};

template<class A> void describe(A &a, BreakerFigures &v)
{
    a("calls", v.calls), a("failures", v.failures), a("slow", v.slow), a("inARow", v.inARow), a("score", v.score);
    a("scoreAlarm", v.scoreAlarm);
}
template<class A> void describe(A &a, BreakerTurned &v)
{
    a("breaker", v.breaker), a("kind", v.kind), a("from", v.from), a("to", v.to), a("rule", v.rule);
    a("figures", v.figures), a("openFor", v.openFor), a("admitted", v.admitted.value), a("service", v.service);
    a("region", v.region), a("effect", v.effect), a("severity", v.severity), a("witnesses", v.witnesses);
}
template<class A> void describe(A &a, BreakerGone &v) { a("breaker", v.breaker); }
template<class A> void describe(A &a, BreakerHeld &v)
{
    a("breaker", v.breaker), a("hold", v.hold), a("by", v.by), a("reason", v.reason), a("until", v.until);
}
template<class A> void describe(A &a, BreakerReleased &v) { a("breaker", v.breaker), a("by", v.by); }
template<class A> void describe(A &a, BreakerReset &v)
{
    a("breaker", v.breaker), a("by", v.by), a("reason", v.reason);
}

} // namespace siaga
