// SPDX-License-Identifier: GPL-3.0-or-later
// HAProxy's answer to "what do you have, and what may I do here": the line that asks, and how the answer is read.
//
// Like reading the plate at a machine. The catch: at the level "user" HAProxy leaves the balancing algorithm out, so it
// is unknown there and not absent.
#pragma once

#include "core/base/result.h"
#include "core/drivers/haproxy/commands.h"
#include "core/fleet/inventory.h"

#include <string_view>

namespace siaga {

/// Asks for all of it; changes nothing.
CommandLine inventoryCommand();

/// Understands the reply to inventoryCommand(). The error says what is missing: a reply, a column, a number.
Result<EdgeInventory> readInventory(std::string_view reply);

} // namespace siaga
