// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/engine.h"

#include "core/events/runtime_events.h"
#include "core/recovery/departures.h"
#include "core/recovery/diagnosis.h"
#include "core/recovery/drift.h"
#include "core/recovery/proposals.h"

#include <algorithm>

namespace siaga::recovery {

namespace {

Outputs tellDiagnoses(const State &state)
{
    Outputs out;
    for (const auto &[id, region] : state.regions)
        std::ranges::move(tellDiagnosis(id, state), std::back_inserter(out));
    return out;
}

Outputs onRecorded(const Recorded &recorded, const State &state, const Context &context)
{
    const Event &event = recorded.event;
    if (const auto *turned = event.as<RegionTurned>())
        return tellDiagnosis(turned->region, state);
    if (event.as<OwnLinkTurned>())
        return tellDiagnoses(state);
    if (event.as<FleetAdopted>())
        return departures(state, context.fleet);
    return respond(recorded, state, context);
}

} // namespace

Outputs decide(const State &state, const Input &input, const Context &context)
{
    if (const auto *observation = std::get_if<Observation>(&input)) {
        const auto *edge = std::get_if<EdgeSeen>(observation);
        return edge ? compare(*edge, state, context) : Outputs{};
    }
    Outputs out;
    if (const auto *recorded = std::get_if<const Recorded *>(&input))
        out = onRecorded(**recorded, state, context);
    return out.empty() ? propose(state, context) : out;
}

std::optional<Instant> nextDeadline(const State &state, const Context &context)
{
    const bool ill = std::ranges::any_of(state.regions, [](const auto &entry) { return entry.second.diagnosis.has_value(); });
    if (!ill && state.out.empty() && state.drifts.empty() && state.breakers.empty())
        return std::nullopt;
    return context.now + std::chrono::seconds(1); // Conditions such as headroom change without an event.
}

} // namespace siaga::recovery
