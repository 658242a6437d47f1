// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/broken_calls.h"

#include <algorithm>

namespace siaga::recovery {

void foldBreaker(State &state, const BreakerTurned &turned, Instant at)
{
    if (turned.kind != BreakerKind::registered)
        return;
    const Purpose drain{PurposeKind::evacuate, turned.region, turned.service, {}};
    if (turned.to != BreakerState::open) { // When it opens anew, that is to be told anew.
        state.refused.erase(drain);
        state.refused.erase(Purpose{PurposeKind::restore, turned.region, {}, {}});
    }
    if (turned.to == BreakerState::closed || turned.to == BreakerState::disabled) {
        state.breakers.erase(turned.breaker);
        if (!isBroken(state, drain))
            state.declined.erase(drain); // The next time is a new question.
        return;
    }
    BreakerFact &fact = state.breakers[turned.breaker];
    fact.state = turned.to;
    fact.service = turned.service;
    fact.region = turned.region;
    if (turned.to == BreakerState::open) {
        fact.opened = at;
        fact.failures = turned.figures.failures;
        fact.calls = turned.figures.calls;
        fact.witnesses = turned.witnesses;
    }
}

bool isBroken(const State &state, const Purpose &purpose)
{
    return std::ranges::any_of(state.breakers, [&purpose](const auto &entry) {
        return entry.second.region == purpose.region && entry.second.service == purpose.service;
    });
}

std::optional<Reason> openBreakerAt(const State &state, const RegionId &region, const Fleet &fleet)
{
    for (const auto &[id, fact] : state.breakers) {
        const bool isOpen = fact.state == BreakerState::open || fact.state == BreakerState::forcedOpen;
        if (isOpen && fact.region == region && state.out.contains({fact.service, region}) && fleet.breaker(id))
            return BreakerIsOpen{id, fact.failures, fact.calls};
    }
    return std::nullopt;
}

} // namespace siaga::recovery
