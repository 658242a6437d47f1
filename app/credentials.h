// SPDX-License-Identifier: GPL-3.0-or-later
// Where credentials come from, and what they are tried with; the products behind it are named in compose_credentials.cpp.
#pragma once

#include "core/drivers/ports/driver.h"
#include "core/drivers/ports/secrets.h"

#include <memory>

namespace siaga {

/// The keychain of this session and the memory of this run. Lives in the thread that made it, which has an event loop.
std::unique_ptr<Secrets> makeSecrets(InstantSource now, std::function<WallTime()> wall);

/// Drivers of their own, for looks that are no part of the rhythm: nobody but the sink hears of them, no breaker counts
/// them. Take ProbeCheck and ReadMetrics calls. `secrets` outlives them.
std::unique_ptr<Driver> makeTrialDriver(Secrets &secrets, CompletionSink sink, InstantSource now);

} // namespace siaga
