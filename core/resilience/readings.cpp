// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/readings.h"

#include <algorithm>

namespace siaga::resilience {

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
    Readings all{.tracks = tracksOf(breaker, context.fleet, context.seen, countedSince(state, breaker)),
                 .slice = std::chrono::seconds(1),
                 .gapMax = Duration::max()};
    switch (breaker.signal) {
    case BreakerSignal::check:
        if (const Check *check = context.fleet.check(breaker.check)) {
            all.slice = check->interval;
            all.gapMax = staleAfter(*check);
        }
        break;
    case BreakerSignal::edge:
        for (const Endpoint &edge : context.fleet.endpoints)
            if (countsFor(edge, breaker))
                all.slice = std::max(all.slice, edge.pollInterval);
        break;
    case BreakerSignal::metric:
        if (const MetricsSource *source = context.fleet.metricsSource(breaker.source))
            all.slice = source->interval;
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
        if (countsFor(endpoint, breaker))
            looks.push_back(Look{endpoint.id, notBefore});
    return looks;
}

} // namespace siaga::resilience
