// SPDX-License-Identifier: GPL-3.0-or-later
// From a proposal to a running plan: autonomy, expiry, claims and classes.
#pragma once

#include "core/orchestrator/engine.h"

namespace siaga::orchestrator {

/// What follows for a plan that is proposed, waiting or suspended.
Outputs admit(const PlanMemory &plan, const State &state, const Context &context);

/// What follows when a plan was just proposed: watched, approved by policy, refused for want of room, or left to ask;
/// an older proposal for the same purpose is superseded.
Outputs receive(const PlanProposed &proposed, const State &state);

} // namespace siaga::orchestrator
