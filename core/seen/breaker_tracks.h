// SPDX-License-Identifier: GPL-3.0-or-later
// A registered breaker's signal as calls and failures over time, whoever counted them: what its engine judges and what
// its card draws.
//
// It is like reading meters in several flats: what matters is how far each hand moved between two visits. The catch: a
// meter that was replaced, skipped or unreadable tells nothing of that stretch, and nothing is made up for it.
#pragma once

#include "core/seen/seen.h"

#include <optional>
#include <vector>

namespace siaga {

/// What passed between two looks, or in one result of a check.
struct CallReading
{
    Instant began;
    Instant ended;
    int calls = 0;
    int failures = 0; ///< Of them.
};

/// All that one vantage point told, oldest first.
struct CallTrack
{
    VantageId who;
    std::vector<CallReading> readings;
};

/// Whether the edge counts the breaker's calls.
bool countsFor(const Endpoint &edge, const RegisteredBreaker &breaker);

/// One track for each edge that counts it, or one for the check or the page. Nothing begun before `since` counts, nor
/// does what was not even tried.
std::vector<CallTrack> tracksOf(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant since);

/// When the signal was last seen, however it looked.
struct SignalSight
{
    std::optional<Instant> newest; ///< None: never.
    bool fresh = false;            ///< Not older than two missed rounds; of several edges one is enough.
};
SignalSight sightOf(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now);

} // namespace siaga
