// SPDX-License-Identifier: GPL-3.0-or-later
// A run's faults, drawn from a seed: which kinds at all, how often, where, how long, how strongly.
//
// Each seed is like another exercise's director with tastes of their own: about half of the kinds never come up, so
// that what is left is not drowned. The list is data, so that a failing run can be made smaller by striking cards out.
#pragma once

#include "core/base/random.h"
#include "core/fleet/fleet.h"
#include "core/lab/faults.h"

#include <vector>

namespace siaga::lab {

/// How rough a run is: calm 10 %, normal 60 %, hostile 25 %, only one kind of fault 5 % of the seeds.
enum class Profile { calm, normal, hostile, onlyOne };
constexpr auto namesOf(Profile)
{
    return std::array<std::string_view, 4>{"calm", "normal", "hostile", "only-one"};
}

struct FaultSchedule
{
    Profile profile = Profile::normal;
    std::vector<Fault> faults; ///< By moment; all are over at the end of the span they were drawn for.
};

/// More than these say nothing more.
inline constexpr std::size_t scheduledMax = 200;

/// Draws the faults of one run between two moments. Each kind has its own stream: another kind shifts nothing.
FaultSchedule drawFaults(const Fleet &fleet, std::uint64_t seed, Instant from, Instant until);

} // namespace siaga::lab
