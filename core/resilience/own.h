// SPDX-License-Identifier: GPL-3.0-or-later
// Our own breakers, of the calls to each target: they turn by themselves, far from here, and report.
//
// It is like the log of a fuse box that somebody else minds. The catch: they live with the process; after a restart each
// of them begins anew, closed, unless a person holds it.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/state.h"

namespace siaga::resilience {

/// The turn that a report tells; a report from before a person took hold of the breaker leads to nothing.
Outputs reported(const State &state, const OwnBreakerSeen &seen);

/// After a restart: those that nobody holds are not what they were.
Outputs forgottenByRestart(const State &state);

} // namespace siaga::resilience
