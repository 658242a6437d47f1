// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a plan and of its steps.
#pragma once

#include "core/events/reasons.h"

namespace siaga {

/// An engine, or a person through an engine, proposes a plan. It claims nothing and expires.
struct PlanProposed
{
    static constexpr std::string_view name = "PlanProposed";
    PlanId id;
    Plan plan;
    Hash256 hash;                 ///< planHash(plan), to be confirmed.
    Autonomy autonomy = Autonomy::watch; ///< After lowering: watch ends here, ask waits, act is approved at once.
    std::vector<Reason> lowered;  ///< Why it is less than the policy says.
    std::vector<Reason> because;  ///< What it answers.
    std::string requestedBy;      ///< The person who asked; empty when an engine proposes by itself.
    Instant expires;
};

/// A plan was wanted but must not be: every refusal with its numbers. Told again only when the reasons change in kind.
struct ProposalRefused
{
    static constexpr std::string_view name = "ProposalRefused";
    Purpose purpose;
    std::vector<Reason> refusals;
    std::string requestedBy;
};

struct PlanApproved
{
    static constexpr std::string_view name = "PlanApproved";
    PlanId id;
    Hash256 hash;
    Reason by; ///< ByPerson or ByPolicy.
};

/// Approved, but something stands in its way.
struct PlanWaiting
{
    static constexpr std::string_view name = "PlanWaiting";
    PlanId id;
    std::vector<Reason> reasons;
};

/// It holds its claims and runs from now on.
struct PlanAdmitted
{
    static constexpr std::string_view name = "PlanAdmitted";
    PlanId id;
};

/// A higher class takes its claims; nothing new of it is commanded.
struct PlanSuspended
{
    static constexpr std::string_view name = "PlanSuspended";
    PlanId id;
    PlanId by;
};

/// Nothing new of it is commanded until it is resumed.
struct PlanHeld
{
    static constexpr std::string_view name = "PlanHeld";
    PlanId id;
    Reason reason;
};

struct PlanResumed
{
    static constexpr std::string_view name = "PlanResumed";
    PlanId id;
    Reason by;
};

/// Abort holds at once; what follows is each step's declared way back.
struct PlanAborted
{
    static constexpr std::string_view name = "PlanAborted";
    PlanId id;
    Reason by;
};

enum class PlanEnd { done, aborted, superseded, expired, watched, failed };
constexpr auto namesOf(PlanEnd)
{
    return std::array<std::string_view, 6>{"done", "aborted", "superseded", "expired", "watched", "failed"};
}

struct PlanEnded
{
    static constexpr std::string_view name = "PlanEnded";
    PlanId id;
    PlanEnd end = PlanEnd::done;
    std::vector<EndpointId> notReached; ///< Edges that could not be told.
};

/// Which way a step is walked.
enum class Leg { doing, undoing };
constexpr auto namesOf(Leg)
{
    return std::array<std::string_view, 2>{"do", "undo"};
}

/// The intention, durable before the call starts.
struct StepIntended
{
    static constexpr std::string_view name = "StepIntended";
    PlanId plan;
    int step = 0;
    Leg leg = Leg::doing;
    int attempt = 1;
    std::string key;      ///< The same for every attempt of this leg.
    EndpointId endpoint;  ///< Whom a call goes to; empty for steps that only look or wait.
    ServiceId service;
    RegionId region;
    Permille share;                  ///< What the call sets.
    int weight = 0;                  ///< What the balancer is sent for it.
    std::optional<int> weightBefore; ///< What was last seen there, for the way back; none when nothing was.
};

struct StepAnswered
{
    static constexpr std::string_view name = "StepAnswered";
    PlanId plan;
    int step = 0;
    Leg leg = Leg::doing;
    int attempt = 1;
    enum class Result { done, refused, failed, unknown };
    Result result = Result::unknown;
    std::string detail;
};
constexpr auto namesOf(StepAnswered::Result)
{
    return std::array<std::string_view, 4>{"done", "refused", "failed", "unknown"};
}

/// The world shows what the step wanted.
struct StepVerified
{
    static constexpr std::string_view name = "StepVerified";
    PlanId plan;
    int step = 0;
    Leg leg = Leg::doing;
    int weightSeen = 0; ///< For a share; 0 otherwise.
    Instant began;      ///< When the look that shows it began.
};

struct StepFailed
{
    static constexpr std::string_view name = "StepFailed";
    PlanId plan;
    int step = 0;
    Leg leg = Leg::doing;
    Reason reason;
};

/// A best-effort step that could not be carried out; its edge is put right before it counts as healthy again.
struct StepNotReached
{
    static constexpr std::string_view name = "StepNotReached";
    PlanId plan;
    int step = 0;
    Reason reason;
};

struct StopOrdered
{
    static constexpr std::string_view name = "StopOrdered";
    std::string by;
    std::string reason;
};

struct StopLifted
{
    static constexpr std::string_view name = "StopLifted";
    std::string by;
};

template<class A> void describe(A &a, PlanProposed &v)
{
    a("id", v.id), a("plan", v.plan), a("hash", v.hash), a("autonomy", v.autonomy), a("lowered", v.lowered);
    a("because", v.because), a("requestedBy", v.requestedBy), a("expires", v.expires);
}
template<class A> void describe(A &a, ProposalRefused &v)
{
    a("purpose", v.purpose), a("refusals", v.refusals), a("requestedBy", v.requestedBy);
}
template<class A> void describe(A &a, PlanApproved &v) { a("id", v.id), a("hash", v.hash), a("by", v.by); }
template<class A> void describe(A &a, PlanWaiting &v) { a("id", v.id), a("reasons", v.reasons); }
template<class A> void describe(A &a, PlanAdmitted &v) { a("id", v.id); }
template<class A> void describe(A &a, PlanSuspended &v) { a("id", v.id), a("by", v.by); }
template<class A> void describe(A &a, PlanHeld &v) { a("id", v.id), a("reason", v.reason); }
template<class A> void describe(A &a, PlanResumed &v) { a("id", v.id), a("by", v.by); }
template<class A> void describe(A &a, PlanAborted &v) { a("id", v.id), a("by", v.by); }
template<class A> void describe(A &a, PlanEnded &v) { a("id", v.id), a("end", v.end), a("notReached", v.notReached); }
template<class A> void describe(A &a, StepIntended &v)
{
    a("plan", v.plan), a("step", v.step), a("leg", v.leg), a("attempt", v.attempt), a("key", v.key);
    a("endpoint", v.endpoint), a("service", v.service), a("region", v.region), a("share", v.share.value);
    a("weight", v.weight), a("weightBefore", v.weightBefore);
}
template<class A> void describe(A &a, StepAnswered &v)
{
    a("plan", v.plan), a("step", v.step), a("leg", v.leg), a("attempt", v.attempt), a("result", v.result);
    a("detail", v.detail);
}
template<class A> void describe(A &a, StepVerified &v)
{
    a("plan", v.plan), a("step", v.step), a("leg", v.leg), a("weightSeen", v.weightSeen), a("began", v.began);
}
template<class A> void describe(A &a, StepFailed &v)
{
    a("plan", v.plan), a("step", v.step), a("leg", v.leg), a("reason", v.reason);
}
template<class A> void describe(A &a, StepNotReached &v) { a("plan", v.plan), a("step", v.step), a("reason", v.reason); }
template<class A> void describe(A &a, StopOrdered &v) { a("by", v.by), a("reason", v.reason); }
template<class A> void describe(A &a, StopLifted &v) { a("by", v.by); }

} // namespace siaga
