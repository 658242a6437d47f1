// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/runtime_events.h"
#include "tests/unit/resilience/resilience_timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

// A breaker that listens to the counters of all edges together: what opens it, what degrades it, and what is no call.
class TestResilienceEngineCounters : public QObject
{
    Q_OBJECT

private slots:
    void theEdgesAreAddedUp()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 10);
        line.serves("e2", 10);
        line.run(61);
        line.serves("e1", 10, 8);
        line.serves("e2", 10, 0);
        line.run(90); // 40 % of all: not open, though one edge sees 80 %.
        QVERIFY2(!line.told().contains(" open "), "each edge must not be judged alone");
        line.serves("e2", 10, 2.5);
        line.run(110);
        QVERIFY(line.told().contains(" open failure-rate "));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).witnesses == std::vector{VantageId("e1")});
    }

    void bothEdgesAreWitnessesWhenBothSeeIt()
    {
        Timeline line(BreakerSignal::edge);
        line.breaker().failureThreshold = 0;
        line.breaker().callsMin = 60;
        line.serves("e1", 10, 10);
        line.serves("e2", 10, 5);
        line.run(20);
        QVERIFY(line.stateOf("b@us") == BreakerState::open);
        QCOMPARE(line.state.breakers.at(BreakerId("b@us")).witnesses.size(), std::size_t(2));
    }

    // An edge that alone sees nothing pass may itself be cut off.
    void failuresAreInNoRowWhileAnotherEdgeSeesSuccess()
    {
        Timeline line(BreakerSignal::edge);
        line.breaker().callsMin = 1'000'000;
        line.serves("e1", 10, 0);
        line.serves("e2", 10, 0);
        line.run(4);
        line.serves("e1", 10, 10);
        line.run(60);
        QVERIFY2(!line.told().contains(" open "), "one edge's word is not all edges'");
        line.serves("e2", 10, 10);
        line.run(66);
        QVERIFY(line.told().contains(" open consecutive "));
    }

    void edgesThatSeeNoCallsSayNothing()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 0);
        line.serves("e2", 10, 10);
        line.run(4);
        QVERIFY(line.told().contains(" open consecutive "));
    }

    void anEdgeThatRestartsLosesNothingButThatStretch()
    {
        Timeline line(BreakerSignal::edge);
        line.breaker().failureThreshold = 0;
        line.serves("e1", 10, 1);
        line.run(20);
        line.restarts("e1");
        line.run(21); // The counters went from 200 to 10: no calls, and no failures below zero.
        line.run(60);
        QCOMPARE(line.told(), QByteArray(""));
    }

    void whatPassedWhileNobodyLookedIsNotCounted()
    {
        Timeline line(BreakerSignal::edge);
        const auto seeAt = [&line](double second, std::uint64_t requests, std::uint64_t failures) {
            line.second = second;
            EdgeSeen look{.endpoint = EndpointId("e1"), .reached = true, .began = at(second), .ended = at(second), .uptime = at(second) - Instant{}};
            look.servers[{ServiceId("web"), RegionId("us")}] = {.requests = requests, .failures = failures};
            line.see(look);
        };
        seeAt(1, 0, 0);
        seeAt(60, 600, 600); // When in that minute, nobody knows.
        QCOMPARE(line.told(), QByteArray(""));
        seeAt(62, 620, 650); // A retry counts as one more failure; there are no more failures than calls.
        QCOMPARE(line.told(), QByteArray("62 b@us open consecutive 20/20"));
    }

    void aRestartThatCountedMoreIsSeenByItsAge()
    {
        Timeline line(BreakerSignal::edge);
        line.breaker().failureThreshold = 0;
        line.serves("e1", 1);
        line.run(5);
        line.restarts("e1");
        line.serves("e1", 1000, 1000); // In two seconds more than the old process counted in its life.
        line.run(7);
        QCOMPARE(line.told(), QByteArray(""));
        line.run(9);
        QVERIFY(line.told().contains(" open failure-rate "));
    }

    void smallFaultsDegradeIt()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 1);
        line.serves("e2", 100);
        line.run(60);
        QCOMPARE(line.told(), QByteArray("")); // Half a percent, as usual.
        line.serves("e1", 100, 21);
        line.run(120);
        const QByteArray told = line.told(); // 10 %: far from the rate that opens.
        QVERIFY2(told.contains(" b@us degraded sequential ") && !told.contains(" open "), told);
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).figures.scoreAlarm > 0);
        line.serves("e1", 100, 1);
        line.run(160);
        QVERIFY(line.told().contains(" b@us closed recovered "));
    }

    void itStaysDegradedForAWholeWindow()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 0.5);
        line.run(60);
        line.serves("e1", 100, 20);
        while (line.stateOf("b@us") != BreakerState::degraded && line.second < 100)
            line.run(static_cast<int>(line.second) + 1);
        const int since = static_cast<int>(line.second);
        line.serves("e1", 100);
        line.run(since + 9);
        QCOMPARE(line.stateOf("b@us"), BreakerState::degraded);
        line.run(since + 14);
        QCOMPARE(line.stateOf("b@us"), BreakerState::closed);
    }

    // Better is not well: what is usual was learned before the trouble, never from it.
    void lessTroubleIsTroubleStill()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 0.5);
        line.run(60);
        line.serves("e1", 100, 40);
        line.run(70);
        QCOMPARE(line.stateOf("b@us"), BreakerState::degraded);
        for (const double failing : {7.0, 4.0}) { // Far above what is usual; slightly above.
            line.serves("e1", 100, failing);
            line.run(static_cast<int>(line.second) + 40);
            QCOMPARE(line.stateOf("b@us"), BreakerState::degraded);
        }
        line.serves("e1", 100, 0.5);
        line.run(static_cast<int>(line.second) + 20);
        QCOMPARE(line.stateOf("b@us"), BreakerState::closed);
    }

    void oneBurstIsNoAlarm()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 1);
        line.run(60);
        line.serves("e1", 100, 40);
        line.run(61); // One look's worth.
        line.serves("e1", 100, 1);
        line.run(120);
        QCOMPARE(line.told(), QByteArray(""));
    }

    void withoutAHabitTheSmallIsNotJudged()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 10);
        line.run(10);
        QCOMPARE(line.told(), QByteArray("")); // After a restart nothing is known of what is usual: 10 % may be.
        line.run(300);
        QCOMPARE(line.told(), QByteArray("")); // It is.
    }

    // A target whose failures always came in bursts is not called ill for one that lasts a little longer.
    void habitualBurstsDullTheTest()
    {
        Timeline line(BreakerSignal::edge);
        const auto burst = [&line](int seconds) {
            line.serves("e1", 100, 30);
            line.run(static_cast<int>(line.second) + seconds);
            line.serves("e1", 100);
        };
        for (int second = 10; second <= 120; second += 10) {
            line.run(second - 2);
            burst(2);
        }
        line.run(129);
        burst(8);
        QCOMPARE(line.told(), QByteArray(""));
    }

    void aShortHabitIsNone()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 5);
        line.run(20);
        line.serves("e1", 5, 2);
        line.run(40); // 150 calls tell too little of what is usual.
        QCOMPARE(line.told(), QByteArray(""));
    }

    void habitualFailuresAreLearned()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 5);
        line.run(120);
        line.serves("e1", 100, 8);
        line.run(180);
        QCOMPARE(line.told(), QByteArray(""));
        line.serves("e1", 100, 30);
        line.run(240);
        QVERIFY(line.told().contains(" degraded "));
    }

    // A restart forgets what is usual; then only far fewer failures than those that made it degraded are well.
    void afterARestartItIsStillDegraded()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 0.5);
        line.run(60);
        line.serves("e1", 100, 20);
        line.run(90);
        line.record(JournalOpened{});
        line.run(140);
        QCOMPARE(line.stateOf("b@us"), BreakerState::degraded);
        line.serves("e1", 100, 0.5);
        line.run(160);
        QCOMPARE(line.stateOf("b@us"), BreakerState::closed);
    }

    void aDegradedOneOpensWhenItGetsWorse()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 0.5);
        line.run(60);
        line.serves("e1", 100, 20);
        line.run(90);
        QCOMPARE(line.stateOf("b@us"), BreakerState::degraded);
        line.serves("e1", 100, 80);
        line.run(120);
        QCOMPARE(line.stateOf("b@us"), BreakerState::open);
    }

    void silenceNeitherHealsNorHurts()
    {
        Timeline line(BreakerSignal::edge);
        line.serves("e1", 100, 0.5);
        line.run(60);
        line.serves("e1", 100, 20);
        line.run(90);
        line.told();
        line.silent();
        line.run(400);
        QCOMPARE(line.told(), QByteArray(""));
        line.serves("e1", 0);
        line.run(500);
        QCOMPARE(line.told(), QByteArray("")); // Read again, and no calls: that is no proof of health.
    }

    void halfOpenWithoutCallsStaysHalfOpen()
    {
        Timeline line(BreakerSignal::edge);
        line.breaker().effect = BreakerEffect::drain;
        line.serves("e1", 10, 10);
        line.run(4);
        QVERIFY(line.told().contains(" open "));
        line.serves("e1", 0); // Drained.
        line.run(300);
        QCOMPARE(line.told(), QByteArray("33 b@us half-open open-time-over 0/0"));
        QCOMPARE(line.looks(), QByteArray("e1+0s e2+0s")); // The usual rounds will do.
        line.serves("e1", 10);
        line.run(310);
        QVERIFY(line.told().contains(" ramping probes-passed 0/"));
        line.run(330);
        QVERIFY(line.told().contains(" closed ramp-step 0/"));
    }
};

QTEST_APPLESS_MAIN(TestResilienceEngineCounters)
#include "tst_resilience_engine_counters.moc"
