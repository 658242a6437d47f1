// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of the call to an instance: which fleet, which journal, in which mode.
#pragma once

#include "app/instance.h"
#include "app/arguments.h"

namespace siaga {

/// The built-in lab fleet, as it is compiled in.
FleetSource builtInLab();

/// What an instance is started with. With --lab the built-in lab, in memory. Without --fleet: the fleet last adopted in
/// this data folder, else the lab, whose journal stays in memory unless --data names a folder.
Result<InstanceOptions, StartFailure> launchOptions(const Arguments &arguments);

/// True when these words start the built-in lab; does not open or read anything.
bool startsTheLab(const Arguments &arguments);

} // namespace siaga
