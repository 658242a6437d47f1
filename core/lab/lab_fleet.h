// SPDX-License-Identifier: GPL-3.0-or-later
// The fleet that the lab runs when no file says otherwise: four regions, a web service and what it stands on.
#pragma once

#include "core/fleet/read.h"

namespace siaga::lab {

/// What exercises differ in.
struct LabPolicies
{
    Autonomy evacuation = Autonomy::ask;
    Autonomy restore = Autonomy::ask;
    Autonomy drift = Autonomy::ask;
    Duration evacuateAfter = std::chrono::seconds(20);
    Duration restoreAfter = std::chrono::seconds(60);
    Duration coolDown = std::chrono::seconds(120);
    int floor = 1500;       ///< Requests a second of web, of 4000 in all.
    int headroomMin = 10;   ///< Percent.
    std::string breakers;   ///< Lines of the section of that name, each indented by two; usually none.
    std::string notify;     ///< The same of that section; usually none, so that nobody is told.
};

/// fleet.yaml as bytes; readFleet() takes it without a problem.
FleetSource labFleet(const LabPolicies &policies = {});

} // namespace siaga::lab
