// SPDX-License-Identifier: GPL-3.0-or-later
// Does the world show what a step wanted? Observed, never commanded: only looks begun after the answer count.
#pragma once

#include "core/orchestrator/engine.h"

namespace siaga::orchestrator {

struct NotYet ///< No look that would tell; `waitingFor` says what is missing.
{
    Reason waitingFor;
};
struct Shown
{
    int weightSeen = 0;
    Instant began;
};
struct Denied ///< A look shows something else.
{
    Reason reason;
};
using Verdict = std::variant<NotYet, Shown, Denied>;

/// Judges an action by looks that began at or after `from`. `weightWanted` only matters for shares.
Verdict verdictOn(const Action &action, int weightWanted, Instant from, const State &state, const Context &context);

/// The looks that would let verdictOn() tell, paced so that a dead edge is not asked in a tight circle.
std::vector<Look> looksFor(const Action &action, Instant from, const Context &context);

/// From when on a look tells about this leg: at once after an answer, after the settle time when the answer was lost.
/// nullopt when the leg waits for no look.
std::optional<Instant> looksCountFrom(const StepState &leg, const Action &action, const Context &context);

} // namespace siaga::orchestrator
