// SPDX-License-Identifier: GPL-3.0-or-later
// Three regions, each with its edge, in the small fake world: what the tests of the whole loop have in common.
#pragma once

#include "core/journal/memory_journal.h"
#include "tests/support/fake_world.h"

namespace siaga::three_regions {

inline const std::vector<std::string> regions{"us", "eu", "ap"};

inline std::string policy(const std::string &autonomy, const std::string &more = {})
{
    return "policies:\n  evacuation:\n    autonomy: " + autonomy
        + "\n    after: 10s\n    steps: [50%, 0%]\n    headroom_min: 10%\n    cool_down: 30s\n  restore:\n    autonomy: " + autonomy
        + "\n    after: 10s\n    steps: [50%, 100%]\n  plans:\n    verify_timeout: 10s\n    call_deadline: 2s\n" + more;
}

inline int weightAt(const Bench &bench, const std::string &edge, const std::string &region)
{
    const auto found = bench.world.weights.find({edge, region});
    return found == bench.world.weights.end() ? 100 : found->second;
}

inline bool ended(const Bench &bench, PlanEnd end)
{
    const auto all = bench.all<PlanEnded>();
    return !all.empty() && all.back().end == end;
}

inline const orchestrator::PlanMemory *lastOpen(const Bench &bench)
{
    const auto &plans = bench.runner->state().orchestrator.plans;
    return plans.empty() ? nullptr : &plans.rbegin()->second;
}

inline void killRegion(Bench &bench, const std::string &region)
{
    bench.world.down.insert(region);
    bench.world.edgesDown.insert("edge-" + region);
}

/// Approves the newest open plan, as whoever reads its page does.
inline void approveLast(Bench &bench, const std::string &who, RequestId request = RequestId(900))
{
    bench.runner->request(ApproveRequested{request, lastOpen(bench)->id, lastOpen(bench)->hash}, who);
}

/// The newest proposal that nobody asked for.
inline std::optional<PlanProposed> lastByPolicy(const Bench &bench)
{
    std::optional<PlanProposed> last;
    for (const PlanProposed &proposed : bench.all<PlanProposed>())
        if (proposed.requestedBy.empty())
            last = proposed;
    return last;
}

} // namespace siaga::three_regions
