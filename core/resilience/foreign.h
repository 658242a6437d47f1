// SPDX-License-Identifier: GPL-3.0-or-later
// Breakers of other programs: those on pages of metrics, and servers that an edge's own checks take out.
//
// It is like reading the neighbours' warning lamps from the window. The catch: a window that cannot be looked through
// says nothing; a lamp is gone only when the window is clear and the lamp is missing twice.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/state.h"

namespace siaga::resilience {

/// What a page shows: turns, and breakers that it no longer publishes. At most foreignBreakersMax are known at a time;
/// those that are closed and were never seen otherwise are not told.
Outputs published(const State &state, const MetricsSeen &page, const Context &context);

/// The same of an edge's servers: down is open, ready is closed, and one that a person took out has no breaker.
Outputs serversTurned(const State &state, const EdgeSeen &look, const Context &context);

/// Those whose page or server the fleet no longer names.
Outputs foreignWithoutSource(const State &state, const Fleet &fleet);

} // namespace siaga::resilience
