// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the other regions can take over what one region leaves: asked when a plan is drafted, and again right before
// each step that takes traffic away.
#pragma once

#include "core/events/reasons.h"
#include "core/seen/capacity.h"

#include <map>
#include <set>

namespace siaga {

/// How long back demand is counted.
inline constexpr Duration demandWindow = std::chrono::seconds(30);

/// What is known of the regions that would stay in traffic.
struct Remaining
{
    std::set<RegionId> out;                   ///< Left out of traffic by earlier plans.
    std::map<RegionId, RegionState> states;   ///< Only healthy ones take over.
};

/// Why `service` must not leave `region` within the bounds; empty when it may. The capacity that counts is that of
/// healthy regions in traffic: never the last one, never below the floor, never less headroom than accepted.
std::vector<Reason> refusalsToLeave(const Fleet &fleet, const Seen &seen, const Service &service, const RegionId &region,
                                    const Remaining &remaining, const Bounds &bounds, Instant now);

/// The regions that would take over: healthy, in traffic, not the one that is left.
std::vector<RegionId> takingOver(const Service &service, const RegionId &region, const Remaining &remaining);

} // namespace siaga
