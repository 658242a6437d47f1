// SPDX-License-Identifier: GPL-3.0-or-later
// One target of our own calls with all that guards it: breaker, places and a line before them, budget, time-out.
//
// It is like a doctor's surgery: a door that may be shut, so many chairs, a few appointments on top of the list, and a
// side door for emergencies. The catch: a monitor that stops looking is worse than none, so the door keeps out only what
// comes on top of the rhythm, unless a person shuts it.
#pragma once

#include "core/drivers/ports/call.h"
#include "core/resilience/adaptive_timeout.h"
#include "core/resilience/breaker.h"
#include "core/resilience/bulkhead.h"
#include "core/resilience/retry_budget.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace siaga {

enum class TargetKind { probe, edge, metrics };

/// What the fleet says of a target.
struct TargetShape
{
    TargetKind kind = TargetKind::probe;
    int confirmations = 0; ///< The re-checks that it takes to believe once that all its checks are down, and up again.
    bool operator==(const TargetShape &) const = default;
};

/// All targets of the fleet's checks, canaries, endpoints and pages of metrics.
std::map<BreakerId, TargetShape> targetsOf(const Fleet &fleet);

/// Whose rhythm a call belongs to ("check web@us"), and how many looks in a row it takes to believe what it says.
struct Subject
{
    std::string name;
    int looksToBelieve = 1;
};
Subject subjectOf(const Call &call);

/// The target that a call goes to.
BreakerId targetOf(const Call &call);
TargetKind kindOf(const Call &call);

/// The breaker's thresholds, chosen so that its opening never slows the detection of a check that is down:
/// - it judges a minute, because a monitor calls a target a few times in it, and opens when half of at least six calls
///   fail, or by the sequential test after some seventeen failures in a row: not before a check with the usual
///   `failures_to_down` of 3 has been believed;
/// - open, it lets looks in the rhythm pass, and after each of them as many re-checks as it takes to believe the check:
///   what it keeps back is only what comes again and again.
/// So it may stay open for two minutes, and tells little, however long a target is down. How slow a check may be is the
/// check's own matter; an edge or a page that is slow is degraded and never opens for it.
resilience::BreakerPolicy breakerPolicyFor(TargetKind kind);

class GuardedTarget
{
public:
    GuardedTarget(BreakerId id, const TargetShape &shape);

    const BreakerId &id() const { return m_id; }
    /// Takes what a changed fleet says of it; what was counted stays.
    void reshape(const TargetShape &shape);

    /// Whether a re-check may be needed to believe its subject, whatever the breaker says: no more of them passed since the
    /// last look in the rhythm than it takes.
    bool mayConfirm(const Subject &subject) const;
    void noteRound(const Subject &subject) { m_rechecks.erase(subject.name); }
    void noteRecheck(const Subject &subject) { ++m_rechecks[subject.name]; }

    /// Whether a re-check has a grant of the budget left; takes it.
    bool takeGrant(Instant now) { return m_budget->take(resilience::Spending::retry, now, !isWell()); }

    /// The deadline of a look in the rhythm that asks for `asked`: of edges and pages no longer than good answers usually
    /// take, and never below half of it or a second. That of a check is the fleet's word.
    Duration deadlineFor(Duration asked) const;

    /// What became of a call.
    std::optional<resilience::BreakerChange> ended(const resilience::Admission &admission, resilience::CallResult result, Duration took,
                                                   Instant now);
    void noteDeadline(Duration asked) { m_asked = asked; }

    TargetFigures figures(Instant now) const;

    resilience::Breaker breaker;
    resilience::Bulkhead places;
    resilience::WaitingLine<CallId> line;
    int rescues = 0; ///< Under way; they take no places.
    std::uint64_t calls = 0;
    std::uint64_t failures = 0;
    std::uint64_t refused = 0;

private:
    bool isWell() const;

    BreakerId m_id;
    TargetShape m_shape;
    std::unique_ptr<resilience::RetryBudget> m_budget;
    resilience::AdaptiveTimeout m_timeout;
    Duration m_asked{}; ///< By the last look in the rhythm.
    std::map<std::string, int> m_rechecks; ///< Of each subject, since its last round.
};

} // namespace siaga
