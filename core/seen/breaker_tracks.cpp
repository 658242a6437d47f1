// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seen/breaker_tracks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace siaga {

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
std::vector<CallReading> differences(const std::vector<Point> &points, Duration gapMax)
{
    std::vector<CallReading> readings;
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

CallTrack resultsOf(const RegisteredBreaker &breaker, const Seen &seen, Instant since)
{
    CallTrack track{.who = ownVantage};
    for (const ProbeResult &result : seen.probes(breaker.check)) {
        if (result.began < since || result.outcome == ProbeOutcome::notRun)
            continue;
        const bool failed = result.outcome != ProbeOutcome::passed || result.took > breaker.timeout;
        track.readings.push_back({result.began, result.ended, 1, failed ? 1 : 0});
    }
    return track;
}

CallTrack countersOf(const Endpoint &edge, const RegisteredBreaker &breaker, const Seen &seen, Instant since)
{
    std::vector<Point> points;
    for (const EdgeSeen &look : seen.looks(edge.id)) {
        const auto server = look.servers.find({breaker.service, breaker.region});
        if (look.began < since || !look.reached)
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

CallTrack seriesOf(const MetricsSource &source, const RegisteredBreaker &breaker, const Seen &seen, Instant since)
{
    std::vector<Point> points;
    bool failedKnown = false;
    for (const MetricsSeen &page : seen.pages(source.id)) {
        if (page.began < since || !page.reached)
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

void see(SignalSight &sight, Instant ended, Duration staleAfter, Instant now)
{
    sight.newest = std::max(sight.newest.value_or(ended), ended);
    sight.fresh = sight.fresh || now - ended <= staleAfter;
}

} // namespace

bool countsFor(const Endpoint &edge, const RegisteredBreaker &breaker)
{
    const Endpoint::Backend *backend = edge.backend(breaker.service);
    return backend && backend->servers.contains(breaker.region);
}

std::vector<CallTrack> tracksOf(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant since)
{
    std::vector<CallTrack> tracks;
    switch (breaker.signal) {
    case BreakerSignal::check:
        tracks.push_back(resultsOf(breaker, seen, since));
        break;
    case BreakerSignal::edge:
        for (const Endpoint &edge : fleet.endpoints)
            if (countsFor(edge, breaker))
                tracks.push_back(countersOf(edge, breaker, seen, since));
        break;
    case BreakerSignal::metric:
        if (const MetricsSource *source = fleet.metricsSource(breaker.source))
            tracks.push_back(seriesOf(*source, breaker, seen, since));
        break;
    }
    return tracks;
}

SignalSight sightOf(const RegisteredBreaker &breaker, const Fleet &fleet, const Seen &seen, Instant now)
{
    SignalSight sight;
    const auto last = [](const auto &looks, const auto &tells) {
        const auto found = std::find_if(looks.rbegin(), looks.rend(), tells);
        return found == looks.rend() ? nullptr : &*found;
    };
    const auto isReached = [](const auto &look) { return look.reached; };
    switch (breaker.signal) {
    case BreakerSignal::check:
        if (const Check *check = fleet.check(breaker.check))
            if (const auto *result = last(seen.probes(check->id), [](const ProbeResult &one) { return one.outcome != ProbeOutcome::notRun; }))
                see(sight, result->ended, staleAfter(*check), now);
        break;
    case BreakerSignal::edge:
        for (const Endpoint &edge : fleet.endpoints)
            if (const auto *look = countsFor(edge, breaker) ? last(seen.looks(edge.id), isReached) : nullptr)
                see(sight, look->ended, staleAfter(edge), now);
        break;
    case BreakerSignal::metric:
        if (const MetricsSource *source = fleet.metricsSource(breaker.source))
            if (const auto *page = last(seen.pages(source->id), isReached))
                see(sight, page->ended, staleAfter(*source), now);
        break;
    }
    return sight;
}

} // namespace siaga
