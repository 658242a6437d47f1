// SPDX-License-Identifier: GPL-3.0-or-later
// The walk through an admitted plan: which step is intended next, what has been seen, when it holds, when it ends.
#pragma once

#include "core/orchestrator/engine.h"

namespace siaga::orchestrator {

/// What follows for one running, held, suspended or aborting plan. One layer of conclusions at a time: they are
/// folded before more is concluded from them.
Outputs advance(const PlanMemory &plan, const State &state, const Context &context);

/// What a step's ended call means.
Outputs answer(const PlanMemory &plan, const StepCallEnded &ended);

/// The next moment at which time alone may change what advance() says; after `context.now`, if there is one.
std::optional<Instant> nextDeadline(const PlanMemory &plan, const Context &context);

} // namespace siaga::orchestrator
