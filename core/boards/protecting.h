// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of page Protect's projection; only protectBoard calls them.
#pragma once

#include "core/boards/protect_board.h"
#include "core/health/state.h"
#include "core/orchestrator/state.h"
#include "core/resilience/state.h"

#include <map>

namespace siaga::projection {

/// What is looked up by a breaker's name for each card, gathered once for the board.
class BreakerIndex
{
public:
    explicit BreakerIndex(const ProtectInput &input);

    const health::Alert *alert(const BreakerId &breaker) const;
    std::optional<CausedPlan> plan(const BreakerId &breaker) const;

private:
    std::map<BreakerId, const health::Alert *> m_alerts;
    std::map<BreakerId, CausedPlan> m_plans;
};

/// The least that orders a card among its group, so that only listed ones are made.
struct Rank
{
    BreakerId id;
    BreakerState state = BreakerState::closed;
    Standing standing = Standing::unknown;
    std::size_t place = 0; ///< In whatever the group is made of.
};

/// Its state with a hold taken in.
BreakerState shownState(const resilience::State &state, const BreakerId &breaker, BreakerState own);

/// How bad that is; `open` for a breaker that opened by itself.
Standing standingOf(BreakerState state, Standing open);

Standing standingOf(Severity severity);

/// How bad it is that this one is open: what its alert says, else what is usual for its kind.
Standing openStanding(const Fleet &fleet, const BreakerId &breaker, const health::Alert *alert);

BreakerCard registeredCard(const ProtectInput &input, const BreakerIndex &index, const RegisteredBreaker &breaker);
BreakerCard ownCard(const ProtectInput &input, const BreakerIndex &index, const TargetFigures &target);
/// `age` of the page or look that tells of it.
BreakerCard foreignCard(const ProtectInput &input, const BreakerIndex &index, const Rank &rank,
    const ForeignBreaker &published, std::optional<Duration> age, bool fresh);

} // namespace siaga::projection
