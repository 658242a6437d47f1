// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/request_events.h"
#include "core/lab/exercise.h"

#include <QElapsedTimer>
#include <QTest>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

const RegionId east("lab-us-east-1");

/// Counts what a lab tells.
struct Counter : Watcher
{
    void onRecorded(const Recorded &recorded) override
    {
        inOrder = inOrder && recorded.seq == last.next();
        last = recorded.seq;
        ended += recorded.event.as<PlanEnded>() ? 1 : 0;
    }
    void onEffect(const Effect &effect) override { effects += effect.writer == Effect::Writer::siaga ? 1 : 0; }
    void onKilled() override { ++killed; }
    void onOpened() override { ++opened; }

    bool inOrder = true;
    Seq last;
    int ended = 0;
    int effects = 0;
    int killed = 0;
    int opened = 0;
};

/// An instance that knows its world, and a person's evacuation of the east that has just begun.
struct Evacuating
{
    Evacuating()
        : lab(labFleet(), {.seed = 3})
        , invariants(lab)
    {
        lab.watch(counter);
        lab.watch(invariants);
        lab.open();
        lab.runUntil(Instant{} + 40s);
        lab.ask(EvacuateRequested{RequestId(1), east, {}, none, false}, "ayu");
        lab.runUntil(Instant{} + 42s);
        lab.ask(ApproveRequested{RequestId(2), PlanId(1), invariants.plans().plan(PlanId(1))->proposed.hash}, "ayu");
        while (counter.effects == 0 && lab.step(Instant{} + 60s)) {
        }
    }
    Lab lab;
    Counter counter;
    Invariants invariants;
};

} // namespace

class TestLabHost : public QObject
{
    Q_OBJECT

private slots:
    void theLabsFleetReadsWithoutAProblem()
    {
        for (const Autonomy autonomy : {Autonomy::watch, Autonomy::ask, Autonomy::act}) {
            const auto reading = readFleet(labFleet({.evacuation = autonomy, .evacuateAfter = 0s, .floor = 3000}));
            QVERIFY(reading);
            QVERIFY(reading->fleet.lab);
            QCOMPARE(reading->fleet.regions.size(), std::size_t(4));
            QVERIFY(reading->fleet.policies.evacuation.autonomy == autonomy);
            QCOMPARE(reading->fleet.service(ServiceId("web"))->floor, 3000.0);
        }
    }

    void aHealthyWorldIsSeenHealthyAndNothingIsDone()
    {
        Lab lab(labFleet({.evacuation = Autonomy::act}), {});
        Counter counter;
        lab.watch(counter);
        lab.open();
        lab.runUntil(Instant{} + 10min);
        for (const Region &region : lab.world().fleet().regions)
            QVERIFY(lab.state().health.regions.at(region.id).state == RegionState::healthy);
        QVERIFY(lab.state().health.open.empty());
        QCOMPARE(counter.effects, 0);
        QVERIFY(counter.inOrder);
    }

    void aPersonsEvacuationEndsAndEveryEdgeObeys()
    {
        Evacuating run;
        run.lab.runUntil(run.lab.now() + 30s);
        QCOMPARE(run.counter.ended, 1);
        for (const Endpoint &endpoint : run.lab.world().fleet().endpoints)
            QCOMPARE(run.lab.world().edge(endpoint.id)->server({ServiceId("web"), east})->weight, 0);
        QVERIFY(!run.invariants.violation());
    }

    void aKilledInstanceGoesOnWhereItWas()
    {
        Evacuating run;
        run.lab.kill();
        QVERIFY(!run.lab.isAlive());
        const Seq atDeath = run.lab.durable();
        run.lab.runUntil(run.lab.now() + 20s);
        QVERIFY(run.lab.durable() == atDeath);
        run.lab.open();
        run.lab.runUntil(run.lab.now() + 60s);
        QVERIFY(run.invariants.plans().plan(PlanId(1))->ended == PlanEnd::done);
        QVERIFY(run.counter.inOrder);
        QVERIFY2(!run.invariants.violation(), run.invariants.violation() ? run.invariants.violation()->what.c_str() : "");
    }

    void whatIsOnItsWayArrivesThoughTheInstanceIsDead()
    {
        Evacuating run;
        run.lab.runUntil(run.lab.now() + 140ms); // Commands to the slower edges are sent by now, but not there yet.
        const int before = run.counter.effects;
        run.lab.kill();
        run.lab.runUntil(run.lab.now() + 20s);
        QVERIFY(run.counter.effects > before);
        const int settled = run.counter.effects;
        run.lab.runUntil(run.lab.now() + 10min);
        QCOMPARE(run.counter.effects, settled);
    }

    void aFailedAppendSilencesTheInstanceUntilItIsOpenedAgain()
    {
        Evacuating run;
        run.lab.failNextAppend(0);
        run.lab.runUntil(run.lab.now() + 20s);
        QVERIFY(run.lab.isDiskPoisoned());
        QVERIFY(!run.lab.runner()->journalFault().empty());
        const int silent = run.counter.effects;
        run.lab.runUntil(run.lab.now() + 20s);
        QCOMPARE(run.counter.effects, silent);
        run.lab.kill();
        run.lab.open();
        run.lab.runUntil(run.lab.now() + 60s);
        QVERIFY(run.invariants.plans().plan(PlanId(1))->ended == PlanEnd::done);
    }

    void theSameSeedGivesTheSameTrace()
    {
        const auto trace = [](std::uint64_t seed) {
            return toHex(runExercise({.seed = seed, .trouble = 3min, .calm = 2min}).trace);
        };
        QCOMPARE(trace(11), trace(11));
        QVERIFY(trace(11) != trace(12));
    }

    void aRunStopsAtTheRecordThatIsAskedFor()
    {
        const ExerciseReport report = runExercise({.seed = 5, .stopAt = Seq(30)});
        QVERIFY(report.records >= 30 && report.records < 60);
    }

    void invariantsBite_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("a command without an intention") << 1;
        QTest::newRow("a plan that nobody allowed") << 2;
        QTest::newRow("a record out of order") << 3;
        QTest::newRow("an effect under an unknown key") << 4;
        QTest::newRow("a call that ends twice") << 32;
        QTest::newRow("a check that is down after one sample") << 34;
    }

    void invariantsBite()
    {
        QFETCH(int, number);
        Evacuating run;
        const Endpoint edge = run.lab.world().fleet().endpoints.front();
        Recorded record{run.lab.durable().next(), run.lab.now(), {}, Epoch(1), {}, CheckTurned{}};
        if (number == 1) {
            const SetServerWeight write{edge, ServiceId("web"), east, 7};
            run.invariants.onCallStarted({.id = CallId(1'000'000), .what = write, .key = "p1.s2.do"}, run.lab.durable());
        } else if (number == 2) {
            record.event = StepIntended{.plan = PlanId(99)};
            run.invariants.onRecorded(record);
        } else if (number == 3) {
            record.seq = Seq(record.seq.value() + 5);
            run.invariants.onRecorded(record);
        } else if (number == 4) {
            run.invariants.onEffect({.at = run.lab.now(), .endpoint = edge.id, .service = ServiceId("web"), .region = east, .weight = 9, .key = "?"});
        } else if (number == 32) {
            run.invariants.onCompleted({CallId(1'000'000), WriteAnswer{}});
        } else {
            record.event = CheckTurned{.check = CheckId("web@lab-us-east-1"), .from = CheckState::up, .to = CheckState::down};
            run.invariants.onRecorded(record);
        }
        QVERIFY(run.invariants.violation());
        QCOMPARE(run.invariants.violation()->invariant, number);
    }

    void theLabRunsAThousandTimesFasterThanTheClock()
    {
        Lab lab(labFleet(), {});
        lab.open();
        QElapsedTimer timer;
        timer.start();
        lab.runUntil(Instant{} + 30min);
        QVERIFY2(timer.elapsed() < 1800, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(TestLabHost)
#include "tst_lab_host.moc"
