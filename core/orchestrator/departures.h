// SPDX-License-Identifier: GPL-3.0-or-later
// What another fleet leaves nothing to stand on: drafts that name what is gone, and regions remembered as out.
#pragma once

#include "core/orchestrator/engine.h"

namespace siaga::orchestrator {

/// Ends the drafts that could not run any more, and drops what is remembered of regions that left. Approved plans are
/// not among them: a fleet that takes something from those is never adopted.
Outputs departures(const State &state, const Fleet &fleet);

} // namespace siaga::orchestrator
