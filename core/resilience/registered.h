// SPDX-License-Identifier: GPL-3.0-or-later
// Registered breakers: which of them an observation concerns, and which are due by the clock.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/state.h"

namespace siaga::resilience {

/// The turns, and the looks of those half-open, that an observation leads to.
Outputs heard(const State &state, const Observation &observation, const Context &context);

/// Those that were open for long enough become half-open.
Outputs openTimesOver(const State &state, const Context &context);

/// Whoever became half-open looks at once.
Outputs looksAfter(const BreakerTurned &turned, const Context &context);

/// When the next one becomes half-open.
std::optional<Instant> nextOver(const State &state, const Fleet &fleet);

} // namespace siaga::resilience
