// SPDX-License-Identifier: GPL-3.0-or-later
// What an edge has, asked once, for whoever sets up a fleet or looks for faults.
//
// Like ringing at the door instead of looking up the house in the books. The catch: it needs an event loop; the waiting
// way runs one of its own, so it is for command lines and never for a window.
#pragma once

#include "core/fleet/fleet.h"
#include "core/fleet/inventory.h"

#include <functional>

class QObject;

namespace siaga {

/// Asks and calls `over` later in this thread, unless `context` is gone by then. Reads only.
void askInventory(const Endpoint &endpoint, Duration deadline, QObject *context,
                  std::function<void(const InventoryAnswer &)> over);

/// The same, waiting for the answer.
InventoryAnswer askInventory(const Endpoint &endpoint, Duration deadline);

} // namespace siaga
