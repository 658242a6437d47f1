// SPDX-License-Identifier: GPL-3.0-or-later
// The port that reads what other programs publish of themselves.
#pragma once

#include "core/drivers/ports/driver.h"

namespace siaga {

/// Takes ReadMetrics calls; anything else is a broken invariant.
///
/// - One attempt a call, no redirect followed. https and credentials as in the Prober port; a page that needs a credential
///   that is not known is not asked (`asked == false`).
/// - At most 8 MiB of a page are read; a longer one is `reached == false` with that as its detail.
/// - A line that does not follow the text form is skipped and counted in `detail`; NaN and infinite values are absent.
/// - A series is wanted by its name alone (its values are added up) or with labels exactly as the page writes them.
/// - Breakers are those of resilience4j (`resilience4j_circuitbreaker_state` with its rates) and of Envoy
///   (`envoy_cluster_circuit_breakers_*_open`, and ejections by outlier detection).
class Metrics : public Driver
{
};

} // namespace siaga
