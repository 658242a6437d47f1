// SPDX-License-Identifier: GPL-3.0-or-later
// What the health engine tells: checks, edges' views, regions and our own link turning, and alerts.
#pragma once

#include "core/events/reasons.h"
#include "core/seen/notice_outcome.h"

namespace siaga {

/// A check's hard state changed.
struct CheckTurned
{
    static constexpr std::string_view name = "CheckTurned";
    CheckId check;
    CheckState from = CheckState::unknown;
    CheckState to = CheckState::unknown;
    int inARow = 0;       ///< Results in a row that say so; 0 when silence does.
    int threshold = 0;
    ProbeOutcome outcome = ProbeOutcome::notRun; ///< Of the last result.
    std::string detail;
    RegionId region; ///< Where it runs, so that folding can count by region.
};

/// What an edge's counters say of a region's server changed. `from` equals `to` when only the figures moved past a
/// threshold.
struct ViewTurned
{
    static constexpr std::string_view name = "ViewTurned";
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
    ViewState from = ViewState::unknown;
    ViewState to = ViewState::unknown;
    Permille failed;             ///< Of the requests in the window.
    std::uint64_t requests = 0;  ///< In the window.
};

/// An edge can be read, or cannot be any more. `from` equals `to` when all that happened is a restart.
struct EdgeTurned
{
    static constexpr std::string_view name = "EdgeTurned";
    EndpointId endpoint;
    EdgeState from = EdgeState::unknown;
    EdgeState to = EdgeState::unknown;
    bool restarted = false; ///< Its process is a younger one than at the last look.
    std::string detail;
};

/// Whether this instance's own link is to be trusted: canaries outside all regions, or everything failing at once.
struct OwnLinkTurned
{
    static constexpr std::string_view name = "OwnLinkTurned";
    bool trusted = true;
    int canariesFailed = 0;
    int canaries = 0;
    int regionsFailed = 0; ///< Regions of which all checks fail.
    int regions = 0;
};

/// What a region's state was judged from.
struct RegionEvidence
{
    int checksDown = 0;
    int checksUp = 0;
    int checksUnknown = 0;
    std::vector<VantageId> agreeing; ///< Vantage points that see it fail.
    std::vector<VantageId> disagreeing; ///< Vantage points that see it serve.
    Permille failed; ///< The worst share of failed requests that an edge sees.
    bool operator==(const RegionEvidence &) const = default;
};

/// A region's state changed, or only what it stands on did: then `from` equals `to`, and the state's age goes on.
struct RegionTurned
{
    static constexpr std::string_view name = "RegionTurned";
    RegionId region;
    RegionState from = RegionState::unknown;
    RegionState to = RegionState::unknown;
    RegionEvidence evidence;
};

/// What an alert is about.
struct AlertSubject
{
    enum class Kind { region, check, edge, ownLink, view, drift, breaker };
    Kind kind = Kind::region;
    RegionId region;     ///< Also for a check: where it runs; empty for the own link.
    CheckId check;
    EndpointId endpoint;
    ServiceId service;
    BreakerId breaker;
    auto operator<=>(const AlertSubject &) const = default;
};
constexpr auto namesOf(AlertSubject::Kind)
{
    return std::array<std::string_view, 7>{"region", "check", "edge", "own-link", "view", "drift", "breaker"};
}

struct AlertOpened
{
    static constexpr std::string_view name = "AlertOpened";
    AlertId alert;
    AlertSubject subject;
    Severity severity = Severity::warning;
    RegionState regionState = RegionState::unknown; ///< For a region's alert.
    Seq cause; ///< The record that made it so.
    Instant since; ///< When what it is about began.
};

struct AlertSeverityChanged
{
    static constexpr std::string_view name = "AlertSeverityChanged";
    AlertId alert; ///< `from` equals `to` when only its region's state changed.
    Severity from = Severity::warning;
    Severity to = Severity::warning;
    RegionState regionState = RegionState::unknown;
    bool unacknowledged = false; ///< True: raised because nobody acknowledged it in time.
};

struct AlertAcknowledged
{
    static constexpr std::string_view name = "AlertAcknowledged";
    AlertId alert;
    std::string by;
    std::string note;
};

struct AlertResolved
{
    static constexpr std::string_view name = "AlertResolved";
    AlertId alert;
};

/// An alert as it was told: its severity may have risen since.
struct NoticeFor
{
    AlertId alert;
    Severity severity = Severity::warning;
    bool operator==(const NoticeFor &) const = default;
};

/// People were told of alerts, or could not be. Recorded when the answer is there: what was on its way when Siaga died
/// is told once more.
struct NoticeSent
{
    static constexpr std::string_view name = "NoticeSent";
    ChannelId channel;
    std::vector<NoticeFor> alerts; ///< Worst first; more than one: a summary.
    NoticeOutcome outcome = NoticeOutcome::failed;
    std::string detail;            ///< Plain text of at most 200 bytes; may be empty when delivered.
    int attempt = 1;               ///< Of the first of the alerts, at its severity.
};

template<class A> void describe(A &a, CheckTurned &v)
{
    a("check", v.check), a("from", v.from), a("to", v.to), a("inARow", v.inARow), a("threshold", v.threshold);
    a("outcome", v.outcome), a("detail", v.detail), a("region", v.region);
}
template<class A> void describe(A &a, ViewTurned &v)
{
    a("endpoint", v.endpoint), a("service", v.service), a("region", v.region), a("from", v.from), a("to", v.to);
    a("failed", v.failed.value), a("requests", v.requests);
}
template<class A> void describe(A &a, EdgeTurned &v)
{
    a("endpoint", v.endpoint), a("from", v.from), a("to", v.to), a("restarted", v.restarted), a("detail", v.detail);
}
template<class A> void describe(A &a, OwnLinkTurned &v)
{
    a("trusted", v.trusted), a("canariesFailed", v.canariesFailed), a("canaries", v.canaries);
    a("regionsFailed", v.regionsFailed), a("regions", v.regions);
}
template<class A> void describe(A &a, RegionEvidence &v)
{
    a("checksDown", v.checksDown), a("checksUp", v.checksUp), a("checksUnknown", v.checksUnknown);
    a("agreeing", v.agreeing), a("disagreeing", v.disagreeing), a("failed", v.failed.value);
}
template<class A> void describe(A &a, RegionTurned &v)
{
    a("region", v.region), a("from", v.from), a("to", v.to), a("evidence", v.evidence);
}
template<class A> void describe(A &a, AlertSubject &v)
{
    a("kind", v.kind), a("region", v.region), a("check", v.check), a("endpoint", v.endpoint), a("service", v.service);
    a("breaker", v.breaker);
}
template<class A> void describe(A &a, AlertOpened &v)
{
    a("alert", v.alert), a("subject", v.subject), a("severity", v.severity), a("regionState", v.regionState);
    a("cause", v.cause), a("since", v.since);
}
template<class A> void describe(A &a, AlertSeverityChanged &v)
{
    a("alert", v.alert), a("from", v.from), a("to", v.to), a("regionState", v.regionState);
    a("unacknowledged", v.unacknowledged);
}
template<class A> void describe(A &a, AlertAcknowledged &v) { a("alert", v.alert), a("by", v.by), a("note", v.note); }
template<class A> void describe(A &a, AlertResolved &v) { a("alert", v.alert); }
template<class A> void describe(A &a, NoticeFor &v) { a("alert", v.alert), a("severity", v.severity); }
template<class A> void describe(A &a, NoticeSent &v)
{
    a("channel", v.channel), a("alerts", v.alerts), a("outcome", v.outcome), a("detail", v.detail);
    a("attempt", v.attempt);
}

} // namespace siaga
