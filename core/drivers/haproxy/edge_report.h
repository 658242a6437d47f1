// SPDX-License-Identifier: GPL-3.0-or-later
// What one look at HAProxy means in the fleet's words: which server has which weight, state and counters.
//
// Like a translator between two trades. The catch is in the counters: `requests` is stot, which HAProxy counts for
// each attempt, and `failures` is econ + eresp + wretr + hrsp_5xx, so a retry is one more request and one more failure
// (measured with 2.6: a dead server gives as many failures as requests, with and without retries). With `retry-on` for
// answers HAProxy counts such a retry twice in wretr; failures are therefore never more than requests.
#pragma once

#include "core/base/result.h"
#include "core/fleet/fleet.h"
#include "core/seen/observation.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace siaga {

struct EdgeReport
{
    Duration uptime{}; ///< In whole seconds, as HAProxy tells it.
    std::map<std::pair<ServiceId, RegionId>, ServerSeen> servers; ///< Those of the endpoint that HAProxy has.
    std::string absent; ///< "web/eu-1, web/us-1": those that it has not; empty when all are there.
};

/// Understands the reply to lookCommand(). The error says what is missing: a reply, a column, a number.
Result<EdgeReport> readEdge(std::string_view reply, const Endpoint &endpoint);

} // namespace siaga
