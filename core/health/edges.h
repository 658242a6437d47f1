// SPDX-License-Identifier: GPL-3.0-or-later
// Edges: whether a load balancer can be read, and whether its process is a new one.
//
// It is like phoning an outpost: one missed call is nothing, two mean that the line is cut, and two answered calls mean
// that it is back. The catch: an outpost that we stopped phoning is unknown, and so is all it told us.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

#include <optional>

namespace siaga::health {

inline constexpr int looksToTurn = 2; ///< Looks in a row that must agree before an edge or one of its views turns.
inline constexpr Duration lookAgainAfter = std::chrono::seconds(1); ///< Pace of the fast looks after a first surprise.

EdgeState edgeStateOf(const State &state, const EndpointId &endpoint);

/// What the newest look says of the edge itself.
struct EdgeVerdict
{
    std::optional<EdgeTurned> turned;
    bool surprised = false; ///< It contradicts what is known, but not yet often enough.
};
EdgeVerdict judgeEdge(const State &state, const Endpoint &endpoint, const Context &context);

/// The edges that were not looked at, or of which no look reached them, within staleAfter(endpoint).
Outputs silentEdges(const State &state, const Context &context);

} // namespace siaga::health
