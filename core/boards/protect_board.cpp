// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/protect_board.h"

#include "core/boards/breakers_tile.h"
#include "core/boards/protecting.h"
#include "core/seen/breaker_names.h"

#include <algorithm>

namespace siaga {

namespace {

using namespace projection;

/// A group out of many: everything is ranked, only what is listed becomes a card.
template<class Make>
void addGroup(ProtectBoard &board, BreakerGroup group, std::vector<Rank> ranks, const Make &make)
{
    if (ranks.empty())
        return;
    group.all = static_cast<int>(ranks.size());
    group.calm = static_cast<int>(
        std::ranges::count(ranks, Standing::healthy, [](const Rank &rank) { return rank.standing; }));
    const auto listed = static_cast<std::ptrdiff_t>(std::min(ranks.size(), cardsListedMax));
    std::ranges::partial_sort(ranks, ranks.begin() + listed, [](const Rank &a, const Rank &b) {
        return a.standing != b.standing ? a.standing > b.standing : a.id < b.id;
    });
    for (auto rank = ranks.begin(); rank != ranks.begin() + listed; ++rank)
        group.cards.push_back(make(*rank));
    board.groups.push_back(std::move(group));
}

void addRegistered(const ProtectInput &input, const BreakerIndex &index, ProtectBoard &board)
{
    for (const Service &service : input.fleet.services) {
        std::vector<BreakerCard> cards;
        std::vector<Rank> ranks;
        for (const RegisteredBreaker &breaker : input.fleet.breakers) {
            if (breaker.service != service.id)
                continue;
            cards.push_back(registeredCard(input, index, breaker));
            ranks.push_back({breaker.id, cards.back().state, cards.back().standing, ranks.size()});
        }
        addGroup(board, {.kind = BreakerGroupKind::registered, .name = service.id.text()}, std::move(ranks),
            [&cards](const Rank &rank) { return std::move(cards[rank.place]); });
    }
}

BreakerGroupKind kindOf(const BreakerId &own)
{
    return own.text().starts_with("edge:")     ? BreakerGroupKind::edges
        : own.text().starts_with("metrics:") ? BreakerGroupKind::metrics
                                               : BreakerGroupKind::probes;
}

void addOwn(const ProtectInput &input, const BreakerIndex &index, ProtectBoard &board)
{
    std::map<BreakerGroupKind, std::vector<Rank>> ranks;
    for (std::size_t i = 0; i < input.own.size(); ++i) {
        const TargetFigures &target = input.own[i];
        const BreakerState state = shownState(input.resilience, target.id, target.state);
        const bool unknown = state == BreakerState::closed && target.calls == 0;
        const Standing standing = unknown
            ? Standing::unknown
            : standingOf(state, openStanding(input.fleet, target.id, index.alert(target.id)));
        ranks[kindOf(target.id)].push_back({target.id, state, standing, i});
    }
    for (auto &[kind, ranked] : ranks)
        addGroup(board, {.kind = kind}, std::move(ranked),
            [&](const Rank &rank) { return ownCard(input, index, input.own[rank.place]); });
}

Rank rankOf(const ProtectInput &input, const BreakerIndex &index, BreakerId id, BreakerState told, bool fresh)
{
    Rank rank{.id = std::move(id)};
    rank.state = shownState(input.resilience, rank.id, told);
    rank.standing = standingOf(rank.state, openStanding(input.fleet, rank.id, index.alert(rank.id)));
    if (rank.standing == Standing::healthy && !fresh)
        rank.standing = Standing::unknown;
    return rank;
}

void addPublished(const ProtectInput &input, const BreakerIndex &index, ProtectBoard &board)
{
    for (const MetricsSource &source : input.fleet.metrics) {
        const auto &pages = input.seen.pages(source.id);
        const auto page = std::find_if(pages.rbegin(), pages.rend(), [](const MetricsSeen &one) { return one.reached; });
        if (page == pages.rend())
            continue;
        const Duration age = input.now - page->ended;
        const bool fresh = age <= staleAfter(source);
        std::vector<Rank> ranks;
        for (std::size_t i = 0; i < page->breakers.size(); ++i) {
            const ForeignBreaker &published = page->breakers[i];
            ranks.push_back(rankOf(input, index, foreignBreakerOf(source.id, published), published.state, fresh));
            ranks.back().place = i;
        }
        addGroup(board, {.kind = BreakerGroupKind::published, .name = source.id.text()}, std::move(ranks),
            [&](const Rank &rank) { return foreignCard(input, index, rank, page->breakers[rank.place], age, fresh); });
    }
}

void addServers(const ProtectInput &input, const BreakerIndex &index, ProtectBoard &board)
{
    for (const Endpoint &edge : input.fleet.endpoints) {
        const auto &looks = input.seen.looks(edge.id);
        const auto look = std::find_if(looks.rbegin(), looks.rend(), [](const EdgeSeen &one) { return one.reached; });
        if (look == looks.rend())
            continue;
        const Duration age = input.now - look->ended;
        const bool fresh = age <= staleAfter(edge);
        std::vector<ForeignBreaker> servers;
        std::vector<Rank> ranks;
        for (const Endpoint::Backend &backend : edge.backends)
            for (const auto &[region, server] : backend.servers) {
                const auto shown = look->servers.find({backend.service, region});
                if (shown == look->servers.end())
                    continue;
                const bool down = shown->second.state == ServerSeen::State::down;
                const BreakerState state = down ? BreakerState::open : BreakerState::closed;
                servers.push_back({.name = backend.name + '/' + server, .program = edge.driver, .state = state});
                ranks.push_back(rankOf(input, index, foreignBreakerOf(edge.id, backend.name, server), state, fresh));
                ranks.back().place = servers.size() - 1;
            }
        addGroup(board, {.kind = BreakerGroupKind::servers, .name = edge.id.text()}, std::move(ranks),
            [&](const Rank &rank) { return foreignCard(input, index, rank, servers[rank.place], age, fresh); });
    }
}

void strip(BreakerCard &card)
{
    card.lasted = card.lasted ? std::optional(Duration{}) : std::nullopt;
    card.since = {}; // Reckoned back from the present wall time, so its last digit wavers.
    card.age = card.age ? std::optional(Duration{}) : std::nullopt;
    card.untilProbe = card.untilProbe ? std::optional(Duration{}) : std::nullopt;
    if (card.own)
        card.own->untilProbe = {};
    if (card.held) {
        card.held->left = {};
        card.held->since = card.held->until = {};
    }
    for (TurnRow &turn : card.turns) {
        turn.ago = {};
        turn.at = {};
    }
}

} // namespace

ProtectBoard protectBoard(const ProtectInput &input)
{
    ProtectBoard board{.mode = input.mode, .wall = input.wall, .now = input.now};
    const BreakerIndex index(input);
    addRegistered(input, index, board);
    addOwn(input, index, board);
    addPublished(input, index, board);
    addServers(input, index, board);
    board.totals = breakersTile({input.fleet, input.resilience, input.health, input.seen, input.now, input.own.size(),
        input.mode == Mode::replay});
    return board;
}

ProtectBoard withoutAges(ProtectBoard board)
{
    board.wall = {};
    board.now = {};
    for (BreakerGroup &group : board.groups)
        for (BreakerCard &card : group.cards)
            strip(card);
    return board;
}

const BreakerCard *cardIn(const ProtectBoard &board, const BreakerId &breaker)
{
    for (const BreakerGroup &group : board.groups) {
        const auto found = std::ranges::find(group.cards, breaker, &BreakerCard::id);
        if (found != group.cards.end())
            return &*found;
    }
    return nullptr;
}

} // namespace siaga
