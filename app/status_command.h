// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga status` and `siaga health`: the board, and each check, as text or JSON.
#pragma once

#include "app/command.h"

namespace siaga {

class StatusCommand : public Command
{
    Q_OBJECT

public:
    StatusCommand(const Arguments &arguments, Instance &instance, const Reply &reply);
};

class HealthCommand : public Command
{
    Q_OBJECT

public:
    HealthCommand(const Arguments &arguments, Instance &instance, const Reply &reply);
};

} // namespace siaga
