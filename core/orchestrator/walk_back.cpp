// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/walk.h"

#include "core/base/seed_bug.h"
#include "core/orchestrator/guard.h"

#include <algorithm>

namespace siaga::orchestrator {

void Walk::wayBack()
{
    const bool mine = !std::get<Aborting>(m_plan.state).overtakenBy;
    if (mine && finishFirst())
        return;
    if ((hasCallInFlight(m_plan, m_context) || isWatching()) && !SIAGA_SEED_BUG_IS(20))
        return;
    if (mine && undoOne())
        return;
    finish(PlanEnd::aborted);
}

bool Walk::isBeyondReturn(std::size_t i) const
{
    std::vector<bool> beyond(i + 1); // Steps only come after ones before them in the list.
    for (std::size_t one = 0; one <= i; ++one)
        for (const int before : step(one).after) {
            const auto earlier = std::size_t(before);
            beyond[one] = beyond[one] || beyond[earlier] || (step(earlier).pointOfNoReturn && m_plan.steps[earlier].began);
        }
    return beyond[i];
}

bool Walk::mustFinish(std::size_t i) const
{
    const auto *aborting = std::get_if<Aborting>(&m_plan.state);
    if (!aborting || aborting->overtakenBy || step(i).onAbort != WayBack::finish)
        return false;
    return m_plan.steps[i].began || isBeyondReturn(i);
}

bool Walk::finishFirst()
{
    bool open = false;
    std::vector<bool> mayEndWell(m_plan.steps.size());
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        const bool finishes = mustFinish(i) && !isAny<Failed>(m_plan.steps[i].doing);
        const bool reachable = std::ranges::all_of(step(i).after, [&](int before) { return mayEndWell[std::size_t(before)]; });
        mayEndWell[i] = endedWell(int(i)) || (finishes && reachable) || isUnderWay(i);
        if (endedWell(int(i)) || !finishes || !reachable)
            continue;
        open = true;
        if (isReady(i))
            drive(i);
    }
    return open;
}

void Walk::drive(std::size_t i)
{
    const Obstacle obstacle = obstacleOf(i, Leg::doing);
    if (!obstacle.reason || obstacle.alive)
        start(i);
    else if (bestEffort(i))
        tell(StepNotReached{m_plan.id, int(i), *obstacle.reason});
    else
        tell(StepFailed{m_plan.id, int(i), Leg::doing, *obstacle.reason});
}

bool Walk::undoOne()
{
    std::vector<bool> stays(m_plan.steps.size());
    for (std::size_t i = m_plan.steps.size(); i-- > 0;) {
        if (!stays[i] && step(i).onAbort == WayBack::undo && undoable(i) && !undo(i))
            return true;
        if (stays[i] || isAny<Failed>(m_plan.steps[i].undoing))
            for (const int before : step(i).after)
                stays[std::size_t(before)] = true;
    }
    return false;
}

bool Walk::isUnderWay(std::size_t i) const
{
    const StepState &state = m_plan.steps[i].doing;
    const auto from = looksCountFrom(state, step(i).action, m_context);
    return isAny<Intended, Answered, Uncertain>(state) && !isAny<Bake>(step(i).action) && (!from || !timedOut(i, *from));
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

std::optional<SetRegionShare> Walk::undoTarget(std::size_t i) const
{
    const auto before = weightBefore(i);
    SetRegionShare target = *share(i);
    const Service *service = m_context.fleet.service(target.service);
    const Placement *placement = service ? service->placement(target.region) : nullptr;
    if (!before || !placement)
        return std::nullopt;
    target.share = Permille{std::min(1000, *before * 1000 / placement->weight)};
    return target;
}

void Walk::undoOrRefuse(std::size_t i)
{
    if (const auto reason = guardOn(i, Leg::undoing))
        return tell(StepFailed{m_plan.id, int(i), Leg::undoing, *reason});
    intend(i, Leg::undoing);
}

} // namespace siaga::orchestrator
