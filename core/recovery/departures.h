// SPDX-License-Identifier: GPL-3.0-or-later
// Departures: what another fleet names no more, and what was known of it.
//
// It is like closing the files of those who left. The catch: folding knows no fleet, so what is to be forgotten is
// told by name.
#pragma once

#include "core/recovery/engine.h"

namespace siaga::recovery {

/// Ends the diagnoses and drifts of what left, and drops every standing fact about what left; nothing when all stayed.
Outputs departures(const State &state, const Fleet &fleet);

/// Forgets what the event names.
void drop(State &state, const FactsDropped &dropped);

} // namespace siaga::recovery
