// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/walk.h"

#include "core/base/seed_bug.h"

#include <algorithm>

namespace siaga::orchestrator {

int Walk::weightWanted(const StepState &state) const
{
    if (const auto *answered = std::get_if<Answered>(&state))
        return answered->weight;
    if (const auto *uncertain = std::get_if<Uncertain>(&state))
        return uncertain->weight;
    return 0;
}

bool Walk::timedOut(std::size_t i, Instant from) const
{
    return !isAny<Bake>(step(i).action) && m_context.now >= from + m_policy.verifyTimeout;
}

void Walk::verify(std::size_t i, Leg which)
{
    const StepState &state = leg(i, which);
    const auto from = looksCountFrom(state, step(i).action, m_context);
    if (!from || m_context.now < *from)
        return;
    const Verdict verdict = verdictOn(step(i).action, weightWanted(state), *from, m_state, m_context);
    if (const auto *shown = std::get_if<Shown>(&verdict))
        tell(StepVerified{m_plan.id, int(i), which, shown->weightSeen, shown->began});
    else if (const auto *against = std::get_if<Denied>(&verdict))
        repeatOrFail(i, which, against->reason);
    else if (timedOut(i, *from) && bestEffort(i))
        tell(StepNotReached{m_plan.id, int(i), std::get<NotYet>(verdict).waitingFor});
    else if (!isAny<Held>(m_plan.state))
        for (const Look &look : looksFor(step(i).action, *from, m_context))
            m_out.emplace_back(look);
}

void Walk::repeatOrFail(std::size_t i, Leg which, const Reason &reason)
{
    if (!mayCommand(i, which))
        return;
    const auto guard = guardOn(i, which);
    const bool exhausted = attemptOf(leg(i, which)) >= attemptsMax(i);
    if (!exhausted && !guard)
        intend(i, which);
    else if (bestEffort(i))
        tell(StepNotReached{m_plan.id, int(i), guard.value_or(reason)});
    else
        tell(StepFailed{m_plan.id, int(i), which, guard.value_or(reason)});
}

int Walk::attemptOf(const StepState &state)
{
    if (const auto *intended = std::get_if<Intended>(&state))
        return intended->attempt;
    if (const auto *answered = std::get_if<Answered>(&state))
        return answered->attempt;
    if (const auto *uncertain = std::get_if<Uncertain>(&state))
        return uncertain->attempt;
    if (const auto *repeat = std::get_if<ToRepeat>(&state))
        return repeat->attempts;
    return 0;
}

std::optional<int> Walk::weightNow(const SetRegionShare &target) const
{
    const std::deque<EdgeSeen> &looks = m_context.seen.looks(target.endpoint);
    const auto newest = std::find_if(looks.rbegin(), looks.rend(), [](const EdgeSeen &look) { return look.reached; });
    if (newest == looks.rend() || !newest->servers.contains({target.service, target.region}))
        return std::nullopt;
    return newest->servers.at({target.service, target.region}).weightTold();
}

std::optional<int> Walk::weightBefore(std::size_t i) const
{
    return std::visit(
        []<class Held>(const Held &held) -> std::optional<int> {
            if constexpr (requires { held.weightBefore; })
                return held.weightBefore;
            else
                return std::nullopt;
        },
        m_plan.steps[i].doing);
}

void Walk::intend(std::size_t i, Leg which)
{
    StepIntended intended{.plan = m_plan.id, .step = int(i), .leg = which, .attempt = attemptOf(leg(i, which)) + 1};
    if (const SetRegionShare *target = share(i)) {
        intended.key = "p" + std::to_string(m_plan.id.value()) + ".s" + std::to_string(i + 1) + '.' + std::string(nameOf(which));
        if (SIAGA_SEED_BUG_IS(4))
            intended.key += '.' + std::to_string(intended.attempt);
        intended.endpoint = target->endpoint;
        intended.service = target->service;
        intended.region = target->region;
        intended.share = target->share;
        const int full = fullWeight(*target, whole);
        intended.weight = which == Leg::doing ? fullWeight(*target, target->share) : weightBefore(i).value_or(full);
        if (which == Leg::undoing && full > 0)
            intended.share = Permille{std::min(1000, intended.weight * 1000 / full)};
        intended.weightBefore = weightNow(*target);
    }
    tell(std::move(intended));
}

} // namespace siaga::orchestrator
