// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of plans: approve, hold, resume, abort, stop. Abort and stop are answered in every state.
#pragma once

#include "core/orchestrator/engine.h"

namespace siaga::orchestrator {

/// What follows from a recorded request; nothing for events that are no request of this kind.
Outputs respond(const Recorded &request, const State &state, const Context &context);

} // namespace siaga::orchestrator
