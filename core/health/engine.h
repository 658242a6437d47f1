// SPDX-License-Identifier: GPL-3.0-or-later
// The health engine: is it up, and by whose word?
//
// It is like a ward round: each result is a pulse taken, each edge a second doctor, and only what several of them say
// several times is written on the chart. The catch: it writes turns only. What did not turn is in Seen, and is gone
// after a restart.
//
// It hears: every observation, which `Context::seen` has taken before; ticks; its own turns; FleetAdopted,
// AcknowledgeRequested, Drifted and DriftEnded, BreakerTurned and BreakerGone. JournalOpened and NoticeSent are only
// folded.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

namespace siaga::health {

/// What the input makes true. Each event must be folded and then be an input itself, before the next observation.
Outputs decide(const State &state, const Input &input, const Context &context);

/// Takes in one recorded event; ignores those of others, and never fails.
void fold(State &state, const Recorded &recorded);

/// The next whole second while anything is known that can grow stale or must be escalated; nullopt otherwise. Coarse
/// on purpose: every expiry here is counted in seconds. A deadline that is due must be ticked before it is asked again.
std::optional<Instant> nextDeadline(const State &state, const Context &context);

} // namespace siaga::health
