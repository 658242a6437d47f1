// SPDX-License-Identifier: GPL-3.0-or-later
// Work as data: what will be done, in which order, within which bounds, with which way back.
//
// A Plan is like a flight plan: anybody can read it before take-off, and it is the thing that flies. The catch: it
// says what shall be, never what is; only an observation says that a step is done.
#pragma once

#include "core/base/describe.h"
#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/sha256.h"
#include "core/fleet/fleet.h"

#include <optional>
#include <variant>
#include <vector>

namespace siaga {

/// What a plan may touch of a service in a region; two running plans never claim the same.
enum class Aspect { traffic, version, replicas, role, config };
constexpr auto namesOf(Aspect)
{
    return std::array<std::string_view, 5>{"traffic", "version", "replicas", "role", "config"};
}

struct Claim
{
    ServiceId service;
    RegionId region;
    Aspect aspect = Aspect::traffic;
    auto operator<=>(const Claim &) const = default;
};

/// Ranks, the first outranks the rest: a higher class suspends a lower one that holds what it needs.
enum class PlanClass { emergency, recovery, rollback, scaleUp, deployment, scaleIn, drill };
constexpr auto namesOf(PlanClass)
{
    return std::array<std::string_view, 7>{"emergency", "recovery", "rollback", "scale-up", "deployment", "scale-in", "drill"};
}

/// What an abort does with a step. Hold: leave it as it is. Undo: back to what was seen before it. Finish: beyond a
/// point of no return the step is completed first.
enum class WayBack { hold, undo, finish };
constexpr auto namesOf(WayBack)
{
    return std::array<std::string_view, 3>{"hold", "undo", "finish"};
}

/// Whether a plan may end without a step. An edge that died with its region cannot be told anything.
enum class Reach { required, bestEffort };
constexpr auto namesOf(Reach)
{
    return std::array<std::string_view, 2>{"required", "best-effort"};
}

/// One edge is told how much of a region's usual traffic it may send there. Absolute, so that repeating it is safe.
struct SetRegionShare
{
    static constexpr std::string_view name = "SetRegionShare";
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
    Permille share; ///< Of the placement's weight; 0 is out of traffic, 1000 is whole.
    bool operator==(const SetRegionShare &) const = default;
};

/// Reads afresh that the regions a plan moves traffic to are healthy. Changes nothing.
struct ConfirmReady
{
    static constexpr std::string_view name = "ConfirmReady";
    std::vector<RegionId> regions;
    bool operator==(const ConfirmReady &) const = default;
};

/// Observes that no reachable edge sends the region new requests any more. Changes nothing.
struct ConfirmQuiet
{
    static constexpr std::string_view name = "ConfirmQuiet";
    ServiceId service;
    RegionId region;
    bool operator==(const ConfirmQuiet &) const = default;
};

/// Waits, holding its claim, while people and analysis watch.
struct Bake
{
    static constexpr std::string_view name = "Bake";
    ServiceId service;
    RegionId region;
    Duration lasts{};
    bool operator==(const Bake &) const = default;
};

using Action = std::variant<SetRegionShare, ConfirmReady, ConfirmQuiet, Bake>;

struct Step
{
    Action action;
    std::vector<int> after;          ///< Steps (indexes from 0) that must have ended well before; always smaller ones.
    WayBack onAbort = WayBack::hold;
    Reach reach = Reach::required;
    bool pointOfNoReturn = false;
    bool operator==(const Step &) const = default;
};

/// What was accepted beforehand; outside it no destructive step starts.
struct Bounds
{
    Permille headroomMin;                ///< Of the capacity that stays in traffic, per service.
    bool unknownDemandAccepted = false;  ///< Only a person may accept this.
    bool operator==(const Bounds &) const = default;
};

enum class PurposeKind { evacuate, restore, reassert, bake };
constexpr auto namesOf(PurposeKind)
{
    return std::array<std::string_view, 4>{"evacuate", "restore", "reassert", "bake"};
}

/// What a plan is for. There is at most one open plan for each purpose.
struct Purpose
{
    PurposeKind kind = PurposeKind::evacuate;
    RegionId region;
    std::optional<ServiceId> service; ///< None: every service that stands there.
    EndpointId endpoint;              ///< Only for reassert: the edge that is put back.
    auto operator<=>(const Purpose &) const = default;
};

/// Limits that keep any plan readable and its journal small.
inline constexpr std::size_t planStepsMax = 500;

struct Plan
{
    Purpose purpose;
    PlanClass rank = PlanClass::recovery;
    Bounds bounds;
    std::vector<Step> steps;
    bool operator==(const Plan &) const = default;
};

/// SHA-256 over purpose, rank, bounds and steps, never over observed values, times or ids: the same request on the
/// same fleet gives the same hash, and what was confirmed is what runs.
Hash256 planHash(const Plan &plan);

/// What the plan touches, sorted, without repetition.
std::vector<Claim> claimsOf(const Plan &plan);

/// True when the two touch something in common.
bool overlap(const std::vector<Claim> &a, const std::vector<Claim> &b);

/// True when the step takes traffic away from a region, which the bounds must allow right before it starts.
bool isDestructive(const Step &step, std::optional<Permille> shareBefore);

/// What a balancer is sent: the placement's weight times the region's and the version's share, rounded to the
/// nearest, but never down to zero while both shares are above zero (else slow shifts lose a region by rounding).
/// `weight` 0 to 256, shares 0 to 1000 permille; the result is 0 to 256.
int balancerWeight(int weight, Permille regionShare, Permille versionShare);

template<class A>
void describe(A &a, Permille &v) { a("permille", v.value); }
template<class A>
void describe(A &a, SetRegionShare &v)
{
    a("endpoint", v.endpoint), a("service", v.service), a("region", v.region), a("share", v.share.value);
}
template<class A>
void describe(A &a, ConfirmReady &v) { a("regions", v.regions); }
template<class A>
void describe(A &a, ConfirmQuiet &v) { a("service", v.service), a("region", v.region); }
template<class A>
void describe(A &a, Bake &v) { a("service", v.service), a("region", v.region), a("lasts", v.lasts); }
template<class A>
void describe(A &a, Step &v)
{
    a("action", v.action), a("after", v.after), a("onAbort", v.onAbort), a("reach", v.reach);
    a("pointOfNoReturn", v.pointOfNoReturn);
}
template<class A>
void describe(A &a, Bounds &v)
{
    a("headroomMin", v.headroomMin.value), a("unknownDemandAccepted", v.unknownDemandAccepted);
}
template<class A>
void describe(A &a, Purpose &v)
{
    a("kind", v.kind), a("region", v.region), a("service", v.service), a("endpoint", v.endpoint);
}
template<class A>
void describe(A &a, Plan &v)
{
    a("purpose", v.purpose), a("rank", v.rank), a("bounds", v.bounds), a("steps", v.steps);
}
template<class A>
void describe(A &a, Claim &v) { a("service", v.service), a("region", v.region), a("aspect", v.aspect); }

} // namespace siaga
