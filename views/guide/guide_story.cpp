// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guide_story.h"

#include "core/words/figures.h"
#include "core/words/plan_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"
#include "views/models/standing.h"

#include <algorithm>

namespace siaga::views {

namespace {

using words::translate;

// The steps, as the card counts them.
constexpr int breaking = 1;
constexpr int seeing = 2;
constexpr int leaving = 3;
constexpr int mending = 4;
constexpr int restoring = 5;

bool isOut(const RegionCard &card)
{
    return card.share && card.share->most == none;
}

const RegionCard *toBreak(const NowBoard &board, const RegionId &chosen)
{
    const auto isWhole = [](const RegionCard &card) {
        return card.state == RegionState::healthy && !card.stale && !card.decidedOut && !card.plan;
    };
    const RegionCard *wanted = regionIn(board, chosen);
    if (wanted && isWhole(*wanted))
        return wanted;
    const auto first = std::ranges::find_if(board.regions, isWhole);
    return first == board.regions.end() ? nullptr : &*first;
}

const PlanCard *openPlan(const NowBoard &board, const RegionCard &card)
{
    const PlanCard *plan = card.plan ? planIn(board, *card.plan) : nullptr;
    return plan && !plan->ended ? plan : nullptr;
}

void addTime(std::vector<GuideTime> &times, const char *what, const std::optional<Instant> &from, const std::optional<Instant> &to)
{
    if (from && to && *to >= *from)
        times.push_back({translate("Guide", what), words::duration(*to - *from)});
}

} // namespace

bool GuideStory::begins(const NowBoard &board, const ActiveFaults &faults, const RegionId &chosen)
{
    const auto known = std::ranges::find_if(
        faults.faults, [&](const ActiveFault &fault) { return regionIn(board, RegionId(fault.region.toStdString())); });
    if (known == faults.faults.end()) {
        const RegionCard *card = toBreak(board, chosen);
        m_region = card ? card->id : RegionId();
        return false;
    }
    m_region = RegionId(known->region.toStdString());
    m_fault = known->id;
    m_title = known->title;
    m_broken = known->from;
    return true;
}

void GuideStory::look(const NowBoard &board, const ActiveFaults &faults)
{
    const bool holds = std::ranges::any_of(faults.faults, [this](const ActiveFault &fault) { return fault.id == m_fault; });
    if (!holds && !m_mended)
        m_mended = faults.at;
    const RegionCard *card = regionIn(board, m_region);
    const AlertRow *alert = card && card->alert ? alertIn(board, *card->alert) : nullptr;
    if (alert && !m_alerted && board.now - alert->lasted >= *m_broken)
        m_alerted = board.now - alert->lasted;
    lookAtPlans(board);
}

void GuideStory::lookAtPlans(const NowBoard &board)
{
    for (const PlanCard &plan : board.planCards) {
        if (plan.purpose.region != m_region || plan.proposed < *m_broken)
            continue;
        const bool isDone = plan.standing == PlanStanding::done;
        if (plan.purpose.kind == PurposeKind::evacuate) {
            m_proposed = m_proposed ? m_proposed : std::optional(plan.proposed);
            m_approved = plan.admitted ? plan.admitted : m_approved;
            m_out = isDone ? plan.ended : m_out;
        }
        if (plan.purpose.kind == PurposeKind::restore && m_out) {
            m_asked = plan.admitted ? plan.admitted : m_asked;
            m_whole = isDone ? plan.ended : m_whole;
        }
    }
}

GuideFace GuideStory::tell(const NowBoard &board, const ActiveFaults &faults, const RegionId &chosen)
{
    if (!m_broken && !begins(board, faults, chosen)) {
        GuideFace face{.title = translate("Guide", "Break a region, and see what Siaga does"), .step = 0};
        face.text = m_region.empty()
            ? translate("Guide", "This is a lab: every region in it is simulated. At the moment none is healthy enough to be broken; look at what is open first.")
            : translate("Guide", "This is a lab: every region in it is simulated, and breaking one harms nobody. %1 will fail as a real region does. "
                                 "You then see how it is noticed, read a plan before it runs, and bring the region back.")
                  .arg(words::text(m_region));
        if (!m_region.empty()) {
            face.act = GuideAct::breakRegion;
            face.button = translate("Guide", "Break %1").arg(words::text(m_region));
        }
        return face;
    }
    look(board, faults);
    const RegionCard *card = regionIn(board, m_region);
    if (!card)
        return tellEnd();
    GuideFace face;
    if (const PlanCard *plan = openPlan(board, *card))
        face = tellPlan(board, *plan);
    else
        face = m_mended ? tellMended(board, *card) : tellBroken(board, *card);
    face.times = times();
    return face;
}

GuideFace GuideStory::tellBroken(const NowBoard &board, const RegionCard &card) const
{
    const QString region = words::text(m_region);
    const QString since = words::duration(std::max(Duration{}, board.now - *m_broken));
    if (isOut(card))
        return {.title = translate("Guide", "%1 is out of traffic").arg(region),
            .text = translate("Guide", "People are answered by the other regions; look at the map and at the availability. The region itself is still broken. Mend it now."),
            .step = mending, .act = GuideAct::heal, .button = translate("Guide", "Heal %1").arg(region)};
    if (!card.alert)
        return {.title = translate("Guide", "%1 was broken %2 ago", "region, how long").arg(region, since),
            .text = translate("Guide", "%1. Siaga has raised no alert for the region yet: one failed check proves nothing, so it looks again, and asks more than one observer.").arg(m_title),
            .step = breaking};
    const QString found = translate("Guide", "The map, the line on top and the list of alerts tell the same: %1 is %2. Select it, and the column at the right says why. A acknowledges the alert: the others see that you have it.")
                              .arg(region, words::word(card.state));
    return {.title = translate("Guide", "Siaga has noticed"),
        .text = found + u' ' + translate("Guide", "No plan stands for it yet. E asks for one yourself."),
        .step = seeing};
}

GuideFace GuideStory::tellMended(const NowBoard &, const RegionCard &card) const
{
    const QString region = words::text(m_region);
    if (m_whole || (!isOut(card) && card.state == RegionState::healthy && !card.decidedOut))
        return tellEnd();
    if (card.state != RegionState::healthy || card.stale)
        return {.title = translate("Guide", "%1 is mended", "region").arg(region),
            .text = translate("Guide", "Siaga does not take anybody's word for it: the region is %1 until its checks have passed for a while.").arg(words::word(card.state)),
            .step = mending};
    if (!isOut(card) && !card.decidedOut)
        return tellEnd();
    return {.title = translate("Guide", "%1 is healthy again, and still out of traffic").arg(region),
        .text = translate("Guide", "Nothing comes back by itself. Restore it: select the region and press T, read the plan, type the region's name, press Enter."),
        .step = restoring, .act = GuideAct::restore, .button = translate("Guide", "Restore %1…").arg(region)};
}

GuideFace GuideStory::tellPlan(const NowBoard &, const PlanCard &plan) const
{
    const bool leaves = plan.purpose.kind == PurposeKind::evacuate;
    GuideFace face{.step = leaves ? leaving : restoring};
    const QString number = words::number(plan.id);
    switch (plan.standing) {
    case PlanStanding::proposed:
        face.title = translate("Guide", "Plan %1 waits for you").arg(number);
        face.text = leaves
            ? translate("Guide", "Siaga prepared it and asks: nothing moves until somebody has read it. E opens it. Type the region's name and press Enter: exactly what you read is run.")
            : translate("Guide", "It gives the region its traffic back in parts, and looks after each. E opens it; type the region's name and press Enter.");
        face.act = GuideAct::review;
        face.button = translate("Guide", "Review plan %1…").arg(number);
        return face;
    case PlanStanding::held:
    case PlanStanding::suspended:
        face.title = translate("Guide", "Plan %1 is held", "number").arg(number);
        face.text = translate("Guide", "It stands where it was, and nothing new is commanded. Resume it or abort it: both stand beside the plan.");
        return face;
    case PlanStanding::waiting:
        face.title = translate("Guide", "Plan %1 waits for its turn").arg(number);
        face.text = translate("Guide", "It was approved, and begins as soon as nothing stands against it.");
        return face;
    default:
        face.title = leaves ? translate("Guide", "Traffic moves away") : translate("Guide", "Traffic comes back");
        face.text = translate("Guide", "Plan %1, %2. Each step is verified by looking at the edges, never taken for done. Ctrl+Shift+X would hold it at once.")
                        .arg(number, words::progress(plan));
        return face;
    }
}

GuideFace GuideStory::tellEnd() const
{
    const QString region = words::text(m_region);
    GuideFace face{.step = guideSteps, .act = GuideAct::startAgain, .button = translate("Guide", "Once more"), .isOver = true};
    if (m_whole) {
        face.title = translate("Guide", "%1 serves again", "region").arg(region);
        face.text = translate("Guide", "These are the times as the journal has them. Key B breaks other things; Ctrl+K finds everything; ? shows the keys.");
    } else {
        face.title = translate("Guide", "%1 is healthy", "region").arg(region);
        face.text = m_alerted ? translate("Guide", "It was mended before its traffic was moved. What was measured until then stands here.")
                              : translate("Guide", "It was mended before Siaga raised an alert for it.");
    }
    face.times = times();
    return face;
}

std::vector<GuideTime> GuideStory::times() const
{
    std::vector<GuideTime> measured;
    addTime(measured, QT_TRANSLATE_NOOP("Guide", "broken until the alert"), m_broken, m_alerted);
    addTime(measured, QT_TRANSLATE_NOOP("Guide", "alert until a plan"), m_alerted, m_proposed);
    addTime(measured, QT_TRANSLATE_NOOP("Guide", "until somebody agreed"), m_proposed, m_approved);
    addTime(measured, QT_TRANSLATE_NOOP("Guide", "agreed until out of traffic"), m_approved, m_out);
    addTime(measured, QT_TRANSLATE_NOOP("Guide", "restore agreed until whole"), m_asked, m_whole);
    return measured;
}

} // namespace siaga::views
