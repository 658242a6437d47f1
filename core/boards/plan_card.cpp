// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/plan_card.h"

#include "core/orchestrator/state.h"

#include <algorithm>

namespace siaga {

namespace {

using namespace orchestrator;

template<class... F>
struct Overloaded : F...
{
    using F::operator()...;
};
template<class... F>
Overloaded(F...) -> Overloaded<F...>;

PlanStanding endedStanding(PlanEnd end)
{
    switch (end) {
    case PlanEnd::done:
        return PlanStanding::done;
    case PlanEnd::aborted:
        return PlanStanding::aborted;
    case PlanEnd::superseded:
        return PlanStanding::superseded;
    case PlanEnd::expired:
        return PlanStanding::expired;
    case PlanEnd::watched:
        return PlanStanding::watched;
    case PlanEnd::failed:
        break;
    }
    return PlanStanding::failed;
}

PlanStanding standingOf(const PlanState &state)
{
    return std::visit(Overloaded{[](const Proposed &) { return PlanStanding::proposed; },
                                 [](const Waiting &) { return PlanStanding::waiting; },
                                 [](const Running &) { return PlanStanding::running; },
                                 [](const Held &) { return PlanStanding::held; },
                                 [](const Suspended &) { return PlanStanding::suspended; },
                                 [](const Aborting &) { return PlanStanding::aborting; },
                                 [](const Ended &ended) { return endedStanding(ended.end); }},
                      state);
}

StepStanding standingOf(const StepMemory &memory)
{
    const auto one = [](const StepState &state) {
        return std::visit(Overloaded{[](const Pending &) { return StepStanding::pending; },
                                     [](const Intended &) { return StepStanding::running; },
                                     [](const Answered &) { return StepStanding::running; },
                                     [](const Uncertain &) { return StepStanding::unsure; },
                                     [](const ToRepeat &) { return StepStanding::running; },
                                     [](const Verified &) { return StepStanding::done; },
                                     [](const Failed &) { return StepStanding::failed; },
                                     [](const NotReached &) { return StepStanding::notReached; }},
                          state);
    };
    const StepStanding undoing = one(memory.undoing);
    if (undoing == StepStanding::pending)
        return one(memory.doing);
    return undoing == StepStanding::done ? StepStanding::undone : undoing;
}

/// What the states of a leg have in common, where they have it.
struct Leg
{
    int attempts = 0;
    std::optional<int> weightBefore;
    std::optional<Instant> ended;
    std::optional<Reason> reason;
};

Leg legOf(const StepState &state)
{
    return std::visit(
        [](const auto &held) {
            Leg leg;
            if constexpr (requires { held.attempt; })
                leg.attempts = held.attempt;
            if constexpr (requires { held.attempts; })
                leg.attempts = held.attempts;
            if constexpr (requires { held.weightBefore; })
                leg.weightBefore = held.weightBefore;
            if constexpr (std::is_same_v<decltype(held), const Verified &> || requires { held.reason; })
                leg.ended = held.at;
            if constexpr (requires { held.reason; })
                leg.reason = held.reason;
            return leg;
        },
        state);
}

Permille shareOfWeight(int weight, const Fleet &fleet, const SetRegionShare &action)
{
    const Service *service = fleet.service(action.service);
    const Placement *placement = service ? service->placement(action.region) : nullptr;
    return Permille{placement ? std::min(1000, weight * 1000 / placement->weight) : 0};
}

/// The newest look that reached the edge, however old: what a plan moves away from need not be fresh, only dated.
const EdgeSeen *newestLook(const Seen &seen, const EndpointId &endpoint)
{
    const auto &looks = seen.looks(endpoint);
    const auto found = std::find_if(looks.rbegin(), looks.rend(), [](const EdgeSeen &look) { return look.reached; });
    return found == looks.rend() ? nullptr : &*found;
}

void addBefore(StepRow &row, const Leg &doing, const Fleet &fleet, const Seen &seen, Instant now)
{
    const auto *share = std::get_if<SetRegionShare>(&row.action);
    if (!share)
        return;
    if (doing.weightBefore) {
        row.before = shareOfWeight(*doing.weightBefore, fleet, *share);
        return;
    }
    const EdgeSeen *look = row.standing == StepStanding::pending ? newestLook(seen, share->endpoint) : nullptr;
    if (!look)
        return;
    const auto server = look->servers.find({share->service, share->region});
    if (server == look->servers.end())
        return;
    row.before = shareOfWeight(server->second.weightInForce(), fleet, *share);
    row.beforeAge = now - look->ended;
}

StepRow rowOf(const Step &step, const StepMemory &memory, int number, const Fleet &fleet, const Seen &seen, Instant now)
{
    StepRow row{.number = number, .action = step.action, .standing = standingOf(memory)};
    for (const int after : step.after)
        row.after.push_back(after + 1);
    const Leg doing = legOf(memory.doing);
    const Leg undoing = legOf(memory.undoing);
    row.began = memory.began;
    row.ended = undoing.ended ? undoing.ended : doing.ended;
    row.reason = undoing.reason ? undoing.reason : doing.reason;
    row.attempts = std::max(doing.attempts, undoing.attempts);
    row.bestEffort = step.reach == Reach::bestEffort;
    row.pointOfNoReturn = step.pointOfNoReturn;
    row.onAbort = step.onAbort;
    addBefore(row, doing, fleet, seen, now);
    return row;
}

/// In one go with the steps before it: a preview of stages shows what the stage before leaves, not what is there now.
void chainBefore(std::vector<StepRow> &rows)
{
    std::map<std::tuple<EndpointId, ServiceId, RegionId>, Permille> set;
    for (StepRow &row : rows) {
        const auto *share = std::get_if<SetRegionShare>(&row.action);
        if (!share)
            continue;
        const std::tuple key{share->endpoint, share->service, share->region};
        if (const auto earlier = set.find(key); earlier != set.end() && row.standing == StepStanding::pending) {
            row.before = earlier->second;
            row.beforeAge.reset();
        }
        set[key] = share->share;
    }
}

void addReasons(PlanCard &card, const PlanState &state)
{
    if (const auto *waiting = std::get_if<Waiting>(&state)) {
        card.waitsFor = waiting->reasons;
        if (!waiting->reasons.empty())
            card.why = waiting->reasons.front();
    } else if (const auto *held = std::get_if<Held>(&state)) {
        card.why = held->reason;
    } else if (const auto *suspended = std::get_if<Suspended>(&state)) {
        card.why = ByPlan{suspended->by};
    } else if (const auto *ended = std::get_if<Ended>(&state)) {
        card.ended = ended->at;
        card.notReached = ended->notReached;
    }
}

void addPermissions(PlanCard &card, Instant now)
{
    const PlanStanding standing = card.standing;
    card.canApprove = standing == PlanStanding::proposed && card.autonomy != Autonomy::watch && now < card.expires;
    card.canHold = standing == PlanStanding::waiting || standing == PlanStanding::running;
    card.canResume = standing == PlanStanding::held;
    card.canAbort = !card.ended && standing != PlanStanding::aborting;
}

bool isOver(StepStanding standing)
{
    return standing == StepStanding::done || standing == StepStanding::failed || standing == StepStanding::notReached
        || standing == StepStanding::undone;
}

} // namespace

PlanStanding planStanding(const PlanMemory &memory)
{
    return standingOf(memory.state);
}

PlanCard planCard(const PlanMemory &memory, const Fleet &fleet, const Seen &seen, Instant now)
{
    PlanCard card{.id = memory.id, .purpose = memory.plan.purpose, .rank = memory.plan.rank, .hash = memory.hash};
    card.bounds = memory.plan.bounds;
    card.standing = standingOf(memory.state);
    card.autonomy = memory.autonomy;
    card.lowered = memory.lowered;
    card.because = memory.because;
    card.requestedBy = memory.requestedBy;
    card.approvedBy = memory.approvedBy;
    card.proposed = memory.proposed;
    card.admitted = memory.admitted;
    card.expires = memory.expires;
    addReasons(card, memory.state);
    for (std::size_t i = 0; i < memory.plan.steps.size(); ++i) {
        const StepMemory step = i < memory.steps.size() ? memory.steps[i] : StepMemory{};
        card.steps.push_back(rowOf(memory.plan.steps[i], step, static_cast<int>(i) + 1, fleet, seen, now));
        card.stepsEnded += isOver(card.steps.back().standing);
    }
    chainBefore(card.steps);
    addPermissions(card, now);
    card.lasted = card.ended.value_or(now) - card.admitted.value_or(card.proposed);
    card.left = std::max(Duration{}, card.expires - now);
    return card;
}

} // namespace siaga
