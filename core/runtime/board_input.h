// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages are projected from, taken out of a state: the same for who leads, who follows and who looks back.
//
// Like the plug between a machine and its dials: made once, so that a new dial is wired in one place. The catch: it only
// refers to what it is given, which must live through the projection.
#pragma once

#include "core/boards/protect_board.h"
#include "core/runtime/state.h"

namespace siaga {

/// Of page Now, but for what only its owner knows: who leads, faults, the head that may be shown, its own targets.
inline BoardInput boardInputOf(const State &state, const Seen &seen, const AvailabilityCount &availability, Instant now,
                               WallTime wall, Mode mode)
{
    return {.fleet = state.fleet,
            .health = state.health,
            .recovery = state.recovery,
            .orchestrator = state.orchestrator,
            .resilience = state.resilience,
            .seen = seen,
            .availability = availability,
            .now = now,
            .wall = wall,
            .mode = mode,
            .head = state.head,
            .leader = {},
            .journalFault = {},
            .loopFault = {},
            .fleetProblems = state.fleetProblems};
}

/// Of page Protect; `own`: the targets of the instance's own calls.
inline ProtectInput protectInputOf(const State &state, const Seen &seen, const std::vector<TargetFigures> &own, Instant now,
                                   WallTime wall, Mode mode)
{
    return {.fleet = state.fleet,
            .resilience = state.resilience,
            .health = state.health,
            .orchestrator = state.orchestrator,
            .seen = seen,
            .own = own,
            .now = now,
            .wall = wall,
            .mode = mode};
}

} // namespace siaga
