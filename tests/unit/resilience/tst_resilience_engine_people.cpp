// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/request_events.h"
#include "core/events/runtime_events.h"
#include "tests/unit/resilience/resilience_timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

// What people order of breakers, why it is refused, and how it ends.
class TestResilienceEnginePeople : public QObject
{
    Q_OBJECT

private slots:
    void forcedOpenItStaysSoWhateverIsSeen()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::passed);
        line.run(5);
        line.hold("b@us", BreakerHold::open, 60);
        QCOMPARE(line.told(), QByteArray("5 b@us held open by ann, 5 b@us forced-open person 0/0, 5 granted"));
        const Held &held = line.state.held.at(BreakerId("b@us"));
        QVERIFY(held.by == "ann" && held.reason == "why" && held.since == at(5) && held.until == at(65));
        line.run(64);
        QCOMPARE(line.told(), QByteArray(""));
    }

    void aHoldEndsByItselfAndItLooksBeforeItCloses()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::passed);
        line.run(5);
        line.hold("b@us", BreakerHold::open, 60);
        line.told();
        QVERIFY(nextDeadline(line.state, line.context()) == at(65));
        line.run(65);
        QCOMPARE(line.told(), QByteArray("65 b@us released, 65 b@us half-open expired 0/0, 65 b@us closed probes-passed 0/1"));
        QCOMPARE(line.looks(), QByteArray("web@us+0s"));
        QVERIFY(line.state.held.empty());
    }

    void disabledItStaysClosedAndIsJudgedAfterwards()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(1);
        line.hold("b@us", BreakerHold::disabled, 60);
        line.told();
        line.run(60);
        QCOMPARE(line.told(), QByteArray(""));
        line.run(62); // Its own judgement went on: the next failure is one of many in a row.
        QCOMPARE(line.told(), QByteArray("61 b@us released, 61 b@us closed expired 0/0, 61 b@us open consecutive 5/5"));
    }

    void anOpenOneMayBeDisabled()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(9);
        line.hold("b@us", BreakerHold::disabled, 600);
        line.told();
        line.run(100); // Its open time is over, and that changes nothing.
        QCOMPARE(line.told(), QByteArray(""));
        QCOMPARE(line.stateOf("b@us"), BreakerState::disabled);
    }

    void aSecondHoldReplacesTheFirst()
    {
        Timeline line(BreakerSignal::check);
        line.hold("b@us", BreakerHold::open, 60);
        line.run(10);
        line.told();
        line.hold("b@us", BreakerHold::open, 600, "longer");
        QCOMPARE(line.told(), QByteArray("10 b@us held open by ann, 10 granted")); // No turn to where it is.
        line.run(100);
        QCOMPARE(line.told(), QByteArray(""));
        line.hold("b@us", BreakerHold::disabled, 10);
        QVERIFY(line.told().contains("b@us disabled person"));
    }

    void resetClosesItAndForgetsWhatItCounted()
    {
        Timeline line(BreakerSignal::check);
        line.answers(ProbeOutcome::refused);
        line.run(39);
        line.run(43); // Open for the second time.
        line.told();
        line.reset("b@us");
        QCOMPARE(line.told(), QByteArray("43 b@us reset by ann, 43 b@us closed person 0/0, 43 granted"));
        line.run(50);
        QCOMPARE(line.told(), QByteArray("")); // Four failures since.
        line.run(55);
        QVERIFY(line.told().contains(" b@us open consecutive 5/5"));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).openFor == 30s);
    }

    void resetEndsAHold()
    {
        Timeline line(BreakerSignal::check);
        line.hold("b@us", BreakerHold::open, 600);
        line.reset("b@us");
        QCOMPARE(line.stateOf("b@us"), BreakerState::closed);
        QVERIFY(line.state.held.empty());
        QVERIFY(!nextDeadline(line.state, line.context()));
    }

    void whatIsWrongWithARequestIsToldAtOnce()
    {
        Timeline line(BreakerSignal::check);
        line.hold("nosuch", BreakerHold::open, 0, " ");
        QCOMPARE(line.told(), QByteArray("0 refused NotInFleet ReasonNeeded EndNeeded"));
        line.hold("b@us", BreakerHold::open, 24 * 3600 + 1);
        QCOMPARE(line.told(), QByteArray("0 refused EndNeeded"));
        line.hold("b@us", BreakerHold::open, -1);
        QCOMPARE(line.told(), QByteArray("0 refused EndNeeded"));
        line.reset("nosuch");
        QCOMPARE(line.told(), QByteArray("0 refused NotInFleet"));
        line.hold("page:app:envoy:x", BreakerHold::open, 60);
        QCOMPARE(line.told(), QByteArray("0 refused NotInFleet")); // Other programs' breakers are not ours to hold.
        QVERIFY(line.state.breakers.empty() && line.state.held.empty());
        line.hold("b@us", BreakerHold::open, 24 * 3600);
        QVERIFY(line.told().endsWith("granted"));
    }

    void ourOwnMayBeHeld()
    {
        for (const char *name : {"edge:e1", "probe:web.us.example:80", "metrics:app"}) {
            Timeline line(BreakerSignal::check);
            line.hold(name, BreakerHold::open, 60);
            QVERIFY(line.told().contains(QByteArray(name) + " forced-open person"));
            QCOMPARE(line.state.breakers.at(BreakerId(name)).kind, BreakerKind::own);
            line.run(60);
            QVERIFY(line.told().endsWith(QByteArray(name) + " half-open expired 0/0"));
        }
    }

    void ourOwnReportWhatTheyDo()
    {
        Timeline line(BreakerSignal::check);
        OwnBreakerSeen seen{.breaker = BreakerId("edge:e1"), .to = BreakerState::open, .rule = BreakerRule::failureRate,
                            .figures = {.calls = 20, .failures = 11}, .openFor = 2s};
        line.see(seen);
        QCOMPARE(line.told(), QByteArray("0 edge:e1 open failure-rate 11/20"));
        QVERIFY(line.state.breakers.at(BreakerId("edge:e1")).openFor == 2s);
        line.see(seen);
        QCOMPARE(line.told(), QByteArray("")); // Told already.
        seen.to = BreakerState::ramping;
        seen.admittedPermille = 100;
        line.see(seen);
        seen.admittedPermille = 250;
        line.see(seen);
        QCOMPARE(line.state.breakers.at(BreakerId("edge:e1")).admitted, Permille{250});
        QCOMPARE(line.state.breakers.at(BreakerId("edge:e1")).turns.size(), std::size_t(3));
    }

    void aReportFromBeforeTheHoldIsTooLate()
    {
        Timeline line(BreakerSignal::check);
        line.hold("edge:e1", BreakerHold::open, 60);
        line.told();
        line.see(OwnBreakerSeen{.breaker = BreakerId("edge:e1"), .to = BreakerState::halfOpen});
        line.see(OwnBreakerSeen{.breaker = BreakerId("edge:e1"), .to = BreakerState::forcedOpen, .rule = BreakerRule::person});
        QCOMPARE(line.told(), QByteArray(""));
    }

    void ourOwnBeginAnewAfterARestartUnlessHeld()
    {
        Timeline line(BreakerSignal::check);
        line.see(OwnBreakerSeen{.breaker = BreakerId("edge:e1"), .to = BreakerState::open});
        line.hold("edge:e2", BreakerHold::open, 60);
        line.told();
        line.record(JournalOpened{});
        QCOMPARE(line.told(), QByteArray("0 edge:e1 gone"));
        QCOMPARE(line.stateOf("edge:e2"), BreakerState::forcedOpen);
    }

    void ourOwnLeaveWithTheirTarget()
    {
        Timeline line(BreakerSignal::check);
        line.see(OwnBreakerSeen{.breaker = BreakerId("edge:e1"), .to = BreakerState::open});
        line.see(OwnBreakerSeen{.breaker = BreakerId("probe:web.us.example:80"), .to = BreakerState::open});
        line.told();
        line.fleet.endpoints.clear();
        line.record(FleetAdopted{});
        QCOMPARE(line.told(), QByteArray("0 edge:e1 gone"));
    }
};

QTEST_APPLESS_MAIN(TestResilienceEnginePeople)
#include "tst_resilience_engine_people.moc"
