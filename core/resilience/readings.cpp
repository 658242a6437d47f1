// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/readings.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace siaga::resilience {

namespace {

/// Counters at one moment; nullopt where they could not be read.
struct Counters
{
    double calls = 0;
    double failures = 0;
};

/// One look, of an edge or at a page.
struct Point
{
    Instant began;
    Instant ended;
    std::optional<Counters> counters;
    Duration uptime{}; ///< A shorter one than before: it counts anew.
};

int toCount(double value)
{
    return static_cast<int>(std::min(std::round(value), double(std::numeric_limits<int>::max() / 1024)));
}

/// The differences between looks that follow each other closely and count on.
std::vector<Reading> differences(const std::vector<Point> &points, Duration gapMax)
{
    std::vector<Reading> readings;
    const Point *before = nullptr;
    for (const Point &point : points) {
        if (!point.counters)
            continue;
        const bool countsOn = before && point.uptime >= before->uptime && point.counters->calls >= before->counters->calls
            && point.counters->failures >= before->counters->failures;
        if (countsOn && point.began - before->ended <= gapMax) {
            const int calls = toCount(point.counters->calls - before->counters->calls);
            const int failures = toCount(point.counters->failures - before->counters->failures);
            // A retry may be counted as one more failure of the same call.
            readings.push_back({before->ended, point.ended, calls, std::min(calls, failures)});
        }
        before = &point;
    }
    return readings;
}

Track resultsOf(const RegisteredBreaker &breaker, Instant notBefore, const Context &context)
{
    Track track{.who = ownVantage};
    for (const ProbeResult &result : context.seen.probes(breaker.check)) {
        if (result.began < notBefore || result.outcome == ProbeOutcome::notRun)
            continue;
        const bool failed = result.outcome != ProbeOutcome::passed || result.took > breaker.timeout;
        track.readings.push_back({result.began, result.ended, 1, failed ? 1 : 0});
    }
    return track;
}

Track countersOf(const Endpoint &edge, const RegisteredBreaker &breaker, Instant notBefore, const Context &context)
{
    std::vector<Point> points;
    for (const EdgeSeen &look : context.seen.looks(edge.id)) {
        const auto server = look.servers.find({breaker.service, breaker.region});
        if (look.began < notBefore || !look.reached)
            continue;
        Point point{.began = look.began, .ended = look.ended, .uptime = look.uptime};
        if (server != look.servers.end())
            point.counters = Counters{static_cast<double>(server->second.requests), static_cast<double>(server->second.failures)};
        points.push_back(point);
    }
    return {VantageId(edge.id.text()), differences(points, staleAfter(edge))};
}

std::optional<double> valueOf(const MetricsSeen &page, const std::string &series)
{
    const auto found = page.values.find(series);
    const bool known = found != page.values.end() && std::isfinite(found->second) && found->second >= 0;
    return known ? std::optional(found->second) : std::nullopt;
}

Track seriesOf(const MetricsSource &source, const RegisteredBreaker &breaker, Instant notBefore, const Context &context)
{
    std::vector<Point> points;
    bool failedKnown = false;
    for (const MetricsSeen &page : context.seen.pages(source.id)) {
        if (page.began < notBefore || !page.reached)
            continue;
        Point point{.began = page.began, .ended = page.ended};
        const auto calls = valueOf(page, breaker.totalSeries);
        const auto failures = valueOf(page, breaker.failedSeries);
        failedKnown |= failures.has_value();
        // Many programs show a counter of failures only after the first one; one that was there and vanished is unknown.
        if (calls && (failures || (!failedKnown && !page.values.contains(breaker.failedSeries))))
            point.counters = Counters{*calls, failures.value_or(0)};
        points.push_back(point);
    }
    return {VantageId(source.id.text()), differences(points, staleAfter(source))};
}

bool counts(const Endpoint &endpoint, const RegisteredBreaker &breaker)
{
    const Endpoint::Backend *backend = endpoint.backend(breaker.service);
    return backend && backend->servers.contains(breaker.region);
}

Instant believedSince(const RegisteredBreaker &breaker, const State &state)
{
    Instant since = std::max(state.opened, state.adopted);
    if (const auto reset = state.reset.find(breaker.id); reset != state.reset.end())
        since = std::max(since, reset->second);
    // An edge counts by itself; what we ask over our own link is only as good as the link.
    if (breaker.signal != BreakerSignal::edge)
        since = std::max(since, state.linkTrusted ? state.linkSince : Instant::max());
    return since;
}

} // namespace

std::vector<Reading> Readings::merged() const
{
    std::vector<Reading> all;
    for (const Track &track : tracks)
        all.insert(all.end(), track.readings.begin(), track.readings.end());
    std::ranges::stable_sort(all, {}, &Reading::ended);
    return all;
}

Readings readingsOf(const RegisteredBreaker &breaker, const State &state, const Context &context)
{
    const Instant since = believedSince(breaker, state);
    Readings all{.tracks = {}, .slice = std::chrono::seconds(1), .gapMax = Duration::max()};
    switch (breaker.signal) {
    case BreakerSignal::check:
        if (const Check *check = context.fleet.check(breaker.check)) {
            all.slice = check->interval;
            all.gapMax = staleAfter(*check);
        }
        all.tracks.push_back(resultsOf(breaker, since, context));
        break;
    case BreakerSignal::edge:
        for (const Endpoint &endpoint : context.fleet.endpoints) {
            if (!counts(endpoint, breaker))
                continue;
            all.slice = std::max(all.slice, endpoint.pollInterval);
            all.tracks.push_back(countersOf(endpoint, breaker, since, context));
        }
        break;
    case BreakerSignal::metric:
        if (const MetricsSource *source = context.fleet.metricsSource(breaker.source)) {
            all.slice = source->interval;
            all.tracks.push_back(seriesOf(*source, breaker, since, context));
        }
        break;
    }
    return all;
}

bool isHeardBy(const RegisteredBreaker &breaker, const Observation &observation)
{
    if (const auto *check = std::get_if<CheckSeen>(&observation))
        return breaker.signal == BreakerSignal::check && breaker.check == check->check;
    if (const auto *edge = std::get_if<EdgeSeen>(&observation))
        return breaker.signal == BreakerSignal::edge && edge->servers.contains({breaker.service, breaker.region});
    const auto *page = std::get_if<MetricsSeen>(&observation);
    return page && breaker.signal == BreakerSignal::metric && breaker.source == page->source && page->reached;
}

std::vector<Look> looksAt(const RegisteredBreaker &breaker, Instant notBefore, const Fleet &fleet)
{
    if (breaker.signal == BreakerSignal::check)
        return {Look{breaker.check, notBefore}};
    if (breaker.signal == BreakerSignal::metric)
        return {Look{breaker.source, notBefore}};
    std::vector<Look> looks;
    for (const Endpoint &endpoint : fleet.endpoints)
        if (counts(endpoint, breaker))
            looks.push_back(Look{endpoint.id, notBefore});
    return looks;
}

} // namespace siaga::resilience
