// SPDX-License-Identifier: GPL-3.0-or-later
// That the rescue comes: what may be done by itself, and is not forbidden by a reason with a name, is done.
#include "core/lab/invariants.h"

#include "core/events/recovery_events.h"
#include "core/recovery/draft.h"

#include <algorithm>

namespace siaga::lab {

namespace {

/// 25, as far as it is Siaga's own part: a region that is down for as long as the policy says, with autonomy to act,
/// enough who saw it and nothing that forbids it, is being left within seconds.
class RescueComes : public Invariant
{
public:
    explicit RescueComes(Stage &stage)
        : Invariant(25, stage)
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        if (const auto *diagnosed = recorded.event.as<Diagnosed>())
            m_diagnosed.insert_or_assign(diagnosed->region, recorded);
        const auto *aborted = recorded.event.as<PlanAborted>();
        const PlanFacts *plan = aborted ? m_stage.plans.plan(aborted->id) : nullptr;
        if (!plan)
            return;
        // Whoever closes a draft of one's own has refused nothing.
        const Purpose &purpose = plan->proposed.plan.purpose;
        if (purpose.kind == PurposeKind::evacuate && (plan->approved || plan->proposed.requestedBy.empty()))
            m_refusedAt[purpose.region] = recorded.seq;
    }
    void onKilled() override { m_owed.clear(); }
    void onRest() override
    {
        if (now() < m_judged + pace)
            return;
        m_judged = now();
        for (const Region &region : fleet().regions)
            judge(region.id);
    }

private:
    static constexpr Duration pace = std::chrono::seconds(1);
    /// Conditions are looked at once a second, by whoever decides and by whoever judges.
    static constexpr Duration bound = std::chrono::seconds(5);

    void judge(const RegionId &region)
    {
        if (!isOwed(region)) {
            m_owed.erase(region);
            return;
        }
        const Instant since = m_owed.emplace(region, now()).first->second;
        require(isBeingLeft(region) || now() - since <= bound, [&] { return region.text() + " is down, nothing forbids leaving it, and nobody does"; });
        if (isBeingLeft(region))
            m_owed.erase(region);
    }

    bool isOwed(const RegionId &region) const
    {
        const Lab &lab = m_stage.lab;
        if (!lab.isAlive() || !lab.runner()->isDurable() || lab.runner()->isFaulty() || lab.isDiskPoisoned() || m_stage.plans.stopped())
            return false;
        const State &state = lab.state();
        const EvacuationPolicy &policy = fleet().policies.evacuation;
        const auto known = state.health.regions.find(region);
        const bool down = known != state.health.regions.end() && known->second.state == RegionState::down
            && now() - known->second.since >= policy.after && state.health.ownLink.trusted;
        return down && policy.autonomy == Autonomy::act && known->second.evidence.checksDown >= policy.checksMin
            && static_cast<int>(known->second.evidence.agreeing.size()) >= policy.vantagePointsMin && !wasRefused(region)
            && !isForbidden(region, state.recovery);
    }

    /// By a person, since the region fell ill.
    bool wasRefused(const RegionId &region) const
    {
        const auto diagnosed = m_diagnosed.find(region);
        const auto refused = m_refusedAt.find(region);
        return diagnosed == m_diagnosed.end() || (refused != m_refusedAt.end() && refused->second > diagnosed->second.seq);
    }

    /// By what the engine would have to say aloud, or by what lowers it to asking.
    bool isForbidden(const RegionId &region, const recovery::State &state) const
    {
        const Lab &lab = m_stage.lab;
        const EvacuationPolicy &policy = fleet().policies.evacuation;
        const bool cooling = state.lastEvacuation && now() - *state.lastEvacuation < policy.coolDown;
        const Context context{lab.state().fleet, lab.runner()->seen(), now(), lab.durable()};
        return cooling || state.wallJumped || !state.foreign.empty()
            || !recovery::refusals({.region = region, .share = none}, state, context).empty();
    }

    bool isBeingLeft(const RegionId &region) const
    {
        return std::ranges::any_of(m_stage.plans.plans(), [&](const auto &entry) {
            const PlanFacts &plan = entry.second;
            const Purpose &purpose = plan.proposed.plan.purpose;
            return plan.approved && !plan.ended && purpose.kind == PurposeKind::evacuate && purpose.region == region;
        });
    }

    std::map<RegionId, Recorded> m_diagnosed; ///< The newest diagnosis of each region.
    std::map<RegionId, Seq> m_refusedAt;
    std::map<RegionId, Instant> m_owed;
    Instant m_judged;
};

} // namespace

void addLivenessInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<RescueComes>(stage));
}

} // namespace siaga::lab
