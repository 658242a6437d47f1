// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/walk.h"

#include "core/base/seed_bug.h"
#include "core/orchestrator/guard.h"

namespace siaga::orchestrator {

void Walk::wayBack()
{
    if ((hasCallInFlight(m_plan, m_context) || isWatching()) && !SIAGA_SEED_BUG_IS(20))
        return;
    for (std::size_t i = m_plan.steps.size(); i-- > 0;) {
        if (step(i).onAbort != WayBack::undo || !undoable(i))
            continue;
        if (!undo(i))
            return; // One at a time, the last one first.
    }
    if (!concluded())
        finish(PlanEnd::aborted);
}

bool Walk::isWatching() const
{
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        const StepState &state = m_plan.steps[i].doing;
        const auto from = looksCountFrom(state, step(i).action, m_context);
        if (isAny<Answered, Uncertain>(state) && from && !timedOut(i, *from) && !bestEffort(i))
            return true;
    }
    return false;
}

bool Walk::undo(std::size_t i)
{
    const StepState &state = m_plan.steps[i].undoing;
    if (isAny<Verified, Failed>(state))
        return true;
    const auto *repeat = std::get_if<ToRepeat>(&state);
    const bool due = isAny<Pending>(state) || (repeat && m_context.now >= repeat->notBefore);
    const Obstacle obstacle = obstacleOf(i, Leg::undoing);
    if (due && repeat && repeat->attempts >= attemptsMax(i))
        tell(StepFailed{m_plan.id, int(i), Leg::undoing, *obstacle.reason});
    else if (due)
        undoOrRefuse(i);
    else if (obstacle.reason && !obstacle.alive)
        tell(StepFailed{m_plan.id, int(i), Leg::undoing, *obstacle.reason});
    return false;
}

void Walk::undoOrRefuse(std::size_t i)
{
    const auto before = weightBefore(i);
    SetRegionShare target = *share(i);
    const Service *service = m_context.fleet.service(target.service);
    const Placement *placement = service ? service->placement(target.region) : nullptr;
    if (!before || !placement)
        return tell(StepFailed{m_plan.id, int(i), Leg::undoing, CannotObserve{target.endpoint, m_context.now}});
    target.share = Permille{std::min(1000, *before * 1000 / placement->weight)};
    if (const auto reason = denied(target, weightNow(target), m_plan, m_state, m_context))
        return tell(StepFailed{m_plan.id, int(i), Leg::undoing, *reason});
    intend(i, Leg::undoing);
}

} // namespace siaga::orchestrator
