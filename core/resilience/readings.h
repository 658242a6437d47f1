// SPDX-License-Identifier: GPL-3.0-or-later
// Readings: a registered breaker's signal as calls and failures over time, whoever counted them.
//
// It is like reading meters in several flats: what matters is how far each hand moved between two visits. The catch: a
// meter that was replaced, skipped or unreadable tells nothing of that stretch, and nothing is made up for it.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/state.h"

namespace siaga::resilience {

/// What passed between two looks, or in one result of a check.
struct Reading
{
    Instant began;
    Instant ended;
    int calls = 0;
    int failures = 0; ///< Of them.
};

/// All that one vantage point told, oldest first.
struct Track
{
    VantageId who;
    std::vector<Reading> readings;
};

struct Readings
{
    std::vector<Track> tracks;
    Duration slice{};  ///< The usual distance between two looks; above zero.
    Duration gapMax{}; ///< After a longer silence a row of failures is none any more.

    /// Those of all tracks, in the order in which they ended.
    std::vector<Reading> merged() const;
};

/// What may be believed of the breaker's signal, as far back as it is kept. Nothing from before the journal was opened,
/// another fleet was adopted, a person reset it, or, of our own looks, our own link was trusted again.
Readings readingsOf(const RegisteredBreaker &breaker, const State &state, const Context &context);

/// Whether the observation is a new one of that breaker's signal: only then is it judged, so that silence turns nothing.
bool isHeardBy(const RegisteredBreaker &breaker, const Observation &observation);

/// Where to look to hear it sooner.
std::vector<Look> looksAt(const RegisteredBreaker &breaker, Instant notBefore, const Fleet &fleet);

} // namespace siaga::resilience
