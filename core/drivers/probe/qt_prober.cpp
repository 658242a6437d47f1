// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/probe/qt_prober.h"

#include "core/base/check.h"
#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace siaga {
namespace {

// As ProbeResult::detail promises.
constexpr std::size_t detailMax = 200;

bool isProbe(const Call &call)
{
    return std::holds_alternative<ProbeCheck>(call.what) || std::holds_alternative<ProbeCanary>(call.what);
}

/// What is to be done, in the words of a check; a canary has the usual statuses and the system's authorities.
Check checkOf(const Call &call)
{
    if (const auto *probe = std::get_if<ProbeCheck>(&call.what))
        return probe->check;
    const Canary &canary = std::get<ProbeCanary>(call.what).canary;
    return Check{.kind = kindOfCanary(canary.target), .target = canary.target};
}

std::string lineOf(const Call &call)
{
    if (const auto *probe = std::get_if<ProbeCheck>(&call.what))
        return "check " + probe->check.id.text();
    return "canary " + std::get<ProbeCanary>(call.what).canary.id.text();
}

Observation observe(const Call &call, ProbeResult result)
{
    if (const auto *probe = std::get_if<ProbeCheck>(&call.what))
        return CheckSeen{probe->check.id, std::move(result)};
    return CanarySeen{std::get<ProbeCanary>(call.what).canary.id, std::move(result)};
}

} // namespace

QtProber::QtProber(CompletionSink sink, InstantSource now, Secrets *secrets, QObject *parent)
    : QObject(parent)
    , m_sink(std::move(sink))
    , m_now(std::move(now))
    , m_secrets(secrets)
    , m_authorities(this)
{
}

QtProber::~QtProber() = default;

void QtProber::start(const Call &call)
{
    SIAGA_CHECK(isProbe(call));
    SIAGA_CHECK(!m_probes.contains(call.id));
    Probe &probe = m_probes[call.id];
    probe = Probe{.call = call, .line = lineOf(call), .began = m_now(), .deadline = new QTimer(this)};
    probe.deadline->setSingleShot(true);
    probe.deadline->setTimerType(Qt::PreciseTimer);
    connect(probe.deadline, &QTimer::timeout, this, [this, id = call.id] { timeOut(id); });
    probe.deadline->start(std::chrono::ceil<std::chrono::milliseconds>(std::max(call.deadline, Duration::zero())));
    lineFor(call).push_back(call.id);
    QMetaObject::invokeMethod(this, &QtProber::beginWaiting, Qt::QueuedConnection);
}

void QtProber::cancel(CallId id)
{
    finish(id, {.detail = "cancelled"});
}

std::deque<CallId> &QtProber::lineFor(const Call &call)
{
    return call.lane == Lane::rescue ? m_rescues : m_waiting;
}

void QtProber::beginWaiting()
{
    beginFrom(m_rescues, inFlightMax + rescuesMax);
    beginFrom(m_waiting, inFlightMax);
}

void QtProber::beginFrom(std::deque<CallId> &waiting, std::size_t busyMax)
{
    std::deque<CallId> blocked;
    while (!waiting.empty() && m_busy.size() < busyMax) {
        const CallId id = waiting.front();
        waiting.pop_front();
        Probe &probe = m_probes.at(id);
        if (m_busy.contains(probe.line))
            blocked.push_back(id);
        else
            begin(probe);
    }
    waiting.insert(waiting.begin(), blocked.begin(), blocked.end());
}

void QtProber::begin(Probe &probe)
{
    const CallId id = probe.call.id;
    Check check = checkOf(probe.call);
    const Result<Target> target = parseTarget(check.kind, check.target);
    if (!target)
        return finish(id, {.detail = target.error().message});
    m_busy.insert(probe.line);
    probe.placed = m_now();
    probe.attempt = new Attempt({.target = *target,
                                 .check = std::move(check),
                                 .permit = probe.call.permit,
                                 .authorities = &m_authorities,
                                 .secrets = m_secrets},
                                [this, id](Attempt::Verdict verdict) { finish(id, std::move(verdict)); }, this);
    probe.attempt->begin();
}

void QtProber::timeOut(CallId id)
{
    const Probe &probe = m_probes.at(id);
    if (probe.attempt && probe.attempt->isAtHome())
        finish(id, {.detail = probe.attempt->phase()}); // That was our keychain, not its target.
    else if (probe.attempt && probe.placed - probe.began < probe.call.deadline / 2)
        finish(id, {.outcome = ProbeOutcome::timedOut, .detail = probe.attempt->phase()});
    else
        finish(id, {.detail = "no place became free in time"});
}

void QtProber::finish(CallId id, Attempt::Verdict verdict)
{
    auto node = m_probes.extract(id);
    if (node.empty())
        return;
    Probe &probe = node.mapped();
    std::erase(lineFor(probe.call), id);
    // Both may be calling us at this very moment.
    probe.deadline->stop();
    probe.deadline->deleteLater();
    if (probe.attempt) {
        m_busy.erase(probe.line);
        probe.attempt->stop();
        probe.attempt->deleteLater();
        QMetaObject::invokeMethod(this, &QtProber::beginWaiting, Qt::QueuedConnection);
    }
    ProbeResult result{.outcome = verdict.outcome,
                       .status = verdict.status,
                       .detail = plainText(verdict.detail, detailMax),
                       .began = probe.began,
                       .ended = m_now()};
    result.took = result.ended - result.began;
    m_sink({.id = id, .answer = observe(probe.call, std::move(result))});
}

} // namespace siaga
