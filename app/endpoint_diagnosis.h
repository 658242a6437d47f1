// SPDX-License-Identifier: GPL-3.0-or-later
// From what a HAProxy said, or why it said nothing, to what is wrong with it and what to do.
//
// Like a physician who reads the thermometer but never gives an injection. The catch: what HAProxy does not tell at a low
// level, such as its balancing algorithm, is doubtful and not well.
#pragma once

#include "app/finding.h"
#include "app/socket_file.h"
#include "core/fleet/fleet.h"
#include "core/fleet/inventory.h"

#include <optional>
#include <string>

namespace siaga {

/// Pure. `file`: of an endpoint on a Unix socket. `account`: who we are, for the remedies.
Findings diagnoseEndpoint(const Endpoint &endpoint, const Fleet &fleet, const std::optional<SocketFile> &file,
                          const InventoryAnswer &answer, const std::string &account);

} // namespace siaga
