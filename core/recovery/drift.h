// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an edge still shows what it was told.
#pragma once

#include "core/recovery/engine.h"

namespace siaga::recovery {

/// Compares one look with the standing facts; servers that an approved plan is moving are left alone.
Outputs compare(const EdgeSeen &look, const State &state, const Context &context);

/// A drift that nothing answers yet: no approved plan moves the server, and it was not told anything since.
bool isUnanswered(const ServerKey &server, const DriftMemory &drift, const State &state);

/// True while an approved plan claims the server's traffic.
bool isMoved(const ServerKey &server, const State &state);

} // namespace siaga::recovery
