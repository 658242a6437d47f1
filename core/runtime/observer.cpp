// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/observer.h"

#include <algorithm>
#include <set>
#include <utility>

namespace siaga {

namespace {

/// FNV-1a: spreads names evenly, and the same on every machine.
std::uint64_t spread(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

Duration firstDelay(std::string_view name, Duration interval)
{
    const Duration most = std::min<Duration>(interval, std::chrono::seconds(10));
    return Duration(static_cast<std::int64_t>(spread(name) % static_cast<std::uint64_t>(std::max<std::int64_t>(most.count(), 1))));
}

/// The series on this page that the fleet's breakers are judged by.
std::vector<std::string> wantedSeries(const MetricsId &source, const Fleet &fleet)
{
    std::set<std::string> wanted;
    for (const RegisteredBreaker &breaker : fleet.breakers)
        if (breaker.signal == BreakerSignal::metric && breaker.source == source)
            wanted.insert({breaker.totalSeries, breaker.failedSeries});
    return {wanted.begin(), wanted.end()};
}

} // namespace

void Observer::watch(const Fleet &fleet, Instant now)
{
    std::map<Subject, Duration> wanted;
    for (const Check &check : fleet.checks)
        wanted[check.id] = check.interval;
    for (const Canary &canary : fleet.canaries)
        wanted[canary.id] = canary.interval;
    for (const Endpoint &endpoint : fleet.endpoints)
        wanted[endpoint.id] = endpoint.pollInterval;
    for (const MetricsSource &source : fleet.metrics)
        wanted[source.id] = source.interval;

    std::erase_if(m_watched, [&](const auto &entry) { return !wanted.contains(entry.first); });
    std::erase_if(m_queue, [&](const auto &entry) { return !wanted.contains(entry.second); });
    for (const auto &[subject, interval] : wanted) {
        Watched &watched = m_watched[subject];
        const bool isNew = watched.interval == Duration::zero();
        watched.interval = interval;
        if (isNew) {
            const std::string name = std::visit([](const auto &id) { return id.text(); }, subject);
            schedule(subject, watched, now + firstDelay(name, interval));
        }
    }
}

void Observer::schedule(const Subject &subject, Watched &watched, Instant due)
{
    m_queue.erase({watched.due, subject});
    watched.due = due;
    m_queue.insert({due, subject});
}

void Observer::wish(const Look &look, Instant now)
{
    const Subject subject = std::visit([](const auto &id) { return Subject(id); }, look.subject);
    const auto found = m_watched.find(subject);
    if (found == m_watched.end())
        return;
    Watched &watched = found->second;
    const Instant wanted = std::max(look.notBefore, now);
    const Lane lane = look.verifying ? Lane::rescue : Lane::recheck;
    if (watched.underWay) {
        watched.wishedLane = watched.wished ? std::max(watched.wishedLane, lane) : lane;
        watched.wished = std::min(watched.wished.value_or(wanted), wanted);
        if (lane == Lane::rescue && watched.laneUnderWay != Lane::rescue && wanted <= now && watched.driver)
            watched.driver->cancel(watched.call); // It may hang; whoever verifies does not wait for it.
    } else if (wanted < watched.due) {
        watched.lane = std::max(watched.lane, lane); // A look that somebody waits for is not made less urgent.
        schedule(subject, watched, wanted);
    } else if (look.verifying) {
        watched.lane = lane;
    }
}

void Observer::start(const Fleet &fleet, Instant now, CallId &nextId)
{
    while (!m_queue.empty() && m_queue.begin()->first <= now) {
        const Subject subject = m_queue.begin()->second;
        m_queue.erase(m_queue.begin());
        Watched &watched = m_watched[subject];
        watched.underWay = true;
        watched.laneUnderWay = std::exchange(watched.lane, Lane::round);
        const CallId id = nextId;
        nextId = nextId.next();
        m_started[id] = subject;
        launch(subject, watched, fleet, id);
    }
}

void Observer::launch(const Subject &subject, Watched &watched, const Fleet &fleet, CallId id)
{
    Call call{.id = id, .what = ProbeCheck{}, .lane = watched.laneUnderWay};
    Driver *driver = m_ports.prober;
    if (const auto *check = std::get_if<CheckId>(&subject)) {
        call.what = ProbeCheck{*fleet.check(*check)};
        call.deadline = fleet.check(*check)->timeout;
    } else if (const auto *endpoint = std::get_if<EndpointId>(&subject)) {
        const Endpoint &known = *fleet.endpoint(*endpoint);
        call.what = LookAtEdge{known};
        call.deadline = std::min<Duration>(fleet.policies.plans.callDeadline, std::max<Duration>(known.pollInterval, std::chrono::seconds(1)));
        driver = m_ports.traffic(known);
    } else if (const auto *metrics = std::get_if<MetricsId>(&subject)) {
        const MetricsSource &source = *fleet.metricsSource(*metrics);
        call.what = ReadMetrics{source, wantedSeries(source.id, fleet)};
        call.deadline = source.timeout;
        driver = m_ports.metrics;
    } else {
        const auto canary = std::ranges::find(fleet.canaries, std::get<CanaryId>(subject), &Canary::id);
        call.what = ProbeCanary{*canary};
        call.deadline = canary->timeout;
    }
    watched.call = id;
    watched.driver = driver;
    if (driver)
        driver->start(call);
}

bool Observer::ended(CallId id, Instant now)
{
    const auto started = m_started.find(id);
    if (started == m_started.end())
        return false;
    const auto found = m_watched.find(started->second);
    if (found != m_watched.end()) {
        Watched &watched = found->second;
        watched.underWay = false;
        // The rhythm stays that of the rounds, however long a look took; missed rounds are not made up for.
        const Instant round = std::max(watched.due + watched.interval, now);
        const Instant wished = watched.wished ? std::max(*watched.wished, now) : round;
        watched.lane = wished < round ? watched.wishedLane : Lane::round;
        schedule(started->second, watched, std::min(round, wished));
        watched.wished.reset();
    }
    m_started.erase(started);
    return true;
}

std::optional<Instant> Observer::nextDue() const
{
    return m_queue.empty() ? std::nullopt : std::optional(m_queue.begin()->first);
}

} // namespace siaga
