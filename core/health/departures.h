// SPDX-License-Identifier: GPL-3.0-or-later
// Departures: what another fleet does not name any more.
//
// It is like taking the name plates of those who left off the board. The catch: folding knows no fleet, so each
// departure is an event: the subject turns unknown, and a check is forgotten (its turn has the threshold 0).
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

namespace siaga::health {

Outputs departures(const State &state, const Fleet &fleet);

} // namespace siaga::health
