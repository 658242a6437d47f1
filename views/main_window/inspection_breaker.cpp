// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says of a breaker, and of all of them while none is selected.
#include "views/main_window/inspection.h"

#include "core/words/breaker_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"
#include "views/models/standing.h"

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

using words::translate;

void add(Inspection &inspection, const QString &title, std::vector<InspectionLine> lines)
{
    if (!lines.empty())
        inspection.sections.push_back({title, std::move(lines)});
}

QString stateLine(const BreakerCard &card, words::Zone zone)
{
    const bool unknown = card.standing == Standing::unknown && card.state == BreakerState::closed;
    const QString state = unknown ? translate("Inspector", "closed, but not known to be well") : words::word(card.state);
    if (!card.lasted || (card.state == BreakerState::closed && !card.held))
        return state;
    return *card.lasted >= std::chrono::hours(1)
        ? translate("Inspector", "%1 for %2", "state, lasted").arg(state, words::duration(*card.lasted))
        : translate("Inspector", "%1 since %2 · %3", "state, time, lasted")
              .arg(state, words::timeOfDay(card.since, zone), words::duration(*card.lasted));
}

std::vector<InspectionLine> reasons(const BreakerCard &card, words::Zone zone)
{
    std::vector<InspectionLine> lines;
    for (const words::Evidence &one : words::why(card, zone))
        lines.push_back({.mark = statusOf(one.weighs), .text = one.found, .behind = one.behind});
    return lines;
}

std::vector<InspectionLine> comesNext(const BreakerCard &card)
{
    std::vector<InspectionLine> lines;
    if (card.state != BreakerState::closed)
        lines.push_back({.text = words::next(card)});
    if (card.plan)
        lines.push_back({.text = words::plan(*card.plan)});
    return lines;
}

std::vector<InspectionLine> affected(const BreakerCard &card)
{
    std::vector<InspectionLine> lines;
    if (!card.service.empty())
        lines.push_back({.name = translate("Inspector", "service"), .text = words::text(card.service)});
    if (!card.region.empty())
        lines.push_back({.name = translate("Inspector", "region"), .text = words::text(card.region)});
    if (card.kind == BreakerKind::registered)
        lines.push_back({.name = translate("Inspector", "effect"), .text = words::effect(card)});
    if (!card.witnesses.empty())
        lines.push_back({.name = translate("Inspector", "seen by"), .text = words::listed(card.witnesses)});
    return lines;
}

std::vector<InspectionLine> rules(const BreakerCard &card)
{
    std::vector<InspectionLine> lines{{.name = translate("Inspector", "signal"), .text = words::signal(card)}};
    if (card.limits) {
        lines.push_back({.name = translate("Inspector", "rule"), .text = words::opensAt(card)});
        lines.push_back({.name = translate("Inspector", "then"), .text = words::policy(*card.limits)});
        if (card.signal == BreakerSignal::check)
            lines.push_back({.name = translate("Inspector", "too slow"), .text = translate("Inspector", "from %1 on")
                                                                                     .arg(words::shortTime(card.limits->timeout))});
    }
    return lines;
}

std::vector<InspectionLine> guards(const BreakerCard &card)
{
    std::vector<InspectionLine> lines;
    if (card.own)
        for (const QString &line : words::guards(*card.own))
            lines.push_back({.text = line});
    return lines;
}

std::vector<InspectionLine> history(const BreakerCard &card, words::Zone zone)
{
    std::vector<InspectionLine> lines;
    for (const TurnRow &turn : card.turns)
        lines.push_back({.text = words::turn(turn), .behind = translate("Inspector", "%1 · %2 ago", "time, how long")
                                                                   .arg(words::timeOfDay(turn.at, zone), words::duration(turn.ago))});
    return lines;
}

void offerOrders(Inspection &inspection, const NowBoard &board, const BreakerCard &card)
{
    const QString foreign = words::whyNotOrdered(card);
    const QString whyNot = foreign.isEmpty() ? whyNotStart(board) : foreign;
    const auto unless = [&whyNot](bool already, const QString &reason) {
        return whyNot.isEmpty() && already ? reason : whyNot;
    };
    inspection.forceOpen = Offer<BreakerId>{card.id,
        unless(card.state == BreakerState::forcedOpen, translate("Inspector", "It is forced open; reset it to end that"))};
    inspection.disable = Offer<BreakerId>{card.id,
        unless(card.state == BreakerState::disabled, translate("Inspector", "It is held closed; reset it to end that"))};
    inspection.reset = Offer<BreakerId>{card.id, whyNot};
}

} // namespace

Inspection inspectionOfBreaker(const NowBoard &board, const BreakerCard &card, words::Zone zone)
{
    Inspection inspection{.title = words::text(card.title), .status = statusOf(card.standing), .state = stateLine(card, zone)};
    inspection.subtitle = card.kind == BreakerKind::registered ? translate("Inspector", "registered breaker")
        : card.kind == BreakerKind::own                        ? translate("Inspector", "breaker of Siaga's own calls")
                                        : translate("Inspector", "breaker of %1").arg(words::text(card.source));
    add(inspection, translate("Inspector", "Why"), reasons(card, zone));
    add(inspection, translate("Inspector", "What comes next"), comesNext(card));
    add(inspection, translate("Inspector", "It affects"), affected(card));
    add(inspection, translate("Inspector", "What guards it"), guards(card));
    add(inspection, translate("Inspector", "Its rules"), rules(card));
    add(inspection, translate("Inspector", "How it turned"), history(card, zone));
    if (const AlertRow *row = card.alert ? alertIn(board, *card.alert) : nullptr; row && row->acknowledgedBy.empty())
        inspection.acknowledge = Offer<AlertId>{row->id, whyReadOnly(board)};
    const PlanCard *plan = card.plan ? planIn(board, card.plan->id) : nullptr;
    if (plan && plan->standing == PlanStanding::proposed)
        inspection.review = Offer<PlanId>{plan->id, whyReadOnly(board)};
    offerOrders(inspection, board, card);
    inspection.command = words::commandFor(card);
    return inspection;
}

Inspection inspectionOfProtection(const ProtectBoard &board)
{
    const BreakersTile &totals = board.totals;
    Inspection inspection{.title = translate("Inspector", "Breakers")};
    inspection.status = totals.all == 0 ? Status::unknown : statusOf(totals.worst);
    inspection.state = totals.all == 0 ? translate("Inspector", "none is known yet") : words::summary(totals);
    std::vector<InspectionLine> groups;
    for (const BreakerGroup &group : board.groups) {
        const Standing worst = group.cards.empty() ? Standing::healthy : group.cards.front().standing;
        groups.push_back({.mark = statusOf(worst), .text = words::title(group), .behind = words::number(group)});
    }
    add(inspection, translate("Inspector", "Groups"), std::move(groups));
    add(inspection, translate("Inspector", "What is shown here"),
        {{.text = translate("Inspector",
              "Select a breaker: what it counted, when it opens, who holds it and what it affects stand here.")}});
    inspection.command = u"siaga status resilience"_s;
    return inspection;
}

} // namespace siaga::views
