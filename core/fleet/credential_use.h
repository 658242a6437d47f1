// SPDX-License-Identifier: GPL-3.0-or-later
// Where a fleet uses which credential.
//
// Like the list of doors that a key opens, kept beside the key board. The catch: it knows names only; whether a key hangs
// there, and whether it turns, is seen elsewhere.
#pragma once

#include "core/fleet/fleet.h"

#include <string>
#include <vector>

namespace siaga {

/// One thing that sends a credential: either a check or a page of metrics.
struct CredentialUse
{
    Credential credential;
    CheckId check;       ///< Empty for a page of metrics.
    MetricsId metrics;   ///< Empty for a check.
    std::string target;  ///< The http(s) URL that it is sent to, and to no other host.
};

/// All of them, checks first, in the fleet's order.
std::vector<CredentialUse> credentialUses(const Fleet &fleet);

} // namespace siaga
