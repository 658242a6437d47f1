// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of the call to an instance: which fleet, which journal, in which mode.
#pragma once

#include "app/instance.h"
#include "app/arguments.h"

namespace siaga {

/// The built-in lab fleet, as it is compiled in.
FleetSource builtInLab();

/// What an instance is started with. With --lab the built-in lab, in memory. Else the fleet is, in this order: the one that
/// --fleet names; the one last adopted in this data folder, with the changes of its file since; the one at
/// configuredFleet(); the lab, whose journal stays in memory unless --data names a folder. A last file that is gone or
/// broken is no failure: the adopted fleet goes on, and fleetProblems says why. A broken file of the others is one.
Result<InstanceOptions, StartFailure> launchOptions(const Arguments &arguments);

/// Once the instance runs: notes which file its fleet came from, for the next start on the same data.
void rememberLaunch(const InstanceOptions &options);

/// True when these words start the built-in lab; does not open or read anything.
bool startsTheLab(const Arguments &arguments);

} // namespace siaga
