// SPDX-License-Identifier: GPL-3.0-or-later
// Turns: the event that says that a breaker changed its state, filled in one place.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/judgement.h"

namespace siaga::resilience {

/// What is remembered of a breaker; that of a closed one when nothing is.
const BreakerMemory &memoryOf(const State &state, const BreakerId &breaker);

/// A registered breaker's turn from where it is.
BreakerTurned turnOf(const RegisteredBreaker &breaker, const BreakerMemory &memory, Judgement judgement);

/// A person's doing, or the end of it, of any breaker that may be held.
BreakerTurned turnOf(const BreakerId &breaker, BreakerState to, BreakerRule rule, const State &state, const Fleet &fleet);

} // namespace siaga::resilience
