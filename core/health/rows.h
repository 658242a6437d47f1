// SPDX-License-Identifier: GPL-3.0-or-later
// Results in a row: what the newest ones agree on.
//
// It is like looking back along a row of beads until the colour changes. The catch: a result that could not be taken
// (notRun) is no bead at all, and a long gap is a change of colour, for nobody knows what happened in it.
#pragma once

#include "core/health/state.h"
#include "core/seen/seen.h"

namespace siaga::health {

struct Row
{
    int count = 0;        ///< 0: nothing is known, and the rest means nothing.
    bool failing = false;
    Instant began;        ///< When the first probe of the row was started.
    const ProbeResult *newest = nullptr;
};

/// The trailing results that agree, begun at `notBefore` or later, with no gap longer than `gapMax` between them.
Row trailingRow(const std::deque<ProbeResult> &probes, Instant notBefore, Duration gapMax);

/// The newest result that tells anything about its target; nullptr when there is none.
const ProbeResult *newestTold(const std::deque<ProbeResult> &probes);

/// How many failing results began at `notBefore` or later.
int failuresSince(const std::deque<ProbeResult> &probes, Instant notBefore);

/// What was seen earlier says nothing: before it the journal was closed, or another fleet was in force.
Instant watchedSince(const State &state);

} // namespace siaga::health
