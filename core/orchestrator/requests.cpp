// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/requests.h"

namespace siaga::orchestrator {

namespace {

std::string stateName(const PlanMemory &plan)
{
    return std::visit([](const auto &state) { return std::string(state.name); }, plan.state);
}

Outputs refuse(RequestId id, Reason reason)
{
    return {RequestRefused{id, {std::move(reason)}}};
}

/// An open plan, or the refusal that says why there is none.
struct Found
{
    const PlanMemory *plan = nullptr;
    Outputs refusal;
};

Found find(PlanId plan, RequestId request, const State &state)
{
    const auto open = state.plans.find(plan);
    if (open != state.plans.end())
        return {&open->second, {}};
    const PlanMemory *ended = state.plan(plan);
    return {nullptr, refuse(request, ended ? Reason(NotInThatState{stateName(*ended)}) : Reason(NoSuchPlan{plan}))};
}

Outputs approve(const ApproveRequested &request, const std::string &who, const State &state, const Context &context)
{
    const auto [plan, refusal] = find(request.plan, request.id, state);
    if (!plan)
        return refusal;
    if (!isAny<Proposed>(plan->state) || context.now >= plan->expires)
        return refuse(request.id, NotInThatState{stateName(*plan)});
    if (plan->hash != request.hash)
        return refuse(request.id, HashDiffers{request.hash, plan->hash});
    return {PlanApproved{plan->id, plan->hash, ByPerson{who}}, RequestGranted{request.id, plan->id}};
}

/// Plan 0 holds every running plan in one act.
Outputs hold(const HoldRequested &request, const std::string &who, const State &state)
{
    Outputs out;
    if (!request.plan) {
        for (const auto &[id, plan] : state.plans)
            if (isAny<Running, Waiting, Suspended>(plan.state))
                out.emplace_back(PlanHeld{id, ByPerson{who}});
    } else {
        const auto [plan, refusal] = find(request.plan, request.id, state);
        if (!plan)
            return refusal;
        if (!isAny<Running, Waiting, Held, Suspended>(plan->state))
            return refuse(request.id, NotInThatState{stateName(*plan)});
        out.emplace_back(PlanHeld{plan->id, ByPerson{who}});
    }
    out.emplace_back(RequestGranted{request.id, request.plan});
    return out;
}

Outputs resume(const ResumeRequested &request, const std::string &who, const State &state)
{
    const auto [plan, refusal] = find(request.plan, request.id, state);
    if (!plan)
        return refusal;
    if (!isAny<Held>(plan->state))
        return refuse(request.id, NotInThatState{stateName(*plan)});
    // Held before it was admitted: its claims must be asked for again.
    if (!plan->admitted)
        return {PlanWaiting{plan->id, {}}, RequestGranted{request.id, plan->id}};
    return {PlanResumed{plan->id, ByPerson{who}}, RequestGranted{request.id, plan->id}};
}

Outputs abort(const AbortRequested &request, const std::string &who, const State &state)
{
    const auto [plan, refusal] = find(request.plan, request.id, state);
    if (!plan)
        return refusal;
    Outputs out;
    if (!isAny<Aborting>(plan->state))
        out.emplace_back(PlanAborted{plan->id, ByPerson{who}});
    out.emplace_back(RequestGranted{request.id, plan->id});
    return out;
}

Outputs stop(const StopRequested &request, const std::string &who, const State &state)
{
    Outputs out;
    if (!state.stop)
        out.emplace_back(StopOrdered{who, request.reason});
    for (const auto &[id, plan] : state.plans) {
        const auto *suspended = std::get_if<Suspended>(&plan.state);
        if (isAny<Running>(plan.state) || (suspended && !suspended->held))
            out.emplace_back(PlanHeld{id, AutomationStopped{}});
    }
    out.emplace_back(RequestGranted{request.id, PlanId()});
    return out;
}

Outputs lift(const LiftStopRequested &request, const std::string &who, const State &state)
{
    if (!state.stop)
        return refuse(request.id, NotInThatState{"running"});
    return {StopLifted{who}, RequestGranted{request.id, PlanId()}};
}

} // namespace

Outputs respond(const Recorded &recorded, const State &state, const Context &context)
{
    const std::string &who = recorded.actor.name;
    const Event &event = recorded.event;
    if (const auto *request = event.as<ApproveRequested>())
        return approve(*request, who, state, context);
    if (const auto *request = event.as<HoldRequested>())
        return hold(*request, who, state);
    if (const auto *request = event.as<ResumeRequested>())
        return resume(*request, who, state);
    if (const auto *request = event.as<AbortRequested>())
        return abort(*request, who, state);
    if (const auto *request = event.as<StopRequested>())
        return stop(*request, who, state);
    if (const auto *request = event.as<LiftStopRequested>())
        return lift(*request, who, state);
    return {};
}

} // namespace siaga::orchestrator
