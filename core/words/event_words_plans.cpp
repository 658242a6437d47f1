// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/event_lines.h"

#include "core/events/plan_events.h"
#include "core/events/request_events.h"
#include "core/words/figures.h"
#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "core/words/translate.h"

namespace siaga::words {

namespace  {

QString with(const QString &line, const QString &more)
{
    return more.isEmpty() ? line : translate("words", "%1: %2", "sentence: detail").arg(line, more);
}

/// "Plan 41, step 3": steps are counted from 1 for people.
QString stepOf(PlanId plan, int step, Leg leg)
{
    const QStringList numbers{number(plan), number(step + 1)};
    return leg == Leg::undoing ? translate("words", "Plan %1, undoing step %2").arg(numbers[0], numbers[1])
                               : translate("words", "Plan %1, step %2").arg(numbers[0], numbers[1]);
}

QString notReached(const std::vector<EndpointId> &edges)
{
    return edges.empty() ? QString() : translate("words", "not reached: %1").arg(listed(edges));
}

QString say(const PlanProposed &e)
{
    const int steps = static_cast<int>(e.plan.steps.size());
    const QString line = steps == 1 ? translate("words", "Plan %1 proposed: %2, 1 step, hash %3")
                                    : translate("words", "Plan %1 proposed: %2, %n steps, hash %3", nullptr, steps);
    const QString whole = line.arg(number(e.id), title(e.plan.purpose), shortHash(e.hash));
    return e.requestedBy.empty() ? whole : translate("words", "%1, asked for by %2").arg(whole, text(e.requestedBy));
}

QString say(const ProposalRefused &e)
{
    return with(translate("words", "Not proposed: %1").arg(title(e.purpose)), inOneLine(e.refusals));
}

QString say(const PlanApproved &e)
{
    return with(translate("words", "Plan %1 approved").arg(number(e.id)), sentence(e.by));
}

QString say(const PlanWaiting &e)
{
    return with(translate("words", "Plan %1 waits").arg(number(e.id)), inOneLine(e.reasons));
}

QString say(const PlanAdmitted &e) { return translate("words", "Plan %1 runs").arg(number(e.id)); }

QString say(const PlanSuspended &e)
{
    return translate("words", "Plan %1 suspended by plan %2").arg(number(e.id), number(e.by));
}

QString say(const PlanHeld &e)
{
    return with(translate("words", "Plan %1 held").arg(number(e.id)), sentence(e.reason));
}

QString say(const PlanResumed &e)
{
    return with(translate("words", "Plan %1 resumed").arg(number(e.id)), sentence(e.by));
}

QString say(const PlanAborted &e)
{
    return with(translate("words", "Plan %1 aborted").arg(number(e.id)), sentence(e.by));
}

QString say(const PlanEnded &e)
{
    return with(translate("words", "Plan %1 ended: %2").arg(number(e.id), word(e.end)), notReached(e.notReached));
}

QString say(const StepIntended &e)
{
    const QString step = stepOf(e.plan, e.step, e.leg);
    if (e.endpoint.empty())
        return translate("words", "%1 begins", "a step").arg(step);
    const QString line
        = translate("words", "%1 tells %2: %3 in %4 to %5 (weight %6)")
              .arg(step, text(e.endpoint), text(e.service), text(e.region), percent(e.share), number(e.weight));
    return e.attempt > 1 ? translate("words", "%1, attempt %2").arg(line, number(e.attempt)) : line;
}

QString say(const StepAnswered &e) { return with(with(stepOf(e.plan, e.step, e.leg), word(e.result)), text(e.detail)); }

QString say(const StepVerified &e)
{
    return translate("words", "%1 seen to be done").arg(stepOf(e.plan, e.step, e.leg));
}

QString say(const StepFailed &e)
{
    return with(translate("words", "%1 failed", "a step").arg(stepOf(e.plan, e.step, e.leg)), sentence(e.reason));
}

QString say(const StepNotReached &e)
{
    return with(translate("words", "%1: edge not reached").arg(stepOf(e.plan, e.step, Leg::doing)), sentence(e.reason));
}

QString say(const StopOrdered &e)
{
    return with(translate("words", "Automation stopped by %1").arg(text(e.by)), text(e.reason));
}

QString say(const StopLifted &e) { return translate("words", "Stop lifted by %1").arg(text(e.by)); }

QString planOr(PlanId plan, const QString &one, const QString &all)
{
    return plan ? one.arg(number(plan)) : all;
}

Purpose purposeOf(PurposeKind kind, const RegionId &region, const std::optional<ServiceId> &service)
{
    return {.kind = kind, .region = region, .service = service};
}

QString say(const EvacuateRequested &e)
{
    const QString what = title(purposeOf(PurposeKind::evacuate, e.region, e.service));
    return e.share == none ? translate("words", "Asked: %1").arg(what)
                           : translate("words", "Asked: %1, leaving %2").arg(what, percent(e.share));
}

QString say(const RestoreRequested &e)
{
    return translate("words", "Asked: %1").arg(title(purposeOf(PurposeKind::restore, e.region, e.service)));
}

QString say(const ApproveRequested &e)
{
    return translate("words", "Asked: run plan %1 as confirmed, hash %2").arg(number(e.plan), shortHash(e.hash));
}

QString say(const HoldRequested &e)
{
    return planOr(
        e.plan, translate("words", "Asked: hold plan %1"), translate("words", "Asked: hold all running plans"));
}

QString say(const ResumeRequested &e) { return translate("words", "Asked: resume plan %1").arg(number(e.plan)); }

QString say(const AbortRequested &e) { return translate("words", "Asked: abort plan %1").arg(number(e.plan)); }

QString say(const StopRequested &e) { return with(translate("words", "Asked: stop automation"), text(e.reason)); }

QString say(const LiftStopRequested &) { return translate("words", "Asked: lift the stop"); }

QString say(const AcknowledgeRequested &e)
{
    return with(translate("words", "Asked: acknowledge alert %1").arg(number(e.alert)), text(e.note));
}

QString say(const BakeRequested &e)
{
    return translate("words", "Asked: keep %1 in %2 as it is for %3")
        .arg(text(e.service), text(e.region), duration(e.lasts));
}

QString say(const HoldBreakerRequested &e)
{
    const QString line = e.hold == BreakerHold::open
        ? translate("words", "Asked: force breaker %1 open for %2").arg(text(e.breaker), duration(e.lasts))
        : translate("words", "Asked: disable breaker %1 for %2").arg(text(e.breaker), duration(e.lasts));
    return with(line, text(e.reason));
}

QString say(const ResetBreakerRequested &e)
{
    return with(translate("words", "Asked: reset breaker %1").arg(text(e.breaker)), text(e.reason));
}

QString say(const RequestGranted &e)
{
    return e.plan ? translate("words", "Granted: plan %1").arg(number(e.plan)) : translate("words", "Granted");
}

QString say(const RequestRefused &e) { return with(translate("words", "Refused"), inOneLine(e.reasons)); }

} // namespace

std::optional<QString> planLine(const Event &event)
{
    return lineAmong<PlanProposed, ProposalRefused, PlanApproved, PlanWaiting, PlanAdmitted, PlanSuspended, PlanHeld,
        PlanResumed, PlanAborted, PlanEnded, StepIntended, StepAnswered, StepVerified, StepFailed, StepNotReached,
        StopOrdered, StopLifted>(event, [](const auto &body) { return say(body); });
}

std::optional<QString> requestLine(const Event &event)
{
    return lineAmong<EvacuateRequested, RestoreRequested, ApproveRequested, HoldRequested, ResumeRequested,
        AbortRequested, StopRequested, LiftStopRequested, AcknowledgeRequested, BakeRequested, HoldBreakerRequested,
        ResetBreakerRequested, RequestGranted, RequestRefused>(event, [](const auto &body) { return say(body); });
}

} // namespace siaga::words
