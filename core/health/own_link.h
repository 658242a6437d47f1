// SPDX-License-Identifier: GPL-3.0-or-later
// Our own link: is it they, or is it we?
//
// It is like looking at the street lamps when the light goes out at home. The catch: when everything fails at once and
// nobody else confirms it, it is more likely ours, and nothing may be called down on our word alone.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

#include <optional>

namespace siaga::health {

/// Failing (or passing) results in a row after which a canary fails (or passes).
inline constexpr int canaryResultsToTurn = 2;

/// Judges our own link anew: not trusted when all canaries heard of fail, or when all checks known are down in two
/// regions or more and edges do not confirm each of them. Trusted again only by something that passes.
std::optional<OwnLinkTurned> judgeOwnLink(const State &state, const Context &context);

/// The same after a canary's result; late results lead to nothing.
std::optional<OwnLinkTurned> canarySeen(const State &state, const CanarySeen &seen, const Context &context);

} // namespace siaga::health
