// SPDX-License-Identifier: GPL-3.0-or-later
// Plans that move a region's traffic, drafted from the fleet and what is known to be healthy; never from observed
// weights or times, so that the same request gives the same hash.
#pragma once

#include "core/recovery/engine.h"

namespace siaga::recovery {

struct EvacuationWish
{
    RegionId region;
    std::optional<ServiceId> service; ///< None: every service there that an edge steers.
    Permille share;                   ///< What is left in the end.
    bool unknownDemandAccepted = false;
    PlanClass rank = PlanClass::recovery;
};

/// Takes traffic away, edge by edge: confirm who takes over, pass through the policy's shares, watch it fall quiet.
Plan draftEvacuation(const EvacuationWish &wish, const State &state, const Fleet &fleet);

/// Gives traffic back through the policy's shares, to a region that is confirmed healthy first.
Plan draftRestore(const RegionId &region, const std::optional<ServiceId> &service, PlanClass rank, const Fleet &fleet);

/// Tells one edge again what was decided for the servers that drifted there.
Plan draftReassert(const EndpointId &endpoint, const State &state);

/// Why the evacuation must not be; empty when it may. Asked at the draft, and by the orchestrator before each step.
std::vector<Reason> refusals(const EvacuationWish &wish, const State &state, const Context &context);

/// Why the restore must not be; empty when it may.
std::vector<Reason> restoreRefusals(const RegionId &region, const std::optional<ServiceId> &service, const State &state,
                                    const Context &context);

} // namespace siaga::recovery
