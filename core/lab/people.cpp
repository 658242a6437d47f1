// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/people.h"

#include "core/events/request_events.h"

namespace siaga::lab {

namespace {

constexpr const char *names[] = {"ayu", "budi", "citra"};

/// Whoever tidies up waits so long for a held plan before aborting it.
constexpr Duration patience = std::chrono::seconds(60);
constexpr Duration tidyPace = std::chrono::seconds(10);

} // namespace

People::People(Lab &lab, const PlanLedger &plans, Random random)
    : m_lab(lab)
    , m_plans(plans)
    , m_random(random)
    , m_drillRandom(random.stream(1))
    , m_alertRandom(random.stream(2))
{
    m_takesAMinute = m_alertRandom.chance(0.3) ? 0 : 2 * m_alertRandom.unit();
    m_drillsAnHour = m_drillRandom.chance(0.7) ? 0 : 60 * m_drillRandom.unit();
    m_actsAnHour = m_random.chance(0.3) ? 0 : 60 + 340 * m_random.unit();
    m_secondThoughts = m_random.chance(0.5) ? 0 : 2.0 * m_random.unit();
    m_confirmShare = 0.3 + 0.6 * m_random.unit();
}

void People::after(Duration span, bool troubled)
{
    if (!m_lab.isAlive())
        return;
    if (m_alertRandom.chance(m_takesAMinute * inSeconds(span) / 60))
        takeAnAlert();
    if (m_calm)
        tidyUp();
    else if (troubled && m_random.chance(m_actsAnHour * inSeconds(span) / 3600))
        m_random.chance(m_confirmShare) ? askAboutPlan() : askAnything();
    else if (troubled && m_drillRandom.chance(m_drillsAnHour * inSeconds(span) / 3600))
        draftDrill();
    else if (troubled && m_plans.hasOpenCall() && m_random.chance(m_secondThoughts * inSeconds(span)))
        askAboutPlan();
}

void People::calmDown()
{
    m_calm = m_lab.now();
}

void People::ask(Event request)
{
    ++m_asked;
    m_lab.ask(std::move(request), names[m_random.below(3)]);
}

RegionId People::anyRegion()
{
    const auto &regions = m_lab.world().fleet().regions;
    return regions[m_random.below(regions.size())].id;
}

const PlanFacts *People::anyOpenPlan()
{
    std::vector<const PlanFacts *> open;
    for (const auto &[id, plan] : m_plans.plans())
        if (!plan.ended)
            open.push_back(&plan);
    return open.empty() ? nullptr : open[m_random.below(open.size())];
}

void People::askAnything()
{
    const std::uint64_t draw = m_random.below(20);
    if (draw < 7)
        ask(EvacuateRequested{nextId(), anyRegion(), {}, m_random.chance(0.2) ? Permille{500} : none, m_random.chance(0.5)});
    else if (draw < 13)
        ask(RestoreRequested{nextId(), anyRegion(), {}});
    else if (draw < 15)
        ask(BakeRequested{nextId(), anyRegion(), ServiceId("web"), std::chrono::seconds(10 + m_random.below(200))});
    else if (draw < 17)
        ask(StopRequested{nextId(), "something smells"});
    else
        ask(LiftStopRequested{nextId()});
}

void People::takeAnAlert()
{
    const auto &open = m_lab.state().health.open;
    if (open.empty())
        return;
    const auto alert = std::next(open.begin(), static_cast<std::ptrdiff_t>(m_alertRandom.below(open.size())));
    m_lab.ask(AcknowledgeRequested{nextId(), alert->first, "looking"}, names[m_alertRandom.below(3)]);
}

/// A plan of the kind that engines to come will draft: a region's traffic is halved edge by edge, watched for a while,
/// and goes back when it is aborted.
void People::draftDrill()
{
    const Fleet &fleet = m_lab.world().fleet();
    const Service &service = fleet.services.front();
    const RegionId region = fleet.regions[m_drillRandom.below(fleet.regions.size())].id;
    Plan plan{Purpose{PurposeKind::bake, region, service.id, {}}, PlanClass::drill, Bounds{}, {}};
    std::vector<int> halved;
    for (const Endpoint &endpoint : fleet.endpoints) {
        halved.push_back(static_cast<int>(plan.steps.size()));
        plan.steps.push_back({.action = SetRegionShare{endpoint.id, service.id, region, Permille{500}},
                              .onAbort = m_drillRandom.chance(0.8) ? WayBack::undo : WayBack::finish});
    }
    plan.steps.push_back({Bake{service.id, region, std::chrono::seconds(5 + m_drillRandom.below(90))}, halved});
    // Far above what the engine numbers next, as another record may come in between.
    PlanProposed proposed{.id = PlanId(m_lab.state().recovery.lastPlan.value() + 100 + ++m_drills), .plan = plan, .hash = planHash(plan)};
    proposed.autonomy = Autonomy::ask;
    proposed.requestedBy = names[m_drillRandom.below(3)];
    proposed.expires = m_lab.now() + std::chrono::minutes(5);
    const std::string who = proposed.requestedBy;
    m_lab.ask(proposed, who);
    if (m_drillRandom.chance(0.8))
        m_lab.ask(ApproveRequested{nextId(), proposed.id, proposed.hash}, who);
}

void People::confirm(const PlanFacts &plan)
{
    Hash256 hash = plan.proposed.hash;
    if (m_random.chance(0.1)) // Read one page, confirmed another.
        hash = sha256("another plan");
    ask(ApproveRequested{nextId(), plan.proposed.id, hash});
}

void People::askAboutPlan()
{
    const PlanFacts *plan = anyOpenPlan();
    if (!plan)
        return askAnything();
    const PlanId id = plan->proposed.id;
    const std::uint64_t draw = m_random.below(10);
    if (!plan->approved && draw < 8)
        confirm(*plan);
    else if (draw < 4)
        ask(ResumeRequested{nextId(), id});
    else if (draw < 7)
        ask(HoldRequested{nextId(), m_random.chance(0.3) ? PlanId() : id});
    else if (draw < 9)
        ask(AbortRequested{nextId(), id});
    else
        ask(ApproveRequested{nextId(), PlanId(id.value() + 1), plan->proposed.hash});
}

void People::tidyUp()
{
    if (m_lab.now() < m_tidied + tidyPace)
        return;
    m_tidied = m_lab.now();
    if (m_plans.stopped())
        ask(LiftStopRequested{nextId()});
    for (const auto &[id, plan] : m_plans.plans()) {
        if (plan.ended || !plan.approved)
            continue;
        if (m_lab.now() - *m_calm < patience)
            ask(ResumeRequested{nextId(), id});
        else if (!plan.aborted)
            ask(AbortRequested{nextId(), id});
    }
}

} // namespace siaga::lab
