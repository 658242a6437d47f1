// SPDX-License-Identifier: GPL-3.0-or-later
// Boards made by hand, for pictures and for the tests of pages: the same four regions, quiet or in trouble.
#pragma once

#include "core/boards/now_board.h"

#include <memory>

namespace siaga::boards {

inline const RegionId usEast{"us-east-1"};
inline const RegionId usWest{"us-west-2"};
inline const RegionId euWest{"eu-west-1"};
inline const RegionId apSoutheast{"ap-southeast-1"};
inline constexpr AlertId incidentAlert{17};
inline constexpr PlanId evacuation{41};

/// Nothing is wrong; every region serves.
NowBoard quiet();

/// us-east-1 is down since 47 s; nobody has it, nothing is proposed yet.
NowBoard incident();

/// The same, with the evacuation proposed and waiting for approval.
NowBoard proposed();

/// The same, with the evacuation running at its sixth step.
NowBoard evacuating();

/// The incident, in which people were told: on the desktop it worked, the hook is tried again; an emergency is near.
NowBoard woken();

/// Nothing was seen since the start.
NowBoard blind();

/// The evacuation as a proposal; another `headroomMin` gives another hash.
PlanCard proposal(Permille headroomMin = Permille{200});

std::shared_ptr<const NowBoard> shared(NowBoard board);

} // namespace siaga::boards
