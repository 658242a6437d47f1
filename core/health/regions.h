// SPDX-License-Identifier: GPL-3.0-or-later
// Regions: turning them, whenever what they are judged from has turned.
//
// It is like the one lamp for each region on the wall, wired to the verdict and not to any single sensor. The catch:
// it is told again when only the evidence moved, for a second vantage point that agrees changes what may be done.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

namespace siaga::health {

/// Judges one region anew; empty when nothing worth telling has changed, or the fleet has no such region.
Outputs judgeRegion(const State &state, const RegionId &region, const Context &context);

/// Judges all regions of the fleet anew.
Outputs judgeRegions(const State &state, const Context &context);

/// Judges those unreachable from here anew, while our own link is trusted: failures may have been confirmed since.
Outputs judgeUnreachable(const State &state, const Context &context);

} // namespace siaga::health
