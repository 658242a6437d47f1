// SPDX-License-Identifier: GPL-3.0-or-later
// One evaluation of an admitted plan: made, asked once, thrown away. What it concludes is folded before the next one.
//
// It is the conductor's glance along the train: which door is open, which signal shows, may we move. The catch: one
// layer of conclusions at a time; whatever follows from them waits for the next glance.
#pragma once

#include "core/orchestrator/engine.h"
#include "core/orchestrator/verification.h"

namespace siaga::orchestrator {

/// What stands in the way of a step: nothing, something that time or a look may settle, or a reason to hold.
struct Obstacle
{
    std::optional<Reason> reason;
    bool alive = false; ///< It may still come to an end by itself.
};

class Walk
{
public:
    Walk(const PlanMemory &plan, const State &state, const Context &context)
        : m_plan(plan)
        , m_state(state)
        , m_context(context)
        , m_policy(context.fleet.policies.plans)
    {
    }

    Outputs go();

private:
    const Step &step(std::size_t i) const { return m_plan.plan.steps[i]; }
    const StepState &leg(std::size_t i, Leg which) const;
    const SetRegionShare *share(std::size_t i) const { return std::get_if<SetRegionShare>(&step(i).action); }
    bool bestEffort(std::size_t i) const { return step(i).reach == Reach::bestEffort; }
    int attemptsMax(std::size_t i) const { return bestEffort(i) ? 1 : m_policy.attemptsMax; }

    bool concluded() const;
    void tell(Event event) { m_out.emplace_back(std::move(event)); }

    bool mayCommand(std::size_t i, Leg which) const;

    // walk_steps.cpp: what the world shows, and intending.

    int weightWanted(const StepState &state) const;

    bool timedOut(std::size_t i, Instant from) const;

    void verify(std::size_t i, Leg which);

    /// A look showed another value than the one that was set, so repeating is legal.
    void repeatOrFail(std::size_t i, Leg which, const Reason &reason);

    static int attemptOf(const StepState &state);

    std::optional<int> weightNow(const SetRegionShare &target) const;

    std::optional<int> weightBefore(std::size_t i) const;

    void intend(std::size_t i, Leg which);

    // walk.cpp: running.

    bool endedWell(int i) const { return isAny<Verified, NotReached>(m_plan.steps[std::size_t(i)].doing); }

    bool isReady(std::size_t i) const;

    /// An edge that could not be told the first part is not told the next one.
    bool followsNotReached(std::size_t i) const;

    std::optional<Reason> guardOn(std::size_t i, Leg which = Leg::doing) const;

    void walkOn();

    void start(std::size_t i);

    Verdict verdictSinceTurn(std::size_t i) const;

    /// True once a look of this turn of the plan denies the step; one that shows it verifies it.
    bool seesOtherValue(std::size_t i);

    /// An edge that is further on already is not taken back: an evacuation never raises, a restore never lowers.
    std::optional<int> weightBeyond(std::size_t i) const;

    int fullWeight(const SetRegionShare &target, Permille of) const;

    bool allEnded() const;

    void finish(PlanEnd end);

    Obstacle obstacleOf(std::size_t i, Leg which) const;

    /// The reason to hold, once nothing of the plan can go on by itself.
    std::optional<Reason> stuck() const;

    static bool isBlindness(const Reason &reason) { return isAny<CannotObserve, DemandUnknown>(reason); }

    /// Losing sight is not failing: once the world is seen again, the plan goes on by itself.
    void resumeWhenSeenAgain();

    bool stuckInTheDark() const;

    // walk_back.cpp: aborting.

    void wayBack();

    /// Declared to be finished, and it has begun, or a point of no return that it comes after has.
    bool mustFinish(std::size_t i) const;

    bool isBeyondReturn(std::size_t i) const;

    /// True while a step that must be finished may still end well; starts those that can start.
    bool finishFirst();

    /// Told or looked for already, and it will still show how it ends.
    bool isUnderWay(std::size_t i) const;

    /// One step that must be finished: goes on with it, or tells that it cannot be.
    void drive(std::size_t i);

    /// Goes on with the last step that is still to be undone, one at a time; false when none is. What a step that stays
    /// stands on stays too.
    bool undoOne();

    /// What was told last is still being looked for; what an abort leaves behind must be known as far as it can be.
    bool isWatching() const;

    bool undoable(std::size_t i) const
    {
        const StepMemory &memory = m_plan.steps[i];
        return share(i) && memory.began && isAny<Verified, Answered, Uncertain>(memory.doing);
    }

    /// Where the undo leads; nullopt when nobody knows what was there before.
    std::optional<SetRegionShare> undoTarget(std::size_t i) const;

    /// True once the step is back, or cannot be brought back.
    bool undo(std::size_t i);

    void undoOrRefuse(std::size_t i);

    const PlanMemory &m_plan;
    const State &m_state;
    const Context &m_context;
    const PlanPolicy &m_policy;
    Outputs m_out;
};

} // namespace siaga::orchestrator
