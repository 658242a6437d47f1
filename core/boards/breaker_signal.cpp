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
    for (const Added &one : added)
        if (one.at > since)
            calls += one.calls, failures += one.failures;
    figures.calls = static_cast<int>(std::min(calls, 1e9));
    figures.failures = static_cast<int>(std::min(failures, calls));
}

void draw(const std::vector<Added> &added, std::vector<double> &trend)
{
    for (const Added &one : added)
        trend.push_back(one.calls > 0 ? std::clamp(one.failures / one.calls, 0.0, 1.0) : -1);
}

void readCheck(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, SignalSeen &signal)
{
    const auto fails = [&breaker](const ProbeResult &result) {
        return result.outcome != ProbeOutcome::passed || result.took > breaker.timeout;
    };
    std::vector<bool> failed;
    for (const ProbeResult &result : seen.probes(breaker.check)) {
        if (result.outcome == ProbeOutcome::notRun)
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
std::vector<Added> addedAt(const Endpoint &edge, const RegisteredBreaker &breaker, const Seen &seen)
{
    std::vector<Added> added;
    const EdgeSeen *last = nullptr;
    const ServerSeen *before = nullptr;
    for (const EdgeSeen &look : seen.looks(edge.id)) {
        const auto server = look.servers.find({breaker.service, breaker.region});
        if (!look.reached || server == look.servers.end())
            continue;
        const ServerSeen &after = server->second;
        if (before && look.uptime >= last->uptime && after.requests >= before->requests
            && after.failures >= before->failures)
            added.push_back({look.ended, static_cast<double>(after.requests - before->requests),
                static_cast<double>(after.failures - before->failures)});
        last = &look;
        before = &after;
    }
    return added;
}

void readEdges(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, SignalSeen &signal)
{
    std::vector<Added> all;
    for (const Endpoint &edge : fleet.endpoints) {
        if (!edge.backend(breaker.service))
            continue;
        for (const EdgeSeen &look : seen.looks(edge.id))
            if (look.reached) {
                signal.newest = std::max(signal.newest.value_or(look.ended), look.ended);
                signal.fresh = signal.fresh || now - look.ended <= staleAfter(edge);
            }
        const std::vector<Added> added = addedAt(edge, breaker, seen);
        // Edges are read in one rhythm: their newest readings stand beside each other.
        for (std::size_t i = 0; i < added.size(); ++i) {
            if (i == all.size())
                all.insert(all.begin(), added[added.size() - 1 - i]);
            else {
                Added &sumOfAll = all[all.size() - 1 - i];
                sumOfAll.calls += added[added.size() - 1 - i].calls;
                sumOfAll.failures += added[added.size() - 1 - i].failures;
                sumOfAll.at = std::max(sumOfAll.at, added[added.size() - 1 - i].at);
            }
        }
    }
    sum(all, now - breaker.window, signal.figures);
    draw(all, signal.trend);
}

void readPage(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now, SignalSeen &signal)
{
    std::vector<Added> all;
    std::optional<std::pair<double, double>> before;
    for (const MetricsSeen &page : seen.pages(breaker.source)) {
        if (!page.reached)
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
            return edge.backend(breaker.service) && seen.edge(edge.id, now, staleAfter(edge));
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

SignalSeen signalOf(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now)
{
    SignalSeen signal;
    if (breaker.signal == BreakerSignal::check)
        readCheck(breaker, fleet, seen, now, signal);
    else if (breaker.signal == BreakerSignal::edge)
        readEdges(breaker, fleet, seen, now, signal);
    else
        readPage(breaker, fleet, seen, now, signal);
    return signal;
}

} // namespace siaga::projection
