// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as people see it: before it runs as a preview, while it runs as lanes.
#pragma once

#include "core/events/plan_events.h"
#include "core/fleet/fleet.h"
#include "core/seen/capacity.h"

#include <optional>
#include <string>
#include <vector>

namespace siaga {

namespace orchestrator {
struct PlanMemory;
}

enum class PlanStanding { proposed, waiting, running, held, suspended, aborting, done, aborted, superseded, expired, watched, failed };
constexpr auto namesOf(PlanStanding)
{
    return std::array<std::string_view, 12>{"proposed", "waiting", "running",    "held",    "suspended", "aborting",
                                            "done",     "aborted", "superseded", "expired", "watched",   "failed"};
}

enum class StepStanding { pending, running, unsure, done, failed, notReached, undone };
constexpr auto namesOf(StepStanding)
{
    return std::array<std::string_view, 7>{"pending", "running", "unsure", "done", "failed", "not-reached", "undone"};
}

struct StepRow
{
    int number = 1;                  ///< From 1, as people count.
    Action action;
    StepStanding standing = StepStanding::pending;
    std::vector<int> after;          ///< Numbers from 1.
    std::optional<Permille> before;  ///< Share seen at the edge now (preview) or right before the step.
    std::optional<Duration> beforeAge; ///< How old that look is.
    std::optional<Instant> began;
    std::optional<Instant> ended;
    std::optional<Reason> reason;    ///< Why it failed or was not reached.
    int attempts = 0;
    bool bestEffort = false;
    bool pointOfNoReturn = false;
    WayBack onAbort = WayBack::hold;
    bool operator==(const StepRow &) const = default;
};

struct PlanCard
{
    PlanId id;
    Purpose purpose;
    PlanClass rank = PlanClass::recovery;
    Hash256 hash;
    Bounds bounds;
    PlanStanding standing = PlanStanding::proposed;
    Autonomy autonomy = Autonomy::ask;
    std::vector<Reason> lowered;
    std::vector<Reason> because;
    std::optional<Reason> why;       ///< Of held, waiting or suspended.
    std::vector<Reason> waitsFor;
    std::string requestedBy;
    std::optional<Reason> approvedBy;
    Instant proposed;
    std::optional<Instant> admitted;
    std::optional<Instant> ended;
    Instant expires;
    std::vector<StepRow> steps;
    std::vector<EndpointId> notReached;
    bool canApprove = false;
    bool canHold = false;
    bool canResume = false;
    bool canAbort = false;
    int stepsEnded = 0;              ///< Steps that are over, well or not.
    Duration lasted{};               ///< Since it was admitted, until now or its end; before that, since proposed.
    Duration left{};                 ///< Of a proposal: until it expires; never below zero.
    bool operator==(const PlanCard &) const = default;
};

/// Where it stands, alone.
PlanStanding planStanding(const orchestrator::PlanMemory &memory);

/// The card of this moment. `seen` is only for the shares and ages that stand beside steps not yet begun.
PlanCard planCard(const orchestrator::PlanMemory &memory, const Fleet &fleet, const Seen &seen, Instant now);

} // namespace siaga
