// SPDX-License-Identifier: GPL-3.0-or-later
// What the recovery engine tells: diagnoses, what is out of traffic, and drift from what was decided.
#pragma once

#include "core/events/health_events.h"

namespace siaga {

enum class Diagnosis { regionDown, regionDegraded, regionUnreachable, ownLinkBroken };
constexpr auto namesOf(Diagnosis)
{
    return std::array<std::string_view, 4>{"region-down", "region-degraded", "region-unreachable", "own-link-broken"};
}

/// A named diagnosis began to hold. Always on, whatever the autonomy.
struct Diagnosed
{
    static constexpr std::string_view name = "Diagnosed";
    RegionId region;
    Diagnosis diagnosis = Diagnosis::regionDown;
    RegionEvidence evidence;
};

struct DiagnosisEnded
{
    static constexpr std::string_view name = "DiagnosisEnded";
    RegionId region;
    Diagnosis diagnosis = Diagnosis::regionDown;
};

enum class DriftCause {
    edgeRestarted, ///< It forgot what it was told.
    edgeMissedIt,  ///< It could not be reached when the others were told.
    foreignWrite,  ///< Somebody else wrote.
};
constexpr auto namesOf(DriftCause)
{
    return std::array<std::string_view, 3>{"edge-restarted", "edge-missed-it", "foreign-write"};
}

/// What an edge shows contradicts what was decided.
struct Drifted
{
    static constexpr std::string_view name = "Drifted";
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
    int weightDecided = 0;
    int weightSeen = 0;
    DriftCause cause = DriftCause::foreignWrite;
};

struct DriftEnded
{
    static constexpr std::string_view name = "DriftEnded";
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
};

/// One region's server at one edge.
struct ServerPlace
{
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
    auto operator<=>(const ServerPlace &) const = default;
};

/// What was known of things that the fleet in force names no more; from now on nothing stands on it.
struct FactsDropped
{
    static constexpr std::string_view name = "FactsDropped";
    std::vector<RegionId> regions;
    std::vector<EndpointId> endpoints;
    std::vector<ServerPlace> servers;  ///< What they were told, and how they drifted.
    std::vector<RegionId> unsteered;   ///< In the fleet, but no edge steers them any more: they are out of nothing.
};

template<class A> void describe(A &a, Diagnosed &v)
{
    a("region", v.region), a("diagnosis", v.diagnosis), a("evidence", v.evidence);
}
template<class A> void describe(A &a, DiagnosisEnded &v) { a("region", v.region), a("diagnosis", v.diagnosis); }
template<class A> void describe(A &a, Drifted &v)
{
    a("endpoint", v.endpoint), a("service", v.service), a("region", v.region), a("weightDecided", v.weightDecided);
    a("weightSeen", v.weightSeen), a("cause", v.cause);
}
template<class A> void describe(A &a, DriftEnded &v)
{
    a("endpoint", v.endpoint), a("service", v.service), a("region", v.region);
}
template<class A> void describe(A &a, ServerPlace &v)
{
    a("endpoint", v.endpoint), a("service", v.service), a("region", v.region);
}
template<class A> void describe(A &a, FactsDropped &v)
{
    a("regions", v.regions), a("endpoints", v.endpoints), a("servers", v.servers), a("unsteered", v.unsteered);
}

} // namespace siaga
