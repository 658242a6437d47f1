// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a region, by name. Always on, whatever may be done about it.
#pragma once

#include "core/recovery/engine.h"

namespace siaga::recovery {

/// The diagnosis that holds now; nullopt for a region that is healthy, or of which nothing is known.
std::optional<Diagnosis> diagnose(const RegionMemory &region, bool ownLinkTrusted);

/// Diagnosed and DiagnosisEnded where the region's diagnosis differs from the one last told.
Outputs tellDiagnosis(const RegionId &region, const State &state);

} // namespace siaga::recovery
