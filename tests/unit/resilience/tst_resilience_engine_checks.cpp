// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/health_events.h"
#include "core/events/runtime_events.h"
#include "tests/unit/resilience/resilience_timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

// A breaker that listens to the results of a check: the whole way round, by the clock and by what is seen.
class TestResilienceEngineChecks : public QObject
{
    Q_OBJECT

private slots:
    void failuresInARowOpenIt()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::passed);
        line.run(5);
        line.answers(ProbeOutcome::refused);
        line.run(14); // Looks at 1, 3, 5 pass; 7, 9, 11, 13 fail: four.
        QCOMPARE(line.told(), QByteArray(""));
        line.run(15);
        QCOMPARE(line.told(), QByteArray("15 b@us open consecutive 5/5"));
        const BreakerMemory &memory = line.state.breakers.at(BreakerId("b@us"));
        QVERIFY(memory.openFor == 30s && memory.service == ServiceId("web") && memory.region == RegionId("us"));
        QVERIFY(memory.witnesses == std::vector{ownVantage});
    }

    void whoSawTheRowIsItsWitnessWhateverWasBefore()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().window = 60s;
        line.breaker().failureThreshold = 3;
        line.answers(ProbeOutcome::passed);
        line.run(60);
        line.answers(ProbeOutcome::refused);
        line.run(66);
        QVERIFY(line.told().contains(" b@us open consecutive 3/"));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).witnesses == std::vector{ownVantage});
    }

    void onePassBetweenBreaksTheRow()
    {
        Timeline line(BreakerSignal::check);
        for (int i = 0; i < 5; ++i) {
            line.answers(ProbeOutcome::refused);
            line.run(i * 10 + 8);
            line.answers(ProbeOutcome::passed);
            line.run(i * 10 + 10);
        }
        line.breaker().callsMin = 1000;
        QCOMPARE(line.told(), QByteArray(""));
    }

    void aSlowAnswerIsAFailure()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().timeout = 500ms;
        line.answers(ProbeOutcome::passed, 0.5);
        line.run(20);
        QCOMPARE(line.told(), QByteArray(""));
        line.answers(ProbeOutcome::passed, 0.51);
        line.run(30);
        QCOMPARE(line.told(), QByteArray("29 b@us open consecutive 5/5"));
    }

    void aProbeThatWasNotRunSaysNothing()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(8); // 1, 3, 5, 7
        line.answers(ProbeOutcome::notRun);
        line.run(10);
        QCOMPARE(line.told(), QByteArray(""));
        line.answers(ProbeOutcome::refused);
        line.run(11);
        QCOMPARE(line.told(), QByteArray("11 b@us open consecutive 4/4")); // The first of five is not in the window any more.
    }

    void failuresOnBothSidesOfALongSilenceAreNoRow()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(8);
        line.silent();
        line.run(20);
        line.answers(ProbeOutcome::refused);
        line.run(28); // 21, 23, 25, 27
        QCOMPARE(line.told(), QByteArray(""));
        line.run(29);
        QCOMPARE(line.told(), QByteArray("29 b@us open consecutive 5/5"));
    }

    void theRateNeedsItsMinimumOfCalls()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().failureThreshold = 0;
        line.breaker().callsMin = 5;
        line.answers(ProbeOutcome::refused);
        line.run(8);
        QCOMPARE(line.told(), QByteArray(""));
        line.run(9);
        QCOMPARE(line.told(), QByteArray("9 b@us open failure-rate 5/5"));
    }

    void aShareBelowTheRateOpensNothing()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().failureThreshold = 0;
        line.breaker().callsMin = 5;
        line.breaker().failureRate = Permille{400};
        const auto oneOfFiveFails = [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                line.answers(i % 5 == 0 ? ProbeOutcome::refused : ProbeOutcome::passed);
                line.run(i * 2 + 2);
            }
        };
        oneOfFiveFails(0, 50);
        QCOMPARE(line.told(), QByteArray(""));
        line.breaker().failureRate = Permille{200}; // Reached is enough.
        oneOfFiveFails(50, 55);
        QVERIFY2(line.told().contains("open failure-rate 1/5"), line.told());
    }

    void itLooksWhenItsTimeIsOverAndClosesWhenWell()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(9);
        QCOMPARE(line.told(), QByteArray("9 b@us open consecutive 5/5"));
        QVERIFY(nextDeadline(line.state, line.context()) == at(39));
        line.answers(ProbeOutcome::passed);
        line.run(38); // It passes all the time, but the reset time is not over.
        QCOMPARE(line.told(), QByteArray(""));
        QCOMPARE(line.looks(), QByteArray(""));
        line.run(39);
        QCOMPARE(line.told(), QByteArray("39 b@us half-open open-time-over 0/0, 39 b@us closed probes-passed 0/1"));
        QCOMPARE(line.looks(), QByteArray("web@us+0s"));
        line.run(80);
        QCOMPARE(line.told(), QByteArray(""));
    }

    void itsLooksAreSpacedAndThenItOpensForTwiceAsLong()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().retries = 4;
        line.answers(ProbeOutcome::refused);
        line.run(38);
        line.told();
        line.run(60);
        // At 39, 1 s later, and 2 s after that; the round at 44 is too early to be the fourth, and its turn comes at 46.
        QCOMPARE(line.told(), QByteArray("39 b@us half-open open-time-over 0/0, 46 b@us open probes-failed 5/5"));
        QCOMPARE(line.looks(), QByteArray("web@us+0s web@us+1s web@us+2s web@us+4s web@us+2s"));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).openFor == 60s);
        QVERIFY(nextDeadline(line.state, line.context()) == at(106));
    }

    void theOpenTimeGrowsTenfoldAtMostAndIsForgottenWhenClosed()
    {
        Timeline line(BreakerSignal::check);
        const auto openFor = [&] { return line.state.breakers.at(BreakerId("b@us")).openFor; };
        line.answers(ProbeOutcome::refused);
        std::vector<Duration> times;
        for (int i = 0; i < 3000; ++i) {
            line.run(i);
            if (line.told().contains(" open "))
                times.push_back(openFor());
        }
        QVERIFY(times.size() >= 7);
        QVERIFY(times[0] == 30s && times[1] == 60s && times[2] == 120s && times[3] == 240s && times[4] == 300s && times[5] == 300s);
        line.answers(ProbeOutcome::passed);
        line.run(3400);
        QVERIFY(line.told().contains("closed probes-passed"));
        line.answers(ProbeOutcome::refused);
        line.run(3420);
        QVERIFY(openFor() == 30s);
    }

    void constantBackOffGrowsNothing()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().backoff = Backoff::constant;
        line.answers(ProbeOutcome::refused);
        line.run(60);
        QCOMPARE(line.looks(), QByteArray("web@us+0s web@us+1s web@us+1s"));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).openFor == 30s);
    }

    void oneThatDrainsRampsBeforeItCloses()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().effect = BreakerEffect::drain;
        line.answers(ProbeOutcome::refused);
        line.run(9);
        line.answers(ProbeOutcome::passed);
        line.run(40);
        QVERIFY(line.told().endsWith("39 b@us ramping probes-passed 0/1"));
        line.run(48);
        QCOMPARE(line.told(), QByteArray(""));
        line.run(51); // A whole window of 10 s.
        QVERIFY(line.told().contains(" b@us closed ramp-step 0/"));
    }

    void oneThatFailsWhileItRampsOpensAgain()
    {
        Timeline line(BreakerSignal::check);
        line.breaker().effect = BreakerEffect::drain;
        line.breaker().failureThreshold = 2;
        line.answers(ProbeOutcome::refused);
        line.run(4);
        line.answers(ProbeOutcome::passed);
        line.run(34);
        QVERIFY(line.told().endsWith("33 b@us ramping probes-passed 0/1"));
        line.answers(ProbeOutcome::refused);
        line.run(40);
        QVERIFY2(line.told().contains("b@us open consecutive 2/2"), "what failed before must not count");
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).openFor == 60s);
    }

    void silenceTurnsNothing()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(9);
        line.told();
        line.silent();
        line.run(1000);
        QCOMPARE(line.told(), QByteArray("39 b@us half-open open-time-over 0/0")); // Time is over, but nobody saw it well.
    }

    void aRestartKeepsTheStateAndForgetsTheWindow()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(8); // Four failures.
        line.record(JournalOpened{});
        line.run(14); // 9, 11, 13
        QCOMPARE(line.told(), QByteArray(""));
        line.run(17);
        QCOMPARE(line.told(), QByteArray("17 b@us open consecutive 5/5"));
        line.record(JournalOpened{});
        QCOMPARE(line.stateOf("b@us"), BreakerState::open);
        line.run(47);
        QCOMPARE(line.told(), QByteArray("47 b@us half-open open-time-over 0/0"));
    }

    void failuresOfOurOwnLinkDoNotCount()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(8);
        line.record(OwnLinkTurned{.trusted = false});
        line.run(60);
        QCOMPARE(line.told(), QByteArray(""));
        line.record(OwnLinkTurned{.trusted = true});
        line.run(68);
        QCOMPARE(line.told(), QByteArray(""));
        line.run(69);
        QCOMPARE(line.told(), QByteArray("69 b@us open consecutive 5/5"));
    }

    void aLiveChangeKeepsStateAndHistory()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(9);
        line.told();
        line.breaker().failureThreshold = 9;
        line.breaker().retries = 1;
        line.breaker().reset = 100s;
        line.record(FleetAdopted{});
        QCOMPARE(line.stateOf("b@us"), BreakerState::open);
        QCOMPARE(line.state.breakers.at(BreakerId("b@us")).turns.size(), std::size_t(1));
        line.run(41);
        // It opened under the old policy and for its time; from now on the new one counts.
        QCOMPARE(line.told(), QByteArray("39 b@us half-open open-time-over 0/0, 39 b@us open probes-failed 1/1"));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).openFor == 200s);
    }

    void whatLeavesTheFleetIsForgotten()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(9);
        line.hold("b@us", BreakerHold::disabled, 60);
        line.reset("b@us");
        line.hold("b@us", BreakerHold::open, 60);
        line.told();
        line.fleet.breakers.clear();
        line.record(FleetAdopted{});
        QCOMPARE(line.told(), QByteArray("9 b@us gone"));
        QVERIFY(line.state.breakers.empty() && line.state.held.empty() && line.state.reset.empty());
        QVERIFY(!nextDeadline(line.state, line.context()));
    }

    void atMostTwentyTurnsAreKept()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(9000);
        QCOMPARE(line.state.breakers.at(BreakerId("b@us")).turns.size(), turnsKept);
    }
};

QTEST_APPLESS_MAIN(TestResilienceEngineChecks)
#include "tst_resilience_engine_checks.moc"
