// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "app/plan_command.h"
#include "app/status_command.h"

namespace siaga {

std::unique_ptr<Command> startCommand(const Arguments &arguments, Instance &instance, const std::string &person, const Reply &reply)
{
    if (arguments.command == u"status")
        return std::make_unique<StatusCommand>(arguments, instance, reply);
    if (arguments.command == u"health")
        return std::make_unique<HealthCommand>(arguments, instance, reply);
    if (arguments.command == u"evacuate" || arguments.command == u"restore")
        return std::make_unique<PlanCommand>(arguments, instance, person, reply);
    return nullptr;
}

} // namespace siaga
