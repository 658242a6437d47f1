// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/runtime_events.h"
#include "tests/unit/resilience/resilience_timeline.h"

#include <QTest>

#include <limits>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

// Breakers that listen to counters: those of all edges together, or those on a page of metrics.
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

    void aPageIsReadByDifferences()
    {
        Timeline line(BreakerSignal::metric);
        line.publishes(10);
        line.run(30);
        line.publishes(10, 6);
        line.run(50);
        QVERIFY(line.told().contains(" b@us open failure-rate "));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).witnesses == std::vector{VantageId("app")});
    }

    void aCounterThatStartsAnewCountsNothing()
    {
        Timeline line(BreakerSignal::metric);
        line.breaker().failureThreshold = 0;
        line.breaker().failureRate = Permille{250};
        line.publishes(100, 10);
        line.run(31);
        line.restarts("app");
        line.publishes(100, 100);
        line.run(34); // 200 failures of 200 calls since some moment that nobody knows.
        QCOMPARE(line.told(), QByteArray(""));
        line.run(35); // 200 more, and 600 calls from before the restart, 60 of them failed.
        QCOMPARE(line.told(), QByteArray("35 b@us open failure-rate 260/800"));
    }

    void whatCannotBeReadIsUnknown_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("absent") << -2.0;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("negative") << -1.0;
    }

    void whatCannotBeReadIsUnknown()
    {
        QFETCH(double, value);
        Timeline line(BreakerSignal::metric);
        line.publishes(10, 10);
        for (const char *series : {"failed", "calls"}) {
            line.onPage = [value, series](MetricsSeen &page) {
                page.values[series] = value;
                if (value == -2)
                    page.values.erase(series);
            };
            line.run(static_cast<int>(line.second) + 30);
            QCOMPARE(line.told(), QByteArray(""));
        }
    }

    // What was read grows old in the window; a page that tells nothing must not turn anything by that.
    void aPageThatTellsNothingIsSilence()
    {
        Timeline line(BreakerSignal::metric);
        line.breaker().failureThreshold = 0;
        line.publishes(10, 0);
        line.run(19);
        line.publishes(10, 9);
        line.run(21); // The newest stretch alone is above the rate, the window is not.
        line.onPage = [](MetricsSeen &page) { page.values.clear(); };
        line.run(60);
        QCOMPARE(line.told(), QByteArray(""));
    }

    // Many programs show a counter only after it first counted.
    void aFailureCounterThatWasNeverThereStandsAtZero()
    {
        Timeline line(BreakerSignal::metric);
        line.publishes(10);
        line.onPage = [](MetricsSeen &page) {
            if (page.values["failed"] == 0)
                page.values.erase("failed");
        };
        line.run(20);
        line.publishes(10, 10);
        line.run(26);
        QVERIFY(line.told().contains(" b@us open "));
    }

    void oneThatVanishedAndCameBackIsNoBurst()
    {
        Timeline line(BreakerSignal::metric);
        line.breaker().failureThreshold = 0;
        line.publishes(10, 2);
        line.run(41);
        line.onPage = [](MetricsSeen &page) { page.values.erase("failed"); };
        line.run(43);
        line.onPage = nullptr;
        line.run(80);
        QVERIFY(!line.told().contains(" open "));
    }

    void aPageThatIsNotReachedSaysNothing()
    {
        Timeline line(BreakerSignal::metric);
        line.publishes(10, 10);
        line.onPage = [](MetricsSeen &page) { page.reached = false; };
        line.run(100);
        QCOMPARE(line.told(), QByteArray(""));
    }

    void otherSubjectsAreNotHeard()
    {
        Timeline line(BreakerSignal::metric);
        line.answers(ProbeOutcome::refused);
        line.serves("e1", 10, 10);
        line.run(60);
        QCOMPARE(line.told(), QByteArray(""));
    }
};

QTEST_APPLESS_MAIN(TestResilienceEngineCounters)
#include "tst_resilience_engine_counters.moc"
