// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong in the lab, as data: what kind, where, from when until when, how strongly.
//
// Faults are like the cards of an exercise's director: they break things and judge nothing. Whether Siaga did well is
// for invariants.h to say.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace siaga::lab {

using FaultId = Number<struct FaultTag>;

enum class FaultKind {
    regionCrash,       ///< Everything in the region dies, its edge too; afterwards instances start slowly.
    serviceCrash,      ///< Instances of one service in one region die; `magnitude` is the share of them.
    slow,              ///< The service answers `magnitude` times slower.
    halfFailing,       ///< A share of the requests fails; the health endpoint fails as often.
    lyingHealthCheck,  ///< A share of the requests fails while the health endpoint says that all is well.
    errorPage,         ///< The service answers status 200 with an error page.
    edgeCrash,         ///< The balancer's process is gone; when it comes back it has forgotten what it was told.
    edgeRestart,       ///< The balancer is restarted in a moment: weights back to its configuration, counters at zero.
    edgeRefusesWrites, ///< The balancer can be read but refuses every change.
    replyLost,         ///< A share of the balancer's answers to writes is lost after they took effect.
    edgeLagging,       ///< The balancer answers `magnitude` seconds later; a write may take effect past its deadline.
    partition,         ///< One edge cannot reach one region (a share of its requests, when below 1).
    observerRegionCut, ///< The observer cannot reach one region; nobody else minds.
    observerEdgeCut,   ///< The observer cannot reach one edge; nobody else minds.
    ownLinkCut,        ///< The observer reaches nothing, nor the canaries outside.
    ownLinkFlaky,      ///< The observer loses a share of all that it sends and receives.
    probesNotRun,      ///< The observer cannot even start its probes of one region: no result says anything.
    flapping,          ///< The service dies and comes back, half a `period` each.
    foreignWrite,      ///< Somebody sets one weight by hand, once.
};
constexpr auto namesOf(FaultKind)
{
    return std::array<std::string_view, 19>{
        "regionCrash",       "serviceCrash",   "slow",              "halfFailing",     "lyingHealthCheck", "errorPage",
        "edgeCrash",         "edgeRestart",    "edgeRefusesWrites", "replyLost",       "edgeLagging",      "partition",
        "observerRegionCut", "observerEdgeCut", "ownLinkCut",       "ownLinkFlaky",    "probesNotRun",     "flapping",
        "foreignWrite"};
}
inline constexpr std::size_t faultKinds = 19;

/// Which of the fields below a kind reads; the others stay empty.
struct Targets
{
    bool region = false;
    bool service = false;
    bool endpoint = false;
};
Targets targetsOf(FaultKind kind);

/// True for kinds that are over as soon as they happened.
constexpr bool isMomentary(FaultKind kind)
{
    return kind == FaultKind::edgeRestart || kind == FaultKind::foreignWrite;
}

struct Fault
{
    FaultKind kind = FaultKind::regionCrash;
    RegionId region;
    ServiceId service;
    EndpointId endpoint;
    Instant from;
    std::optional<Instant> until; ///< None: until somebody heals it.
    double magnitude = 1;         ///< What the kind's line says; a share is 0 to 1.
    Duration period = std::chrono::seconds(20); ///< Only of flapping: down and up again.
    int weight = 0;               ///< Only of foreignWrite.
};

/// "partition edge=lab-edge-eu region=lab-eu-west-1 magnitude=0.5": kind, then whatever the kind reads, without times.
std::string toText(const Fault &fault);

/// Reads what toText() writes. A bare word after the kind is taken for the first target that the kind reads and that
/// is still empty (region, service, edge). `for=30s` sets `until` from `from`, which is the second argument.
Result<Fault> faultFromText(std::string_view text, Instant from);

/// "250ms", "90s", "15m" or "2h", whole numbers only.
Result<Duration> durationFromText(std::string_view text);

/// The shortest text that durationFromText() reads back.
std::string toText(Duration duration);

} // namespace siaga::lab
