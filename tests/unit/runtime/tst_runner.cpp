// SPDX-License-Identifier: GPL-3.0-or-later
// The loop's own faults: they stop it and say so, wherever they show.
#include "core/events/request_events.h"
#include "tests/unit/runtime/three_regions.h"

#include <QTest>

using namespace siaga;
using namespace siaga::three_regions;
using namespace std::chrono_literals;

class TestRunner : public QObject
{
    Q_OBJECT

private slots:
    /// What follows from a call that no driver took is decided after the commit, where a fault of ours is one too.
    void aClockThatRunsBackAfterACommitStopsTheLoopAndSaysSo()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return !bench.all<PlanAdmitted>().empty(); }, 60s));
        bench.world.noDriver = true;
        bench.runner->onRecorded([&bench](const Recorded &recorded) {
            const auto *intended = recorded.event.as<StepIntended>();
            if (intended && !intended->endpoint.empty())
                bench.clock.back = 1h;
        });
        for (int i = 0; i < 1000 && bench.runner->loopFault().empty(); ++i) {
            bench.clock.advanceTo(bench.clock.VirtualClock::now() + 10ms);
            bench.world.deliver();
            bench.runner->pump();
        }
        QVERIFY(!bench.runner->loopFault().empty());
    }

    /// Another instance was quicker: what this one decided is thrown away, the journal is folded again, and it goes on.
    void aMovedHeadThrowsTheStateAwayAndFoldsAgain()
    {
        std::size_t records = 0;
        for (std::size_t cut = 1; cut == 1 || cut < records; ++cut) {
            MemoryJournal journal;
            Bench bench(pictureFleet(regions, policy("act")), journal);
            bench.run(20s);
            killRegion(bench, "us");
            QVERIFY(bench.runUntil([&] { return bench.recorded.size() >= cut || ended(bench, PlanEnd::done); }, 90s));
            if (ended(bench, PlanEnd::done))
                break;
            const Epoch before = bench.runner->state().epoch;
            journal.refuseNext();
            QVERIFY2(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 180s), std::to_string(cut).c_str());
            bench.run(5s);
            QVERIFY(bench.runner->state().epoch > before);
            QVERIFY(bench.runner->journalFault().empty() && bench.runner->loopFault().empty());
            QCOMPARE(weightAt(bench, "edge-eu", "us"), 0);
            QCOMPARE(weightAt(bench, "edge-ap", "us"), 0);
            std::map<std::string, int> keys;
            for (const FakeWorld::Command &command : bench.world.commands)
                QVERIFY2(++keys[command.key] == 1, command.key.c_str());
            QVERIFY(stateHash(openState(journal)->state) == stateHash(bench.runner->state()));
            records = std::max(records, bench.recorded.size());
        }
    }

    void whatAPersonAskedIsAskedAgainAfterARefusal()
    {
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("ask"));
        Bench bench(source, journal);
        bench.run(20s);
        journal.refuseNext();
        bench.runner->request(StopRequested{RequestId(1), "drill"}, "siti");
        bench.runner->offerFleet(pictureFleet(regions, policy("watch")));
        bench.run(1s);
        QVERIFY(bench.runner->state().orchestrator.stop.has_value());
        QCOMPARE(bench.all<RequestGranted>().size(), std::size_t(1));
        QVERIFY(bench.runner->state().fleet.policies.evacuation.autonomy == Autonomy::watch);
    }

    void whoIsRefusedAgainAndAgainStopsWriting()
    {
        struct OthersAreQuicker : Committer
        {
            void commit(std::vector<std::vector<NewRecord>>, Committed done) override { done(AppendFailure{AppendRefusal::headMoved, {}}); }
            void refold(Refolded done) override { ++refolds, done(State{}); }
            void keep(Keyframe) override { }
            void read(JournalJob) override { }
            int refolds = 0;
        };
        VirtualClock clock;
        FakeWorld world(clock);
        OthersAreQuicker committer;
        Runner runner({}, State{}, clock, committer, world.ports());
        runner.open();
        runner.pump();
        QVERIFY(!runner.journalFault().empty());
        QVERIFY(committer.refolds > 0 && committer.refolds < 20);
    }
};

QTEST_APPLESS_MAIN(TestRunner)
#include "tst_runner.moc"
