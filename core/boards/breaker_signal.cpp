// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/breaker_signal.h"

#include <algorithm>
#include <map>

namespace siaga::projection {

namespace {

constexpr std::size_t resultsInAPoint = 5; // One result is all or nothing; a few in a row make a share.

/// Calls and failures that a pair of neighbouring counter readings adds.
struct Added
{
    Instant at;
    double calls = 0;
    double failures = 0;
};

void sum(const std::vector<Added> &added, Instant since, BreakerFigures &figures)
{
    double calls = 0;
    double failures = 0;
    for (const Added &one : added) {
        if (one.at <= since)
            continue;
        calls += one.calls;
        failures += std::min(one.calls, one.failures); // A retry may be counted as one more failure of the same call.
    }
    figures.calls = static_cast<int>(std::min(calls, 1e9));
    figures.failures = static_cast<int>(std::min(failures, calls));
}

void draw(const std::vector<Added> &added, std::vector<double> &trend)
{
    for (const Added &one : added)
        trend.push_back(one.calls > 0 ? std::clamp(one.failures / one.calls, 0.0, 1.0) : -1);
}

void readCheck(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, Instant since,
    SignalSeen &signal)
{
    const auto fails = [&breaker](const ProbeResult &result) {
        return result.outcome != ProbeOutcome::passed || result.took > breaker.timeout;
    };
    std::vector<bool> failed;
    for (const ProbeResult &result : seen.probes(breaker.check)) {
        if (result.outcome == ProbeOutcome::notRun || result.began < since)
            continue; // It was not even tried, and says nothing of the target.
        signal.newest = result.ended;
        failed.push_back(fails(result));
        signal.figures.inARow = failed.back() ? signal.figures.inARow + 1 : 0;
        if (result.ended > now - breaker.window) {
            ++signal.figures.calls;
            signal.figures.failures += failed.back();
        }
    }
    for (std::size_t i = resultsInAPoint; i <= failed.size(); ++i) {
        const auto from = failed.begin() + static_cast<std::ptrdiff_t>(i - resultsInAPoint);
        const auto count = std::count(from, from + resultsInAPoint, true);
        signal.trend.push_back(static_cast<double>(count) / resultsInAPoint);
    }
    const Check *check = fleet.check(breaker.check);
    signal.fresh = check && signal.newest && now - *signal.newest <= staleAfter(*check);
}

/// What one edge counted of the service in the region between its looks; a restart in between adds nothing.
std::vector<Added> addedAt(const Endpoint &edge, const RegisteredBreaker &breaker, const Seen &seen, Instant since)
{
    std::vector<Added> added;
    const EdgeSeen *last = nullptr;
    const ServerSeen *before = nullptr;
    for (const EdgeSeen &look : seen.looks(edge.id)) {
        const auto server = look.servers.find({breaker.service, breaker.region});
        if (!look.reached || look.began < since || server == look.servers.end())
            continue;
        const ServerSeen &after = server->second;
        const bool countsOn = before && look.uptime >= last->uptime && after.requests >= before->requests
            && after.failures >= before->failures;
        if (countsOn && look.began - last->ended <= staleAfter(edge))
            added.push_back({look.ended, static_cast<double>(after.requests - before->requests),
                static_cast<double>(after.failures - before->failures)});
        last = &look;
        before = &after;
    }
    return added;
}

bool countsFor(const Endpoint &edge, const RegisteredBreaker &breaker)
{
    const Endpoint::Backend *backend = edge.backend(breaker.service);
    return backend && backend->servers.contains(breaker.region);
}

/// Edges are read in one rhythm: their newest readings stand beside each other.
void addFromTheEnd(const std::vector<Added> &added, std::vector<Added> &all)
{
    for (std::size_t i = 0; i < added.size(); ++i) {
        const Added &one = added[added.size() - 1 - i];
        if (i == all.size()) {
            all.insert(all.begin(), one);
            continue;
        }
        Added &sum = all[all.size() - 1 - i];
        sum.calls += one.calls;
        sum.failures += one.failures;
        sum.at = std::max(sum.at, one.at);
    }
}

void readEdges(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, Instant since,
    SignalSeen &signal)
{
    std::vector<Added> all;
    for (const Endpoint &edge : fleet.endpoints) {
        if (!countsFor(edge, breaker))
            continue;
        for (const EdgeSeen &look : seen.looks(edge.id))
            if (look.reached) {
                signal.newest = std::max(signal.newest.value_or(look.ended), look.ended);
                signal.fresh = signal.fresh || now - look.ended <= staleAfter(edge);
            }
        addFromTheEnd(addedAt(edge, breaker, seen, since), all);
    }
    sum(all, now - breaker.window, signal.figures);
    draw(all, signal.trend);
}

void readPage(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, Instant since,
    SignalSeen &signal)
{
    std::vector<Added> all;
    std::optional<std::pair<double, double>> before;
    for (const MetricsSeen &page : seen.pages(breaker.source)) {
        if (!page.reached || page.began < since)
            continue;
        signal.newest = page.ended;
        const auto total = page.values.find(breaker.totalSeries);
        const auto failed = page.values.find(breaker.failedSeries);
        if (total == page.values.end())
            continue;
        // A counter that nobody has raised yet is often left out of the page.
        const std::pair after{total->second, failed == page.values.end() ? 0 : failed->second};
        if (before && after.first >= before->first && after.second >= before->second)
            all.push_back({page.ended, after.first - before->first, after.second - before->second});
        before = after;
    }
    sum(all, now - breaker.window, signal.figures);
    draw(all, signal.trend);
    const MetricsSource *source = fleet.metricsSource(breaker.source);
    signal.fresh = source && signal.newest && now - *signal.newest <= staleAfter(*source);
}

} // namespace

bool isSignalFresh(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now)
{
    if (breaker.signal == BreakerSignal::edge)
        return std::ranges::any_of(fleet.endpoints, [&](const Endpoint &edge) {
            return countsFor(edge, breaker) && seen.edge(edge.id, now, staleAfter(edge));
        });
    if (breaker.signal == BreakerSignal::check) {
        const Check *check = fleet.check(breaker.check);
        const auto &probes = seen.probes(breaker.check);
        return check && std::any_of(probes.rbegin(), probes.rend(), [&](const ProbeResult &result) {
            return result.outcome != ProbeOutcome::notRun && now - result.ended <= staleAfter(*check);
        });
    }
    const MetricsSource *source = fleet.metricsSource(breaker.source);
    const auto &pages = seen.pages(breaker.source);
    return source && std::any_of(pages.rbegin(), pages.rend(), [&](const MetricsSeen &page) {
        return page.reached && now - page.ended <= staleAfter(*source);
    });
}

SignalSeen signalOf(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, Instant since)
{
    SignalSeen signal;
    if (breaker.signal == BreakerSignal::check)
        readCheck(breaker, fleet, seen, now, since, signal);
    else if (breaker.signal == BreakerSignal::edge)
        readEdges(breaker, fleet, seen, now, since, signal);
    else
        readPage(breaker, fleet, seen, now, since, signal);
    return signal;
}

} // namespace siaga::projection
