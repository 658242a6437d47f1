// SPDX-License-Identifier: GPL-3.0-or-later
// A fleet as a commented fleet.yaml: what readFleet() reads back as the same fleet.
//
// Like a clean copy of a form that was filled in by hand. The catch: it is one file without overlays and environments,
// however many the fleet was read from; and what is as by default is left out, unless somebody is to see it.
#pragma once

#include "core/fleet/fleet.h"
#include "core/fleet/yaml_page.h"

#include <map>
#include <string>
#include <vector>

namespace siaga {

/// What is said beside the values.
struct FleetNotes
{
    std::vector<std::string> head;                ///< Lines of comment at the top.
    std::map<FieldPath, std::string> remarks;     ///< Behind the line of a field or section.
};

/// The whole file. The fleet must be valid, as one that readFleet() gave; of any other the text is refused when it is read.
std::string fleetText(const Fleet &fleet, const FleetNotes &notes = {});

} // namespace siaga
