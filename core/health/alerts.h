// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts: what turns open one, raise it, and resolve it, and who took it.
//
// It is like a ticket pinned to the wall: it goes up when something turns bad, gets a darker colour but never silently
// a lighter one, and comes down only when the thing itself is seen to be well. The catch: not seeing it any more is no
// reason to take it down.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

namespace siaga::health {

/// What a recorded turn, drift or acknowledgement means for the alerts.
Outputs alertsAfter(const State &state, const Recorded &recorded, const Context &context);

/// Critical alerts that nobody acknowledged in time become emergencies. A check's or breaker's alert stays behind its region's.
Outputs escalations(const State &state, const Context &context);

/// Alerts about what the fleet does not name any more are resolved.
Outputs alertsWithoutSubject(const State &state, const Fleet &fleet);

} // namespace siaga::health
