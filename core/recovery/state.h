// SPDX-License-Identifier: GPL-3.0-or-later
// What the recovery engine remembers: regions, diagnoses, what was decided for each edge, drift, open purposes.
#pragma once

#include "core/events/plan_events.h"
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"

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
    int weight = 0;
    PlanId plan;
    bool confirmed = false; ///< It was observed there since; false while a step is on its way, or was not reached.
    bool byPolicy = false;  ///< Nobody confirmed it; a policy did.
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
    bool approved = false;
    bool byPolicy = false;
    std::string requestedBy;
};

/// A region's traffic as finished plans left it.
struct OutOfTraffic
{
    PlanId plan;
    Instant since;
    Permille share;
    auto operator<=>(const OutOfTraffic &) const = default;
};

struct State
{
    std::map<RegionId, RegionMemory> regions;
    bool ownLinkTrusted = true;
    std::map<EndpointId, EdgeState> edges;
    std::map<ServerKey, Decided> decided;
    std::map<ServerKey, DriftMemory> drifts;
    std::set<EndpointId> restarted;  ///< Edges that were restarted or away and have not shown the decided weights since.
    std::set<EndpointId> foreign;    ///< Edges that somebody else wrote to; a person's plan there clears it.
    std::map<PlanId, OpenPlan> plans; ///< Proposed or running.
    std::map<std::pair<ServiceId, RegionId>, OutOfTraffic> out;
    std::optional<Instant> lastEvacuation; ///< End of the last one, for the cool-down.
    std::map<Purpose, std::vector<Reason>> refused; ///< The last refusals told, so that they are told once.
    std::optional<Duration> wallJumped; ///< Set until a person gives an order.
    PlanId lastPlan;
};

template<class A> void describe(A &a, RegionMemory &v)
{
    a("state", v.state), a("since", v.since), a("evidence", v.evidence), a("diagnosis", v.diagnosis);
    a("diagnosedSince", v.diagnosedSince);
}
template<class A> void describe(A &a, Decided &v)
{
    a("share", v.share.value), a("weight", v.weight), a("plan", v.plan), a("confirmed", v.confirmed);
    a("byPolicy", v.byPolicy);
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
    a("purpose", v.purpose), a("plan", v.plan), a("approved", v.approved), a("byPolicy", v.byPolicy);
    a("requestedBy", v.requestedBy);
}
template<class A> void describe(A &a, OutOfTraffic &v) { a("plan", v.plan), a("since", v.since), a("share", v.share.value); }
template<class A> void describe(A &a, State &v)
{
    a("regions", v.regions), a("ownLinkTrusted", v.ownLinkTrusted), a("edges", v.edges), a("decided", v.decided);
    a("drifts", v.drifts), a("restarted", v.restarted), a("foreign", v.foreign), a("plans", v.plans), a("out", v.out);
    a("lastEvacuation", v.lastEvacuation), a("refused", v.refused), a("wallJumped", v.wallJumped);
    a("lastPlan", v.lastPlan);
}

} // namespace siaga::recovery
