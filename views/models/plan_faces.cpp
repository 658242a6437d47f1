// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/plan_faces.h"

#include "core/words/board_words.h"
#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "core/words/translate.h"
#include "views/models/standing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace  {

using words::translate;

std::int64_t milliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

/// How long such a step usually takes; only for drawing what has not happened yet.
std::int64_t expectedMs(const Action &action)
{
    if (const auto *bake = std::get_if<Bake>(&action))
        return milliseconds(bake->lasts);
    if (std::holds_alternative<ConfirmReady>(action))
        return 3000;
    return std::holds_alternative<ConfirmQuiet>(action) ? 10000 : 7000;
}

LaneState laneState(const StepRow &step, PlanStanding plan)
{
    switch (step.standing) {
    case StepStanding::pending:
        return LaneState::planned;
    case StepStanding::running:
        return plan == PlanStanding::held ? LaneState::held : LaneState::running;
    case StepStanding::unsure:
        return LaneState::unsure;
    case StepStanding::done:
    case StepStanding::undone:
        return LaneState::done;
    case StepStanding::failed:
        return LaneState::failed;
    case StepStanding::notReached:
        return LaneState::notReached;
    }
    return LaneState::planned;
}

QString laneTitle(const StepRow &step)
{
    const auto *share = std::get_if<SetRegionShare>(&step.action);
    if (!share || !step.before)
        return words::title(step.action);
    return translate("Plan", "%1 at %2: %3 → %4")
        .arg(words::text(share->service), words::text(share->endpoint), words::percent(*step.before),
            words::percent(share->share));
}

QString laneNote(const StepRow &step)
{
    if (step.standing == StepStanding::undone)
        return words::word(step.standing);
    if (step.reason)
        return words::sentence(*step.reason);
    return step.attempts > 1 ? translate("Plan", "attempt %1").arg(step.attempts) : QString();
}

/// Bars of one plan, in milliseconds from its start.
std::vector<LaneStep> laneSteps(const PlanCard &card, Instant start, std::int64_t nowMs)
{
    std::vector<LaneStep> lanes;
    for (const StepRow &step : card.steps) {
        LaneStep lane{.title = laneTitle(step), .state = laneState(step, card.standing), .note = laneNote(step)};
        std::int64_t begin = card.ended ? 0 : nowMs;
        for (const int after : step.after)
            if (after >= 1 && static_cast<std::size_t>(after) <= lanes.size())
                begin = std::max(begin, lanes[static_cast<std::size_t>(after) - 1].endMs);
        lane.beginMs = step.began ? milliseconds(*step.began - start)
            : step.ended          ? milliseconds(*step.ended - start)
                                  : begin;
        const std::int64_t expected = lane.beginMs + expectedMs(step.action);
        const bool open = step.standing == StepStanding::running || step.standing == StepStanding::unsure;
        lane.endMs = step.ended ? milliseconds(*step.ended - start) : open ? std::max(expected, nowMs) : expected;
        lane.endMs = std::max(lane.endMs, lane.beginMs);
        lanes.push_back(std::move(lane));
    }
    return lanes;
}

std::optional<std::int64_t> noReturn(const PlanCard &card, const std::vector<LaneStep> &lanes)
{
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (card.steps[i].pointOfNoReturn)
            return lanes[i].beginMs;
    return std::nullopt;
}

QString nowText(const PlanCard &card, const NowBoard &board)
{
    const bool answers = board.incident && board.incident->plan == card.id;
    return answers ? translate("Plan", "now · RTO %1 left").arg(words::recoveryTime(*board.incident))
                   : translate("Plan", "now");
}

QString whyNotHold(const PlanCard &card, const NowBoard &board)
{
    const QString readOnly = whyReadOnly(board);
    if (!readOnly.isEmpty())
        return readOnly;
    return card.canHold ? QString() : translate("Plan", "The plan is %1").arg(words::word(card.standing));
}

QString whyNotAbort(const PlanCard &card, const NowBoard &board)
{
    const QString readOnly = whyReadOnly(board);
    if (!readOnly.isEmpty())
        return readOnly;
    return card.canAbort ? QString() : translate("Plan", "The plan is %1").arg(words::word(card.standing));
}

PreviewStep previewStep(const StepRow &step, const Bounds &bounds)
{
    PreviewStep shown {
        .what = words::sentence(step.action), .wayBack = words::word(step.onAbort), .noReturn = step.pointOfNoReturn};
    if (const auto *share = std::get_if<SetRegionShare>(&step.action)) {
        shown.what
            = translate("Plan", "Share of %1 at %2").arg(words::text(share->service), words::text(share->endpoint));
        shown.after = words::percent(share->share);
        shown.before = !step.before ? translate("Plan", "not seen")
            : step.beforeAge
            ? translate("Plan", "%1 (%2 ago)").arg(words::percent(*step.before), words::duration(*step.beforeAge))
            : words::percent(*step.before);
        if (!step.before || share->share < *step.before)
            shown.bounds = translate("Plan", "%1 stays free").arg(words::percent(bounds.headroomMin));
    } else if (std::holds_alternative<ConfirmReady>(step.action)) {
        shown.what = translate("Plan", "Look at the targets again");
        shown.after = translate("Plan", "all healthy");
    } else if (const auto *quiet = std::get_if<ConfirmQuiet>(&step.action)) {
        shown.what = translate("Plan", "New requests of %1").arg(words::text(quiet->service));
        shown.after = translate("Plan", "none seen");
    } else if (const auto *bake = std::get_if<Bake>(&step.action)) {
        shown.after = words::duration(bake->lasts);
    }
    if (step.bestEffort)
        shown.bounds = shown.bounds.isEmpty() ? translate("Plan", "if reachable")
                                              : translate("Plan", "%1; if reachable").arg(shown.bounds);
    return shown;
}

QString grouped(const Hash256 &hash)
{
    const QString hex = QString::fromStdString(toHex(hash));
    QStringList groups;
    for (int at = 0; at < 32; at += 4)
        groups << hex.mid(at, 4);
    return groups.join(u' ');
}

} // namespace

QString planLine(const PlanCard &card)
{
    const bool isProposal = card.standing == PlanStanding::proposed;
    QStringList parts{translate("Plan", "plan %1").arg(words::number(card.id))};
    if (card.standing != PlanStanding::running)
        parts << words::word(card.standing);
    if (isProposal)
        parts << translate("Plan", "expires in %1").arg(words::duration(card.left));
    if (card.approvedBy) {
        const auto *person = std::get_if<ByPerson>(&*card.approvedBy);
        parts << (person ? translate("Plan", "approved by %1").arg(words::text(person->who))
                         : translate("Plan", "approved by policy"));
    } else if (!card.requestedBy.empty()) {
        parts << translate("Plan", "asked for by %1").arg(words::text(card.requestedBy));
    }
    parts << words::progress(card);
    if (!isProposal)
        parts << words::duration(card.lasted);
    parts << words::shortHash(card.hash);
    return parts.join(u" · "_s);
}

LanesFace lanesFace(const PlanCard &card, const NowBoard &board)
{
    const bool begun = card.admitted.has_value();
    const Instant start = begun ? *card.admitted : board.now;
    LanesFace face{.title = words::title(card.purpose), .subtitle = planLine(card)};
    const std::int64_t now = begun ? milliseconds(board.now - start) : 0;
    face.steps = laneSteps(card, start, now);
    face.noReturnMs = noReturn(card, face.steps);
    if (begun && !card.ended) {
        face.nowMs = now;
        face.nowText = nowText(card, board);
    }
    face.whyNotHold = whyNotHold(card, board);
    face.whyNotAbort = whyNotAbort(card, board);
    return face;
}

std::vector<QString> notReady(const PlanCard &card, const NowBoard &board)
{
    std::vector<QString> problems;
    const auto judge = [&problems](const RegionCard *region) {
        if (region && !words::isReady(*region))
            problems.push_back(translate("Plan", "%1: %2").arg(words::text(region->id), words::asTarget(*region)));
    };
    const RegionCard *subject = regionIn(board, card.purpose.region);
    if (card.purpose.kind == PurposeKind::evacuate && subject)
        for (const RegionId &taker : subject->takers)
            judge(regionIn(board, taker));
    // A region that comes back is out of traffic until then; only its health counts.
    if (card.purpose.kind == PurposeKind::restore && subject
        && (subject->state != RegionState::healthy || subject->stale))
        problems.push_back(translate("Plan", "%1: %2").arg(words::text(subject->id),
            subject->stale ? words::seenAgo(subject->age) : words::summary(subject->evidence)));
    return problems;
}

PreviewFace previewFace(const PlanCard &card, const NowBoard &board)
{
    PreviewFace face {
        .title = words::title(card.purpose), .purpose = translate("Plan", "plan %1").arg(words::number(card.id))};
    for (const StepRow &step : card.steps)
        face.steps.push_back(previewStep(step, card.bounds));
    face.notReady = notReady(card, board);
    face.hash = grouped(card.hash);
    return face;
}

} // namespace siaga::views
