// SPDX-License-Identifier: GPL-3.0-or-later
// What may be shown, and when: only what is on disk; and an observer leaves nothing behind.
#include "core/journal/memory_journal.h"
#include "tests/support/fake_world.h"
#include "tests/support/holding_committer.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

const std::string evacuates = "policies:\n  evacuation:\n    autonomy: act\n    after: 10s\n    steps: [50%, 0%]\n    headroom_min: 10%\n"
                              "    cool_down: 30s\n  plans:\n    verify_timeout: 10s\n    call_deadline: 2s\n";

FleetSource threeRegions()
{
    return pictureFleet({"us", "eu", "ap"}, evacuates);
}

} // namespace

class TestDurable : public QObject
{
    Q_OBJECT

private slots:
    void aSteadyStreamLeavesAMomentToShowAtEachCommit()
    {
        MemoryJournal journal;
        HoldingCommitter disk(journal);
        VirtualClock clock;
        FakeWorld world(clock);
        Runner runner({}, {}, clock, disk, world.ports());
        int shown = 0;
        runner.onDurable([&] {
            ++shown;
            QCOMPARE(runner.state().head, journal.head().seq);
        });
        runner.open();
        runner.offerFleet(threeRegions());
        for (std::uint64_t i = 1; i <= 50; ++i) {
            runner.request(i % 2 ? Event(StopRequested{RequestId(i), "storm"}) : Event(LiftStopRequested{RequestId(i)}), "budi");
            QVERIFY(disk.isHolding());
            disk.letGo();
            runner.pump();
            QVERIFY(!runner.isDurable()); // The next group is on its way already: whoever only samples sees nothing.
        }
        QCOMPARE(shown, 50);
    }

    void whatFollowsFromACommitIsNotShownWithIt()
    {
        MemoryJournal journal;
        Bench bench(threeRegions(), journal);
        bench.run(20s);
        int failed = 0;
        bench.runner->onRecorded([&](const Recorded &one) {
            bench.world.noDriver = bench.world.noDriver || one.event.as<StepIntended>();
            failed += one.event.as<StepAnswered>() != nullptr;
        });
        bench.runner->onDurable([&] { QCOMPARE(bench.runner->state().head, journal.head().seq); });
        bench.world.down.insert("us");
        QVERIFY(bench.runUntil([&] { return failed > 0; }, 60s)); // A call that no driver takes is answered at once.
    }

    void nothingIsShownAfterAFailure()
    {
        MemoryJournal journal;
        Bench bench(threeRegions(), journal);
        bench.run(20s);
        int shown = 0;
        bench.runner->onDurable([&shown] { ++shown; });
        journal.failNext();
        bench.runner->request(StopRequested{RequestId(1), "why"}, "budi");
        bench.run(1s);
        QVERIFY(bench.runner->isFaulty());
        QCOMPARE(shown, 0);
    }

    /// The last Siaga died in the middle of a plan; whoever only looks neither goes on with it nor writes a word.
    void anObserverSeesAndLeavesNoTrace()
    {
        MemoryJournal journal;
        Bench bench(threeRegions(), journal);
        bench.run(20s);
        bench.world.down.insert("us");
        QVERIFY(bench.runUntil([&] { return !bench.world.commands.empty(); }, 60s));
        const auto commands = bench.world.commands.size();
        bench.world.connect(nullptr);
        bench.runner.reset();
        const Head head = journal.head();

        ForgettingCommitter nowhere;
        auto state = openState(journal)->state;
        const auto plan = state.orchestrator.plans.begin()->first;
        Runner observer({.role = Role::observing}, std::move(state), bench.clock, nowhere, bench.world.ports());
        std::size_t turned = 0;
        observer.onRecorded([&turned](const Recorded &one) { turned += one.event.as<CheckTurned>() != nullptr; });
        bench.world.connect(&observer);
        observer.open();
        bench.world.down.insert("eu"); // Something to see, and something to propose a plan for.
        for (const Instant end = bench.clock.now() + 2min; bench.clock.now() < end;) {
            observer.pump();
            bench.clock.advanceTo(bench.clock.now() + 100ms);
            bench.world.deliver();
        }
        QVERIFY(turned > 0);
        QCOMPARE(observer.state().health.regions.at(RegionId("eu")).state, RegionState::down);
        QCOMPARE(bench.world.commands.size(), commands);
        QCOMPARE(observer.state().orchestrator.plans.size(), std::size_t(1));
        QVERIFY(observer.state().orchestrator.plan(plan) != nullptr);
        QCOMPARE(journal.head(), head);
        bench.world.connect(nullptr);
    }
};

QTEST_GUILESS_MAIN(TestDurable)
#include "tst_durable.moc"
