// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/inspection.h"

#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"
#include "views/models/plan_faces.h"
#include "views/models/standing.h"

namespace siaga::views {

namespace  {

using words::translate;

std::vector<InspectionLine> reasonLines(const std::vector<Reason> &reasons)
{
    std::vector<InspectionLine> lines;
    for (const QString &sentence : words::sentences(reasons))
        lines.push_back({.text = sentence});
    return lines;
}

void add(Inspection &inspection, const QString &title, std::vector<InspectionLine> lines)
{
    if (!lines.empty())
        inspection.sections.push_back({title, std::move(lines)});
}

std::vector<InspectionLine> whyLines(const PlanCard &card)
{
    std::vector<Reason> reasons = card.because;
    if (card.why)
        reasons.push_back(*card.why);
    std::vector<InspectionLine> lines = reasonLines(reasons);
    for (const StepRow &step : card.steps)
        if (step.reason)
            lines.push_back({.mark = Status::warning, .text = words::sentence(*step.reason),
                .behind = translate("Inspector", "step %1: %2").arg(step.number).arg(words::title(step.action))});
    return lines;
}

std::vector<InspectionLine> facts(const PlanCard &card)
{
    std::vector<InspectionLine> lines{{.name = translate("Inspector", "class"), .text = words::word(card.rank)},
        {.name = translate("Inspector", "bounds"), .text = words::sentence(card.bounds)},
        {.name = translate("Inspector", "hash"), .text = words::shortHash(card.hash)}};
    if (!card.requestedBy.empty())
        lines.push_back({.name = translate("Inspector", "asked by"), .text = words::text(card.requestedBy)});
    if (card.approvedBy)
        lines.push_back({.name = translate("Inspector", "approved"), .text = words::sentence(*card.approvedBy)});
    if (!card.notReached.empty())
        lines.push_back({.mark = Status::warning,
            .name = translate("Inspector", "not reached"),
            .text = words::listed(card.notReached)});
    return lines;
}

/// What an abort would do now, by what each begun step declared.
std::vector<InspectionLine> wayBack(const PlanCard &card)
{
    std::vector<InspectionLine> lines;
    for (const StepRow &step : card.steps)
        if (step.began && std::holds_alternative<SetRegionShare>(step.action))
            lines.push_back(
                {.name = translate("Inspector", "step %1").arg(step.number), .text = words::word(step.onAbort)});
    return lines;
}

} // namespace

Inspection inspectionOfPlan(const NowBoard &board, const PlanCard &card)
{
    Inspection inspection {
        .title = words::title(card.purpose), .subtitle = translate("Inspector", "plan %1").arg(words::number(card.id))};
    inspection.status = statusOf(card.standing);
    inspection.state = translate("Inspector", "%1 · %2", "standing, progress")
                           .arg(words::word(card.standing), words::progress(card));
    add(inspection, translate("Inspector", "Why"), whyLines(card));
    add(inspection, translate("Inspector", "Why it asks"), reasonLines(card.lowered));
    add(inspection, translate("Inspector", "The plan"), facts(card));
    if (!card.ended)
        add(inspection, translate("Inspector", "If it is aborted now"), wayBack(card));
    const QString readOnly = whyReadOnly(board);
    if (card.standing == PlanStanding::proposed)
        inspection.review = Offer<PlanId>{card.id, readOnly};
    if (card.canHold)
        inspection.hold = Offer<PlanId>{card.id, readOnly};
    if (card.canResume)
        inspection.resume = Offer<PlanId>{card.id, whyNotStart(board)};
    if (card.canAbort)
        inspection.abort = Offer<PlanId>{card.id, readOnly};
    inspection.command = words::commandFor(card);
    return inspection;
}

} // namespace siaga::views
