// SPDX-License-Identifier: GPL-3.0-or-later
// All that this instance knows for certain: the fold of the journal.
#pragma once

#include "core/base/result.h"
#include "core/events/event.h"
#include "core/events/runtime_events.h"
#include "core/health/state.h"
#include "core/orchestrator/state.h"
#include "core/recovery/state.h"
#include "core/resilience/state.h"

namespace siaga {

struct State
{
    Fleet fleet;                ///< In force: read from `adopted`, never from a file.
    FleetAdopted adopted;       ///< Empty layers: none was adopted yet.
    std::vector<std::string> fleetProblems; ///< Of the last file that was refused; empty once one is adopted.
    health::State health;
    resilience::State resilience;
    recovery::State recovery;
    orchestrator::State orchestrator;
    Seq head;
    Instant at;                 ///< Of the last record.
    WallTime wall;
    Epoch epoch;
    std::uint64_t unknownEvents = 0; ///< Of kinds this build does not know: it shows them, but must not act.
};

/// Takes one recorded event in: the engines' folds, and what the runtime itself remembers. Never fails.
void fold(State &state, const Recorded &recorded);

/// The state as bytes for a keyframe, and back. A keyframe of another build's form is an error, and thrown away. `like`
/// may be nullptr; when it has the same fleet in force, that need not be read again, which is most of the work.
std::string toKeyframe(const State &state);
Result<State> fromKeyframe(std::string_view bytes, const State *like = nullptr);

/// Changes with every change of an event's or a state's stored form, and with the version.
std::string keyframeFingerprint();

/// SHA-256 over the folded state: equal on every machine that folded the same records.
Hash256 stateHash(const State &state);

} // namespace siaga
