// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/protect_board.h"
#include "core/health/state.h"
#include "core/orchestrator/state.h"
#include "core/resilience/state.h"
#include "core/seen/breaker_names.h"

#include <QElapsedTimer>
#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

const RegionId east{"east"};
const RegionId west{"west"};
const ServiceId pay{"pay"};
const ServiceId web{"web"};
const EndpointId lb{"lb"};
const CheckId payEast{"pay-http@east"};
const MetricsId page{"pay-app"};
const BreakerId payBreaker{"pay@east"};
const BreakerId payWest{"pay@west"};
const BreakerId edgeBreaker{"edge:lb"};

/// Two services in two regions, one edge, one check, one page of metrics; `pay` has a breaker in each region.
struct World
{
    Fleet fleet;
    resilience::State resilience;
    health::State health;
    orchestrator::State orchestrator;
    Seen seen;
    std::vector<TargetFigures> own;
    Instant now{1h};

    World()
    {
        fleet.regions = {{.id = east}, {.id = west}};
        fleet.services = {{.id = web, .placements = {{east, 100}}}, {.id = pay, .placements = {{east, 100}, {west, 100}}}};
        fleet.checks = {{.id = payEast, .service = pay, .region = east, .target = "http://pay.east/"}};
        fleet.endpoints = {{.id = lb,
            .driver = "haproxy",
            .backends = {{.service = pay, .name = "pay", .servers = {{east, "e"}, {west, "w"}}}}}};
        fleet.metrics = {{.id = page, .address = "http://pay.app/metrics"}};
        for (const auto &[id, region] : {std::pair(payBreaker, east), {payWest, west}})
            fleet.breakers.push_back({.id = id, .service = pay, .region = region, .signal = BreakerSignal::edge});
    }

    /// Looks 10 s and 0 s old, between which so many of 40 requests failed in each region.
    void look(std::uint64_t failedEast, std::uint64_t failedWest = 0, Duration ago = 0s)
    {
        for (const bool later : {false, true}) {
            const Instant at = now - ago - (later ? 0s : 10s);
            const std::uint64_t calls = later ? 140 : 100;
            seen.take(EdgeSeen{.endpoint = lb,
                .reached = true,
                .began = at,
                .ended = at,
                .uptime = 1h - (later ? 0s : 10s),
                .servers = {{{pay, east}, {.weight = 1, .requests = calls, .failures = later ? failedEast : 0}},
                    {{pay, west}, {.weight = 1, .requests = calls, .failures = later ? failedWest : 0}}}});
        }
    }

    resilience::BreakerMemory &turned(const BreakerId &id, BreakerState to, Duration ago)
    {
        resilience::BreakerMemory &memory = resilience.breakers[id];
        memory.state = to;
        memory.since = now - ago;
        memory.rule = BreakerRule::failureRate;
        memory.turns.push_back({to, BreakerRule::failureRate, {.calls = 40, .failures = 30}, now - ago});
        return memory;
    }

    ProtectBoard board() const
    {
        return protectBoard({.fleet = fleet,
            .resilience = resilience,
            .health = health,
            .orchestrator = orchestrator,
            .seen = seen,
            .own = own,
            .now = now,
            .wall = {10'000'000}});
    }

    BreakerCard card(const BreakerId &id) const
    {
        const ProtectBoard made = board();
        const BreakerCard *found = cardIn(made, id);
        return found ? *found : BreakerCard{};
    }
};

TargetFigures calm(const BreakerId &id)
{
    return {.id = id, .figures = {.calls = 30}, .calls = 30};
}

} // namespace

class TestProtectBoard : public QObject
{
    Q_OBJECT

private slots:
    void whatNobodySawIsUnknown()
    {
        World world;
        QVERIFY(world.card(payBreaker).standing == Standing::unknown);
        QVERIFY(!world.card(payBreaker).age);
        QCOMPARE(world.board().totals.unknown, 2);
        world.look(0);
        QVERIFY(world.card(payBreaker).standing == Standing::healthy);
        world.now += 5min;
        const BreakerCard old = world.card(payBreaker);
        QVERIFY(old.standing == Standing::unknown && old.stale);
        QVERIFY(old.age == Duration(5min)); // It says how old it is, and keeps its figures' age with it.
    }

    void anOpenOneThatIsStaleStaysOpen()
    {
        World world;
        world.look(30);
        world.turned(payBreaker, BreakerState::open, 20s);
        world.now += 5min;
        const BreakerCard card = world.card(payBreaker);
        QVERIFY(card.state == BreakerState::open && card.standing == Standing::critical && card.stale);
    }

    void figuresAreThoseOfTheWindow()
    {
        World world;
        world.look(12);
        const BreakerCard card = world.card(payBreaker);
        QCOMPARE(card.figures.calls, 40);
        QCOMPARE(card.figures.failures, 12);
        QCOMPARE(card.failed->value, 300);
        QCOMPARE(card.limits->failureRate.value, 500);
        QCOMPARE(card.trend, std::vector<double>{0.3});
        world.now += 60s; // The window is over: nothing was counted in it.
        QVERIFY(!world.card(payBreaker).failed);
    }

    void aCheckThatIsTooSlowCountsAsFailed()
    {
        World world;
        world.fleet.breakers[0].signal = BreakerSignal::check;
        world.fleet.breakers[0].check = payEast;
        world.fleet.breakers[0].timeout = 1s;
        for (int i = 0; i < 6; ++i)
            world.seen.take(CheckSeen{payEast,
                {.outcome = ProbeOutcome::passed, .took = i < 4 ? 10ms : 2s, .began = world.now - 6s, .ended = world.now - 6s + i * 1s}});
        const BreakerCard card = world.card(payBreaker);
        QCOMPARE(card.figures.calls, 6);
        QCOMPARE(card.figures.failures, 2);
        QCOMPARE(card.figures.inARow, 2);
        QVERIFY(card.standing == Standing::healthy);
        // What was asked over a link of ours that is in doubt is shown as seen, and counts for nothing: as its engine has it.
        world.resilience.linkTrusted = false;
        const BreakerCard inDoubt = world.card(payBreaker);
        QCOMPARE(inDoubt.figures.calls, 0);
        QVERIFY(inDoubt.age == card.age);
    }

    void aCounterThatIsNotThereYetIsNoFailure()
    {
        World world;
        RegisteredBreaker &breaker = world.fleet.breakers[0];
        breaker.signal = BreakerSignal::metric;
        breaker.source = page;
        breaker.totalSeries = "calls";
        breaker.failedSeries = "failed";
        world.seen.take(MetricsSeen{.source = page, .reached = true, .ended = world.now - 10s, .values = {{"calls", 10}}});
        world.seen.take(MetricsSeen{.source = page, .reached = true, .ended = world.now, .values = {{"calls", 30}, {"failed", 2}}});
        QCOMPARE(world.card(payBreaker).figures.calls, 20);
        QCOMPARE(world.card(payBreaker).figures.failures, 2);
        world.now += 10s; // And one that vanished is unknown, not forgiven.
        world.seen.take(MetricsSeen{.source = page, .reached = true, .ended = world.now, .values = {{"calls", 90}}});
        QCOMPARE(world.card(payBreaker).figures.calls, 20);
    }

    void worseOnesComeFirstAndGroupsStay()
    {
        World world;
        world.look(0);
        world.own = {calm(edgeBreaker), calm(BreakerId("probe:a:1"))};
        world.turned(payWest, BreakerState::degraded, 10s);
        ProtectBoard board = world.board();
        QCOMPARE(board.groups[0].name, std::string("pay")); // web has none, so it has no group.
        QVERIFY(board.groups[0].cards[0].id == payWest);
        QVERIFY(board.groups[1].kind == BreakerGroupKind::edges);
        QVERIFY(board.groups[2].kind == BreakerGroupKind::probes);
        QVERIFY(board.groups[3].kind == BreakerGroupKind::servers);
        world.turned(payBreaker, BreakerState::open, 1s);
        board = world.board();
        QVERIFY(board.groups[0].cards[0].id == payBreaker);
        QCOMPARE(board.totals.open, 1);
        QCOMPARE(board.totals.degraded, 1);
        QVERIFY(board.totals.worst == Standing::critical);
    }

    void theTimeToTheNextProbeCountsDown()
    {
        World world;
        world.look(30);
        world.turned(payBreaker, BreakerState::open, 20s).openFor = 60s;
        QVERIFY(world.card(payBreaker).untilProbe == Duration(40s));
        world.now += 50s;
        QVERIFY(world.card(payBreaker).untilProbe == Duration(0s));
        world.turned(payBreaker, BreakerState::ramping, 2s).admitted = Permille{250};
        QVERIFY(!world.card(payBreaker).untilProbe);
        QCOMPARE(world.card(payBreaker).admitted.value, 250);
    }

    void aHoldIsItsStateAndSaysWhoWhyAndUntilWhen()
    {
        World world;
        world.look(0);
        world.resilience.held[payBreaker] = {BreakerHold::open, "rina", "maintenance", world.now - 1min, world.now + 59min};
        const BreakerCard card = world.card(payBreaker);
        QVERIFY(card.state == BreakerState::forcedOpen && card.standing == Standing::warning);
        QCOMPARE(card.held->by, std::string("rina"));
        QVERIFY(card.held->left == Duration(59min));
        QVERIFY(card.lasted == Duration(1min));
        QCOMPARE(world.board().totals.held, 1);
        world.resilience.held[payBreaker].hold = BreakerHold::disabled;
        QVERIFY(world.card(payBreaker).state == BreakerState::disabled);
    }

    void thePlanThatItCausedStandsOnIt()
    {
        World world;
        world.look(30);
        orchestrator::PlanMemory plan{.id = PlanId(7), .because = {BreakerIsOpen{payBreaker, 30, 40}}};
        world.orchestrator.plans[plan.id] = plan;
        plan.id = PlanId(3);
        plan.state = orchestrator::Ended{};
        world.orchestrator.ended.push_back(plan);
        QVERIFY(world.card(payBreaker).plan->id == PlanId(7)); // The open one, not the one that ended.
        QVERIFY(world.card(payBreaker).plan->standing == PlanStanding::proposed);
        QVERIFY(!world.card(payWest).plan);
    }

    void itsAlertRaisesIt()
    {
        World world;
        world.look(30);
        world.turned(payBreaker, BreakerState::open, 6min);
        health::Alert alert{.id = AlertId(5), .severity = Severity::emergency};
        alert.subject = {.kind = AlertSubject::Kind::breaker, .breaker = payBreaker};
        world.health.open[alert.id] = alert;
        QVERIFY(world.card(payBreaker).standing == Standing::emergency);
        QVERIFY(world.card(payBreaker).alert == AlertId(5));
    }

    void ownTargetsShowWhatGuardsThem()
    {
        World world;
        TargetFigures target = calm(edgeBreaker);
        target.state = BreakerState::open;
        target.untilProbe = 4s;
        target.inFlight = 3;
        target.limit = 4;
        target.refused = 12;
        world.own = {target, {.id = BreakerId("probe:new:80")}};
        const BreakerCard card = world.card(edgeBreaker);
        QCOMPARE(card.title, std::string("lb"));
        QVERIFY(card.untilProbe == Duration(4s));
        QVERIFY(card.own == target);
        QVERIFY(card.standing == Standing::warning); // It guards us; that users suffer, others say.
        QVERIFY(world.card(BreakerId("probe:new:80")).standing == Standing::unknown);
    }

    void otherProgramsStandBesideOurOwn()
    {
        World world;
        world.look(0);
        const ForeignBreaker charge{.name = "charge", .program = "resilience4j", .state = BreakerState::open, .failureRate = 0.62};
        world.seen.take(MetricsSeen{.source = page, .reached = true, .ended = world.now, .breakers = {charge}});
        const BreakerCard card = world.card(foreignBreakerOf(page, charge));
        QVERIFY(card.state == BreakerState::open && card.kind == BreakerKind::foreign);
        QCOMPARE(card.failed->value, 620);
        QVERIFY(!card.slow);
        QCOMPARE(card.source, std::string("resilience4j"));
        QCOMPARE(world.board().groups.back().all, 2); // The servers of the edge.
        world.now += 10min;
        QVERIFY(world.card(foreignBreakerOf(page, charge)).stale);
    }

    void manyAreCountedAndTheWorstListed()
    {
        World world;
        for (int i = 0; i < 10'000; ++i)
            world.own.push_back(calm(BreakerId("probe:host-" + std::to_string(i) + ":443")));
        world.own[7'777].state = BreakerState::degraded;
        QElapsedTimer timer;
        timer.start();
        const ProtectBoard board = world.board();
        qInfo("10,000 targets: %lld us", static_cast<long long>(timer.nsecsElapsed() / 1000));
        const BreakerGroup &probes = board.groups[1];
        QCOMPARE(probes.all, 10'000);
        QCOMPARE(probes.calm, 9'999);
        QCOMPARE(probes.cards.size(), cardsListedMax);
        QVERIFY(probes.cards[0].id == world.own[7'777].id);
    }

    void clocksAloneChangeNothing()
    {
        World world;
        world.look(30);
        world.turned(payBreaker, BreakerState::open, 20s).openFor = 60s;
        world.resilience.held[payWest] = {BreakerHold::open, "rina", "why", world.now, world.now + 1h};
        const ProtectBoard before = world.board();
        world.now += 1s;
        QVERIFY(before != world.board());
        QVERIFY(withoutAges(before) == withoutAges(world.board()));
        world.turned(payBreaker, BreakerState::halfOpen, 0s);
        QVERIFY(withoutAges(before) != withoutAges(world.board()));
    }
};

QTEST_APPLESS_MAIN(TestProtectBoard)
#include "tst_protect_board.moc"
