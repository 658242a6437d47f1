// SPDX-License-Identifier: GPL-3.0-or-later
// Judgement: what a registered breaker's readings say, and which state follows from them.
//
// It is like a referee with a rule book and a watch: he judges what was seen, when it was seen, and nothing else. The
// catch: no new reading, no whistle; a breaker is neither opened nor closed by silence.
#pragma once

#include "core/resilience/readings.h"

namespace siaga::resilience {

/// Where to go, and why.
struct Judgement
{
    BreakerState to = BreakerState::closed;
    BreakerRule rule = BreakerRule::untold;
    BreakerFigures figures;
    std::vector<VantageId> witnesses; ///< To worse: those whose own figures bear it out.
};

/// The state that follows from what is remembered and read; nullopt when it stays as it is. Of breakers that nobody
/// holds; what time alone does (open to half-open) is openIsOver().
std::optional<Judgement> judge(const RegisteredBreaker &breaker, const BreakerMemory &memory, const Readings &readings,
                               Instant now);

/// How long it stays open when it opens after having opened `opens` times in a row: `reset`, doubled each time when
/// its back-off is exponential, at most ten times `reset`.
Duration openTime(const RegisteredBreaker &breaker, int opens);

/// When a half-open one that is not well yet looks next: when a failing look counts again, at the soonest in a second.
Instant nextLook(const RegisteredBreaker &breaker, const BreakerMemory &memory, const Readings &readings, Instant now);

} // namespace siaga::resilience
