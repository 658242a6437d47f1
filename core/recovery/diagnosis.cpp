// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/diagnosis.h"

namespace siaga::recovery {

std::optional<Diagnosis> diagnose(const RegionMemory &region, bool ownLinkTrusted)
{
    switch (region.state) {
    case RegionState::down:
        return ownLinkTrusted ? Diagnosis::regionDown : Diagnosis::ownLinkBroken;
    case RegionState::degraded:
        return Diagnosis::regionDegraded;
    case RegionState::unreachable:
        return ownLinkTrusted ? Diagnosis::regionUnreachable : Diagnosis::ownLinkBroken;
    case RegionState::healthy:
    case RegionState::unknown:
        break;
    }
    return std::nullopt;
}

Outputs tellDiagnosis(const RegionId &id, const State &state)
{
    const auto region = state.regions.find(id);
    if (region == state.regions.end())
        return {};
    const auto now = diagnose(region->second, state.ownLinkTrusted);
    const auto told = region->second.diagnosis;
    // Silence after an illness proves no recovery: the diagnosis stays until the region is seen healthy.
    if (now == told || (!now && region->second.state == RegionState::unknown))
        return {};
    Outputs out;
    if (told)
        out.emplace_back(DiagnosisEnded{id, *told});
    if (now)
        out.emplace_back(Diagnosed{id, *now, region->second.evidence});
    return out;
}

} // namespace siaga::recovery
