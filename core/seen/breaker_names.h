// SPDX-License-Identifier: GPL-3.0-or-later
// The names of breakers that nobody registered: of Siaga's own calls to each target, and of what other programs publish.
//
// It is like the street sign of a fuse box: whoever trips one, holds one or shows one reads the same name. The catch:
// two checks of one host and port share a breaker, for it is the target that is stuck and not the question asked.
#pragma once

#include "core/fleet/fleet.h"
#include "core/seen/breaker_seen.h"

#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// "pay.example:443": where an http(s) URL or HOST:PORT leads, the host in small letters. Empty for anything else.
std::string hostAndPortOf(std::string_view target);

// Of Siaga's own calls.
BreakerId ownBreakerOf(const Check &check);           ///< "probe:pay.example:443"
BreakerId ownBreakerOf(const Canary &canary);         ///< The same.
BreakerId ownBreakerOf(const Endpoint &endpoint);     ///< "edge:lb-us"
BreakerId ownBreakerOf(const MetricsSource &source);  ///< "metrics:payments-app"

/// All of them that a fleet leads to, sorted, each once. Only these of our own may be held by people.
std::vector<BreakerId> ownBreakers(const Fleet &fleet);

/// What other programs publish: "page:payments-app:resilience4j:charge" ...
BreakerId foreignBreakerOf(const MetricsId &source, const ForeignBreaker &published);
/// ... and the servers that an edge's own checks take out: "server:lb-us:web/us-1".
BreakerId foreignBreakerOf(const EndpointId &edge, std::string_view backend, std::string_view server);

} // namespace siaga
