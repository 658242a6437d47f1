// SPDX-License-Identifier: GPL-3.0-or-later
// What one page of metrics means in our words: the wanted series, and the breakers of the program behind it.
//
// Like reading a long till receipt for two prices and the cashier's notes. The catch: programs write what they like; a
// line that does not follow the form is counted and left aside, and a second line of the same series too.
#pragma once

#include "core/seen/breaker_seen.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

struct PageReport
{
    std::map<std::string, double> values; ///< Of the wanted series; those without a finite value are not there.
    std::vector<ForeignBreaker> breakers; ///< At most breakersMax, in the page's order.
    int skipped = 0;                      ///< Lines that do not follow the form, or say again what was said.
};

inline constexpr std::size_t breakersMax = 500;

/// Reads a whole page. A wanted name is the sum over all of its series; a wanted name with labels is just that one.
///
/// Breakers: resilience4j's `resilience4j_circuitbreaker_state` (one gauge for each state, 1 for the one it is in) with
/// `_failure_rate` and `_slow_call_rate`, in percent, -1 for too few calls; Envoy's
/// `envoy_cluster_circuit_breakers_PRIORITY_RESOURCE_open` (1: its limit is reached) and
/// `envoy_cluster_outlier_detection_ejections_active`, of each cluster: open when a limit is reached, degraded when hosts
/// are ejected.
PageReport readPage(std::string_view page, const std::vector<std::string> &wanted);

} // namespace siaga
