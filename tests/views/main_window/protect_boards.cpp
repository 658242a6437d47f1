// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/protect_boards.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace siaga::boards {

namespace {

const Instant now{2h};
constexpr WallTime wall{1795400025000}; // 2026-11-23 02:13:45 UTC

WallTime before(Duration ago)
{
    return {wall.milliseconds - std::chrono::duration_cast<std::chrono::milliseconds>(ago).count()};
}

std::vector<double> trendTo(double share)
{
    std::vector<double> trend;
    for (int i = 0; i < 40; ++i)
        trend.push_back(i < 24 ? 0.004 * (i % 3) : share * std::min(1.0, (i - 23) / 8.0));
    return trend;
}

BreakerCard registered(const std::string &name, const char *service, const char *region)
{
    BreakerCard card{.id = BreakerId(name + '@' + region), .title = name + '@' + region};
    card.service = ServiceId(service);
    card.region = RegionId(region);
    card.standing = Standing::healthy;
    card.figures = {.calls = 1240, .failures = 4};
    card.failed = Permille{3};
    card.age = 3s;
    card.trend = trendTo(0.003);
    card.limits = BreakerLimits{Permille{500}, 20, 5, 30s, 30s, 60s, 3, Backoff::exponential};
    card.effect = BreakerEffect::show;
    return card;
}

void turn(BreakerCard &card, BreakerState to, BreakerRule rule, Duration ago, BreakerFigures figures)
{
    card.state = to;
    card.rule = rule;
    card.lasted = ago;
    card.since = before(ago);
    card.turns.insert(card.turns.begin(), {to, rule, figures, before(ago), ago});
}

void count(BreakerCard &card, int failures, int calls)
{
    card.figures.failures = failures;
    card.figures.calls = calls;
    card.failed = Permille{failures * 1000 / calls};
    card.trend = trendTo(static_cast<double>(failures) / calls);
}

void open(BreakerCard &card, Duration ago)
{
    turn(card, BreakerState::degraded, BreakerRule::sequential, ago + 6s, {.calls = 38, .failures = 9});
    turn(card, BreakerState::open, BreakerRule::failureRate, ago, {.calls = 40, .failures = 30, .inARow = 4});
    count(card, 30, 40);
    card.figures.inARow = 4;
    card.standing = Standing::critical;
    card.untilProbe = 60s - ago;
    card.opens = 1;
    card.witnesses = {VantageId("lb-us"), VantageId("lb-eu")};
}

BreakerCard own(const std::string &id, Duration timeout)
{
    BreakerCard card{.id = BreakerId(id), .title = id.substr(id.find(':') + 1), .kind = BreakerKind::own};
    card.standing = Standing::healthy;
    card.figures = {.calls = 30, .score = 0.4, .scoreAlarm = 25};
    card.failed = none;
    card.slow = none;
    card.age = Duration{};
    card.own = TargetFigures{.id = card.id, .figures = card.figures, .inFlight = 1, .limit = 4, .queueMax = 16,
        .timeout = timeout, .calls = 1204, .failures = 3};
    return card;
}

BreakerCard published(const char *name, BreakerState state, Permille failed)
{
    BreakerCard card{.id = BreakerId(std::string("page:payments-app:resilience4j:") + name), .title = name};
    card.kind = BreakerKind::foreign;
    card.state = state;
    card.standing = state == BreakerState::closed ? Standing::healthy : Standing::warning;
    card.failed = failed;
    card.slow = none;
    card.source = "resilience4j";
    card.age = 6s;
    return card;
}

BreakerGroup group(BreakerGroupKind kind, const char *name, std::vector<BreakerCard> cards)
{
    BreakerGroup made{.kind = kind, .name = name, .cards = std::move(cards)};
    made.all = static_cast<int>(made.cards.size());
    made.calm = static_cast<int>(std::ranges::count(made.cards, Standing::healthy, &BreakerCard::standing));
    std::ranges::stable_sort(made.cards, std::ranges::greater{}, &BreakerCard::standing);
    return made;
}

void total(ProtectBoard &board)
{
    BreakersTile tile{.worst = Standing::healthy};
    for (const BreakerGroup &one : board.groups) {
        tile.all += one.all;
        tile.registered += one.kind == BreakerGroupKind::registered ? one.all : 0;
        for (const BreakerCard &card : one.cards) {
            tile.open += card.state == BreakerState::open;
            tile.degraded += card.state == BreakerState::degraded;
            tile.recovering += card.state == BreakerState::halfOpen || card.state == BreakerState::ramping;
            tile.held += card.held.has_value();
            tile.unknown += card.standing == Standing::unknown;
            tile.worst = std::max(tile.worst, card.standing);
        }
    }
    board.totals = tile;
}

void addOwnOnes(ProtectBoard &board, BreakerCard edge)
{
    std::vector<BreakerCard> probes;
    for (int i = 0; i < 36; ++i)
        probes.push_back(own("probe:10.0." + std::to_string(i) + ".1:443", 1200ms));
    board.groups.push_back(group(BreakerGroupKind::edges, "", {std::move(edge), own("edge:lb-us", 350ms)}));
    board.groups.push_back(group(BreakerGroupKind::probes, "", std::move(probes)));
}

} // namespace

std::shared_ptr<const ProtectBoard> shared(ProtectBoard board)
{
    return std::make_shared<const ProtectBoard>(std::move(board));
}

BreakerCard &cardOf(ProtectBoard &board, const BreakerId &breaker)
{
    return const_cast<BreakerCard &>(*cardIn(board, breaker));
}

ProtectBoard empty()
{
    return {.mode = Mode::live, .wall = wall, .now = now};
}

ProtectBoard calm()
{
    ProtectBoard board = empty();
    BreakerCard west = registered("payment-service", "payments", "us-west-2");
    west.effect = BreakerEffect::proposeDrain;
    board.groups.push_back(group(BreakerGroupKind::registered, "payments",
        {registered("payment-service", "payments", "us-east-1"), std::move(west)}));
    board.groups.push_back(group(BreakerGroupKind::registered, "checkout",
        {registered("checkout", "checkout", "us-east-1"), registered("checkout", "checkout", "us-west-2"),
            registered("checkout", "checkout", "eu-west-1")}));
    addOwnOnes(board, own("edge:lb-eu", 420ms));
    board.groups.push_back(group(BreakerGroupKind::published, "payments-app",
        {published("charge", BreakerState::closed, none), published("refund", BreakerState::closed, Permille{4})}));
    total(board);
    return board;
}

ProtectBoard openAndRamping()
{
    ProtectBoard board = calm();
    BreakerCard &east = cardOf(board, payEast);
    east.effect = BreakerEffect::proposeDrain;
    open(east, 48s);
    east.plan = CausedPlan{PlanId(41), PlanStanding::proposed};
    BreakerCard &west = cardOf(board, payWest);
    open(west, 96s);
    turn(west, BreakerState::halfOpen, BreakerRule::openTimeOver, 36s, {});
    turn(west, BreakerState::ramping, BreakerRule::probesPassed, 20s, {});
    west.untilProbe.reset();
    west.admitted = Permille{250};
    west.standing = Standing::warning;
    count(west, 2, 310);
    west.figures.inARow = 0;
    BreakerCard &edge = cardOf(board, edgeEurope);
    turn(edge, BreakerState::degraded, BreakerRule::sequential, 12s, {.calls = 24, .failures = 5});
    edge.standing = Standing::warning;
    edge.figures = {.calls = 24, .failures = 5, .slow = 3, .inARow = 1, .score = 26.4, .scoreAlarm = 25};
    edge.failed = Permille{208};
    edge.own->inFlight = 3;
    edge.own->queued = 2;
    edge.own->retryBudgetPermille = 410;
    edge.own->refused = 12;
    BreakerCard &other = cardOf(board, charge);
    other.state = BreakerState::open;
    other.failed = Permille{620};
    other.standing = Standing::warning;
    for (BreakerGroup &one : board.groups)
        one = group(one.kind, one.name.c_str(), one.cards);
    total(board);
    return board;
}

ProtectBoard forty()
{
    ProtectBoard board = empty();
    const char *services[] = {"payments", "checkout", "orders", "search", "catalogue", "identity", "notices", "ledger"};
    const char *regions[] = {"us-east-1", "us-west-2", "eu-west-1", "ap-southeast-1", "ap-southeast-3"};
    int index = 0;
    for (const char *service : services) {
        std::vector<BreakerCard> cards;
        for (const char *region : regions) {
            BreakerCard card = registered(service, service, region);
            if (index == 2 || index == 17)
                open(card, index == 2 ? 22s : 51s);
            if (index == 8 || index == 21) {
                turn(card, BreakerState::degraded, BreakerRule::sequential, 31s, {.calls = 90, .failures = 14});
                count(card, 14, 90);
                card.standing = Standing::warning;
            }
            if (index == 11) {
                card.held = HoldRow{BreakerHold::open, "rina", "database upgrade", before(12min), before(-48min), 48min};
                card.state = BreakerState::forcedOpen;
                card.lasted = 12min;
                card.since = before(12min);
                card.standing = Standing::warning;
            }
            if (index == 30) {
                card.stale = true;
                card.age = 2min + 10s;
                card.standing = Standing::unknown;
            }
            cards.push_back(std::move(card));
            ++index;
        }
        board.groups.push_back(group(BreakerGroupKind::registered, service, std::move(cards)));
    }
    addOwnOnes(board, own("edge:lb-eu", 420ms));
    total(board);
    return board;
}

} // namespace siaga::boards
