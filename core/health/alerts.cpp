// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/alerts.h"

#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/resilience_events.h"
#include "core/health/checks.h"
#include "core/health/testimony.h"

#include <algorithm>
#include <set>

namespace siaga::health {

namespace {

const Alert *openAlert(const State &state, const AlertSubject &subject)
{
    const auto found = std::ranges::find_if(state.open, [&](const auto &entry) { return entry.second.subject == subject; });
    return found == state.open.end() ? nullptr : &found->second;
}

Outputs resolve(const State &state, const AlertSubject &subject)
{
    const Alert *alert = openAlert(state, subject);
    return alert ? Outputs{Event(AlertResolved{alert->id})} : Outputs{};
}

/// Opens an alert unless one is open.
Outputs open(const State &state, const Recorded &cause, const AlertSubject &subject, Severity severity, Instant since)
{
    if (openAlert(state, subject))
        return {};
    return {Event(AlertOpened{.alert = state.lastAlert.next(), .subject = subject, .severity = severity, .cause = cause.seq,
                              .since = since})};
}

/// Found by the check alone, so that no pass costs a search through the fleet.
Outputs resolveCheck(const State &state, const CheckId &check)
{
    for (const auto &[id, alert] : state.open)
        if (alert.subject.kind == AlertSubject::Kind::check && alert.subject.check == check)
            return {Event(AlertResolved{id})};
    return {};
}

Outputs afterCheck(const State &state, const Recorded &cause, const CheckTurned &turned, const Context &context)
{
    if (turned.to == CheckState::up)
        return resolveCheck(state, turned.check);
    const Check *check = turned.to == CheckState::down ? context.fleet.check(turned.check) : nullptr;
    if (!check)
        return {};
    const AlertSubject subject{.kind = AlertSubject::Kind::check, .region = check->region, .check = check->id,
                               .service = check->service};
    return open(state, cause, subject, check->severity, failingSince(state, *check, context));
}

Outputs afterEdge(const State &state, const Recorded &cause, const EdgeTurned &turned, const Context &context)
{
    const AlertSubject subject{.kind = AlertSubject::Kind::edge, .endpoint = turned.endpoint};
    if (turned.to == EdgeState::reachable)
        return resolve(state, subject);
    if (turned.to == EdgeState::unknown || !context.fleet.endpoint(turned.endpoint))
        return {};
    const std::deque<EdgeSeen> &looks = context.seen.looks(turned.endpoint);
    Instant since = cause.at;
    for (auto look = looks.rbegin(); look != looks.rend() && !look->reached; ++look)
        since = look->began;
    return open(state, cause, subject, Severity::warning, since);
}

Outputs afterOwnLink(const State &state, const Recorded &cause, const OwnLinkTurned &turned)
{
    const AlertSubject subject{.kind = AlertSubject::Kind::ownLink};
    return turned.trusted ? resolve(state, subject) : open(state, cause, subject, Severity::critical, cause.at);
}

const Alert *breakerAlert(const State &state, const BreakerId &breaker)
{
    const auto found = std::ranges::find_if(state.open, [&](const auto &entry) {
        return entry.second.subject.kind == AlertSubject::Kind::breaker && entry.second.subject.breaker == breaker;
    });
    return found == state.open.end() ? nullptr : &found->second;
}

Outputs resolveBreaker(const State &state, const BreakerId &breaker)
{
    const Alert *alert = breakerAlert(state, breaker);
    return alert ? Outputs{Event(AlertResolved{alert->id})} : Outputs{};
}

/// Our own breakers have no alert: the edge or check behind them has. Half-open and ramping it is not yet well, and what
/// people hold they know of.
Outputs afterBreaker(const State &state, const Recorded &cause, const BreakerTurned &turned)
{
    if (turned.kind == BreakerKind::own)
        return {};
    if (turned.to == BreakerState::closed)
        return resolveBreaker(state, turned.breaker);
    const bool isRegistered = turned.kind == BreakerKind::registered;
    const bool isDegraded = isRegistered && turned.to == BreakerState::degraded;
    if (turned.to != BreakerState::open && !isDegraded)
        return {};
    const Severity severity = isRegistered && !isDegraded ? turned.severity : Severity::warning;
    const Alert *alert = breakerAlert(state, turned.breaker);
    if (alert && severity <= alert->severity)
        return {};
    if (alert)
        return {Event(AlertSeverityChanged{.alert = alert->id, .from = alert->severity, .to = severity})};
    const AlertSubject subject{.kind = AlertSubject::Kind::breaker, .region = turned.region, .service = turned.service,
                               .breaker = turned.breaker};
    return open(state, cause, subject, severity, cause.at);
}

template<class Drift>
AlertSubject subjectOf(const Drift &drift)
{
    return {.kind = AlertSubject::Kind::drift, .region = drift.region, .endpoint = drift.endpoint, .service = drift.service};
}

Severity severityOf(const RegionTurned &turned, const HealthPolicy &policy)
{
    const RegionEvidence &evidence = turned.evidence;
    const bool most = evidence.checksDown > evidence.checksUp;
    const bool bad = turned.to == RegionState::degraded && (most || evidence.failed >= policy.errorShareCritical);
    return turned.to == RegionState::down || bad ? Severity::critical : Severity::warning;
}

/// A region fails whole since the last of its checks fails, in part since the first.
Instant failingSince(const State &state, const RegionTurned &turned, const Recorded &cause, const Context &context)
{
    std::optional<Instant> first;
    std::optional<Instant> last;
    for (const Check &check : context.fleet.checks) {
        const auto known = check.region == turned.region ? state.checks.find(check.id) : state.checks.end();
        if (known == state.checks.end() || known->second.state != CheckState::down)
            continue;
        const Instant since = failingSince(state, check, context);
        first = std::min(first.value_or(since), since);
        last = std::max(last.value_or(since), since);
    }
    return (turned.to == RegionState::degraded ? first : last).value_or(cause.at);
}

Outputs openForRegion(const State &state, const Recorded &cause, const RegionTurned &turned, const AlertSubject &subject,
                      const Context &context)
{
    if (turned.from == RegionState::unknown && turned.to == RegionState::unknown)
        return {};
    // A region that only edges watch falls silent whenever it has no traffic, and that is no alarm.
    if (turned.to == RegionState::unknown && turned.evidence.checksUnknown == 0)
        return {};
    return {Event(AlertOpened{.alert = state.lastAlert.next(), .subject = subject,
                              .severity = severityOf(turned, context.fleet.policies.health), .regionState = turned.to,
                              .cause = cause.seq, .since = failingSince(state, turned, cause, context)})};
}

/// Only a person who took the alert lets its severity sink.
Outputs changeForRegion(const Alert &alert, const RegionTurned &turned, const HealthPolicy &policy)
{
    Severity to = turned.to == RegionState::unknown ? alert.severity : severityOf(turned, policy);
    if (alert.acknowledgedBy.empty())
        to = std::max(to, alert.severity);
    if (to == alert.severity && turned.to == alert.regionState)
        return {};
    return {Event(AlertSeverityChanged{.alert = alert.id, .from = alert.severity, .to = to, .regionState = turned.to})};
}

Outputs afterRegion(const State &state, const Recorded &cause, const RegionTurned &turned, const Context &context)
{
    const AlertSubject subject{.kind = AlertSubject::Kind::region, .region = turned.region};
    if (turned.to == RegionState::healthy)
        return resolve(state, subject);
    if (!context.fleet.region(turned.region))
        return {};
    const Alert *alert = openAlert(state, subject);
    return alert ? changeForRegion(*alert, turned, context.fleet.policies.health)
                 : openForRegion(state, cause, turned, subject, context);
}

Outputs answer(const State &state, const Recorded &recorded, const AcknowledgeRequested &asked)
{
    if (state.open.contains(asked.alert))
        return {Event(AlertAcknowledged{asked.alert, recorded.actor.name, asked.note}), Event(RequestGranted{.id = asked.id})};
    const bool over = std::ranges::find(state.resolved, asked.alert, &Alert::id) != state.resolved.end();
    const Reason reason = over ? Reason(NotInThatState{"resolved"})
                               : Reason(NotInFleet{"alert " + std::to_string(asked.alert.value())});
    return {Event(RequestRefused{asked.id, {reason}})};
}

} // namespace

Outputs alertsAfter(const State &state, const Recorded &recorded, const Context &context)
{
    if (const auto *check = recorded.event.as<CheckTurned>())
        return afterCheck(state, recorded, *check, context);
    if (const auto *edge = recorded.event.as<EdgeTurned>())
        return afterEdge(state, recorded, *edge, context);
    if (const auto *link = recorded.event.as<OwnLinkTurned>())
        return afterOwnLink(state, recorded, *link);
    if (const auto *region = recorded.event.as<RegionTurned>())
        return afterRegion(state, recorded, *region, context);
    if (const auto *drift = recorded.event.as<Drifted>())
        return open(state, recorded, subjectOf(*drift), Severity::warning, recorded.at);
    if (const auto *over = recorded.event.as<DriftEnded>())
        return resolve(state, subjectOf(*over));
    if (const auto *breaker = recorded.event.as<BreakerTurned>())
        return afterBreaker(state, recorded, *breaker);
    if (const auto *gone = recorded.event.as<BreakerGone>())
        return resolveBreaker(state, gone->breaker);
    if (const auto *asked = recorded.event.as<AcknowledgeRequested>())
        return answer(state, recorded, *asked);
    return {};
}

Outputs escalations(const State &state, const Context &context)
{
    Outputs outputs;
    for (const auto &[id, alert] : state.open) {
        const HealthPolicy &policy = context.fleet.policies.health;
        if (context.now - alert.raised < policy.emergencyAfter) // The quick question first.
            continue;
        const auto at = escalatesAt(state, alert, policy);
        if (!at || *at > context.now)
            continue;
        outputs.push_back(Event(AlertSeverityChanged{.alert = id, .from = alert.severity, .to = Severity::emergency,
                                                     .regionState = alert.regionState, .unacknowledged = true}));
    }
    return outputs;
}

Outputs alertsWithoutSubject(const State &state, const Fleet &fleet)
{
    std::set<CheckId> checks;
    for (const Check &check : fleet.checks)
        checks.insert(check.id);
    const auto named = [&](const AlertSubject &subject) {
        return (subject.region.empty() || fleet.region(subject.region))
            && (subject.check.empty() || checks.contains(subject.check))
            && (subject.endpoint.empty() || fleet.endpoint(subject.endpoint))
            && (subject.service.empty() || fleet.service(subject.service))
            && (subject.breaker.empty() || subject.service.empty() || fleet.breaker(subject.breaker));
    };
    Outputs outputs;
    for (const auto &[id, alert] : state.open)
        if (!named(alert.subject))
            outputs.push_back(Event(AlertResolved{id}));
    return outputs;
}

} // namespace siaga::health
