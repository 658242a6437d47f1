// SPDX-License-Identifier: GPL-3.0-or-later
// Named reasons with their numbers: why something was decided, and why not. The words for them are in core/words.
#pragma once

#include "core/plan/plan.h"
#include "core/seen/observation.h"

#include <variant>

namespace siaga {

enum class CheckState { unknown, up, down };
constexpr auto namesOf(CheckState)
{
    return std::array<std::string_view, 3>{"unknown", "up", "down"};
}

enum class RegionState { unknown, healthy, degraded, unreachable, down };
constexpr auto namesOf(RegionState)
{
    return std::array<std::string_view, 5>{"unknown", "healthy", "degraded", "unreachable", "down"};
}

enum class EdgeState { unknown, reachable, unreachable };
constexpr auto namesOf(EdgeState)
{
    return std::array<std::string_view, 3>{"unknown", "reachable", "unreachable"};
}

/// How an edge's own counters show a server: enough requests to tell, and how many of them failed.
enum class ViewState { unknown, good, failing, failed };
constexpr auto namesOf(ViewState)
{
    return std::array<std::string_view, 4>{"unknown", "good", "failing", "failed"};
}

// Why a plan is not proposed, not approved, not started or not continued.

struct TargetNotHealthy
{
    static constexpr std::string_view name = "TargetNotHealthy";
    RegionId region;
    RegionState state = RegionState::unknown;
    bool operator==(const TargetNotHealthy &) const = default;
};
struct HeadroomTooSmall
{
    static constexpr std::string_view name = "HeadroomTooSmall";
    ServiceId service;
    Permille headroom; ///< What would stay free afterwards.
    Permille headroomMin;
    bool operator==(const HeadroomTooSmall &) const = default;
};
struct DemandUnknown
{
    static constexpr std::string_view name = "DemandUnknown";
    ServiceId service;
    bool operator==(const DemandUnknown &) const = default;
};
struct BelowFloor
{
    static constexpr std::string_view name = "BelowFloor";
    ServiceId service;
    double capacity = 0; ///< Requests a second that would stay.
    double floor = 0;
    bool operator==(const BelowFloor &) const = default;
};
struct LastHealthyRegion
{
    static constexpr std::string_view name = "LastHealthyRegion";
    RegionId region;
    bool operator==(const LastHealthyRegion &) const = default;
};
struct RegionsOut
{
    static constexpr std::string_view name = "RegionsOut";
    std::vector<RegionId> regions; ///< Out of traffic already.
    int outMax = 1;
    bool operator==(const RegionsOut &) const = default;
};
struct CoolingDown
{
    static constexpr std::string_view name = "CoolingDown";
    Duration left{};
    bool operator==(const CoolingDown &) const = default;
};
struct NotLongEnough
{
    static constexpr std::string_view name = "NotLongEnough";
    Duration lasted{};
    Duration needed{};
    bool operator==(const NotLongEnough &) const = default;
};
struct TooFewChecks
{
    static constexpr std::string_view name = "TooFewChecks";
    int down = 0;
    int needed = 0;
    bool operator==(const TooFewChecks &) const = default;
};
struct NothingToDo
{
    static constexpr std::string_view name = "NothingToDo";
    RegionId region;
    bool operator==(const NothingToDo &) const = default;
};
struct NotInFleet
{
    static constexpr std::string_view name = "NotInFleet";
    std::string what; ///< The name that was asked for, as plain text.
    bool operator==(const NotInFleet &) const = default;
};
struct NoEdgeReachable
{
    static constexpr std::string_view name = "NoEdgeReachable";
    ServiceId service;
    bool operator==(const NoEdgeReachable &) const = default;
};
struct AutomationStopped
{
    static constexpr std::string_view name = "AutomationStopped";
    bool operator==(const AutomationStopped &) const = default;
};
struct ClaimHeld
{
    static constexpr std::string_view name = "ClaimHeld";
    PlanId by;
    Claim claim;
    bool operator==(const ClaimHeld &) const = default;
};
struct PurposeOpen
{
    static constexpr std::string_view name = "PurposeOpen";
    PlanId by;
    bool operator==(const PurposeOpen &) const = default;
};
struct HashDiffers
{
    static constexpr std::string_view name = "HashDiffers";
    Hash256 asked;
    Hash256 actual;
    bool operator==(const HashDiffers &) const = default;
};
struct NoSuchPlan
{
    static constexpr std::string_view name = "NoSuchPlan";
    PlanId plan;
    bool operator==(const NoSuchPlan &) const = default;
};
struct NotInThatState
{
    static constexpr std::string_view name = "NotInThatState";
    std::string state; ///< The stored name of the state it is in.
    bool operator==(const NotInThatState &) const = default;
};

// Why `act` was lowered to `ask`.

struct TooFewVantagePoints
{
    static constexpr std::string_view name = "TooFewVantagePoints";
    int agreeing = 0;
    int needed = 0;
    bool operator==(const TooFewVantagePoints &) const = default;
};
struct WallClockJumped
{
    static constexpr std::string_view name = "WallClockJumped";
    Duration by{};
    bool operator==(const WallClockJumped &) const = default;
};
struct ForeignWrite
{
    static constexpr std::string_view name = "ForeignWrite";
    EndpointId endpoint;
    bool operator==(const ForeignWrite &) const = default;
};

// Why a plan holds, waits, or a step did not end well.

struct CannotObserve
{
    static constexpr std::string_view name = "CannotObserve";
    EndpointId who;
    Instant since;
    bool operator==(const CannotObserve &) const = default;
};
struct Contradicted
{
    static constexpr std::string_view name = "Contradicted";
    EndpointId endpoint;
    int weightWanted = 0;
    int weightSeen = 0;
    bool operator==(const Contradicted &) const = default;
};
struct CallFailed
{
    static constexpr std::string_view name = "CallFailed";
    EndpointId endpoint;
    std::string detail;
    int attempts = 0;
    bool operator==(const CallFailed &) const = default;
};
struct CallRefused
{
    static constexpr std::string_view name = "CallRefused";
    EndpointId endpoint;
    std::string detail;
    bool operator==(const CallRefused &) const = default;
};
struct StillServing
{
    static constexpr std::string_view name = "StillServing";
    RegionId region;
    std::uint64_t requests = 0; ///< New requests in the last interval between two looks.
    bool operator==(const StillServing &) const = default;
};
struct ByPerson
{
    static constexpr std::string_view name = "ByPerson";
    std::string who;
    bool operator==(const ByPerson &) const = default;
};
struct ByPolicy
{
    static constexpr std::string_view name = "ByPolicy";
    bool operator==(const ByPolicy &) const = default;
};
struct ByPlan
{
    static constexpr std::string_view name = "ByPlan";
    PlanId plan;
    bool operator==(const ByPlan &) const = default;
};
struct Restarted
{
    static constexpr std::string_view name = "Restarted";
    bool operator==(const Restarted &) const = default;
};
struct ShareOutOfRange
{
    static constexpr std::string_view name = "ShareOutOfRange";
    Permille share; ///< What was to be left of a region; none up to, but not including, whole makes sense.
    bool operator==(const ShareOutOfRange &) const = default;
};
struct FleetUnusable
{
    static constexpr std::string_view name = "FleetUnusable";
    std::string field;
    bool operator==(const FleetUnusable &) const = default;
};

// About breakers.

struct BreakerIsOpen
{
    static constexpr std::string_view name = "BreakerIsOpen";
    BreakerId breaker;
    int failures = 0;
    int calls = 0; ///< Those that `failures` are of.
    bool operator==(const BreakerIsOpen &) const = default;
};
struct ReasonNeeded
{
    static constexpr std::string_view name = "ReasonNeeded";
    bool operator==(const ReasonNeeded &) const = default;
};
struct EndNeeded
{
    static constexpr std::string_view name = "EndNeeded";
    Duration longest{}; ///< What may be asked for at most.
    bool operator==(const EndNeeded &) const = default;
};

/// An attached console lost the Siaga that leads. Only ever told, never recorded: nobody was there to record it.
struct LeaderLost
{
    static constexpr std::string_view name = "LeaderLost";
    std::string who;
    bool perhapsTaken = false; ///< It was sent, and no answer has come.
    bool operator==(const LeaderLost &) const = default;
};

using Reason = std::variant<TargetNotHealthy, HeadroomTooSmall, DemandUnknown, BelowFloor, LastHealthyRegion, RegionsOut,
                            CoolingDown, NotLongEnough, TooFewChecks, NothingToDo, NotInFleet, NoEdgeReachable,
                            AutomationStopped, ClaimHeld, PurposeOpen, HashDiffers, NoSuchPlan, NotInThatState,
                            TooFewVantagePoints, WallClockJumped, ForeignWrite, CannotObserve, Contradicted, CallFailed,
                            CallRefused, StillServing, ByPerson, ByPolicy, ByPlan, Restarted, FleetUnusable,
                            BreakerIsOpen, ReasonNeeded, EndNeeded, ShareOutOfRange, LeaderLost>;

template<class A> void describe(A &a, TargetNotHealthy &v) { a("region", v.region), a("state", v.state); }
template<class A> void describe(A &a, HeadroomTooSmall &v)
{
    a("service", v.service), a("headroom", v.headroom.value), a("headroomMin", v.headroomMin.value);
}
template<class A> void describe(A &a, DemandUnknown &v) { a("service", v.service); }
template<class A> void describe(A &a, BelowFloor &v)
{
    a("service", v.service), a("capacity", v.capacity), a("floor", v.floor);
}
template<class A> void describe(A &a, LastHealthyRegion &v) { a("region", v.region); }
template<class A> void describe(A &a, RegionsOut &v) { a("regions", v.regions), a("outMax", v.outMax); }
template<class A> void describe(A &a, CoolingDown &v) { a("left", v.left); }
template<class A> void describe(A &a, NotLongEnough &v) { a("lasted", v.lasted), a("needed", v.needed); }
template<class A> void describe(A &a, TooFewChecks &v) { a("down", v.down), a("needed", v.needed); }
template<class A> void describe(A &a, NothingToDo &v) { a("region", v.region); }
template<class A> void describe(A &a, NotInFleet &v) { a("what", v.what); }
template<class A> void describe(A &a, NoEdgeReachable &v) { a("service", v.service); }
template<class A> void describe(A &, AutomationStopped &) { }
template<class A> void describe(A &a, LeaderLost &v) { a("who", v.who), a("perhapsTaken", v.perhapsTaken); }
template<class A> void describe(A &a, ClaimHeld &v) { a("by", v.by), a("claim", v.claim); }
template<class A> void describe(A &a, PurposeOpen &v) { a("by", v.by); }
template<class A> void describe(A &a, HashDiffers &v) { a("asked", v.asked), a("actual", v.actual); }
template<class A> void describe(A &a, NoSuchPlan &v) { a("plan", v.plan); }
template<class A> void describe(A &a, NotInThatState &v) { a("state", v.state); }
template<class A> void describe(A &a, TooFewVantagePoints &v) { a("agreeing", v.agreeing), a("needed", v.needed); }
template<class A> void describe(A &a, WallClockJumped &v) { a("by", v.by); }
template<class A> void describe(A &a, ForeignWrite &v) { a("endpoint", v.endpoint); }
template<class A> void describe(A &a, CannotObserve &v) { a("who", v.who), a("since", v.since); }
template<class A> void describe(A &a, Contradicted &v)
{
    a("endpoint", v.endpoint), a("weightWanted", v.weightWanted), a("weightSeen", v.weightSeen);
}
template<class A> void describe(A &a, CallFailed &v)
{
    a("endpoint", v.endpoint), a("detail", v.detail), a("attempts", v.attempts);
}
template<class A> void describe(A &a, CallRefused &v) { a("endpoint", v.endpoint), a("detail", v.detail); }
template<class A> void describe(A &a, StillServing &v) { a("region", v.region), a("requests", v.requests); }
template<class A> void describe(A &a, ByPerson &v) { a("who", v.who); }
template<class A> void describe(A &, ByPolicy &) { }
template<class A> void describe(A &a, ByPlan &v) { a("plan", v.plan); }
template<class A> void describe(A &, Restarted &) { }
template<class A> void describe(A &a, ShareOutOfRange &v) { a("share", v.share.value); }
template<class A> void describe(A &a, FleetUnusable &v) { a("field", v.field); }
template<class A> void describe(A &a, BreakerIsOpen &v)
{
    a("breaker", v.breaker), a("failures", v.failures), a("calls", v.calls);
}
template<class A> void describe(A &, ReasonNeeded &) { }
template<class A> void describe(A &a, EndNeeded &v) { a("longest", v.longest); }

} // namespace siaga
