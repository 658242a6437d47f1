// SPDX-License-Identifier: GPL-3.0-or-later
// Does a region serve, and what follows: diagnosis, evacuation, restoring, and edges that show something else than
// what was decided.
//
// It is the doctor on duty: names the illness before it prescribes, and writes down why it does not operate. The
// catch: it only proposes; the orchestrator decides what runs.
#pragma once

#include "core/events/engine.h"
#include "core/recovery/state.h"

namespace siaga::recovery {

/// Diagnoses, proposals, refusals and drift that follow from the input.
Outputs decide(const State &state, const Input &input, const Context &context);

/// Takes one recorded event in; never fails, ignores what it does not know.
void fold(State &state, const Recorded &recorded);

/// The next moment at which time alone may lead to a proposal; after `context.now`.
std::optional<Instant> nextDeadline(const State &state, const Context &context);

} // namespace siaga::recovery
