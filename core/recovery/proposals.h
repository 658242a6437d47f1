// SPDX-License-Identifier: GPL-3.0-or-later
// When a diagnosis, a recovered region or a drifted edge leads to a proposal, and how far it may go by itself.
#pragma once

#include "core/recovery/engine.h"

namespace siaga::recovery {

/// What time and diagnoses alone lead to: evacuations, restores, edges put back; refusals are told once.
Outputs propose(const State &state, const Context &context);

/// The answer to a person's request for a plan; nothing for events that are no such request.
Outputs respond(const Recorded &request, const State &state, const Context &context);

} // namespace siaga::recovery
