// SPDX-License-Identifier: GPL-3.0-or-later
// What a registered breaker's signal shows now: the same whiteboard that its engine reads, as figures and as a line.
//
// Like a second pointer on the dial of the first. The catch: it shows the present; what the engine judged by when it
// turned the breaker stands in the turn.
#pragma once

#include "core/seen/breaker_seen.h"
#include "core/seen/seen.h"

#include <optional>
#include <vector>

namespace siaga::projection {

struct SignalSeen
{
    BreakerFigures figures;
    std::vector<double> trend;    ///< As in BreakerCard.
    std::optional<Instant> newest; ///< When it was last seen; none: never.
    bool fresh = false;
};

/// Whether it was seen lately; the same as in signalOf, for less.
bool isSignalFresh(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now);

/// Nothing that was seen before `since` counts: the fleet's adoption, or a person's reset.
SignalSeen signalOf(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, Instant since);

} // namespace siaga::projection
