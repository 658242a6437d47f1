// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/execution.h"

#include "core/base/seed_bug.h"
#include "core/orchestrator/guard.h"
#include "core/orchestrator/verification.h"

#include <algorithm>

namespace siaga::orchestrator {

namespace {

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

    Outputs go()
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

private:
    const Step &step(std::size_t i) const { return m_plan.plan.steps[i]; }
    const StepState &leg(std::size_t i, Leg which) const
    {
        return which == Leg::doing ? m_plan.steps[i].doing : m_plan.steps[i].undoing;
    }
    const SetRegionShare *share(std::size_t i) const { return std::get_if<SetRegionShare>(&step(i).action); }
    bool bestEffort(std::size_t i) const { return step(i).reach == Reach::bestEffort; }
    int attemptsMax(std::size_t i) const { return bestEffort(i) ? 1 : m_policy.attemptsMax; }

    bool concluded() const
    {
        return std::ranges::any_of(m_out, [](const Output &out) { return std::holds_alternative<Event>(out); });
    }
    void tell(Event event) { m_out.emplace_back(std::move(event)); }

    bool mayCommand(Leg which) const
    {
        return which == Leg::doing ? isAny<Running>(m_plan.state) : isAny<Aborting>(m_plan.state);
    }

    // --- what the world shows ---

    int weightWanted(const StepState &state) const
    {
        if (const auto *answered = std::get_if<Answered>(&state))
            return answered->weight;
        if (const auto *uncertain = std::get_if<Uncertain>(&state))
            return uncertain->weight;
        return 0;
    }

    bool timedOut(std::size_t i, Instant from) const
    {
        return !isAny<Bake>(step(i).action) && m_context.now >= from + m_policy.verifyTimeout;
    }

    void verify(std::size_t i, Leg which)
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

    /// A look showed another value than the one that was set, so repeating is legal.
    void repeatOrFail(std::size_t i, Leg which, const Reason &reason)
    {
        if (!mayCommand(which))
            return;
        const auto guard = which == Leg::doing ? guardOn(i) : std::nullopt;
        const bool exhausted = attemptOf(leg(i, which)) >= attemptsMax(i);
        if (!exhausted && !guard)
            intend(i, which);
        else if (bestEffort(i))
            tell(StepNotReached{m_plan.id, int(i), guard.value_or(reason)});
        else
            tell(StepFailed{m_plan.id, int(i), which, guard.value_or(reason)});
    }

    static int attemptOf(const StepState &state)
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

    // --- intending ---

    std::optional<int> weightNow(const SetRegionShare &target) const
    {
        const std::deque<EdgeSeen> &looks = m_context.seen.looks(target.endpoint);
        const auto newest = std::find_if(looks.rbegin(), looks.rend(), [](const EdgeSeen &look) { return look.reached; });
        if (newest == looks.rend() || !newest->servers.contains({target.service, target.region}))
            return std::nullopt;
        return newest->servers.at({target.service, target.region}).weightTold();
    }

    std::optional<int> weightBefore(std::size_t i) const
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

    void intend(std::size_t i, Leg which)
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

    // --- running ---

    bool endedWell(int i) const { return isAny<Verified, NotReached>(m_plan.steps[std::size_t(i)].doing); }

    bool isReady(std::size_t i) const
    {
        return std::ranges::all_of(step(i).after, [this](int before) { return endedWell(before); });
    }

    /// An edge that could not be told the first part is not told the next one.
    bool followsNotReached(std::size_t i) const
    {
        return bestEffort(i) && std::ranges::any_of(step(i).after, [this](int before) {
                   return isAny<NotReached>(m_plan.steps[std::size_t(before)].doing);
               });
    }

    std::optional<Reason> guardOn(std::size_t i) const
    {
        const SetRegionShare *target = SIAGA_SEED_BUG_IS(10) ? nullptr : share(i);
        return target ? denied(*target, weightNow(*target), m_plan, m_state, m_context) : std::nullopt;
    }

    void walkOn()
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

    void start(std::size_t i)
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
        else if (!guardOn(i))
            intend(i, Leg::doing);
    }

    Verdict verdictSinceTurn(std::size_t i) const
    {
        return verdictOn(step(i).action, fullWeight(*share(i), share(i)->share), m_plan.stateSince, m_state, m_context);
    }

    /// True once a look of this turn of the plan denies the step; one that shows it verifies it.
    bool seesOtherValue(std::size_t i)
    {
        const Verdict verdict = verdictSinceTurn(i);
        if (const auto *shown = std::get_if<Shown>(&verdict))
            tell(StepVerified{m_plan.id, int(i), Leg::doing, shown->weightSeen, shown->began});
        else if (std::holds_alternative<NotYet>(verdict))
            for (const Look &look : looksFor(step(i).action, m_plan.stateSince, m_context))
                m_out.emplace_back(look);
        return std::holds_alternative<Denied>(verdict);
    }

    /// An edge that is further on already is not taken back: an evacuation never raises, a restore never lowers.
    std::optional<int> weightBeyond(std::size_t i) const
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

    int fullWeight(const SetRegionShare &target, Permille of) const
    {
        const Service *service = m_context.fleet.service(target.service);
        const Placement *placement = service ? service->placement(target.region) : nullptr;
        return placement ? balancerWeight(placement->weight, of, whole) : 0;
    }

    bool allEnded() const
    {
        return std::ranges::all_of(m_plan.steps, [](const StepMemory &step) { return isAny<Verified, NotReached>(step.doing); });
    }

    void finish(PlanEnd end)
    {
        PlanEnded ended{m_plan.id, end, {}};
        for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
            const bool told = !share(i) || !isAny<NotReached, Uncertain>(m_plan.steps[i].doing);
            if (!told && std::ranges::find(ended.notReached, share(i)->endpoint) == ended.notReached.end())
                ended.notReached.push_back(share(i)->endpoint);
        }
        tell(std::move(ended));
    }

    Obstacle obstacleOf(std::size_t i, Leg which) const
    {
        const StepState &state = leg(i, which);
        if (const auto *failed = std::get_if<Failed>(&state))
            return {failed->reason, false};
        if (const auto *repeat = std::get_if<ToRepeat>(&state)) {
            if (repeat->attempts >= attemptsMax(i))
                return {CallFailed{share(i)->endpoint, {}, repeat->attempts}, false};
            return {guardOn(i), !guardOn(i)};
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

    /// The reason to hold, once nothing of the plan can go on by itself.
    std::optional<Reason> stuck() const
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

    static bool isBlindness(const Reason &reason) { return isAny<CannotObserve, DemandUnknown>(reason); }

    /// Losing sight is not failing: once the world is seen again, the plan goes on by itself.
    void resumeWhenSeenAgain()
    {
        const auto &held = std::get<Held>(m_plan.state);
        if (isBlindness(held.reason) && !m_state.stop && !stuckInTheDark())
            tell(PlanResumed{m_plan.id, ByPolicy{}});
    }

    bool stuckInTheDark() const
    {
        for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
            const auto reason = obstacleOf(i, Leg::doing).reason;
            if (reason && isBlindness(*reason))
                return true;
        }
        return false;
    }

    // --- aborting ---

    void wayBack()
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

    /// What was told last is still being looked for; what an abort leaves behind must be known as far as it can be.
    bool isWatching() const
    {
        for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
            const StepState &state = m_plan.steps[i].doing;
            const auto from = looksCountFrom(state, step(i).action, m_context);
            if (isAny<Answered, Uncertain>(state) && from && !timedOut(i, *from) && !bestEffort(i))
                return true;
        }
        return false;
    }

    bool undoable(std::size_t i) const { return share(i) && isAny<Verified, Answered, Uncertain>(m_plan.steps[i].doing); }

    /// True once the step is back, or cannot be brought back.
    bool undo(std::size_t i)
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

    void undoOrRefuse(std::size_t i)
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

    const PlanMemory &m_plan;
    const State &m_state;
    const Context &m_context;
    const PlanPolicy &m_policy;
    Outputs m_out;
};

} // namespace

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
