// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/inspection.h"

#include "core/words/board_words.h"
#include "core/words/notice_words.h"
#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"
#include "views/models/place.h"
#include "views/models/standing.h"

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace  {

using words::translate;

void addSection(Inspection &inspection, const QString &title, std::vector<InspectionLine> lines)
{
    if (!lines.empty())
        inspection.sections.push_back({title, std::move(lines)});
}

std::vector<InspectionLine> evidenceLines(const std::vector<words::Evidence> &evidence)
{
    std::vector<InspectionLine> lines;
    for (const words::Evidence &one : evidence)
        lines.push_back({.mark = statusOf(one.weighs), .text = one.found, .behind = one.behind});
    return lines;
}

std::vector<InspectionLine> affected(const RegionCard &card)
{
    std::vector<InspectionLine> lines{
        {.name = translate("Inspector", "services"), .text = words::listed(card.services)},
        {.name = translate("Inspector", "traffic"), .text = words::traffic(card)}};
    if (card.share && card.share->least != card.share->most)
        lines.push_back({.name = translate("Inspector", "edges"),
            .text = translate("Inspector", "%1 to %2 of its usual share")
                        .arg(words::percent(card.share->least), words::percent(card.share->most))});
    if (card.headroom)
        lines.push_back({.name = translate("Inspector", "headroom"), .text = words::percent(*card.headroom)});
    return lines;
}

std::vector<InspectionLine> targets(const NowBoard &board, const RegionCard &card)
{
    std::vector<InspectionLine> lines;
    for (const RegionId &id : card.takers)
        if (const RegionCard *target = regionIn(board, id))
            lines.push_back({.mark = words::isReady(*target) ? Status::healthy
                    : target->stale                          ? Status::unknown
                                                             : statusOf(target->standing),
                .name = words::text(id),
                .text = words::asTarget(*target)});
    return lines;
}

std::vector<InspectionLine> withheldLines(const std::vector<Reason> &reasons)
{
    std::vector<InspectionLine> lines;
    for (const QString &sentence : words::sentences(reasons))
        lines.push_back({.mark = Status::warning, .text = sentence});
    return lines;
}

QString since(WallTime wall, Duration lasted, words::Zone zone)
{
    return translate("Inspector", "since %1 · %2").arg(words::timeOfDay(wall, zone), words::duration(lasted));
}

QString stateLine(const RegionCard &card, words::Zone zone)
{
    if (!card.age && !card.past)
        return translate("Inspector", "not seen yet");
    if (card.stale)
        return translate("Inspector", "%1, not seen for %2").arg(words::word(card.state), words::duration(*card.age));
    if (card.lasted >= std::chrono::hours(1)) // The hour it began matters only while it is fresh.
        return translate("Inspector", "%1 for %2", "state, lasted")
            .arg(words::word(card.state), words::duration(card.lasted));
    return translate("Inspector", "%1 %2", "state, since when")
        .arg(words::word(card.state), since(card.since, card.lasted, zone));
}

bool isWhole(const RegionCard &card)
{
    return !card.decidedOut && (!card.share || card.share->least == whole);
}

void offerTraffic(Inspection &inspection, const NowBoard &board, const RegionCard &card)
{
    const QString readOnly = whyReadOnly(board);
    // Leaving is offered whatever is known of the region; that it is stale is no reason to stay.
    inspection.evacuate = Offer<RegionId>{card.id, readOnly};
    const PlanCard *plan = card.plan ? planIn(board, *card.plan) : nullptr;
    const bool leaves = plan && plan->purpose.kind == PurposeKind::evacuate && plan->standing != PlanStanding::proposed;
    if (leaves)
        inspection.evacuate->whyNot
            = translate("Inspector", "Plan %1 is already doing that").arg(words::number(plan->id));
    else if (card.decidedOut && card.share && card.share->most == none)
        inspection.evacuate->whyNot = translate("Inspector", "It is out of traffic");
    if (!isWhole(card) && !plan)
        inspection.restore = Offer<RegionId>{card.id, readOnly};
}

void offerAcknowledge(Inspection &inspection, const NowBoard &board, const AlertRow &row)
{
    if (row.resolved)
        return;
    const QString taken = translate("Inspector", "Acknowledged by %1").arg(words::text(row.acknowledgedBy));
    const QString readOnly = whyReadOnly(board);
    inspection.acknowledge = Offer<AlertId>{row.id,
        !readOnly.isEmpty()              ? readOnly
            : row.acknowledgedBy.empty() ? QString()
                                         : taken};
}

std::vector<InspectionLine> noticeLines(const AlertRow &row, words::Zone zone)
{
    std::vector<InspectionLine> lines;
    for (const NoticeRow &notice : row.notices) {
        const bool isTold = notice.outcome == NoticeOutcome::delivered;
        lines.push_back({.mark = isTold ? Status::healthy : notice.outcome ? Status::warning : Status::unknown,
            .text = words::notice(notice, zone)});
        if (notice.attempts > 1)
            lines.back().behind = translate("Inspector", "attempt %1").arg(words::number(notice.attempts));
    }
    return lines;
}

InspectionLine escalationLine(const AlertRow &row)
{
    return {.mark = Status::emergency, .name = translate("Inspector", "next"), .text = words::escalation(*row.escalatesIn)};
}

QString safeLink(const std::string &link)
{
    const QString text = words::text(link);
    return text.startsWith(u"https://"_s) ? text : QString();
}

/// What the selection names, if it is there; else the whole of the page.
Inspection inspectionOfAny(
    const NowBoard &board, const Selection &selection, words::Zone zone, const ProtectBoard *protect)
{
    if (const auto *region = std::get_if<RegionId>(&selection))
        if (const RegionCard *card = regionIn(board, *region))
            return inspectionOfRegion(board, *card, zone);
    if (const auto *alert = std::get_if<AlertId>(&selection))
        if (const AlertRow *row = alertIn(board, *alert))
            return inspectionOfAlert(board, *row, zone);
    if (const auto *plan = std::get_if<PlanId>(&selection))
        if (const PlanCard *card = planIn(board, *plan))
            return inspectionOfPlan(board, *card);
    if (const auto *breaker = std::get_if<BreakerId>(&selection); breaker && protect)
        if (const BreakerCard *card = cardIn(*protect, *breaker))
            return inspectionOfBreaker(board, *card, zone);
    return protect ? inspectionOfProtection(*protect) : inspectionOfFleet(board);
}

bool isThere(const NowBoard &board, const Selection &selection, const ProtectBoard *protect)
{
    if (const auto *region = std::get_if<RegionId>(&selection))
        return regionIn(board, *region);
    if (const auto *alert = std::get_if<AlertId>(&selection))
        return alertIn(board, *alert);
    if (const auto *plan = std::get_if<PlanId>(&selection))
        return planIn(board, *plan);
    const auto *breaker = std::get_if<BreakerId>(&selection);
    return breaker && protect && cardIn(*protect, *breaker);
}

} // namespace

Inspection inspectionOf(
    const NowBoard &board, const Selection &selection, words::Zone zone, const ProtectBoard *protect)
{
    Inspection inspection = inspectionOfAny(board, selection, zone, protect);
    if (isThere(board, selection, protect)) {
        inspection.link = linkTo(*placeOf(selection));
        inspection.history = selection;
    }
    return inspection;
}

Inspection inspectionOfFleet(const NowBoard &board)
{
    Inspection inspection{.title = words::text(board.fleet), .subtitle = words::text(board.environment)};
    Standing worst = Standing::healthy;
    std::vector<InspectionLine> regions;
    for (const RegionCard &card : board.regions) {
        worst = std::max(worst, card.standing);
        regions.push_back({.mark = card.stale ? Status::unknown : statusOf(card.standing),
            .name = words::text(card.id),
            .text = card.decidedOut || card.stale || card.state == RegionState::healthy ? words::asTarget(card)
                                                                                        : words::word(card.state)});
    }
    inspection.status = board.regions.empty() ? Status::unknown : statusOf(worst);
    inspection.state
        = worst == Standing::healthy ? translate("Inspector", "every region is healthy") : word(inspection.status);
    addSection(inspection, translate("Inspector", "Regions"), std::move(regions));
    addSection(inspection, translate("Inspector", "What is shown here"),
        {{.text = translate("Inspector",
              "Select a region, an alert or a plan: why it is as it is, what it affects and what can be done stand "
              "here.")}});
    return inspection;
}

Inspection inspectionOfRegion(const NowBoard &board, const RegionCard &card, words::Zone zone)
{
    Inspection inspection {
        .title = words::text(card.id), .status = statusOf(card.standing), .state = stateLine(card, zone)};
    if (card.title != card.id.text())
        inspection.subtitle = words::text(card.title);
    addSection(inspection, translate("Inspector", "Why"), evidenceLines(words::why(card)));
    if (const AlertRow *alert = card.alert ? alertIn(board, *card.alert) : nullptr) {
        std::vector<InspectionLine> told = noticeLines(*alert, zone);
        if (alert->escalatesIn)
            told.push_back(escalationLine(*alert));
        addSection(inspection, translate("Inspector", "Who was told"), std::move(told));
    }
    addSection(inspection, translate("Inspector", "Why nothing is proposed"),
        withheldLines(card.plan ? std::vector<Reason>{} : card.withheld));
    addSection(inspection, translate("Inspector", "It affects"), affected(card));
    addSection(inspection, translate("Inspector", "Ready to take over"), targets(board, card));
    if (const AlertRow *row = card.alert ? alertIn(board, *card.alert) : nullptr) {
        offerAcknowledge(inspection, board, *row);
        inspection.runbook = safeLink(row->runbook);
    }
    if (const PlanCard *plan = card.plan ? planIn(board, *card.plan) : nullptr;
        plan && plan->standing == PlanStanding::proposed)
        inspection.review = Offer<PlanId>{plan->id, whyReadOnly(board)};
    offerTraffic(inspection, board, card);
    if (inspection.review)
        inspection.evacuate.reset();
    const Purpose purpose{.kind = inspection.restore ? PurposeKind::restore : PurposeKind::evacuate, .region = card.id};
    inspection.command = words::commandToAsk(purpose);
    return inspection;
}

Inspection inspectionOfAlert(const NowBoard &board, const AlertRow &row, words::Zone zone)
{
    Inspection inspection {
        .title = words::headline(row), .subtitle = translate("Inspector", "alert %1").arg(words::number(row.id))};
    inspection.status = row.resolved ? Status::healthy : statusOf(row.severity);
    inspection.state = row.resolved ? translate("Inspector", "over after %1").arg(words::duration(row.lasted))
                                    : translate("Inspector", "%1 %2", "severity, since when")
                                          .arg(words::word(row.severity), since(row.opened, row.lasted, zone));
    addSection(inspection, translate("Inspector", "Why"), evidenceLines(words::why(row)));
    std::vector<InspectionLine> facts{{.name = translate("Inspector", "owner"),
        .text = row.acknowledgedBy.empty() ? translate("Inspector", "nobody yet") : words::text(row.acknowledgedBy)}};
    if (row.behind > 0)
        facts.push_back({.name = translate("Inspector", "explains"), .text = words::behind(row.behind)});
    if (row.escalatesIn)
        facts.push_back(escalationLine(row));
    addSection(inspection, translate("Inspector", "About it"), std::move(facts));
    addSection(inspection, translate("Inspector", "Who was told"), noticeLines(row, zone));
    const RegionCard *card = regionIn(board, row.subject.region);
    if (card) {
        addSection(inspection, translate("Inspector", "It affects"), affected(*card));
        addSection(inspection, translate("Inspector", "Ready to take over"), targets(board, *card));
    }
    offerAcknowledge(inspection, board, row);
    if (card && row.subject.kind == AlertSubject::Kind::region && !row.resolved)
        offerTraffic(inspection, board, *card);
    inspection.runbook = safeLink(row.runbook);
    if (!row.resolved && row.acknowledgedBy.empty())
        inspection.command = words::commandToAcknowledge(row.id);
    return inspection;
}

} // namespace siaga::views
