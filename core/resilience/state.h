// SPDX-License-Identifier: GPL-3.0-or-later
// What the resilience engine remembers: each breaker's state, and what people hold.
#pragma once

#include "core/events/resilience_events.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

namespace siaga::resilience {

inline constexpr std::size_t turnsKept = 20;          ///< Of each breaker, for its card.
inline constexpr std::size_t foreignBreakersMax = 500; ///< Of all pages together; further ones are not taken in.

/// One change of state, as the card lists it.
struct Turn
{
    BreakerState to = BreakerState::closed;
    BreakerRule rule = BreakerRule::untold;
    BreakerFigures figures;
    Instant at;
};

struct BreakerMemory
{
    BreakerKind kind = BreakerKind::registered;
    BreakerState state = BreakerState::closed;
    BreakerRule rule = BreakerRule::untold; ///< Of the last change.
    BreakerFigures figures;               ///< Of the last change.
    Instant since;
    Duration openFor{};                   ///< When open: from `since` until it looks again.
    Permille admitted = whole;
    int opens = 0;                        ///< In a row, without having closed between; makes `openFor` grow.
    ServiceId service;                    ///< Registered ones, as the two below.
    RegionId region;
    BreakerEffect effect = BreakerEffect::show;
    std::vector<VantageId> witnesses;
    std::deque<Turn> turns;               ///< Newest last.
};

/// What a person ordered of a breaker.
struct Held
{
    BreakerHold hold = BreakerHold::open;
    std::string by;
    std::string reason;
    Instant since;
    Instant until;
};

struct State
{
    Instant opened;  ///< When this journal was last opened; what was seen before it is not known any more.
    Instant adopted; ///< When the fleet in force was.
    bool linkTrusted = true; ///< Our own link: what we ask over it is worth nothing while it is in doubt.
    Instant linkSince;       ///< When that last changed.
    std::map<BreakerId, BreakerMemory> breakers; ///< Each once it has turned; a registered one without is closed.
    std::map<BreakerId, Held> held;
    std::map<BreakerId, Instant> reset; ///< When a person let it forget; older observations do not count.
};

/// From when on what was seen of the breaker's signal counts: nothing from before the journal was opened, another fleet
/// was adopted, a person reset it, or, of our own looks, our own link was trusted again. Instant::max() while it is not.
inline Instant countedSince(const State &state, const RegisteredBreaker &breaker)
{
    Instant since = std::max(state.opened, state.adopted);
    if (const auto reset = state.reset.find(breaker.id); reset != state.reset.end())
        since = std::max(since, reset->second);
    // An edge counts by itself; what we ask over our own link is only as good as the link.
    if (breaker.signal != BreakerSignal::edge)
        since = std::max(since, state.linkTrusted ? state.linkSince : Instant::max());
    return since;
}

template<class A> void describe(A &a, Turn &v) { a("to", v.to), a("rule", v.rule), a("figures", v.figures), a("at", v.at); }
template<class A> void describe(A &a, BreakerMemory &v)
{
    a("kind", v.kind), a("state", v.state), a("rule", v.rule), a("figures", v.figures), a("since", v.since);
    a("openFor", v.openFor), a("admitted", v.admitted.value), a("opens", v.opens), a("service", v.service);
    a("region", v.region), a("effect", v.effect), a("witnesses", v.witnesses), a("turns", v.turns);
}
template<class A> void describe(A &a, Held &v)
{
    a("hold", v.hold), a("by", v.by), a("reason", v.reason), a("since", v.since), a("until", v.until);
}
template<class A> void describe(A &a, State &v)
{
    a("opened", v.opened), a("adopted", v.adopted), a("linkTrusted", v.linkTrusted), a("linkSince", v.linkSince);
    a("breakers", v.breakers), a("held", v.held), a("reset", v.reset);
}

} // namespace siaga::resilience
