// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/regions.h"

#include "core/health/testimony.h"

namespace siaga::health {

namespace {

/// Whether evidence alone is worth an event. Of a healthy region only who says so matters, and that all have spoken:
/// ten thousand checks that pass for the first time must not be told twice each.
bool isNews(RegionState state, const RegionEvidence &before, const RegionEvidence &after)
{
    if (state == RegionState::unknown)
        return false;
    if (state == RegionState::healthy)
        return before.disagreeing != after.disagreeing || (before.checksUnknown != 0 && after.checksUnknown == 0);
    return before != after;
}

} // namespace

Outputs judgeRegion(const State &state, const RegionId &region, const Context &context)
{
    if (!context.fleet.region(region))
        return {};
    static const RegionMemory unknown;
    const auto known = state.regions.find(region);
    const RegionMemory &memory = known == state.regions.end() ? unknown : known->second;
    Hearing hearing = hear(state, region, context);
    const RegionState to = verdictOn(hearing.testimony);
    if (to == memory.state && !isNews(to, memory.evidence, hearing.evidence))
        return {};
    return {Event(RegionTurned{.region = region, .from = memory.state, .to = to, .evidence = std::move(hearing.evidence)})};
}

Outputs judgeRegions(const State &state, const Context &context)
{
    Outputs outputs;
    for (const Region &region : context.fleet.regions)
        for (Output &output : judgeRegion(state, region.id, context))
            outputs.push_back(std::move(output));
    return outputs;
}

Outputs judgeUnreachable(const State &state, const Context &context)
{
    Outputs outputs;
    if (!state.ownLink.trusted)
        return outputs;
    for (const auto &[region, memory] : state.regions)
        if (memory.state == RegionState::unreachable)
            for (Output &output : judgeRegion(state, region, context))
                outputs.push_back(std::move(output));
    return outputs;
}

} // namespace siaga::health
