// SPDX-License-Identifier: GPL-3.0-or-later
// What the recovery engine remembers: regions, diagnoses, what was decided for each edge, drift, open purposes.
#pragma once

#include "core/events/plan_events.h"
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/resilience_events.h"

#include <map>
#include <set>

namespace siaga::recovery {

struct RegionMemory
{
    RegionState state = RegionState::unknown;
    Instant since;
    RegionEvidence evidence;
    std::optional<Diagnosis> diagnosis;
    Instant diagnosedSince;
};

/// What an edge was last told, by which plan: the standing fact that drift is measured against.
struct Decided
{
    Permille share;
    PlanId plan;
    Instant since;          ///< When it was last told, or confirmed; older looks say nothing about it.
    bool confirmed = false; ///< It was observed there since; false while a step is on its way, or was not reached.
    std::optional<Permille> shown; ///< The last share that was confirmed there.
};

struct ServerKey
{
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
    auto operator<=>(const ServerKey &) const = default;
};

struct DriftMemory
{
    DriftCause cause = DriftCause::foreignWrite;
    int weightSeen = 0;
    Instant since;
};

struct OpenPlan
{
    Purpose purpose;
    Plan plan;
    Autonomy autonomy = Autonomy::ask;
    std::string requestedBy; ///< The person whose draft it is; empty for the engine's own.
    bool approved = false;
    bool byPolicy = false;
    std::string approvedBy; ///< The person who approved it; empty when none did.
};

/// A region's traffic as finished plans left it.
struct OutOfTraffic
{
    PlanId plan;
    Instant since;
    Permille share;
    bool byPolicy = false;
    std::string by; ///< The person who approved it, if one did.
};

/// A registered breaker that is not closed.
struct BreakerFact
{
    BreakerState state = BreakerState::open;
    ServiceId service;
    RegionId region;
    Instant opened;   ///< The last time; what follows is what was found then.
    int failures = 0; ///< Of the calls.
    int calls = 0;
    std::vector<VantageId> witnesses;
};

struct State
{
    std::map<RegionId, RegionMemory> regions;
    bool ownLinkTrusted = true;
    std::map<EndpointId, EdgeState> edges;
    std::map<ServerKey, Decided> decided;
    std::map<ServerKey, DriftMemory> drifts;
    std::map<EndpointId, Instant> returned; ///< When an edge was last restarted or came back from being away.
    std::set<EndpointId> foreign;    ///< Edges that somebody else wrote to; a person's plan there clears it.
    std::map<PlanId, OpenPlan> plans; ///< Proposed or running.
    std::map<std::pair<ServiceId, RegionId>, OutOfTraffic> out;
    std::optional<Instant> lastEvacuation; ///< End of the last one, for the cool-down.
    Purpose lastEvacuated;           ///< What that one was for.
    std::map<Purpose, PlanEnd> declined; ///< Aborted by a person, or only watched: not proposed again for the same diagnosis.
    std::map<Purpose, std::vector<Reason>> refused; ///< The last refusals told, so that they are told once.
    std::optional<Duration> wallJumped; ///< Set until a person gives an order.
    std::map<BreakerId, BreakerFact> breakers;
    bool stopped = false;          ///< A Stop is in force: what would run by itself asks.
    PlanId lastPlan;
};

template<class A> void describe(A &a, RegionMemory &v)
{
    a("state", v.state), a("since", v.since), a("evidence", v.evidence), a("diagnosis", v.diagnosis);
    a("diagnosedSince", v.diagnosedSince);
}
template<class A> void describe(A &a, Decided &v)
{
    a("share", v.share.value), a("plan", v.plan), a("since", v.since), a("shown", v.shown);
    a("confirmed", v.confirmed);
}
template<class A> void describe(A &a, ServerKey &v)
{
    a("endpoint", v.endpoint), a("service", v.service), a("region", v.region);
}
template<class A> void describe(A &a, DriftMemory &v)
{
    a("cause", v.cause), a("weightSeen", v.weightSeen), a("since", v.since);
}
template<class A> void describe(A &a, OpenPlan &v)
{
    a("purpose", v.purpose), a("plan", v.plan), a("autonomy", v.autonomy), a("requestedBy", v.requestedBy);
    a("approved", v.approved), a("byPolicy", v.byPolicy), a("approvedBy", v.approvedBy);
}
template<class A> void describe(A &a, OutOfTraffic &v)
{
    a("plan", v.plan), a("since", v.since), a("share", v.share.value), a("byPolicy", v.byPolicy), a("by", v.by);
}
template<class A> void describe(A &a, BreakerFact &v)
{
    a("state", v.state), a("service", v.service), a("region", v.region), a("opened", v.opened);
    a("failures", v.failures), a("calls", v.calls), a("witnesses", v.witnesses);
}
template<class A> void describe(A &a, State &v)
{
    a("regions", v.regions), a("ownLinkTrusted", v.ownLinkTrusted), a("edges", v.edges), a("decided", v.decided);
    a("drifts", v.drifts), a("returned", v.returned), a("foreign", v.foreign), a("plans", v.plans), a("out", v.out);
    a("lastEvacuation", v.lastEvacuation), a("declined", v.declined), a("refused", v.refused), a("wallJumped", v.wallJumped);
    a("lastEvacuated", v.lastEvacuated), a("breakers", v.breakers);
    a("stopped", v.stopped), a("lastPlan", v.lastPlan);
}

} // namespace siaga::recovery
