// SPDX-License-Identifier: GPL-3.0-or-later
// What a registered breaker's signal shows now: the same tracks that its engine judges, as figures and as a line.
//
// Like a second pointer on the dial of the first. The catch: it shows the present; what the engine judged by when it
// turned the breaker stands in the turn.
#pragma once

#include "core/seen/breaker_tracks.h"

#include <vector>

namespace siaga::projection {

struct SignalSeen
{
    BreakerFigures figures;    ///< Of the breaker's window.
    std::vector<double> trend; ///< As in BreakerCard.
};

SignalSeen signalOf(const RegisteredBreaker &breaker, const std::vector<CallTrack> &tracks, Instant now);

} // namespace siaga::projection
