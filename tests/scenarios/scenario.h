// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario: a virtual timeline of faults and people, and the transcript that is expected of it.
//
//     # What it shows, for the reader.
//     policy evacuation=act after=20s
//     breaker fuse: {service: web, effect: propose-drain}
//     at 60s fault regionCrash lab-us-east-1 for=5m
//     at 90s ayu evacuate lab-us-east-1
//     until 10m
//     ---
//     (the transcript)
#pragma once

#include "core/lab/lab_fleet.h"

#include <set>
#include <string>
#include <vector>

namespace siaga::lab {

struct Scenario
{
    struct Cue
    {
        Duration at{};
        std::string who;  ///< "lab", or the person who asks.
        std::string what; ///< The rest of the line.
    };
    std::uint64_t seed = 1;
    LabPolicies policies;
    std::vector<Cue> cues; ///< In the file's order, which must be that of time.
    std::set<std::string, std::less<>> hidden; ///< `hide NAME...`: records that are not told.
    Duration until = std::chrono::minutes(5);
    std::string script;     ///< Everything above the line of dashes, as it stands.
    std::string transcript; ///< Everything below.
};

/// Reads a scenario; the error names the line.
Result<Scenario> readScenario(const std::string &text);

/// Plays it and gives the transcript. A broken invariant ends it with a line that says so.
std::string play(const Scenario &scenario);

} // namespace siaga::lab
