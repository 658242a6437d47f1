// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/admission.h"

namespace siaga::orchestrator {

namespace {

bool holdsClaims(const PlanMemory &plan)
{
    return isAny<Running, Held, Suspended, Aborting>(plan.state);
}

bool isByPolicy(const PlanMemory &plan)
{
    return plan.approvedBy && std::holds_alternative<ByPolicy>(*plan.approvedBy);
}

Claim firstShared(const PlanMemory &a, const PlanMemory &b)
{
    for (const Claim &claim : claimsOf(a.plan))
        if (overlap({claim}, claimsOf(b.plan)))
            return claim;
    return {};
}

/// One region out at a time unless the fleet says more; those on their way out count.
std::optional<Reason> tooManyOut(const PlanMemory &plan, const State &state, const Context &context)
{
    if (plan.plan.purpose.kind != PurposeKind::evacuate)
        return std::nullopt;
    std::set<RegionId> out = state.out;
    for (const auto &[id, other] : state.plans)
        if (other.plan.purpose.kind == PurposeKind::evacuate && holdsClaims(other))
            out.insert(other.plan.purpose.region);
    out.erase(plan.plan.purpose.region);
    const int outMax = context.fleet.policies.evacuation.regionsOutMax;
    if (static_cast<int>(out.size()) < outMax)
        return std::nullopt;
    return RegionsOut{{out.begin(), out.end()}, outMax};
}

/// A higher class; or leaving a region that died while it was being restored.
bool outranks(const Plan &plan, const Plan &holder)
{
    const bool leavesWhatReturns = plan.purpose.kind == PurposeKind::evacuate && holder.purpose.kind == PurposeKind::restore
        && plan.purpose.region == holder.purpose.region;
    return plan.rank < holder.rank || (plan.rank == holder.rank && leavesWhatReturns);
}

/// One plan that holds what another one needs: it is suspended when it ranks lower, waited for otherwise.
void giveWay(const PlanMemory &plan, const PlanMemory &holder, const Context &context, Outputs &out, std::vector<Reason> &reasons)
{
    const auto *suspended = std::get_if<Suspended>(&holder.state);
    if (suspended && suspended->by != plan.id)
        return; // Whoever suspended it has inherited its claims and is looked at by itself.
    if (suspended) {
        if (hasCallInFlight(holder, context))
            reasons.push_back(ClaimHeld{holder.id, firstShared(plan, holder)});
    } else if (outranks(plan.plan, holder.plan) && !isAny<Aborting>(holder.state)) {
        out.emplace_back(PlanSuspended{holder.id, plan.id});
    } else {
        reasons.push_back(ClaimHeld{holder.id, firstShared(plan, holder)});
    }
}

Outputs admitApproved(const PlanMemory &plan, const Waiting &waiting, const State &state, const Context &context)
{
    Outputs out;
    std::vector<Reason> reasons;
    if (isByPolicy(plan) && state.stop)
        reasons.push_back(AutomationStopped{});
    if (const auto reason = tooManyOut(plan, state, context))
        reasons.push_back(*reason);
    const std::vector<Claim> claims = claimsOf(plan.plan);
    if (reasons.empty()) // Who cannot run anyway suspends nobody.
        for (const auto &[id, holder] : state.plans)
            if (id != plan.id && holdsClaims(holder) && overlap(claims, claimsOf(holder.plan)))
                giveWay(plan, holder, context, out, reasons);
    // What an edge is to be told again depends on what the holder leaves behind: it is drafted anew then.
    if (!reasons.empty() && plan.plan.purpose.kind == PurposeKind::reassert && isAny<ClaimHeld>(reasons.front()))
        return {PlanEnded{plan.id, PlanEnd::superseded, {}}};
    if (!reasons.empty() && reasons != waiting.reasons)
        out.emplace_back(PlanWaiting{plan.id, reasons});
    if (reasons.empty() && out.empty())
        out.emplace_back(PlanAdmitted{plan.id});
    return out;
}

/// It goes on when who suspended it commanded nothing; else the world it knew is gone.
Outputs resumeSuspended(const PlanMemory &plan, const Suspended &suspended, const State &state)
{
    const PlanMemory *by = state.plan(suspended.by);
    if (by && !isAny<Ended>(by->state))
        return {};
    if (by && !by->commanded && suspended.held)
        return {PlanHeld{plan.id, *suspended.held}};
    if (by && !by->commanded && state.stop) // Going on by itself is what the Stop forbids.
        return {PlanHeld{plan.id, AutomationStopped{}}};
    if (by && !by->commanded)
        return {PlanResumed{plan.id, ByPlan{by->id}}};
    return {PlanEnded{plan.id, PlanEnd::superseded, {}}};
}

} // namespace

Outputs admit(const PlanMemory &plan, const State &state, const Context &context)
{
    if (const auto *suspended = std::get_if<Suspended>(&plan.state))
        return resumeSuspended(plan, *suspended, state);
    if (!isAny<Proposed, Waiting>(plan.state))
        return {};
    if (context.now >= plan.expires)
        return {PlanEnded{plan.id, PlanEnd::expired, {}}};
    if (const auto *waiting = std::get_if<Waiting>(&plan.state))
        return admitApproved(plan, *waiting, state, context);
    return {};
}

Outputs receive(const PlanProposed &proposed, const State &state)
{
    Outputs out;
    if (!state.plans.contains(proposed.id))
        return out; // Ended in the same turn.
    if (proposed.autonomy == Autonomy::watch)
        return {PlanEnded{proposed.id, PlanEnd::watched, {}}}; // Only said: it takes nobody's draft away.
    for (const auto &[id, other] : state.plans)
        if (id < proposed.id && other.plan.purpose == proposed.plan.purpose && isAny<Proposed>(other.state))
            out.emplace_back(PlanEnded{id, PlanEnd::superseded, {}});
    if (proposed.autonomy == Autonomy::act && !state.stop)
        out.emplace_back(PlanApproved{proposed.id, proposed.hash, ByPolicy{}});
    return out;
}

} // namespace siaga::orchestrator
