// SPDX-License-Identifier: GPL-3.0-or-later
// What may run now: proposals, approvals, admission by class and claim, and the walk through a plan's steps.
//
// It is the dispatcher at the railway: nobody moves without a slot, a rescue train overtakes, and a train counts as
// arrived when it is seen in the station. The catch: it only decides; calls are started by the runtime, and only for
// intentions that are durable.
#pragma once

#include "core/events/engine.h"
#include "core/orchestrator/state.h"


namespace siaga::orchestrator {

/// What may be concluded from the input. Emits each conclusion once: folding it changes what is concluded next.
Outputs decide(const State &state, const Input &input, const Context &context);

/// Takes one recorded event in; never fails, ignores what it does not know.
void fold(State &state, const Recorded &recorded);

/// The next moment at which time alone may change a decision; always after `context.now`.
std::optional<Instant> nextDeadline(const State &state, const Context &context);

/// True while a call of the plan may still take effect: under way, or lost less than the endpoint's settle time ago.
bool hasCallInFlight(const PlanMemory &plan, const Context &context);

} // namespace siaga::orchestrator
