// SPDX-License-Identifier: GPL-3.0-or-later
// The command that only reads a fleet file: `siaga check`.
#pragma once

#include "app/arguments.h"

namespace siaga {

/// Validates a fleet file and prints each effective value with where it comes from. Gives the exit code.
int runCheck(const Arguments &arguments);

/// Prints the page of every field of the fleet file, from the validator's own table. Gives the exit code.
int printFleetReference();

} // namespace siaga
