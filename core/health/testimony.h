// SPDX-License-Identifier: GPL-3.0-or-later
// Testimony: what the checks and the independent edges say of one region, and the verdict.
//
// It is like a hearing: our own checks are one witness, each edge outside the region another, and a witness whose own
// eyes are in doubt convicts nobody. The catch: an edge that stands in the region may die with it, and is not heard.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

namespace siaga::health {

struct Testimony
{
    int checksUp = 0;
    int checksDown = 0;
    int checksUnknown = 0;
    bool linkSuspect = false; ///< Our own link is not trusted, or was not when what is down failed.
    bool viewGood = false;    ///< At least one independent view sees it serve.
    bool viewBad = false;     ///< At least one sees it fail.
    bool viewBlind = false;   ///< At least one saw it fail, and has not been able to look since.
};

/// The rules, in the order in which they hold.
RegionState verdictOn(const Testimony &testimony);

/// What is known of the region now, and by whose word. Walks through the fleet's checks once.
struct Hearing
{
    Testimony testimony;
    RegionEvidence evidence;
};
Hearing hear(const State &state, const RegionId &region, const Context &context);

/// Whether an edge outside the region sees it fail.
bool failsElsewhereToo(const State &state, const RegionId &region, const Context &context);

} // namespace siaga::health
