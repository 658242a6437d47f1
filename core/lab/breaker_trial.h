// SPDX-License-Identifier: GPL-3.0-or-later
// One rule in front of one target, through a quiet time, a fault and its end, call by call in virtual time.
//
// It is like a test stand for brakes: the same road, the same ice, another brake, and a measuring tape. The catch: nobody
// retries here; what a refused call would have come to is known only because the target's luck is drawn beforehand.
#pragma once

#include "core/lab/called_target.h"
#include "core/lab/target_rule.h"

#include <optional>
#include <vector>

namespace siaga::lab {

struct TrialSetup
{
    TargetHabits habits;
    TargetFault fault;
    Duration quietBefore = std::chrono::seconds(30);
    Duration faultFor = std::chrono::seconds(60);
    Duration quietAfter = std::chrono::seconds(60);
    std::uint64_t seed = 1;
};

/// The rule changed its state.
struct TrialTurn
{
    Duration at{};   ///< Since the fault began; negative before.
    BreakerState to = BreakerState::closed;
};

struct TrialOutcome
{
    bool alreadyTurned = false; ///< Not closed when the fault began: its detection proves nothing.
    std::optional<Duration> detectedAfter; ///< From the fault's begin to the first state that is not closed, while it lasts.
    std::optional<Duration> openedAfter;   ///< The same, to the first opening.
    int quietOpens = 0;     ///< Openings before the fault began.
    int quietDegradeds = 0; ///< Times that it went from closed to degraded before.
    // While the fault lasts:
    std::uint64_t wanted = 0;   ///< Calls that wanted to go.
    std::uint64_t reached = 0;  ///< Of them, those that reached the target.
    std::uint64_t good = 0;     ///< Of them, those that were answered well.
    double possible = 0;        ///< What could have been answered well.
    /// From the fault's end to the last second in which over 1 % of the calls were lost to the fault or refused.
    /// Nothing when that was still so at the end of the trial.
    std::optional<Duration> backAfter;
    std::vector<TrialTurn> turns; ///< At most `turnsMax`, oldest first.
};

/// More would tell nobody anything.
inline constexpr std::size_t turnsMax = 1000;

/// Deterministic: the same setup and a fresh rule of the same seed give the same outcome.
TrialOutcome runTrial(const TrialSetup &setup, TargetRule &rule);

} // namespace siaga::lab
