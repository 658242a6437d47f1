// SPDX-License-Identifier: GPL-3.0-or-later
// The last look before a step that changes what users get: does the world still lie within what was accepted?
#pragma once

#include "core/orchestrator/engine.h"

namespace siaga::orchestrator {

/// Why setting the share must not start now; nullopt when it may. Taking traffic away asks whether the rest can take
/// over; giving traffic asks whether the region that gets it is healthy. Leaving a dead region is never forbidden by
/// the staleness of its own data.
std::optional<Reason> denied(const SetRegionShare &share, std::optional<int> weightNow, const PlanMemory &plan,
                             const State &state, const Context &context);

} // namespace siaga::orchestrator
