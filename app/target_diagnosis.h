// SPDX-License-Identifier: GPL-3.0-or-later
// From the result of one probe, or of one page that was read, to what is wrong with the target and what to do.
//
// Like a physician at the other end of a telephone line. The catch: it knows what was seen from here, once; what a user
// sees from elsewhere may differ.
#pragma once

#include "app/finding.h"
#include "core/fleet/fleet.h"
#include "core/seen/observation.h"

namespace siaga {

/// Pure.
Finding diagnoseCheck(const Check &check, const ProbeResult &result);
Finding diagnoseCanary(const Canary &canary, const ProbeResult &result);
/// `fleet`: whose breakers want series of the page.
Finding diagnoseMetrics(const MetricsSource &source, const Fleet &fleet, const MetricsSeen &seen);

} // namespace siaga
