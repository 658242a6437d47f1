// SPDX-License-Identifier: GPL-3.0-or-later
// The console: the window in this thread, the instance in one of its own.
#pragma once

#include "app/arguments.h"

namespace siaga {

/// Opens the window and runs until it is closed. Gives the exit code.
int runConsole(const Arguments &arguments);

} // namespace siaga
