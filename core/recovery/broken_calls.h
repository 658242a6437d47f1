// SPDX-License-Identifier: GPL-3.0-or-later
// Broken calls: what registered breakers that are not closed mean for the traffic of a service in a region.
//
// It is like a red tag on one machine in the hall: the hall stays open, but nobody sends work to that machine. The
// catch: from half-open on, work is what it takes to find out, so the way back must be open then.
#pragma once

#include "core/recovery/state.h"

#include <optional>

namespace siaga::recovery {

/// Takes in a breaker that turned; only registered ones mean anything here.
void foldBreaker(State &state, const BreakerTurned &turned, Instant at);

/// Whether a breaker of the purpose's service and region is not closed: the question it asked still stands.
bool isBroken(const State &state, const Purpose &purpose);

/// Why the region must not be given back by a policy: a breaker of something that is out of traffic there is open, or
/// a person holds it open.
std::optional<Reason> openBreakerAt(const State &state, const RegionId &region, const Fleet &fleet);

} // namespace siaga::recovery
