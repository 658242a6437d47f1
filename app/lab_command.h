// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga lab`: breaks something in the lab that is running, or heals it, as the director of an exercise would.
#pragma once

#include "app/command.h"

namespace siaga {

class LabCommand : public Command
{
    Q_OBJECT

public:
    LabCommand(const Arguments &arguments, Instance &instance, const Reply &reply);
};

/// Prints each kind of fault, what it reads and what it does. Gives the exit code.
int listFaults(bool json);

} // namespace siaga
