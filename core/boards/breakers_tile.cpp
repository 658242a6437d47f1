// SPDX-License-Identifier: GPL-3.0-or-later
// All breakers in one tile: how many are open, degraded or held, of how many.
#include "core/boards/breakers_tile.h"
#include "core/boards/protecting.h"
#include "core/seen/breaker_tracks.h"

#include <algorithm>

namespace siaga::projection {

namespace {

/// What other programs publish, in the newest look at each page and edge.
std::size_t foreignOnes(const Fleet &fleet, const Seen &seen)
{
    std::size_t count = 0;
    for (const MetricsSource &source : fleet.metrics)
        if (const auto &pages = seen.pages(source.id); !pages.empty())
            count += pages.back().breakers.size();
    for (const Endpoint &edge : fleet.endpoints)
        if (const auto &looks = seen.looks(edge.id); !looks.empty())
            count += looks.back().servers.size();
    return count;
}

void count(BreakersTile &tile, BreakerState state, Standing standing)
{
    tile.open += state == BreakerState::open;
    tile.degraded += state == BreakerState::degraded;
    tile.recovering += state == BreakerState::halfOpen || state == BreakerState::ramping;
    tile.held += state == BreakerState::forcedOpen || state == BreakerState::disabled;
    tile.unknown += standing == Standing::unknown;
    tile.worst = std::max(tile.worst, standing);
}

} // namespace

BreakersTile breakersTile(const BreakersInput &input)
{
    BreakersTile tile{.worst = Standing::healthy};
    std::map<BreakerId, const health::Alert *> alerts;
    for (const auto &[id, alert] : input.health.open)
        if (alert.subject.kind == AlertSubject::Kind::breaker)
            alerts[alert.subject.breaker] = &alert;
    const auto add = [&](const BreakerId &id, BreakerState own, bool fresh) {
        const auto alert = alerts.find(id);
        const BreakerState state = shownState(input.resilience, id, own);
        const Standing standing
            = standingOf(state, openStanding(input.fleet, id, alert == alerts.end() ? nullptr : alert->second));
        count(tile, state, standing == Standing::healthy && !fresh ? Standing::unknown : standing);
    };
    const auto &known = input.resilience.breakers;
    for (const RegisteredBreaker &breaker : input.fleet.breakers) {
        const auto memory = known.find(breaker.id);
        add(breaker.id, memory == known.end() ? BreakerState::closed : memory->second.state,
            input.past || sightOf(breaker, input.fleet, input.seen, input.now).fresh);
    }
    for (const auto &[id, memory] : known)
        if (memory.kind != BreakerKind::registered)
            add(id, memory.state, true);
    for (const auto &[id, held] : input.resilience.held)
        if (!known.contains(id) && !input.fleet.breaker(id))
            add(id, BreakerState::closed, true);
    tile.all = static_cast<int>(
        input.fleet.breakers.size() + input.ownTargets + foreignOnes(input.fleet, input.seen));
    tile.registered = static_cast<int>(input.fleet.breakers.size());
    return tile;
}

} // namespace siaga::projection
