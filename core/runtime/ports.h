// SPDX-License-Identifier: GPL-3.0-or-later
// The drivers that one instance works through; only the composition knows which products stand behind them.
#pragma once

#include "core/drivers/ports/breaker_control.h"
#include "core/drivers/ports/metrics.h"
#include "core/drivers/ports/notifier.h"
#include "core/drivers/ports/prober.h"
#include "core/drivers/ports/traffic.h"

#include <functional>

namespace siaga {

struct Ports
{
    Prober *prober = nullptr;                                ///< Not owned.
    std::function<Traffic *(const Endpoint &)> traffic;      ///< Not owned; nullptr for a driver this build lacks.
    Metrics *metrics = nullptr;                              ///< Not owned; nullptr where no page can be read.
    BreakerControl *breakers = nullptr;                      ///< Not owned; nullptr where calls have no breakers.
    Notifier *notifier = nullptr;                            ///< Not owned; nullptr where nobody is to be told.
};

} // namespace siaga
