// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of breakers: hold one open or disabled for a while, or reset it.
//
// It is like a padlock on a switch: it carries a name, a reason and a date. The catch: it opens by itself on that date,
// for a lock without an end is forgotten by the second day.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/state.h"

namespace siaga::resilience {

inline constexpr Duration holdLongest = std::chrono::hours(24);

/// The answer to a request about a breaker: registered ones and our own may be held, those of others not.
Outputs respond(const Recorded &recorded, const State &state, const Context &context);

/// Holds whose time is over.
Outputs expiries(const State &state, const Context &context);

/// Where a breaker goes when its hold is over: from forced open it looks, from disabled it is judged.
Outputs afterRelease(const BreakerReleased &released, const State &state, const Context &context);

/// When the next hold is over.
std::optional<Instant> nextExpiry(const State &state);

} // namespace siaga::resilience
