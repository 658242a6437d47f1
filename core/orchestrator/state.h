// SPDX-License-Identifier: GPL-3.0-or-later
// What the orchestrator remembers of each plan: where it stands, and where each of its steps stands.
#pragma once

#include "core/events/plan_events.h"
#include "core/events/request_events.h"

#include <deque>
#include <map>
#include <set>

namespace siaga::orchestrator {

inline constexpr std::size_t endedKept = 50; ///< Ended plans kept for pages.

/// True when the variant holds one of the alternatives.
template<class... Alternatives>
bool isAny(const auto &variant)
{
    return (std::holds_alternative<Alternatives>(variant) || ...);
}

// Where one leg of a step stands. Exactly one holds at a time.

struct Pending
{
    static constexpr std::string_view name = "Pending";
};
struct Intended ///< The call may be under way, or the look or the wait goes on.
{
    static constexpr std::string_view name = "Intended";
    Instant at;
    int attempt = 1;
    int weight = 0;
    std::optional<int> weightBefore;
    bool calls = false; ///< False for steps that only look or wait.
};
struct Answered ///< Done, but not yet seen in the world.
{
    static constexpr std::string_view name = "Answered";
    Instant at;
    Instant intendedAt;
    int attempt = 1;
    int weight = 0;
    std::optional<int> weightBefore;
};
struct Uncertain ///< The answer was lost, or the process was: only a look begun after the settle time tells.
{
    static constexpr std::string_view name = "Uncertain";
    Instant at;
    Instant intendedAt;
    int attempt = 1;
    int weight = 0;
    std::optional<int> weightBefore;
};
struct ToRepeat ///< It certainly did not take effect; repeat from `notBefore` on.
{
    static constexpr std::string_view name = "ToRepeat";
    Instant notBefore;
    Instant intendedAt;
    int attempts = 1;
    std::optional<int> weightBefore;
};
struct Verified
{
    static constexpr std::string_view name = "Verified";
    Instant at;
    Instant intendedAt;
    int weightSeen = 0;
    std::optional<int> weightBefore;
};
struct Failed
{
    static constexpr std::string_view name = "Failed";
    Instant at;
    Reason reason;
};
struct NotReached
{
    static constexpr std::string_view name = "NotReached";
    Instant at;
    Reason reason;
};

using StepState = std::variant<Pending, Intended, Answered, Uncertain, ToRepeat, Verified, Failed, NotReached>;

struct StepMemory
{
    StepState doing;
    StepState undoing; ///< Stays Pending unless an abort undoes the step.
    std::optional<Instant> began; ///< First intention, for the lanes.
};

// Where a plan stands.

struct Proposed
{
    static constexpr std::string_view name = "Proposed";
};
struct Waiting ///< Approved; something stands in its way.
{
    static constexpr std::string_view name = "Waiting";
    std::vector<Reason> reasons;
};
struct Running
{
    static constexpr std::string_view name = "Running";
};
struct Held ///< Calls in flight come to their end; nothing new is commanded.
{
    static constexpr std::string_view name = "Held";
    Reason reason;
};
struct Suspended ///< By a higher class; goes on when that one commanded nothing, else ends superseded.
{
    static constexpr std::string_view name = "Suspended";
    PlanId by;
    std::optional<Reason> held; ///< It goes back to being held for this, not to running.
};
struct Aborting ///< What is declared for each step is carried out, then it ends.
{
    static constexpr std::string_view name = "Aborting";
    PlanId overtakenBy; ///< Who had suspended it and has its claims: then its way back commands nothing. 0: nobody.
};
struct Ended
{
    static constexpr std::string_view name = "Ended";
    PlanEnd end = PlanEnd::done;
    Instant at;
    std::vector<EndpointId> notReached;
};

using PlanState = std::variant<Proposed, Waiting, Running, Held, Suspended, Aborting, Ended>;

struct PlanMemory
{
    PlanId id;
    Plan plan;
    Hash256 hash;
    Autonomy autonomy = Autonomy::watch;
    std::vector<Reason> lowered;
    std::vector<Reason> because;
    std::string requestedBy;
    Instant proposed;
    WallTime proposedWall;
    Instant expires;
    std::optional<Reason> approvedBy;
    std::optional<Instant> approved;
    std::optional<Instant> admitted;
    PlanState state;
    Instant stateSince;
    std::vector<StepMemory> steps; ///< One for each step of the plan.
    bool commanded = false; ///< A call of it was ever intended.
};

struct Stop
{
    std::string by;
    std::string reason;
    Instant at;
    WallTime wall;
};

struct State
{
    std::map<PlanId, PlanMemory> plans;  ///< Open ones.
    std::deque<PlanMemory> ended;        ///< Newest last.
    std::optional<Stop> stop;
    Epoch epoch;                         ///< Of the instance that leads now.
    std::map<RegionId, RegionState> regions;
    std::set<RegionId> out;              ///< As finished evacuations and restores left them.

    const PlanMemory *plan(PlanId id) const;
};

template<class A> void describe(A &, Pending &) { }
template<class A> void describe(A &a, Intended &v)
{
    a("at", v.at), a("attempt", v.attempt), a("weight", v.weight), a("weightBefore", v.weightBefore), a("calls", v.calls);
}
template<class A> void describe(A &a, Answered &v)
{
    a("at", v.at), a("intendedAt", v.intendedAt), a("attempt", v.attempt), a("weight", v.weight);
    a("weightBefore", v.weightBefore);
}
template<class A> void describe(A &a, Uncertain &v)
{
    a("at", v.at), a("intendedAt", v.intendedAt), a("attempt", v.attempt);
    a("weight", v.weight), a("weightBefore", v.weightBefore);
}
template<class A> void describe(A &a, ToRepeat &v)
{
    a("notBefore", v.notBefore), a("intendedAt", v.intendedAt), a("attempts", v.attempts);
    a("weightBefore", v.weightBefore);
}
template<class A> void describe(A &a, Verified &v)
{
    a("at", v.at), a("intendedAt", v.intendedAt), a("weightSeen", v.weightSeen), a("weightBefore", v.weightBefore);
}
template<class A> void describe(A &a, Failed &v) { a("at", v.at), a("reason", v.reason); }
template<class A> void describe(A &a, NotReached &v) { a("at", v.at), a("reason", v.reason); }
template<class A> void describe(A &a, StepMemory &v) { a("doing", v.doing), a("undoing", v.undoing), a("began", v.began); }
template<class A> void describe(A &, Proposed &) { }
template<class A> void describe(A &a, Waiting &v) { a("reasons", v.reasons); }
template<class A> void describe(A &, Running &) { }
template<class A> void describe(A &a, Held &v) { a("reason", v.reason); }
template<class A> void describe(A &a, Suspended &v) { a("by", v.by), a("held", v.held); }
template<class A> void describe(A &a, Aborting &v) { a("overtakenBy", v.overtakenBy); }
template<class A> void describe(A &a, Ended &v) { a("end", v.end), a("at", v.at), a("notReached", v.notReached); }
template<class A> void describe(A &a, PlanMemory &v)
{
    a("id", v.id), a("plan", v.plan), a("hash", v.hash), a("autonomy", v.autonomy), a("lowered", v.lowered);
    a("because", v.because), a("requestedBy", v.requestedBy), a("proposed", v.proposed);
    a("proposedWall", v.proposedWall), a("expires", v.expires), a("approvedBy", v.approvedBy);
    a("approved", v.approved), a("admitted", v.admitted), a("state", v.state), a("stateSince", v.stateSince);
    a("steps", v.steps), a("commanded", v.commanded);
}
template<class A> void describe(A &a, Stop &v) { a("by", v.by), a("reason", v.reason), a("at", v.at), a("wall", v.wall); }
template<class A> void describe(A &a, State &v)
{
    a("plans", v.plans), a("ended", v.ended), a("stop", v.stop), a("epoch", v.epoch), a("regions", v.regions);
    a("out", v.out);
}

} // namespace siaga::orchestrator
