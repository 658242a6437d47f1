// SPDX-License-Identifier: GPL-3.0-or-later
// What page Now shows, as plain values: the answer to "is it bad, where, since when, what is being done about it".
#pragma once

#include "core/base/describe.h"
#include "core/boards/availability.h"
#include "core/boards/plan_card.h"
#include "core/events/health_events.h"
#include "core/events/recovery_events.h"

namespace siaga {

namespace health {
struct State;
}
namespace recovery {
struct State;
}
namespace resilience {
struct State;
}
namespace orchestrator {
struct State;
}

/// LIVE acts on real servers; LAB on simulated ones; REPLAY shows a moment of the past and acts on nothing.
enum class Mode { live, lab, drill, replay };
constexpr auto namesOf(Mode)
{
    return std::array<std::string_view, 4>{"live", "lab", "drill", "replay"};
}

/// How bad something is for people: worse than the three alert severities there is only "nothing known".
enum class Standing { healthy, unknown, warning, critical, emergency };
constexpr auto namesOf(Standing)
{
    return std::array<std::string_view, 5>{"healthy", "unknown", "warning", "critical", "emergency"};
}

/// A check of a region, as the inspector tells it.
struct CheckRow
{
    CheckId id;
    CheckKind kind = CheckKind::http;
    ServiceId service;
    CheckState state = CheckState::unknown;
    ProbeOutcome outcome = ProbeOutcome::notRun; ///< Of the last result.
    int inARow = 0;
    int threshold = 0;
    std::string detail;                          ///< Plain text from the target.
    std::optional<Duration> age;                 ///< Of the newest result; none: nothing was ever seen.
    bool operator==(const CheckRow &) const = default;
};

/// What an edge's counters say of a region's server.
struct ViewRow
{
    EndpointId endpoint;
    ServiceId service;
    ViewState state = ViewState::unknown;
    Permille failed;
    std::uint64_t requests = 0;
    bool operator==(const ViewRow &) const = default;
};

struct RegionCard
{
    RegionId id;
    std::string title;
    double latitude = 0;
    double longitude = 0;
    RegionState state = RegionState::unknown;
    Standing standing = Standing::unknown;
    Duration lasted{};                  ///< In this state.
    RegionEvidence evidence;
    std::optional<Permille> traffic;    ///< Part of the busiest service's traffic that goes there now.
    std::optional<ShareSeen> share;     ///< Of its usual traffic, over all services: least and most.
    bool decidedOut = false;            ///< A finished plan took it out of traffic.
    std::optional<PlanId> plan;         ///< The open plan that moves it.
    std::optional<Duration> age;        ///< Of the newest thing known about it; none: nothing was ever seen.
    bool stale = false;                 ///< Two missed rounds.
    bool past = false;                  ///< Of a moment of the past: what was only seen then was not kept.
    std::optional<Permille> headroom;   ///< Of its services' capacity there.
    WallTime since;                     ///< Wall time at which the state began.
    std::optional<Permille> usual;      ///< Part of the busiest service's traffic that it is given when all is whole.
    std::vector<ServiceId> services;    ///< That stand there.
    std::vector<RegionId> takers;       ///< Regions that share a service with it, in the fleet's order.
    std::vector<CheckRow> checks;       ///< Failing ones first; at most `checksListedMax`.
    int checksUnlisted = 0;
    std::vector<ViewRow> views;         ///< Failing ones first.
    std::optional<AlertId> alert;       ///< Its own open alert.
    std::vector<Reason> withheld;       ///< Why nothing is proposed for it.
    bool operator==(const RegionCard &) const = default;
};

inline constexpr std::size_t explainedListedMax = 20; ///< Alerts told behind another one.
inline constexpr std::size_t alertsListedMax = 200;   ///< Open alerts in the feed; nobody reads on, and all are counted.
inline constexpr std::size_t checksListedMax = 50;    ///< Checks of a region; its evidence counts them all.

/// What became of an alert's notice on one channel.
struct NoticeRow
{
    ChannelId channel;
    std::optional<NoticeOutcome> outcome; ///< Of the last attempt; none: nothing came back yet.
    Severity severity = Severity::warning; ///< That it told, or is to tell.
    WallTime at;                          ///< Of the answer.
    std::string detail;                   ///< Plain text of the channel.
    int attempts = 0;                     ///< At that severity.
    bool tryingAgain = false;             ///< It failed, and attempts are left.
    bool operator==(const NoticeRow &) const = default;
};

struct AlertRow
{
    AlertId id;
    AlertSubject subject;
    Severity severity = Severity::warning;
    RegionState regionState = RegionState::unknown;
    RegionEvidence evidence;            ///< For a region.
    ProbeOutcome outcome = ProbeOutcome::notRun; ///< For a check.
    int inARow = 0;
    int threshold = 0;
    std::string detail;                 ///< Plain text from the target.
    Duration lasted{};
    WallTime opened;
    std::string acknowledgedBy;
    std::string runbook;
    int behind = 0;                     ///< Other open alerts that this one explains; they are not listed by themselves.
    std::vector<AlertRow> explained;    ///< Those, worst first; at most `explainedListedMax`.
    Permille failed;                    ///< For a view: failed requests of all in the window.
    std::uint64_t requests = 0;         ///< For a view: requests in the window.
    DriftCause drift = DriftCause::foreignWrite; ///< For drift.
    int weightDecided = 0;              ///< For drift.
    int weightSeen = 0;                 ///< For drift.
    int canariesFailed = 0;             ///< For the own link, as the three below.
    int canaries = 0;
    int regionsFailed = 0;
    int regions = 0;
    BreakerState breaker = BreakerState::closed; ///< For a breaker, as the three below; when it last turned.
    BreakerRule rule = BreakerRule::untold;
    int calls = 0;
    int failures = 0;                   ///< Of them.
    bool resolved = false;              ///< Listed for a while after it is over.
    std::vector<NoticeRow> notices;     ///< The desktop's first, then the hooks in the fleet's order.
    std::optional<Duration> escalatesIn; ///< Until it is an emergency, unless somebody takes it; not below zero.
    bool operator==(const AlertRow &) const = default;
};

/// The incident line: one for the worst open region alert, or none.
struct Incident
{
    AlertId alert;
    RegionId region;
    RegionState state = RegionState::unknown;
    Standing standing = Standing::critical;
    Duration lasted{};
    std::string owner;                   ///< Who acknowledged it; empty: nobody yet.
    std::optional<PlanId> plan;
    int step = 0;                        ///< Of the plan: steps ended so far.
    int steps = 0;
    PlanStanding planStanding = PlanStanding::proposed;
    Duration recoveryTimeLeft{};         ///< Of the recovery time objective of 5 min; may be below zero.
    bool waitsForApproval = false;
    bool overForTraffic = false;         ///< The region is out of traffic.
    std::vector<Reason> withheld;        ///< Why nothing is proposed.
    WallTime since;                      ///< Wall time at which it began.
    int others = 0;                      ///< Further open region alerts beside this one.
    std::optional<Duration> escalatesIn; ///< As in AlertRow.
    bool operator==(const Incident &) const = default;
};

struct AvailabilityTile
{
    std::optional<double> ratio;  ///< Requests answered well, 0 to 1, by the edges' counters.
    Duration measured{};          ///< How much time it covers.
    std::uint64_t requests = 0;
    std::uint64_t failures = 0;
    bool operator==(const AvailabilityTile &) const = default;
};

struct HeadroomTile
{
    std::optional<Permille> now;
    std::optional<Permille> withoutWorst; ///< If the region whose loss hurts most were lost too.
    RegionId worst;
    Permille wanted;                      ///< The policy's least.
    ServiceId service;                    ///< The one with the least headroom now.
    std::vector<RegionId> out;            ///< Regions whose capacity doesn't count: not healthy, or out of traffic.
    bool operator==(const HeadroomTile &) const = default;
};

struct AlertsTile
{
    int warning = 0;
    int critical = 0;
    int emergency = 0;
    int unacknowledged = 0;
    bool operator==(const AlertsTile &) const = default;
};

struct PlansTile
{
    int running = 0;
    int waiting = 0;  ///< For approval.
    int held = 0;
    int endedToday = 0; ///< Ended in the last 24 hours.
    bool operator==(const PlansTile &) const = default;
};

struct BreakersTile
{
    int open = 0;
    int degraded = 0;
    int recovering = 0; ///< Half-open, or ramping back.
    int held = 0;       ///< By people.
    int unknown = 0;    ///< Registered ones whose signal was not seen lately.
    int all = 0;        ///< Registered, of Siaga's own calls, and published by other programs.
    int registered = 0; ///< Of them.
    Standing worst = Standing::unknown;
    bool operator==(const BreakersTile &) const = default;
};

struct StopBanner
{
    std::string by;
    std::string reason;
    WallTime at;
    bool operator==(const StopBanner &) const = default;
};

/// Why an attached console hears nothing from the Siaga that leads.
enum class LostReason {
    gone,         ///< Nobody answers at the socket.
    silent,       ///< The connection stands, but nothing comes through it any more.
    otherVersion, ///< A Siaga answers again, but of another version.
    refused,      ///< One answers and will not be followed, as it says.
};
constexpr auto namesOf(LostReason)
{
    return std::array<std::string_view, 4>{"gone", "silent", "other-version", "refused"};
}

/// The Siaga that leads is lost to this console: what stands on the board is what was seen last.
struct LostBanner
{
    std::string who;    ///< Plain text.
    WallTime since;
    LostReason reason = LostReason::gone;
    std::string detail; ///< Plain text: the other's version, or its sentence.
    bool operator==(const LostBanner &) const = default;
};

/// Why nothing may be trusted or done for the moment; each stays on every window until it is over.
struct Banners
{
    std::optional<StopBanner> stop;
    std::string journalFault;             ///< Plain text of the system; empty: the journal is well.
    std::string loopFault;                ///< A broken invariant of ours stopped the loop.
    std::vector<EndpointId> plaintext;    ///< Endpoints spoken to in the clear on another machine.
    bool ownLinkBroken = false;
    std::vector<std::string> fleetProblems; ///< Of a changed file that was refused.
    bool wallJumped = false;
    std::optional<LostBanner> lost;       ///< Only on an attached console; until it hears again, nothing can be asked for.
    bool silent = false;                  ///< Nothing has come from core for a while; only the window can know.
    bool operator==(const Banners &) const = default;
};

/// Why this fleet is shown and no other.
enum class FleetFrom {
    lab,           ///< Nothing else was found: the lab that is built in.
    named,         ///< The start named its file.
    lastUsed,      ///< It is the one of the journal that was gone on with.
    configuration, ///< It lay where this user's fleet is looked for.
};
constexpr auto namesOf(FleetFrom)
{
    return std::array<std::string_view, 4>{"lab", "named", "last-used", "configuration"};
}

struct NowBoard
{
    Mode mode = Mode::lab;
    std::string fleet;
    std::string environment;
    FleetFrom fleetFrom = FleetFrom::lab;
    std::string fleetFile;            ///< Plain text: the file that is watched for changes; empty when there is none.
    WallTime wall;
    Instant now;
    std::vector<RegionCard> regions;  ///< In the fleet's order.
    std::vector<AlertRow> alerts;     ///< Worst first, then the newest; at most `alertsListedMax` open ones.
    int alertsUnlisted = 0;           ///< Open ones beyond them.
    bool sounds = false;              ///< Alerts may be heard: the fleet's `notify.sound`.
    std::optional<Incident> incident;
    AvailabilityTile availability;
    HeadroomTile headroom;
    AlertsTile alertCounts;
    PlansTile plans;
    BreakersTile breakers;
    std::vector<PlanCard> planCards;  ///< Open ones first, then the last ended.
    Banners banners;
    Seq journalSeq;
    std::string leader;               ///< Plain text: who acts; empty when this instance does.
    Duration age{};                   ///< Of the newest observation of anything.
    bool anySeen = false;
    bool operator==(const NowBoard &) const = default;
};

/// All that the board is projected from; everything is the caller's and must only live through the call.
struct BoardInput
{
    const Fleet &fleet;
    const health::State &health;
    const recovery::State &recovery;
    const orchestrator::State &orchestrator;
    const resilience::State &resilience;
    const Seen &seen;
    const AvailabilityCount &availability;
    Instant now;
    WallTime wall;            ///< Now, as the machine believes.
    Mode mode = Mode::lab;
    Seq head;                 ///< The last durable record.
    std::string leader;       ///< Who acts; empty when this instance does.
    std::string journalFault; ///< As in Banners, and the two below.
    std::string loopFault;
    std::vector<std::string> fleetProblems;
    std::size_t ownTargets = 0; ///< That this instance calls, each with a breaker.
    FleetFrom fleetFrom = FleetFrom::lab;
    std::string fleetFile = {};
};

/// One alert as the feed shows it, open or resolved not long ago; nullopt when there is none of that number.
std::optional<AlertRow> alertRow(const BoardInput &input, AlertId id);

/// The board of this moment; pure, the same input gives the same board.
NowBoard nowBoard(const BoardInput &input);

/// The board without what changes by itself as time passes: clocks and ages. Two boards that are equal like this tell
/// people the same.
NowBoard withoutAges(NowBoard board);

} // namespace siaga
