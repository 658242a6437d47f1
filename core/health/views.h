// SPDX-License-Identifier: GPL-3.0-or-later
// Views: what each edge's own counters say of each region's servers.
//
// An edge is like a waiter who counts the plates that come back: he knows whether the kitchen serves, whatever the
// kitchen says of itself. The catch: a waiter with no guests knows nothing, and one whom we cannot ask any more has not
// taken his last word back.
#pragma once

#include "core/health/edges.h"

namespace siaga::health {

/// What the counters grew by in the policy's window, up to one look.
struct ViewCount
{
    std::uint64_t requests = 0;
    std::uint64_t failures = 0; ///< May exceed the requests: retries count too.
    bool failedLast = false;    ///< Something failed in the newest interval itself.
    bool whole = false;         ///< The looks cover the window; false after a restart or a gap.
    bool down = false;          ///< The edge's own health check has given the server up.

    Permille failed() const;    ///< 0 when there were no requests.
};

/// Counts over the looks that reached the edge, the `skipped` newest of them left aside. A counter that fell, or a
/// process that grew younger, starts it anew.
ViewCount countView(const State &state, const Endpoint &endpoint, const ViewKey &key, int skipped, const Context &context);

struct ViewVerdict
{
    std::optional<ViewTurned> turned;
    bool surprised = false; ///< It contradicts what is known, but not yet in two looks.
};
ViewVerdict judgeView(const State &state, const Endpoint &endpoint, const ViewKey &key, const Context &context);

/// The views of an edge that cannot be read any more turn unknown.
Outputs blindViews(const State &state, const EndpointId &endpoint);

} // namespace siaga::health
