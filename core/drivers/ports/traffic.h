// SPDX-License-Identifier: GPL-3.0-or-later
// The port that reads and sets how much traffic an edge sends to each region.
#pragma once

#include "core/drivers/ports/driver.h"

namespace siaga {

/// Takes LookAtEdge and SetServerWeight calls; anything else is a broken invariant.
///
/// - A write is absolute and may be repeated: the same weight twice leaves the same state.
/// - Weight 0 means no new requests (weight 0 and drained); above zero means ready with exactly that weight.
/// - `done` only after the edge has answered that each of its parts took effect; a lost or late answer is `unknown`,
///   a connection that never came about is `failed`, the edge's own error text is `refused`.
/// - A look reports the weights in force now, never the commanded ones, and an edge that cannot be read as
///   `reached == false`. Counters only grow while the edge's process lives.
/// - Calls to one edge go out one after another, in the order of start(); different edges never wait for each other.
///   Lane::rescue has a line of its own at each edge: such a call waits for no others but rescues, so that a look that
///   hangs delays no write. All others wait for all that were started before them, so that a look begun after a write
///   shows it. A look begun before may, then, end after it: what it shows is of the moment that it began.
class Traffic : public Driver
{
};

} // namespace siaga
