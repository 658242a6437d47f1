// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/proposals.h"

#include "core/recovery/broken_calls.h"
#include "core/recovery/draft.h"
#include "core/recovery/drift.h"

#include <algorithm>

namespace siaga::recovery {

namespace {

PlanId openIdFor(const Purpose &purpose, const State &state)
{
    for (const auto &[id, plan] : state.plans)
        if (plan.purpose == purpose)
            return id;
    return {};
}

/// Whether an open plan leaves no room for the policy's own. One that was approved moves the region; but a region that
/// dies while it is being restored is left all the same. A draft is only paper: it asks the same question already, but
/// where the policy may run by itself its plan takes the draft's place, whoever drafted it; and a policy that only
/// watches says what it would do without taking anybody's draft away.
bool isTaken(const Purpose &purpose, Autonomy autonomy, const State &state)
{
    return std::ranges::any_of(state.plans, [&](const auto &entry) {
        const OpenPlan &open = entry.second;
        const bool same = open.purpose == purpose;
        const bool moves = open.purpose.kind == PurposeKind::evacuate
            || (open.purpose.kind == PurposeKind::restore && purpose.kind == PurposeKind::restore);
        if (open.approved)
            return same || (moves && open.purpose.region == purpose.region);
        return same && (autonomy == Autonomy::ask || autonomy == open.autonomy);
    });
}

/// What the policy says, unless something lowers it.
Autonomy lowerable(Autonomy policy, const std::vector<Reason> &lowered)
{
    return policy == Autonomy::act && !lowered.empty() ? Autonomy::ask : policy;
}

/// What opened a breaker is a reason to move traffic for so long; then it must open anew, by what is seen then.
constexpr Duration evidenceMax = std::chrono::seconds(30);

class Proposals
{
public:
    Proposals(const State &state, const Context &context)
        : m_state(state)
        , m_context(context)
        , m_next(state.lastPlan.next())
    {
    }

    Outputs take() { return std::move(m_out); }

    void evacuations()
    {
        for (const auto &[id, region] : m_state.regions)
            evacuation(id, region);
    }

    void drains()
    {
        for (const auto &[id, broken] : m_state.breakers)
            if (const RegisteredBreaker *breaker = broken.state == BreakerState::open ? m_context.fleet.breaker(id) : nullptr)
                drain(*breaker, broken);
    }

    void restores()
    {
        std::set<RegionId> regions;
        for (const auto &[place, out] : m_state.out)
            regions.insert(place.second);
        for (const RegionId &region : regions)
            restore(region);
    }

    void reassertions()
    {
        std::set<EndpointId> endpoints;
        for (const auto &[server, drift] : m_state.drifts)
            if (isUnanswered(server, drift, m_state))
                endpoints.insert(server.endpoint);
        for (const EndpointId &endpoint : endpoints)
            reassertion(endpoint);
    }

private:
    const Policies &policies() const { return m_context.fleet.policies; }

    std::optional<Duration> lastedEnough(const RegionMemory &region, Duration needed) const
    {
        const Duration lasted = m_context.now - region.since;
        return lasted >= needed ? std::optional(lasted) : std::nullopt;
    }

    void evacuation(const RegionId &id, const RegionMemory &region)
    {
        const EvacuationPolicy &policy = policies().evacuation;
        const bool ill = region.diagnosis == Diagnosis::regionDown
            || (policy.whenDegraded && region.diagnosis == Diagnosis::regionDegraded);
        const Purpose purpose{PurposeKind::evacuate, id, {}, {}};
        if (!ill || m_state.declined.contains(purpose) || !lastedEnough(region, policy.after))
            return;
        const std::vector<Reason> lowered = loweredFor(region.evidence.agreeing);
        if (isTaken(purpose, lowerable(policy.autonomy, lowered), m_state))
            return;
        const EvacuationWish wish{.region = id};
        std::vector<Reason> against = refusals(wish, m_state, m_context);
        if (against == std::vector<Reason>{NothingToDo{id}})
            return;
        if (region.evidence.checksDown < policy.checksMin)
            against.push_back(TooFewChecks{region.evidence.checksDown, policy.checksMin});
        if (const auto left = coolDownLeft(purpose))
            against.push_back(CoolingDown{*left});
        if (!against.empty())
            return refuse(purpose, std::move(against));
        offer(draftEvacuation(wish, m_state, m_context.fleet), policy.autonomy, lowered, {TargetNotHealthy{id, region.state}});
    }

    /// The plan that a breaker asks for; a plan for the whole region, if one waits for people already, is that and more.
    void drain(const RegisteredBreaker &breaker, const BreakerFact &broken)
    {
        const Purpose purpose{PurposeKind::evacuate, breaker.region, breaker.service, {}};
        const bool isFresh = m_context.now - broken.opened <= evidenceMax;
        if (breaker.effect == BreakerEffect::show || !isFresh || m_state.declined.contains(purpose))
            return;
        const Autonomy autonomy = breaker.effect == BreakerEffect::drain ? Autonomy::act : Autonomy::ask;
        const std::vector<Reason> lowered = loweredFor(broken.witnesses);
        const bool asks = lowerable(autonomy, lowered) == Autonomy::ask;
        const Purpose region{PurposeKind::evacuate, breaker.region, {}, {}};
        if (isTaken(purpose, lowerable(autonomy, lowered), m_state) || (asks && openIdFor(region, m_state)))
            return;
        const EvacuationWish wish{.region = breaker.region, .service = breaker.service};
        std::vector<Reason> against = refusals(wish, m_state, m_context);
        if (against == std::vector<Reason>{NothingToDo{breaker.region}})
            return;
        if (const auto left = coolDownLeft(purpose))
            against.push_back(CoolingDown{*left});
        if (!against.empty())
            return refuse(purpose, std::move(against));
        offer(draftEvacuation(wish, m_state, m_context.fleet), autonomy, lowered,
              {BreakerIsOpen{breaker.id, broken.failures, broken.calls}});
    }

    std::optional<Duration> coolDownLeft(const Purpose &purpose) const
    {
        // A region of which one service was drained may die all the same, and then it is left at once.
        const Purpose &last = m_state.lastEvacuated;
        const bool isRest = last.region == purpose.region && last.service && !purpose.service;
        if (!m_state.lastEvacuation || isRest)
            return std::nullopt;
        const Duration left = *m_state.lastEvacuation + policies().evacuation.coolDown - m_context.now;
        return left > Duration::zero() ? std::optional(left) : std::nullopt;
    }

    /// Refusals differ in their numbers all the time; they are told again when one comes or goes.
    void refuse(const Purpose &purpose, std::vector<Reason> against)
    {
        const auto told = m_state.refused.find(purpose);
        const auto sameKinds = [](const Reason &a, const Reason &b) { return a.index() == b.index(); };
        if (told == m_state.refused.end() || !std::ranges::equal(told->second, against, sameKinds))
            m_out.emplace_back(ProposalRefused{purpose, std::move(against), {}});
    }

    std::vector<Reason> loweredFor(const std::vector<VantageId> &witnesses) const
    {
        std::vector<Reason> lowered = loweredAnyway();
        const int agreeing = static_cast<int>(witnesses.size());
        if (agreeing < policies().evacuation.vantagePointsMin)
            lowered.insert(lowered.begin(), TooFewVantagePoints{agreeing, policies().evacuation.vantagePointsMin});
        return lowered;
    }

    std::vector<Reason> loweredAnyway() const
    {
        std::vector<Reason> lowered;
        if (m_state.stopped)
            lowered.push_back(AutomationStopped{});
        if (m_state.wallJumped)
            lowered.push_back(WallClockJumped{*m_state.wallJumped});
        for (const EndpointId &endpoint : m_state.foreign)
            lowered.push_back(ForeignWrite{endpoint});
        return lowered;
    }

    void restore(const RegionId &id)
    {
        const Purpose purpose{PurposeKind::restore, id, {}, {}};
        const auto region = m_state.regions.find(id);
        const bool well = region != m_state.regions.end() && region->second.state == RegionState::healthy;
        if (!well || m_state.declined.contains(purpose) || !lastedEnough(region->second, policies().restore.after))
            return;
        std::vector<Reason> lowered = loweredAnyway();
        for (const auto &[place, out] : m_state.out)
            if (place.second == id && !out.byPolicy)
                lowered.push_back(ByPerson{out.by}); // Who took it out may have had reasons that no check sees.
        if (isTaken(purpose, lowerable(policies().restore.autonomy, lowered), m_state) || !restoreRefusals(id, {}, m_state, m_context).empty())
            return;
        if (const auto open = openBreakerAt(m_state, id, m_context.fleet))
            return refuse(purpose, {*open});
        offer(draftRestore(id, {}, PlanClass::recovery, m_context.fleet), policies().restore.autonomy, std::move(lowered), {});
    }

    void reassertion(const EndpointId &endpoint)
    {
        const Purpose purpose{PurposeKind::reassert, {}, {}, endpoint};
        const auto edge = m_state.edges.find(endpoint);
        const bool reachable = edge != m_state.edges.end() && edge->second == EdgeState::reachable;
        if (!reachable || m_state.declined.contains(purpose))
            return;
        const bool foreign = std::ranges::any_of(m_state.drifts, [&endpoint](const auto &drift) {
            return drift.first.endpoint == endpoint && drift.second.cause == DriftCause::foreignWrite;
        });
        // An edge that merely forgot is told again what was approved already; a foreign will is a question for people.
        const Autonomy autonomy = foreign ? policies().drift.autonomy : Autonomy::act;
        std::vector<Reason> lowered;
        if (foreign)
            lowered.push_back(ForeignWrite{endpoint});
        if (m_state.stopped)
            lowered.push_back(AutomationStopped{});
        if (isTaken(purpose, lowerable(autonomy, lowered), m_state))
            return;
        offer(draftReassert(endpoint, m_state), autonomy, lowered, {});
    }

    void offer(Plan plan, Autonomy autonomy, std::vector<Reason> lowered, std::vector<Reason> because)
    {
        if (plan.steps.size() > planStepsMax)
            return;
        if (autonomy != Autonomy::act)
            lowered.clear();
        autonomy = lowerable(autonomy, lowered);
        PlanProposed proposed{m_next, std::move(plan), {}, autonomy, std::move(lowered), std::move(because), {}, m_context.now + policies().plans.proposalExpiry};
        proposed.hash = planHash(proposed.plan);
        m_next = m_next.next();
        m_out.emplace_back(std::move(proposed));
    }

    const State &m_state;
    const Context &m_context;
    PlanId m_next;
    Outputs m_out;
};

/// A person's plan: an equal one that waits already is simply named, a different draft replaces it.
Outputs offerTo(const std::string &who, RequestId request, Plan plan, std::vector<Reason> against, const State &state, const Context &context)
{
    const PlanId open = openIdFor(plan.purpose, state);
    if (open && state.plans.at(open).approved)
        return {RequestRefused{request, {PurposeOpen{open}}}};
    if (plan.steps.size() > planStepsMax)
        against.push_back(NotInFleet{"plan of " + std::to_string(plan.steps.size()) + " steps"});
    if (!against.empty()) {
        Outputs out;
        out.emplace_back(ProposalRefused{plan.purpose, against, who});
        out.emplace_back(RequestRefused{request, std::move(against)});
        return out;
    }
    if (open && state.plans.at(open).plan == plan)
        return {RequestGranted{request, open}};
    PlanProposed proposed{state.lastPlan.next(), std::move(plan), {}, Autonomy::ask, {}, {ByPerson{who}}, who,
                          context.now + context.fleet.policies.plans.proposalExpiry};
    proposed.hash = planHash(proposed.plan);
    const PlanId id = proposed.id;
    Outputs out;
    out.emplace_back(std::move(proposed));
    out.emplace_back(RequestGranted{request, id});
    return out;
}

std::vector<Reason> bakeRefusals(const BakeRequested &request, const Fleet &fleet)
{
    const Service *service = fleet.service(request.service);
    if (!service || !service->placement(request.region))
        return {NotInFleet{(service ? request.region.text() : request.service.text())}};
    return {};
}

} // namespace

Outputs propose(const State &state, const Context &context)
{
    Proposals proposals(state, context);
    proposals.evacuations();
    proposals.drains();
    proposals.restores();
    proposals.reassertions();
    return proposals.take();
}

Outputs respond(const Recorded &recorded, const State &state, const Context &context)
{
    const std::string &who = recorded.actor.name;
    if (const auto *request = recorded.event.as<EvacuateRequested>()) {
        const EvacuationWish wish{request->region, request->service, request->share, request->unknownDemandAccepted, PlanClass::emergency};
        return offerTo(who, request->id, draftEvacuation(wish, state, context.fleet), refusals(wish, state, context), state, context);
    }
    if (const auto *request = recorded.event.as<RestoreRequested>()) {
        Plan plan = draftRestore(request->region, request->service, PlanClass::emergency, context.fleet);
        auto against = restoreRefusals(request->region, request->service, state, context);
        return offerTo(who, request->id, std::move(plan), std::move(against), state, context);
    }
    if (const auto *request = recorded.event.as<BakeRequested>()) {
        const Purpose purpose{PurposeKind::bake, request->region, request->service, {}};
        Plan plan{purpose, PlanClass::drill, Bounds{}, {Step{Bake{request->service, request->region, request->lasts}, {}}}};
        return offerTo(who, request->id, std::move(plan), bakeRefusals(*request, context.fleet), state, context);
    }
    return {};
}

} // namespace siaga::recovery
