// SPDX-License-Identifier: GPL-3.0-or-later
// Readings: what may be believed of a registered breaker's signal, and where to look for more.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/state.h"
#include "core/seen/breaker_tracks.h"

namespace siaga::resilience {

using Reading = CallReading;
using Track = CallTrack;

struct Readings
{
    std::vector<Track> tracks;
    Duration slice{};  ///< The usual distance between two looks; above zero.
    Duration gapMax{}; ///< After a longer silence a row of failures is none any more.

    /// Those of all tracks, in the order in which they ended.
    std::vector<Reading> merged() const;
};

/// What may be believed of the breaker's signal (see countedSince), as far back as it is kept.
Readings readingsOf(const RegisteredBreaker &breaker, const State &state, const Context &context);

/// Whether the observation is a new one of that breaker's signal: only then is it judged, so that silence turns nothing.
bool isHeardBy(const RegisteredBreaker &breaker, const Observation &observation);

/// Where to look to hear it sooner.
std::vector<Look> looksAt(const RegisteredBreaker &breaker, Instant notBefore, const Fleet &fleet);

} // namespace siaga::resilience
