// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/walk.h"

#include "core/base/seed_bug.h"
#include "core/orchestrator/guard.h"

#include <algorithm>

namespace siaga::orchestrator {

Outputs Walk::go()
{
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        verify(i, Leg::doing);
        verify(i, Leg::undoing);
    }
    if (!concluded()) {
        if (isAny<Running>(m_plan.state))
            walkOn();
        else if (isAny<Aborting>(m_plan.state))
            wayBack();
        else if (isAny<Held>(m_plan.state))
            resumeWhenSeenAgain();
    }
    return std::move(m_out);
}

const StepState &Walk::leg(std::size_t i, Leg which) const
{
    return which == Leg::doing ? m_plan.steps[i].doing : m_plan.steps[i].undoing;
}

bool Walk::concluded() const
{
    return std::ranges::any_of(m_out, [](const Output &out) { return std::holds_alternative<Event>(out); });
}

bool Walk::mayCommand(std::size_t i, Leg which) const
{
    if (isAny<Running>(m_plan.state))
        return which == Leg::doing;
    return isAny<Aborting>(m_plan.state) && (which == Leg::undoing || mustFinish(i));
}

bool Walk::isReady(std::size_t i) const
{
    return std::ranges::all_of(step(i).after, [this](int before) { return endedWell(before); });
}

bool Walk::followsNotReached(std::size_t i) const
{
    return bestEffort(i) && std::ranges::any_of(step(i).after, [this](int before) {
               return isAny<NotReached>(m_plan.steps[std::size_t(before)].doing);
           });
}

std::optional<Reason> Walk::guardOn(std::size_t i, Leg which) const
{
    if (which == Leg::undoing) {
        const auto back = undoTarget(i);
        return back ? denied(*back, weightNow(*back), m_plan, m_state, m_context) : CannotObserve{share(i)->endpoint, m_context.now};
    }
    const SetRegionShare *target = SIAGA_SEED_BUG_IS(10) ? nullptr : share(i);
    // An evacuation never raises: what was seen below the share once must be seen again.
    const auto now = target ? weightNow(*target) : std::nullopt;
    if (now && m_plan.plan.purpose.kind == PurposeKind::evacuate && *now < fullWeight(*target, target->share))
        return CannotObserve{target->endpoint, m_plan.stateSince};
    return target ? denied(*target, now, m_plan, m_state, m_context) : std::nullopt;
}

void Walk::walkOn()
{
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i)
        start(i);
    if (concluded())
        return;
    if (allEnded())
        finish(PlanEnd::done);
    else if (const auto reason = stuck())
        tell(PlanHeld{m_plan.id, *reason});
}

void Walk::start(std::size_t i)
{
    const StepState &state = m_plan.steps[i].doing;
    const auto *repeat = std::get_if<ToRepeat>(&state);
    if (repeat && repeat->attempts >= attemptsMax(i) && bestEffort(i))
        return tell(StepNotReached{m_plan.id, int(i), CallFailed{share(i)->endpoint, {}, repeat->attempts}});
    const bool due = repeat && repeat->attempts < attemptsMax(i) && m_context.now >= repeat->notBefore;
    if (!due && !(isAny<Pending>(state) && isReady(i)))
        return;
    if (followsNotReached(i))
        tell(StepNotReached{m_plan.id, int(i), CannotObserve{share(i)->endpoint, m_plan.stateSince}});
    else if (isAny<Pending>(state) && m_plan.steps[i].began && share(i) && !seesOtherValue(i))
        return; // Told before, and resumed: repeating waits for a look that shows something else.
    else if (const auto beyond = weightBeyond(i))
        tell(StepVerified{m_plan.id, int(i), Leg::doing, *beyond, m_context.now});
    else if (const auto reason = guardOn(i); !reason)
        intend(i, Leg::doing);
    else if (bestEffort(i) && isAny<CannotObserve>(*reason))
        tell(StepNotReached{m_plan.id, int(i), *reason});
}

Verdict Walk::verdictSinceTurn(std::size_t i) const
{
    return verdictOn(step(i).action, fullWeight(*share(i), share(i)->share), m_plan.stateSince, m_state, m_context);
}

bool Walk::seesOtherValue(std::size_t i)
{
    const Verdict verdict = verdictSinceTurn(i);
    if (const auto *shown = std::get_if<Shown>(&verdict))
        tell(StepVerified{m_plan.id, int(i), Leg::doing, shown->weightSeen, shown->began});
    else if (std::holds_alternative<NotYet>(verdict))
        for (const Look &look : looksFor(step(i).action, m_plan.stateSince, m_context))
            m_out.emplace_back(look);
    return std::holds_alternative<Denied>(verdict);
}

std::optional<int> Walk::weightBeyond(std::size_t i) const
{
    const SetRegionShare *target = share(i);
    const Endpoint *endpoint = target ? m_context.fleet.endpoint(target->endpoint) : nullptr;
    const auto now = target ? weightNow(*target) : std::nullopt;
    if (!endpoint || !now || !m_context.seen.edge(endpoint->id, m_context.now, staleAfter(*endpoint)))
        return std::nullopt;
    const PurposeKind kind = m_plan.plan.purpose.kind;
    const int wanted = fullWeight(*target, target->share);
    const bool beyond = (kind == PurposeKind::evacuate && *now < wanted) || (kind == PurposeKind::restore && *now > wanted);
    return beyond ? now : std::nullopt;
}

int Walk::fullWeight(const SetRegionShare &target, Permille of) const
{
    const Service *service = m_context.fleet.service(target.service);
    const Placement *placement = service ? service->placement(target.region) : nullptr;
    return placement ? balancerWeight(placement->weight, of, whole) : 0;
}

bool Walk::allEnded() const
{
    return std::ranges::all_of(m_plan.steps, [](const StepMemory &step) { return isAny<Verified, NotReached>(step.doing); });
}

void Walk::finish(PlanEnd end)
{
    PlanEnded ended{m_plan.id, end, {}};
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        const bool told = !share(i) || !isAny<NotReached, Uncertain>(m_plan.steps[i].doing);
        if (!told && std::ranges::find(ended.notReached, share(i)->endpoint) == ended.notReached.end())
            ended.notReached.push_back(share(i)->endpoint);
    }
    tell(std::move(ended));
}

Obstacle Walk::obstacleOf(std::size_t i, Leg which) const
{
    const StepState &state = leg(i, which);
    if (const auto *failed = std::get_if<Failed>(&state))
        return {failed->reason, false};
    if (const auto *repeat = std::get_if<ToRepeat>(&state)) {
        if (repeat->attempts >= attemptsMax(i))
            return {CallFailed{share(i)->endpoint, {}, repeat->attempts}, false};
        return {guardOn(i, which), !guardOn(i, which)};
    }
    if (const auto from = looksCountFrom(state, step(i).action, m_context)) {
        if (!timedOut(i, *from))
            return {std::nullopt, true};
        const Verdict verdict = verdictOn(step(i).action, weightWanted(state), *from, m_state, m_context);
        const auto *waiting = std::get_if<NotYet>(&verdict);
        return {waiting ? std::optional(waiting->waitingFor) : std::nullopt, waiting == nullptr};
    }
    if (isAny<Pending>(state) && m_plan.steps[i].began && share(i) && timedOut(i, m_plan.stateSince)) {
        const Verdict verdict = verdictSinceTurn(i);
        if (const auto *waiting = std::get_if<NotYet>(&verdict))
            return {waiting->waitingFor, false};
    }
    if (isAny<Pending>(state))
        return isReady(i) ? Obstacle{guardOn(i), !guardOn(i)} : Obstacle{};
    return {std::nullopt, isAny<Intended>(state)};
}

std::optional<Reason> Walk::stuck() const
{
    std::optional<Reason> first;
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        const Obstacle obstacle = obstacleOf(i, Leg::doing);
        if (obstacle.alive)
            return std::nullopt;
        if (!first && obstacle.reason)
            first = obstacle.reason;
    }
    return first;
}

void Walk::resumeWhenSeenAgain()
{
    const auto &held = std::get<Held>(m_plan.state);
    // Seen again is not enough while the guards know nothing of it yet: it would be held for their reason, for good.
    if (isBlindness(held.reason) && !m_state.stop && !stuckInTheDark() && !stuck())
        tell(PlanResumed{m_plan.id, ByPolicy{}});
}

bool Walk::stuckInTheDark() const
{
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        const auto reason = obstacleOf(i, Leg::doing).reason;
        if (reason && isBlindness(*reason))
            return true;
    }
    return false;
}

} // namespace siaga::orchestrator
