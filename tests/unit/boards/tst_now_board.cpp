// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/now_board.h"
#include "core/health/state.h"
#include "core/orchestrator/state.h"
#include "core/recovery/state.h"
#include "core/resilience/state.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace  {

const RegionId east{"east"};
const RegionId west{"west"};
const RegionId north{"north"};
const ServiceId web{"web"};
const EndpointId lb{"lb"};
const CheckId eastHttp{"web-http@east"};
const CheckId westHttp{"web-http@west"};
const CheckId northHttp{"web-http@north"};

/// Three regions of 100 requests a second each, one edge outside all of them, one check in each.
struct World
{
    Fleet fleet;
    health::State health;
    recovery::State recovery;
    orchestrator::State orchestrator;
    resilience::State resilience;
    Seen seen;
    AvailabilityCount availability;
    Instant now{1h};

    World()
    {
        fleet.name = "shop";
        fleet.regions = {{.id = east, .title = "East"}, {.id = west, .title = "West"}, {.id = north, .title = "North"}};
        fleet.services = {{.id = web, .placements = {{east, 100, 100}, {west, 100, 100}, {north, 100, 200}}}};
        for (const auto &[id, region] : {std::pair(eastHttp, east), {westHttp, west}, {northHttp, north}})
            fleet.checks.push_back(
                {.id = id, .service = web, .region = region, .runbook = "https://example.org/" + region.text()});
        fleet.endpoints = {{.id = lb,
            .backends = {{.service = web, .name = "web", .servers = {{east, "e"}, {west, "w"}, {north, "n"}}}}}};
    }

    /// Looks 10 s and 0 s old; each region got `rate` requests a second; all checks pass.
    void see(double rate, int eastWeight = 100)
    {
        for (const Duration ago : {10s, 0s}) {
            const auto count = static_cast<std::uint64_t>(rate * (1000 - inSeconds(ago)));
            seen.take(EdgeSeen{.endpoint = lb,
                .reached = true,
                .began = now - ago,
                .ended = now - ago,
                .uptime = 1h - ago,
                .servers = {{{web, east}, {.weight = eastWeight, .requests = count}},
                    {{web, west}, {.weight = 100, .requests = count}},
                    {{web, north}, {.weight = 200, .requests = count}}}});
        }
        for (const Check &check : fleet.checks) {
            seen.take(CheckSeen{check.id, {.outcome = ProbeOutcome::passed, .began = now, .ended = now}});
            health.checks[check.id] = {.state = CheckState::up, .since = now - 10min, .threshold = 3};
        }
        for (const Region &region : fleet.regions)
            health.regions[region.id] = {.state = RegionState::healthy, .since = now - 10min};
    }

    health::Alert &alert(std::uint64_t id, AlertSubject subject, Severity severity, Duration ago)
    {
        health::Alert alert {
            .id = AlertId(id), .subject = std::move(subject), .severity = severity, .regionState = RegionState::down};
        alert.since = alert.opened = now - ago;
        return health.open[AlertId(id)] = alert;
    }

    health::Alert &regionDown(std::uint64_t id, const RegionId &region, Severity severity, Duration ago)
    {
        health.regions[region]
            = {RegionState::down, now - ago, {.checksDown = 1, .agreeing = {ownVantage, VantageId{"lb"}}}};
        return alert(id, {.kind = AlertSubject::Kind::region, .region = region}, severity, ago);
    }

    health::Alert &checkDown(std::uint64_t id, const CheckId &check, const RegionId &region)
    {
        health.checks[check] = {CheckState::down, now - 30s, 5, 3, ProbeOutcome::refused, "refused"};
        return alert(
            id, {.kind = AlertSubject::Kind::check, .region = region, .check = check}, Severity::critical, 30s);
    }

    orchestrator::PlanMemory &evacuation(std::uint64_t id, const RegionId &region, orchestrator::PlanState state)
    {
        orchestrator::PlanMemory memory {
            .id = PlanId(id), .autonomy = Autonomy::ask, .proposed = now - 20s, .expires = now + 10min};
        memory.plan.purpose = {.kind = PurposeKind::evacuate, .region = region};
        memory.plan.steps = {{.action = ConfirmReady{}}, {.action = SetRegionShare{lb, web, region, none}}};
        memory.steps.resize(2);
        memory.state = std::move(state);
        return orchestrator.plans[PlanId(id)] = memory;
    }

    NowBoard board() const
    {
        return nowBoard({.fleet = fleet,
            .health = health,
            .recovery = recovery,
            .orchestrator = orchestrator,
            .resilience = resilience,
            .seen = seen,
            .availability = availability,
            .now = now,
            .wall = {1'000'000'000},
            .mode = Mode::live,
            .head = Seq(9)});
    }
};

const RegionCard &card(const NowBoard &board, const RegionId &region)
{
    for (const RegionCard &one : board.regions)
        if (one.id == region)
            return one;
    throw std::runtime_error("no such region");
}

} // namespace

class TestNowBoard : public QObject
{
    Q_OBJECT

private slots:
    void anAlertOfABreakerHasItsFigures()
    {
        World world;
        world.see(50);
        const BreakerId fuse("fuse@east");
        world.fleet.breakers = {{.id = fuse, .service = web, .region = east, .signal = BreakerSignal::check, .check = eastHttp}};
        world.resilience.breakers[fuse] = {.state = BreakerState::degraded, .rule = BreakerRule::sequential, .figures = {40, 7}};
        world.alert(1, {.kind = AlertSubject::Kind::breaker, .region = east, .service = web, .breaker = fuse}, Severity::warning, 9s);
        const AlertRow row = world.board().alerts.at(0);
        QVERIFY(row.breaker == BreakerState::degraded && row.rule == BreakerRule::sequential && row.calls == 40 && row.failures == 7);
        QCOMPARE(row.runbook, std::string("https://example.org/east"));
        // Behind its region's alert it is one of many signs of the same thing.
        world.regionDown(2, east, Severity::critical, 5s);
        const auto rows = world.board().alerts;
        QCOMPARE(rows.size(), std::size_t(1));
        QVERIFY(rows[0].subject.kind == AlertSubject::Kind::region && rows[0].behind == 1);
    }

    void aQuietFleetHasNoIncidentAndSaysWhatIsFree()
    {
        World world;
        world.see(50);
        const NowBoard board = world.board();
        QVERIFY(!board.incident);
        QVERIFY(board.alerts.empty());
        QCOMPARE(board.regions.size(), std::size_t(3));
        QVERIFY(card(board, east).standing == Standing::healthy);
        QCOMPARE(card(board, east).traffic->value, 250);
        QCOMPARE(card(board, north).usual->value, 500);
        QCOMPARE(card(board, east).headroom->value, 500);
        QCOMPARE(card(board, east).takers, (std::vector{west, north}));
        QCOMPARE(board.headroom.now->value, 500);          // 150 of 300.
        QCOMPARE(board.headroom.withoutWorst->value, 250); // 150 of 200.
        QVERIFY(board.headroom.service == web);
        QVERIFY(board.anySeen);
        QVERIFY(board.age == 0s);
        QCOMPARE(board.journalSeq.value(), std::uint64_t(9));
    }

    void beforeAnythingIsSeenAllIsUnknown()
    {
        const NowBoard board = World().board();
        QVERIFY(!board.anySeen);
        QVERIFY(!board.headroom.now);
        QVERIFY(!board.availability.ratio);
        for (const RegionCard &region : board.regions) {
            QVERIFY(region.standing == Standing::unknown);
            QVERIFY(!region.age && !region.traffic && !region.share && !region.stale);
            QVERIFY(region.checks.size() == 1 && region.checks[0].state == CheckState::unknown);
        }
    }

    void whatWasNotSeenForTwoRoundsIsStaleAndNotHealthy()
    {
        World world;
        world.see(50);
        world.now += 40s;
        const NowBoard board = world.board();
        QVERIFY(card(board, east).stale);
        QVERIFY(card(board, east).standing == Standing::unknown);
        QVERIFY(card(board, east).age == 40s);
        QVERIFY(!card(board, east).traffic);
        QVERIFY(!board.headroom.now);
    }

    void checksBehindARegionsAlertAreCountedNotListed()
    {
        World world;
        world.see(50);
        world.checkDown(1, eastHttp, east);
        world.alert(2, {.kind = AlertSubject::Kind::view, .region = east, .endpoint = lb, .service = web},
            Severity::warning, 20s);
        world.checkDown(3, westHttp, west);
        world.regionDown(4, east, Severity::critical, 20s);
        const NowBoard board = world.board();
        QCOMPARE(board.alerts.size(), std::size_t(2));
        QVERIFY(board.alerts[0].id == AlertId(4)); // As severe as the other, opened later.
        QCOMPARE(board.alerts[0].behind, 2);
        QCOMPARE(board.alerts[0].explained.size(), std::size_t(2));
        QVERIFY(board.alerts[0].explained[0].id == AlertId(1)); // The worse of the two.
        QCOMPARE(board.alerts[0].runbook, std::string("https://example.org/east"));
        QVERIFY(board.alerts[1].id == AlertId(3));
        QCOMPARE(board.alerts[1].behind, 0);
        QCOMPARE(board.alerts[1].inARow, 5);
        QCOMPARE(board.alertCounts.critical, 3);
        QCOMPARE(board.alertCounts.warning, 1);
        QCOMPARE(board.alertCounts.unacknowledged, 4);
    }

    void anIncidentTellsWhatIsDoneAndWhatTimeIsLeft()
    {
        World world;
        world.see(50);
        world.regionDown(4, east, Severity::critical, 47s).acknowledgedBy = "on-call";
        auto &plan = world.evacuation(7, east, orchestrator::Running{});
        plan.admitted = world.now - 15s;
        plan.steps[0].doing = orchestrator::Verified{.at = world.now};
        const NowBoard board = world.board();
        QVERIFY(board.incident);
        QVERIFY(board.incident->region == east);
        QCOMPARE(board.incident->owner, std::string("on-call"));
        QVERIFY(board.incident->recoveryTimeLeft == 4min + 13s);
        QCOMPARE(board.incident->since.milliseconds, std::int64_t(1'000'000'000 - 47'000));
        QVERIFY(board.incident->plan == PlanId(7));
        QCOMPARE(board.incident->step, 1);
        QCOMPARE(board.incident->steps, 2);
        QVERIFY(!board.incident->waitsForApproval);
        QVERIFY(!board.incident->overForTraffic);
        QVERIFY(card(board, east).plan == PlanId(7));
        QVERIFY(card(board, east).standing == Standing::critical);
        QCOMPARE(board.plans.running, 1);
        // The lost region's capacity does not count any more.
        QCOMPARE(board.headroom.now->value, 250);
        QVERIFY(board.headroom.out == std::vector{east});
    }

    void anIncidentIsOverForTrafficOnlyWhenThatIsSeen()
    {
        World world;
        world.regionDown(4, east, Severity::critical, 47s);
        world.recovery.out[{web, east}] = {.plan = PlanId(7), .since = world.now, .share = none};
        QVERIFY(world.board().incident->overForTraffic); // Nothing is seen: the decision stands.
        world.see(50);
        QVERIFY(!world.board().incident->overForTraffic); // The edge still sends it requests.
        QVERIFY(card(world.board(), east).decidedOut);
        World quiet;
        quiet.see(50, 0);
        quiet.regionDown(4, east, Severity::critical, 47s);
        QVERIFY(quiet.board().incident->overForTraffic);
    }

    void ofTwoIncidentsTheWorseThenTheOlderIsShown()
    {
        World world;
        world.see(50);
        world.regionDown(1, west, Severity::critical, 30s);
        world.regionDown(2, east, Severity::critical, 60s);
        QVERIFY(world.board().incident->region == east);
        QCOMPARE(world.board().incident->others, 1);
        world.health.open[AlertId(1)].severity = Severity::emergency;
        QVERIFY(world.board().incident->region == west);
        QVERIFY(world.board().incident->standing == Standing::emergency);
    }

    void aRefusalToEvacuateIsToldWithTheIncident()
    {
        World world;
        world.regionDown(1, east, Severity::critical, 30s);
        world.recovery.refused[{.kind = PurposeKind::evacuate, .region = east}] = {LastHealthyRegion{east}};
        const NowBoard board = world.board();
        QCOMPARE(board.incident->withheld.size(), std::size_t(1));
        QCOMPARE(card(board, east).withheld.size(), std::size_t(1));
    }

    void aProposalThatWaitsForApprovalIsCountedAsWaiting()
    {
        World world;
        world.regionDown(1, east, Severity::critical, 30s);
        world.evacuation(7, east, orchestrator::Proposed{});
        world.evacuation(8, west, orchestrator::Held{.reason = ByPolicy{}});
        const NowBoard board = world.board();
        QVERIFY(board.incident->waitsForApproval);
        QCOMPARE(board.plans.waiting, 1);
        QCOMPARE(board.plans.held, 1);
        QVERIFY(board.planCards[0].id == PlanId(8)); // What holds traffic now comes before what is only proposed.
    }

    void resolvedAlertsStayForAWhileAtTheEnd()
    {
        World world;
        world.see(50);
        health::Alert over{.id = AlertId(1),
            .subject = {.kind = AlertSubject::Kind::edge, .endpoint = lb},
            .severity = Severity::critical};
        over.since = over.opened = world.now - 20min;
        over.resolved = world.now - 11min;
        world.health.resolved.push_back(over);
        over.id = AlertId(2);
        over.resolved = world.now - 2min;
        world.health.resolved.push_back(over);
        world.checkDown(3, westHttp, west).severity = Severity::warning;
        const NowBoard board = world.board();
        QCOMPARE(board.alerts.size(), std::size_t(2));
        QVERIFY(board.alerts[0].id == AlertId(3));
        QVERIFY(board.alerts[1].id == AlertId(2) && board.alerts[1].resolved);
        QVERIFY(board.alerts[1].lasted == 18min);
    }

    void aRegionOutOfTrafficLeavesTheHeadroom()
    {
        World world;
        world.see(50);
        world.recovery.out[{web, north}] = {.plan = PlanId(1), .since = world.now, .share = none};
        const NowBoard board = world.board();
        QCOMPARE(board.headroom.now->value, 250);
        QCOMPARE(board.headroom.withoutWorst->value, -500);
        QVERIFY(board.headroom.worst != north);
    }

    void aServiceWithoutAnEdgeDoesNotKeepARegionInTraffic()
    {
        World world;
        world.see(50);
        world.fleet.services.push_back({.id = ServiceId{"db"}, .placements = {{east, 10, 100}}});
        world.recovery.out[{web, east}] = {.plan = PlanId(1), .since = world.now, .share = none};
        QVERIFY(card(world.board(), east).decidedOut);
        QVERIFY(!card(world.board(), west).decidedOut);
    }

    void bannersStandAsLongAsTheirCause()
    {
        World world;
        QVERIFY(!world.board().banners.stop);
        world.orchestrator.stop = orchestrator::Stop{"on-call", "drill", world.now, {5}};
        world.health.ownLink.trusted = false;
        world.recovery.wallJumped = 1h;
        world.fleet.endpoints[0].plaintextAccepted = true;
        const Banners banners = world.board().banners;
        QCOMPARE(banners.stop->reason, std::string("drill"));
        QVERIFY(banners.ownLinkBroken && banners.wallJumped);
        QVERIFY(banners.plaintext == std::vector{lb});
    }

    void availabilityCountsGrowthAndSurvivesResets()
    {
        AvailabilityCount count;
        const auto look = [&count](Instant at, Duration uptime, std::uint64_t requests, std::uint64_t failures,
                              bool reached = true) {
            take(count, EdgeSeen{.endpoint = lb, .reached = reached, .ended = at, .uptime = uptime,
                                 .servers = {{{web, east}, {.requests = requests, .failures = failures}}}});
        };
        const Instant t{1h};
        look(t, 100s, 1000, 10); // What happened before the first look is not ours.
        look(t + 5s, 105s, 1100, 11);
        look(t + 10s, 0s, 0, 0, false);
        look(t + 15s, 115s, 1200, 11); // Counters go on over a look that failed.
        QCOMPARE(count.requests, std::uint64_t(200));
        QCOMPARE(count.failures, std::uint64_t(1));
        QVERIFY(count.measured == 15s);
        look(t + 20s, 2s, 5000, 0); // Restarted: even a larger number is not growth.
        QCOMPARE(count.requests, std::uint64_t(200));
        QVERIFY(count.measured == 15s);
        look(t + 25s, 7s, 5050, 0);
        look(t + 30s, 12s, 3, 0); // Cleared by hand.
        look(t + 24s, 6s, 9000, 9000); // Late.
        QCOMPARE(count.requests, std::uint64_t(250));
        QVERIFY(count.measured == 20s);
    }

    void timeThatTwoEdgesCoverCountsOnce()
    {
        AvailabilityCount count;
        for (const char *edge : {"a", "b"})
            for (const Duration at : {0s, 10s})
                take(count,
                    EdgeSeen{.endpoint = EndpointId(edge),
                        .reached = true,
                        .ended = Instant(1h + at),
                        .uptime = 1h + at,
                        .servers = {{{web, east}, {.requests = static_cast<std::uint64_t>(at.count())}}}});
        QVERIFY(count.measured == 10s);
    }
};

QTEST_APPLESS_MAIN(TestNowBoard)
#include "tst_now_board.moc"
