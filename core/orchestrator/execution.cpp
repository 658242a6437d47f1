// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/execution.h"

#include "core/orchestrator/verification.h"
#include "core/orchestrator/walk.h"

namespace siaga::orchestrator {

Outputs advance(const PlanMemory &plan, const State &state, const Context &context)
{
    return Walk(plan, state, context).go();
}

Outputs answer(const PlanMemory &plan, const StepCallEnded &ended)
{
    const auto index = static_cast<std::size_t>(ended.step);
    if (ended.step < 0 || index >= plan.steps.size())
        return {};
    const StepState &state = ended.leg == Leg::doing ? plan.steps[index].doing : plan.steps[index].undoing;
    const auto *intended = std::get_if<Intended>(&state);
    if (!intended || intended->attempt != ended.attempt)
        return {}; // An answer to an attempt of an earlier life.
    Outputs out;
    out.emplace_back(StepAnswered{plan.id, ended.step, ended.leg, ended.attempt, ended.result, ended.detail});
    if (ended.result == StepAnswered::Result::refused) {
        const auto *share = std::get_if<SetRegionShare>(&plan.plan.steps[index].action);
        const CallRefused reason{share ? share->endpoint : EndpointId(), ended.detail};
        if (plan.plan.steps[index].reach == Reach::bestEffort)
            out.emplace_back(StepNotReached{plan.id, ended.step, reason});
        else
            out.emplace_back(StepFailed{plan.id, ended.step, ended.leg, reason});
    }
    return out;
}

bool hasCallInFlight(const PlanMemory &plan, const Context &context)
{
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        for (const StepState *state : {&plan.steps[i].doing, &plan.steps[i].undoing}) {
            const auto *intended = std::get_if<Intended>(state);
            if (intended && intended->calls)
                return true;
            if (std::holds_alternative<Uncertain>(*state) && looksCountFrom(*state, plan.plan.steps[i].action, context) > context.now)
                return true;
        }
    }
    return false;
}

std::optional<Instant> nextDeadline(const PlanMemory &plan, const Context &context)
{
    std::optional<Instant> next;
    const auto consider = [&](Instant at) {
        if (at > context.now && (!next || at < *next))
            next = at;
    };
    consider(plan.expires);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        for (const StepState *state : {&plan.steps[i].doing, &plan.steps[i].undoing}) {
            const Action &action = plan.plan.steps[i].action;
            if (const auto *repeat = std::get_if<ToRepeat>(state))
                consider(repeat->notBefore);
            if (const auto from = looksCountFrom(*state, action, context)) {
                const auto *bake = std::get_if<Bake>(&action);
                consider(*from);
                consider(*from + (bake ? bake->lasts : context.fleet.policies.plans.verifyTimeout));
            }
        }
    }
    return next;
}

} // namespace siaga::orchestrator
