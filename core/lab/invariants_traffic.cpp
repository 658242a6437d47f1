// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic: never below the floor, never nowhere, never too much at once, never the last one that is well.
#include "core/lab/invariants.h"

#include <algorithm>
#include <cmath>

namespace siaga::lab {

namespace {

/// What Siaga cannot know yet, it may act against: a probe round, its re-checks, and a step that was on its way.
constexpr Duration unknowing = std::chrono::seconds(20);

std::string textOf(const Effect &effect)
{
    return effect.key + " set " + effect.region.text() + " at " + effect.endpoint.text() + " from "
        + std::to_string(effect.weightBefore) + " to " + std::to_string(effect.weight);
}

/// 14: what Siaga takes away never leaves less ready capacity in traffic than the floor.
class FloorHeld : public Invariant
{
public:
    explicit FloorHeld(Stage &stage)
        : Invariant(14, stage)
    {
    }
    void onEffect(const Effect &effect) override
    {
        const Service *service = fleet().service(effect.service);
        if (effect.writer != Effect::Writer::siaga || effect.weight > 0 || effect.weightBefore == 0)
            return;
        if (!m_stage.truth.isReady({effect.service, effect.region}))
            return; // A dead region takes no capacity along.
        const Edge *edge = world().edge(effect.endpoint);
        const bool foreign = std::ranges::any_of(edge->servers(), [&](const auto &server) {
            return m_stage.truth.isForeign(effect.endpoint, server.first);
        });
        if (foreign)
            return; // What others took away there is not of Siaga's doing.
        double left = 0;
        for (const Placement &placement : service->placements) {
            const Edge::Server *server = edge->server({effect.service, placement.region});
            if (server && server->weight > 0 && m_stage.truth.wasReady(effect.service, placement.region, unknowing))
                left += placement.capacity;
        }
        require(left >= service->floor || m_stage.truth.wasTampered(effect.endpoint, unknowing),
                [&] { return textOf(effect) + " and left " + std::to_string(std::lround(left)) + " requests a second"; });
    }
};

/// 15: weights stay in range, never all zero, and shift by the plan's own steps; rounding loses no region.
class WeightsSane : public Invariant
{
public:
    explicit WeightsSane(Stage &stage)
        : Invariant(15, stage)
    {
    }
    void onEffect(const Effect &effect) override
    {
        if (effect.writer != Effect::Writer::siaga)
            return;
        require(effect.weight >= 0 && effect.weight <= 256, [&] { return textOf(effect); });
        const int all = world().edge(effect.endpoint)->weightOf(effect.service);
        require(all > 0 || m_stage.truth.wasTampered(effect.endpoint, unknowing), [&] { return textOf(effect) + ": nothing is left"; });
    }
    void onRecorded(const Recorded &recorded) override
    {
        if (const auto *intended = recorded.event.as<StepIntended>())
            judgeWeight(*intended);
        if (const auto *proposed = recorded.event.as<PlanProposed>())
            judgeShifts(*proposed);
    }

private:
    void judgeWeight(const StepIntended &intended)
    {
        const Service *service = fleet().service(intended.service);
        const Placement *placement = service ? service->placement(intended.region) : nullptr;
        if (!placement || intended.leg == Leg::undoing)
            return;
        const double exact = placement->weight * intended.share.value / 1000.0;
        const bool kept = (intended.weight > 0) == (intended.share > none);
        require(kept && std::abs(intended.weight - exact) <= 0.5 + (exact < 1 ? 1 : 0),
                [&] { return intended.key + " sends " + std::to_string(intended.weight) + " for " + std::to_string(exact); });
    }
    /// From share to share no plan shifts more than the widest of the policy's steps.
    void judgeShifts(const PlanProposed &proposed)
    {
        const PurposeKind kind = proposed.plan.purpose.kind;
        if (kind != PurposeKind::evacuate && kind != PurposeKind::restore)
            return;
        const bool leaving = kind == PurposeKind::evacuate;
        const auto &steps = leaving ? fleet().policies.evacuation.steps : fleet().policies.restore.steps;
        int widest = 0;
        int last = leaving ? whole.value : none.value;
        for (const Permille share : steps) {
            widest = std::max(widest, std::abs(share.value - last));
            last = share.value;
        }
        std::map<std::tuple<EndpointId, ServiceId, RegionId>, int> at;
        for (const Step &step : proposed.plan.steps) {
            const auto *share = std::get_if<SetRegionShare>(&step.action);
            if (!share)
                continue;
            int &now = at.emplace(std::tuple(share->endpoint, share->service, share->region), leaving ? whole.value : none.value).first->second;
            require(std::abs(share->share.value - now) <= widest, [&] { return "a plan shifts too much in one step"; });
            now = share->share.value;
        }
    }
};

/// 16: no more regions out at once than the fleet says, never the last one that is well.
class NeverTheLast : public Invariant
{
public:
    explicit NeverTheLast(Stage &stage)
        : Invariant(16, stage)
    {
    }
    void onEffect(const Effect &effect) override
    {
        if (effect.writer != Effect::Writer::siaga || effect.weight > 0 || effect.weightBefore == 0)
            return;
        const PlanFacts *plan = planOf(effect);
        if (plan && plan->proposed.plan.purpose.kind == PurposeKind::evacuate)
            judgeCount(effect);
        judgeOthers(effect);
    }

private:
    const PlanFacts *planOf(const Effect &effect) const
    {
        const auto attempts = m_stage.plans.attemptsUnder(effect.key);
        return attempts.empty() ? nullptr : m_stage.plans.plan(attempts.front()->intended.plan);
    }
    void judgeCount(const Effect &effect)
    {
        const std::set<RegionId> out = m_stage.truth.takenOut(effect.service);
        const int outMax = fleet().policies.evacuation.regionsOutMax;
        require(static_cast<int>(out.size()) <= outMax, [&] {
            std::string text = textOf(effect) + ", now out:";
            for (const RegionId &region : out)
                text += ' ' + region.text();
            return text;
        });
    }
    void judgeOthers(const Effect &effect)
    {
        if (!m_stage.truth.isReady({effect.service, effect.region}))
            return;
        const Edge *edge = world().edge(effect.endpoint);
        const bool another = std::ranges::any_of(edge->servers(), [&](const auto &server) {
            return server.first.first == effect.service && server.second.weight > 0
                && m_stage.truth.wasReady(effect.service, server.first.second, unknowing);
        });
        require(another || m_stage.truth.wasTampered(effect.endpoint, unknowing), [&] { return textOf(effect) + ", the last one that was well"; });
    }
};

/// 17, first half: what is aborted commands nothing more of its own, but what was declared to be finished first.
class AbortIsQuiet : public Invariant
{
public:
    explicit AbortIsQuiet(Stage &stage)
        : Invariant(17, stage, "abort")
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *ended = recorded.event.as<PlanEnded>();
        const PlanFacts *plan = ended ? m_stage.plans.plan(ended->id) : nullptr;
        if (!plan || !plan->aborted)
            return;
        for (std::size_t i = 0; i < plan->steps.size(); ++i)
            for (const auto &[leg, attempts] : plan->steps[i].attempts)
                for (const Attempt &attempt : attempts)
                    if (leg == Leg::doing && !attempt.intended.endpoint.empty())
                        require(attempt.record.seq < plan->aborted || plan->proposed.plan.steps[i].onAbort == WayBack::finish,
                                [&] { return attempt.intended.key + " was commanded after the abort"; });
    }
};

/// 17, second half: only after an abort is anything undone, and then it is as it was seen before.
class UndoneAsBefore : public Invariant
{
public:
    explicit UndoneAsBefore(Stage &stage)
        : Invariant(17, stage, "undo")
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *intended = recorded.event.as<StepIntended>();
        const PlanFacts *plan = intended && intended->leg == Leg::undoing ? m_stage.plans.plan(intended->plan) : nullptr;
        if (!plan)
            return;
        const auto index = static_cast<std::size_t>(intended->step);
        const auto doing = plan->steps.at(index).attempts.find(Leg::doing);
        const bool declared = plan->aborted && plan->proposed.plan.steps.at(index).onAbort == WayBack::undo;
        require(declared, [&] { return intended->key + " goes back unasked"; });
        require(doing != plan->steps.at(index).attempts.end() && seenBefore(doing->second) == intended->weight,
                [&] { return intended->key + " goes back to something else"; });
    }

private:
    /// A step that failed and was resumed begins anew: what was there before is what was seen then.
    static std::optional<int> seenBefore(const std::vector<Attempt> &attempts)
    {
        const auto begun = std::find_if(attempts.rbegin(), attempts.rend(), [](const Attempt &one) { return one.intended.attempt == 1; });
        return begun == attempts.rend() ? std::nullopt : begun->intended.weightBefore;
    }
};

} // namespace

void addTrafficInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<FloorHeld>(stage));
    list.push_back(std::make_unique<WeightsSane>(stage));
    list.push_back(std::make_unique<NeverTheLast>(stage));
    list.push_back(std::make_unique<AbortIsQuiet>(stage));
    list.push_back(std::make_unique<UndoneAsBefore>(stage));
}

} // namespace siaga::lab
