// SPDX-License-Identifier: GPL-3.0-or-later
// What the health engine remembers: nothing but the fold of its events.
//
// It is like the state lamps on a control panel: what each was last set to and since when, never how it was measured.
// The catch: soft results ("2 of 3 failing") are not here but in Seen, so a restart starts counting anew. A subject
// without a memory is unknown.
#pragma once

#include "core/events/health_events.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

namespace siaga::health {

inline constexpr std::size_t resolvedKept = 200; ///< Resolved alerts kept for the feed.
inline constexpr std::size_t noticesKept = 64;   ///< At least as many as a fleet may allow in a minute.

struct CheckMemory
{
    CheckState state = CheckState::unknown;
    Instant since;   ///< When it turned so.
    int inARow = 0;
    int threshold = 0;
    ProbeOutcome outcome = ProbeOutcome::notRun;
    std::string detail;
    RegionId region;
    CheckState lastKnown = CheckState::unknown; ///< Before silence fell; coming back from `down` takes as long as ever.
};

struct ViewMemory
{
    ViewState state = ViewState::unknown;
    Instant since;
    Permille failed;
    std::uint64_t requests = 0;
    ViewState lastKnown = ViewState::unknown; ///< Before the edge could not be read any more; forgotten once it is read
                                              ///< again and shows too few requests to tell.
};

struct EdgeMemory
{
    EdgeState state = EdgeState::unknown;
    Instant since;
    std::string detail;
};

struct RegionMemory
{
    RegionState state = RegionState::unknown;
    Instant since;
    RegionEvidence evidence;
};

/// Hard check states of a region, counted while folding, so that no result makes us walk through all checks.
struct Tally
{
    int up = 0;
    int down = 0;
};

struct OwnLink
{
    bool trusted = true;
    Instant since;
    int canariesFailed = 0;
    int canaries = 0;
    int regionsFailed = 0;
    int regions = 0;
};

/// What became of an alert's notices on one channel.
struct NoticeMemory
{
    Severity severity = Severity::warning; ///< That the last attempt told.
    NoticeOutcome outcome = NoticeOutcome::failed; ///< Of it.
    int attempts = 0;             ///< At that severity.
    Instant at;                   ///< Of the last answer.
    WallTime wall;
    std::string detail;
    std::optional<Severity> told; ///< The worst that was delivered; none: nothing yet.
};

/// An attempt to tell people, so that floods are noticed.
struct NoticeMoment
{
    Instant at;
    int alerts = 0;
};

struct Alert
{
    AlertId id;
    AlertSubject subject;
    Severity severity = Severity::warning;
    RegionState regionState = RegionState::unknown;
    Seq cause;
    Instant since;      ///< When what it is about began.
    Instant opened;
    WallTime openedWall;
    Instant raised;     ///< When its severity last changed, or it was opened.
    std::string acknowledgedBy; ///< Empty: nobody yet.
    std::string note;
    std::optional<Instant> resolved;
    std::map<ChannelId, NoticeMemory> notices;
};

/// An edge's view of a region's server.
struct ViewKey
{
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
    auto operator<=>(const ViewKey &) const = default;
};

struct State
{
    Instant opened; ///< When this journal was last opened; what was seen before it is not known any more.
    Instant adopted; ///< When the fleet in force was; results begun before it may be of another target.
    std::map<CheckId, CheckMemory> checks;
    std::map<RegionId, Tally> tallies;
    std::map<ViewKey, ViewMemory> views;
    std::map<EndpointId, EdgeMemory> edges;
    std::map<RegionId, RegionMemory> regions;
    OwnLink ownLink;
    std::map<AlertId, Alert> open;
    std::deque<Alert> resolved; ///< Newest last.
    AlertId lastAlert;
    std::map<ChannelId, std::deque<NoticeMoment>> notices; ///< The last `noticesKept` of each channel, newest last.
};

/// A check's or breaker's alert whose region is alerted for too: that one stands for it.
inline bool standsBehindRegion(const State &state, const Alert &alert)
{
    using Kind = AlertSubject::Kind;
    if ((alert.subject.kind != Kind::check && alert.subject.kind != Kind::breaker) || alert.subject.region.empty())
        return false;
    return std::ranges::any_of(state.open, [&](const auto &entry) {
        const AlertSubject &other = entry.second.subject;
        return other.kind == Kind::region && other.region == alert.subject.region;
    });
}

/// When an alert becomes an emergency unless somebody takes it before; nullopt for one that never does.
inline std::optional<Instant> escalatesAt(const State &state, const Alert &alert, const HealthPolicy &policy)
{
    const bool waits = alert.severity == Severity::critical && alert.acknowledgedBy.empty() && !alert.resolved;
    return waits && !standsBehindRegion(state, alert) ? std::optional(alert.raised + policy.emergencyAfter) : std::nullopt;
}

template<class A> void describe(A &a, CheckMemory &v)
{
    a("state", v.state), a("since", v.since), a("inARow", v.inARow), a("threshold", v.threshold);
    a("outcome", v.outcome), a("detail", v.detail), a("region", v.region), a("lastKnown", v.lastKnown);
}
template<class A> void describe(A &a, ViewMemory &v)
{
    a("state", v.state), a("since", v.since), a("failed", v.failed.value), a("requests", v.requests);
    a("lastKnown", v.lastKnown);
}
template<class A> void describe(A &a, Tally &v) { a("up", v.up), a("down", v.down); }
template<class A> void describe(A &a, EdgeMemory &v) { a("state", v.state), a("since", v.since), a("detail", v.detail); }
template<class A> void describe(A &a, RegionMemory &v)
{
    a("state", v.state), a("since", v.since), a("evidence", v.evidence);
}
template<class A> void describe(A &a, OwnLink &v)
{
    a("trusted", v.trusted), a("since", v.since), a("canariesFailed", v.canariesFailed), a("canaries", v.canaries);
    a("regionsFailed", v.regionsFailed), a("regions", v.regions);
}
template<class A> void describe(A &a, NoticeMemory &v)
{
    a("severity", v.severity), a("outcome", v.outcome), a("attempts", v.attempts), a("at", v.at), a("wall", v.wall);
    a("detail", v.detail), a("told", v.told);
}
template<class A> void describe(A &a, NoticeMoment &v) { a("at", v.at), a("alerts", v.alerts); }
template<class A> void describe(A &a, Alert &v)
{
    a("id", v.id), a("subject", v.subject), a("severity", v.severity), a("regionState", v.regionState);
    a("cause", v.cause), a("since", v.since), a("opened", v.opened), a("openedWall", v.openedWall);
    a("raised", v.raised), a("acknowledgedBy", v.acknowledgedBy), a("note", v.note), a("resolved", v.resolved);
    a("notices", v.notices);
}
template<class A> void describe(A &a, ViewKey &v) { a("endpoint", v.endpoint), a("service", v.service), a("region", v.region); }
template<class A> void describe(A &a, State &v)
{
    a("opened", v.opened), a("adopted", v.adopted), a("checks", v.checks), a("tallies", v.tallies);
    a("views", v.views), a("edges", v.edges), a("regions", v.regions);
    a("ownLink", v.ownLink), a("open", v.open), a("resolved", v.resolved), a("lastAlert", v.lastAlert);
    a("notices", v.notices);
}

} // namespace siaga::health
