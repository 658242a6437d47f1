// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask for. A request is journaled with who asked, then answered: by a proposal, by a change, or by a
// refusal with its reasons.
#pragma once

#include "core/events/resilience_events.h"

namespace siaga {

/// Draft a plan that takes the region out of traffic. `id` is chosen by who asks, to find the answer.
struct EvacuateRequested
{
    static constexpr std::string_view name = "EvacuateRequested";
    RequestId id;
    RegionId region;
    std::optional<ServiceId> service; ///< None: every service that stands there.
    Permille share;                   ///< What is left in the end; usually nothing.
    bool unknownDemandAccepted = false;
};

struct RestoreRequested
{
    static constexpr std::string_view name = "RestoreRequested";
    RequestId id;
    RegionId region;
    std::optional<ServiceId> service;
};

/// Run the proposal whose hash was read and confirmed.
struct ApproveRequested
{
    static constexpr std::string_view name = "ApproveRequested";
    RequestId id;
    PlanId plan;
    Hash256 hash;
};

/// Plan 0 means all running plans.
struct HoldRequested
{
    static constexpr std::string_view name = "HoldRequested";
    RequestId id;
    PlanId plan;
};

struct ResumeRequested
{
    static constexpr std::string_view name = "ResumeRequested";
    RequestId id;
    PlanId plan;
};

struct AbortRequested
{
    static constexpr std::string_view name = "AbortRequested";
    RequestId id;
    PlanId plan;
};

struct StopRequested
{
    static constexpr std::string_view name = "StopRequested";
    RequestId id;
    std::string reason;
};

struct LiftStopRequested
{
    static constexpr std::string_view name = "LiftStopRequested";
    RequestId id;
};

struct AcknowledgeRequested
{
    static constexpr std::string_view name = "AcknowledgeRequested";
    RequestId id;
    AlertId alert;
    std::string note;
};

/// Hold the region's traffic as it is for a while, at the lowest class; for drills and tests of the plan machine.
struct BakeRequested
{
    static constexpr std::string_view name = "BakeRequested";
    RequestId id;
    RegionId region;
    ServiceId service;
    Duration lasts{};
};

/// Hold a breaker open, or disabled, for a while; refused without a reason or an end.
struct HoldBreakerRequested
{
    static constexpr std::string_view name = "HoldBreakerRequested";
    RequestId id;
    BreakerId breaker;
    BreakerHold hold = BreakerHold::open;
    std::string reason;
    Duration lasts{};
};

/// Close a breaker, end a hold of it, and let it forget what it counted.
struct ResetBreakerRequested
{
    static constexpr std::string_view name = "ResetBreakerRequested";
    RequestId id;
    BreakerId breaker;
    std::string reason;
};

/// The answer to a request that was carried out; `plan` when it led to one.
struct RequestGranted
{
    static constexpr std::string_view name = "RequestGranted";
    RequestId id;
    PlanId plan;
};

struct RequestRefused
{
    static constexpr std::string_view name = "RequestRefused";
    RequestId id;
    std::vector<Reason> reasons;
};

template<class A> void describe(A &a, EvacuateRequested &v)
{
    a("id", v.id), a("region", v.region), a("service", v.service), a("share", v.share.value);
    a("unknownDemandAccepted", v.unknownDemandAccepted);
}
template<class A> void describe(A &a, RestoreRequested &v)
{
    a("id", v.id), a("region", v.region), a("service", v.service);
}
template<class A> void describe(A &a, ApproveRequested &v) { a("id", v.id), a("plan", v.plan), a("hash", v.hash); }
template<class A> void describe(A &a, HoldRequested &v) { a("id", v.id), a("plan", v.plan); }
template<class A> void describe(A &a, ResumeRequested &v) { a("id", v.id), a("plan", v.plan); }
template<class A> void describe(A &a, AbortRequested &v) { a("id", v.id), a("plan", v.plan); }
template<class A> void describe(A &a, StopRequested &v) { a("id", v.id), a("reason", v.reason); }
template<class A> void describe(A &a, LiftStopRequested &v) { a("id", v.id); }
template<class A> void describe(A &a, AcknowledgeRequested &v) { a("id", v.id), a("alert", v.alert), a("note", v.note); }
template<class A> void describe(A &a, BakeRequested &v)
{
    a("id", v.id), a("region", v.region), a("service", v.service), a("lasts", v.lasts);
}
template<class A> void describe(A &a, HoldBreakerRequested &v)
{
    a("id", v.id), a("breaker", v.breaker), a("hold", v.hold), a("reason", v.reason), a("lasts", v.lasts);
}
template<class A> void describe(A &a, ResetBreakerRequested &v)
{
    a("id", v.id), a("breaker", v.breaker), a("reason", v.reason);
}
template<class A> void describe(A &a, RequestGranted &v) { a("id", v.id), a("plan", v.plan); }
template<class A> void describe(A &a, RequestRefused &v) { a("id", v.id), a("reasons", v.reasons); }

} // namespace siaga
