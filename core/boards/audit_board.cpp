// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/audit_board.h"

#include "core/events/health_events.h"
#include "core/events/plan_events.h"
#include "core/events/request_events.h"

namespace siaga {

namespace {

/// Adds what `many` gives of the body, when the event is one.
template<class Body, class Many>
void addFrom(std::vector<Reason> &reasons, const Event &event, Many many)
{
    if (const auto *body = event.as<Body>())
        for (const Reason &reason : many(*body))
            reasons.push_back(reason);
}

template<class Body>
void addOne(std::vector<Reason> &reasons, const Event &event, Reason Body::*reason)
{
    if (const auto *body = event.as<Body>())
        reasons.push_back(body->*reason);
}

} // namespace

std::vector<Reason> reasonsOf(const Event &event)
{
    std::vector<Reason> reasons;
    addFrom<PlanProposed>(reasons, event, [](const PlanProposed &e) { return e.because; });
    addFrom<PlanProposed>(reasons, event, [](const PlanProposed &e) { return e.lowered; });
    addFrom<ProposalRefused>(reasons, event, [](const ProposalRefused &e) { return e.refusals; });
    addFrom<PlanWaiting>(reasons, event, [](const PlanWaiting &e) { return e.reasons; });
    addFrom<RequestRefused>(reasons, event, [](const RequestRefused &e) { return e.reasons; });
    addOne(reasons, event, &PlanApproved::by);
    addOne(reasons, event, &PlanHeld::reason);
    addOne(reasons, event, &PlanResumed::by);
    addOne(reasons, event, &PlanAborted::by);
    addOne(reasons, event, &StepFailed::reason);
    addOne(reasons, event, &StepNotReached::reason);
    return reasons;
}

AuditRow auditRow(const Recorded &recorded)
{
    AuditRow row{.seq = recorded.seq, .at = recorded.at, .wall = recorded.wall, .epoch = recorded.epoch, .actor = recorded.actor};
    row.type = recorded.event.name();
    row.group = groupOf(row.type);
    row.reasons = reasonsOf(recorded.event);
    row.mentions = mentionsOf(recorded.event);
    if (const auto *opened = recorded.event.as<AlertOpened>()) {
        row.cause = opened->cause;
        row.severity = opened->severity;
    }
    if (const auto *changed = recorded.event.as<AlertSeverityChanged>())
        row.severity = changed->to;
    return row;
}

} // namespace siaga
