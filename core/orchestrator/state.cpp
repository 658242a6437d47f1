// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/state.h"

#include "core/base/seed_bug.h"
#include "core/events/recovery_events.h"
#include "core/events/runtime_events.h"
#include "core/orchestrator/engine.h"

namespace siaga::orchestrator {

const PlanMemory *State::plan(PlanId id) const
{
    const auto open = plans.find(id);
    if (open != plans.end())
        return &open->second;
    for (const PlanMemory &one : ended)
        if (one.id == id)
            return &one;
    return nullptr;
}

namespace {

/// Folding is a set of small functions, one for each event; each gets the plan that the event names.
struct Folding
{
    State &state;
    const Recorded &recorded;

    PlanMemory *open(PlanId id) const
    {
        const auto found = state.plans.find(id);
        return found == state.plans.end() ? nullptr : &found->second;
    }

    StepMemory *step(PlanId id, int index) const
    {
        PlanMemory *plan = open(id);
        const bool known = plan && index >= 0 && static_cast<std::size_t>(index) < plan->steps.size();
        return known ? &plan->steps[static_cast<std::size_t>(index)] : nullptr;
    }

    void turn(PlanId id, PlanState next) const
    {
        if (PlanMemory *plan = open(id)) {
            plan->state = std::move(next);
            plan->stateSince = recorded.at;
        }
    }
};

StepState &leg(StepMemory &step, Leg which)
{
    return which == Leg::doing ? step.doing : step.undoing;
}

/// What the earlier states of a leg know that later ones keep.
struct Traits
{
    Instant intendedAt;
    int attempt = 0;
    int weight = 0;
    std::optional<int> weightBefore;
};

Traits traitsOf(const StepState &state)
{
    if (const auto *intended = std::get_if<Intended>(&state))
        return {intended->at, intended->attempt, intended->weight, intended->weightBefore};
    if (const auto *answered = std::get_if<Answered>(&state))
        return {answered->intendedAt, answered->attempt, answered->weight, answered->weightBefore};
    if (const auto *uncertain = std::get_if<Uncertain>(&state))
        return {uncertain->intendedAt, uncertain->attempt, uncertain->weight, uncertain->weightBefore};
    if (const auto *repeat = std::get_if<ToRepeat>(&state))
        return {repeat->intendedAt, repeat->attempts, 0, repeat->weightBefore};
    return {};
}

void foldProposed(const Folding &folding, const PlanProposed &proposed)
{
    PlanMemory plan;
    plan.id = proposed.id;
    plan.plan = proposed.plan;
    plan.hash = proposed.hash;
    plan.autonomy = proposed.autonomy;
    plan.lowered = proposed.lowered;
    plan.because = proposed.because;
    plan.requestedBy = proposed.requestedBy;
    plan.proposed = folding.recorded.at;
    plan.proposedWall = folding.recorded.wall;
    plan.expires = proposed.expires;
    plan.state = Proposed{};
    plan.stateSince = folding.recorded.at;
    plan.steps.resize(proposed.plan.steps.size());
    folding.state.plans.insert_or_assign(proposed.id, std::move(plan));
}

void foldApproved(const Folding &folding, const PlanApproved &approved)
{
    if (PlanMemory *plan = folding.open(approved.id)) {
        plan->approvedBy = approved.by;
        plan->approved = folding.recorded.at;
        folding.turn(approved.id, Waiting{});
    }
}

void foldAdmitted(const Folding &folding, const PlanAdmitted &admitted)
{
    if (PlanMemory *plan = folding.open(admitted.id))
        plan->admitted = plan->admitted.value_or(folding.recorded.at);
    folding.turn(admitted.id, Running{});
}

/// A plan that was held stays held when it has its turn again.
void foldSuspended(const Folding &folding, const PlanSuspended &suspended)
{
    const PlanMemory *plan = folding.open(suspended.id);
    const auto *held = plan ? std::get_if<Held>(&plan->state) : nullptr;
    folding.turn(suspended.id, Suspended{suspended.by, held ? std::optional(held->reason) : std::nullopt});
}

void foldAborted(const Folding &folding, const PlanAborted &aborted)
{
    const PlanMemory *plan = folding.open(aborted.id);
    const auto *suspended = plan ? std::get_if<Suspended>(&plan->state) : nullptr;
    folding.turn(aborted.id, Aborting{suspended && folding.open(suspended->by) ? suspended->by : PlanId()});
}

void foldHeld(const Folding &folding, const PlanHeld &held)
{
    const PlanMemory *plan = folding.open(held.id);
    const auto *suspended = plan ? std::get_if<Suspended>(&plan->state) : nullptr;
    const bool stillSuspended = suspended && folding.open(suspended->by);
    if (stillSuspended)
        folding.turn(held.id, Suspended{suspended->by, held.reason});
    else
        folding.turn(held.id, Held{held.reason});
}

/// A resumed plan may try again what had failed or run out of attempts.
void foldResumed(const Folding &folding, const PlanResumed &resumed)
{
    PlanMemory *plan = folding.open(resumed.id);
    if (!plan)
        return;
    for (StepMemory &step : plan->steps) {
        const Traits known = traitsOf(step.doing);
        if (std::holds_alternative<Failed>(step.doing))
            step.doing = Pending{};
        else if (std::holds_alternative<ToRepeat>(step.doing))
            step.doing = ToRepeat{folding.recorded.at, known.intendedAt, 0, known.weightBefore};
        else if (auto *intended = std::get_if<Intended>(&step.doing); intended && !intended->calls)
            intended->at = folding.recorded.at;
    }
    folding.turn(resumed.id, Running{});
}

void rememberWhatIsOut(State &state, const PlanMemory &plan, PlanEnd end)
{
    const Purpose &purpose = plan.plan.purpose;
    if (purpose.kind == PurposeKind::restore && end == PlanEnd::done)
        state.out.erase(purpose.region);
    // However it ended: an edge that was seen to send nothing there counts.
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const auto *share = std::get_if<SetRegionShare>(&plan.plan.steps[i].action);
        if (purpose.kind == PurposeKind::evacuate && share && share->share == none && isAny<Verified>(plan.steps[i].doing))
            state.out.insert(purpose.region);
    }
}

void foldEnded(const Folding &folding, const PlanEnded &ended)
{
    const auto found = folding.state.plans.find(ended.id);
    if (found == folding.state.plans.end())
        return;
    folding.turn(ended.id, Ended{ended.end, folding.recorded.at, ended.notReached});
    rememberWhatIsOut(folding.state, found->second, ended.end);
    folding.state.ended.push_back(std::move(found->second));
    folding.state.plans.erase(found);
    if (folding.state.ended.size() > endedKept)
        folding.state.ended.pop_front();
}

void foldIntended(const Folding &folding, const StepIntended &intended)
{
    StepMemory *step = folding.step(intended.plan, intended.step);
    if (!step)
        return;
    const bool calls = !intended.endpoint.empty();
    const Traits known = traitsOf(leg(*step, intended.leg));
    const std::optional<int> before = known.attempt > 0 ? known.weightBefore : intended.weightBefore;
    leg(*step, intended.leg) = Intended{folding.recorded.at, intended.attempt, intended.weight, before, calls};
    step->began = step->began.value_or(folding.recorded.at);
    PlanMemory *plan = folding.open(intended.plan);
    plan->commanded = plan->commanded || calls;
}

void foldAnswered(const Folding &folding, const StepAnswered &answered)
{
    StepMemory *step = folding.step(answered.plan, answered.step);
    if (!step || !std::holds_alternative<Intended>(leg(*step, answered.leg)))
        return;
    const Traits known = traitsOf(leg(*step, answered.leg));
    const Instant at = folding.recorded.at;
    using enum StepAnswered::Result;
    if (answered.result == done)
        leg(*step, answered.leg) = Answered{at, known.intendedAt, known.attempt, known.weight, known.weightBefore};
    else if (answered.result == unknown)
        leg(*step, answered.leg) = Uncertain{at, known.intendedAt, known.attempt, known.weight, known.weightBefore};
    else
        leg(*step, answered.leg) = ToRepeat{at + std::chrono::seconds(1), known.intendedAt, known.attempt, known.weightBefore};
}

void foldVerified(const Folding &folding, const StepVerified &verified)
{
    if (StepMemory *step = folding.step(verified.plan, verified.step)) {
        const Traits known = traitsOf(leg(*step, verified.leg));
        leg(*step, verified.leg) = Verified{folding.recorded.at, known.intendedAt, verified.weightSeen, known.weightBefore};
    }
}

/// A new instance cannot know what became of calls under way; what was read before it opened the journal is old.
void foldOpened(State &state, const Recorded &recorded)
{
    state.epoch = recorded.epoch;
    for (auto &[id, plan] : state.plans) {
        for (StepMemory &step : plan.steps) {
            for (StepState *one : {&step.doing, &step.undoing}) {
                auto *intended = std::get_if<Intended>(one);
                if (!intended)
                    continue;
                const auto index = static_cast<std::size_t>(&step - plan.steps.data());
                const bool bakes = std::holds_alternative<Bake>(plan.plan.steps[index].action);
                if (intended->calls && SIAGA_SEED_BUG_IS(3))
                    *one = ToRepeat{recorded.at, intended->at, 0, intended->weightBefore};
                else if (intended->calls)
                    *one = Uncertain{recorded.at, intended->at, intended->attempt, intended->weight, intended->weightBefore};
                else if (!bakes)
                    intended->at = recorded.at;
            }
        }
    }
}

void foldDropped(State &state, const FactsDropped &dropped)
{
    for (const RegionId &region : dropped.regions) {
        state.regions.erase(region);
        state.out.erase(region);
    }
    for (const RegionId &region : dropped.unsteered)
        state.out.erase(region);
}

void foldStepEnds(const Folding &folding)
{
    const Event &event = folding.recorded.event;
    if (const auto *failed = event.as<StepFailed>()) {
        if (StepMemory *step = folding.step(failed->plan, failed->step))
            leg(*step, failed->leg) = Failed{folding.recorded.at, failed->reason};
    } else if (const auto *missed = event.as<StepNotReached>()) {
        if (StepMemory *step = folding.step(missed->plan, missed->step))
            step->doing = NotReached{folding.recorded.at, missed->reason};
    }
}

void foldSteps(const Folding &folding)
{
    const Event &event = folding.recorded.event;
    if (const auto *intended = event.as<StepIntended>())
        foldIntended(folding, *intended);
    else if (const auto *answered = event.as<StepAnswered>())
        foldAnswered(folding, *answered);
    else if (const auto *verified = event.as<StepVerified>())
        foldVerified(folding, *verified);
    else
        foldStepEnds(folding);
}

void foldPlans(const Folding &folding)
{
    const Event &event = folding.recorded.event;
    if (const auto *proposed = event.as<PlanProposed>())
        foldProposed(folding, *proposed);
    else if (const auto *approved = event.as<PlanApproved>())
        foldApproved(folding, *approved);
    else if (const auto *waiting = event.as<PlanWaiting>())
        folding.turn(waiting->id, Waiting{waiting->reasons});
    else if (const auto *admitted = event.as<PlanAdmitted>())
        foldAdmitted(folding, *admitted);
    else if (const auto *suspended = event.as<PlanSuspended>())
        foldSuspended(folding, *suspended);
    else if (const auto *held = event.as<PlanHeld>())
        foldHeld(folding, *held);
    else if (const auto *resumed = event.as<PlanResumed>())
        foldResumed(folding, *resumed);
    else if (const auto *aborted = event.as<PlanAborted>())
        foldAborted(folding, *aborted);
    else if (const auto *ended = event.as<PlanEnded>())
        foldEnded(folding, *ended);
    else
        foldSteps(folding);
}

} // namespace

void fold(State &state, const Recorded &recorded)
{
    const Event &event = recorded.event;
    if (event.as<JournalOpened>())
        foldOpened(state, recorded);
    else if (const auto *turned = event.as<RegionTurned>())
        state.regions[turned->region] = turned->to;
    else if (const auto *stopped = event.as<StopOrdered>())
        state.stop = Stop{stopped->by, stopped->reason, recorded.at, recorded.wall};
    else if (event.as<StopLifted>())
        state.stop.reset();
    else if (const auto *dropped = event.as<FactsDropped>())
        foldDropped(state, *dropped);
    else
        foldPlans({state, recorded});
}

} // namespace siaga::orchestrator
