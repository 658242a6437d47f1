// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that only read files: `siaga check` and `siaga audit`.
#pragma once

#include "app/arguments.h"

namespace siaga {

/// Validates a fleet file and prints each effective value with where it comes from. Gives the exit code.
int runCheck(const Arguments &arguments);

/// Verifies or exports the journal of the data folder. Gives the exit code.
int runAudit(const Arguments &arguments);

} // namespace siaga
