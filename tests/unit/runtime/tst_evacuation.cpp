// SPDX-License-Identifier: GPL-3.0-or-later
// The whole loop in virtual time: a region fails, is seen, leaves traffic, comes back.
#include "tests/unit/runtime/three_regions.h"

#include <QTest>

using namespace siaga;
using namespace siaga::three_regions;
using namespace std::chrono_literals;

namespace {

/// A repeat is legal only when a look in between showed another value.
void commandsAreNeverRepeatedBlindly(const Bench &bench)
{
    std::map<std::string, int> last;
    for (const FakeWorld::Command &command : bench.world.commands)
        QVERIFY2(++last[command.key] == 1, command.key.c_str());
}

} // namespace

class TestEvacuation : public QObject
{
    Q_OBJECT

private slots:
    void aDeadRegionLeavesTrafficAndComesBackByPolicy()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        QVERIFY(bench.all<AlertOpened>().empty());
        killRegion(bench, "us");
        const Instant killed = bench.clock.now();
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        QCOMPARE(weightAt(bench, "edge-eu", "us"), 0);
        QCOMPARE(weightAt(bench, "edge-ap", "us"), 0);
        QCOMPARE(weightAt(bench, "edge-us", "us"), 100);
        QCOMPARE(bench.all<PlanEnded>().back().notReached, std::vector<EndpointId>{EndpointId("edge-us")});
        QVERIFY(bench.clock.now() - killed < 30s);

        // Region and edge come back; the edge is told what it missed, then the region is given its traffic again.
        bench.world.down.clear();
        bench.world.edgesDown.clear();
        QVERIFY(bench.runUntil([&] { return weightAt(bench, "edge-us", "us") == 0; }, 30s));
        QVERIFY(bench.runUntil([&] { return weightAt(bench, "edge-us", "us") == 100 && weightAt(bench, "edge-eu", "us") == 100; }, 120s));
        bench.run(30s);
        QVERIFY(bench.runner->state().recovery.out.empty());
        QVERIFY(bench.runner->state().orchestrator.plans.empty());
        QVERIFY(bench.runner->state().health.open.empty());
        QVERIFY(journal.verify([](Seq) { return true; }));
        commandsAreNeverRepeatedBlindly(bench);
    }

    void askWaitsForThePersonAndTheHash()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("ask")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return lastOpen(bench) != nullptr; }, 60s));
        bench.run(30s);
        QVERIFY(bench.world.commands.empty());
        const PlanId id = lastOpen(bench)->id;
        bench.runner->request(ApproveRequested{RequestId(1), id, Hash256{}}, "budi");
        bench.run(1s);
        QVERIFY(bench.world.commands.empty());
        QCOMPARE(bench.all<RequestRefused>().size(), std::size_t(1));
        bench.runner->request(ApproveRequested{RequestId(2), id, lastOpen(bench)->hash}, "budi");
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        QCOMPARE(weightAt(bench, "edge-eu", "us"), 0);
    }

    void watchOnlySaysWhatItWouldDoOnce()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("watch")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        bench.run(5min);
        QCOMPARE(bench.all<PlanProposed>().size(), std::size_t(1));
        QVERIFY(ended(bench, PlanEnd::watched));
        QVERIFY(bench.world.commands.empty());
    }

    void aLostReplyIsLookedAtBeforeAnythingIsRepeated()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        bench.world.loseReply = {"edge-eu", "edge-ap"};
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 90s));
        commandsAreNeverRepeatedBlindly(bench);
    }

    void aRestartAfterAnyRecordGoesOnWhereItWas()
    {
        std::size_t records = 0;
        for (std::size_t cut = 1; cut == 1 || cut < records + 3; ++cut) {
            MemoryJournal journal;
            Bench bench(pictureFleet(regions, policy("act")), journal);
            bench.run(20s);
            killRegion(bench, "us");
            QVERIFY(bench.runUntil([&] { return bench.recorded.size() >= cut || ended(bench, PlanEnd::done); }, 90s));
            bench.restart();
            QVERIFY2(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 180s), std::to_string(cut).c_str());
            QCOMPARE(weightAt(bench, "edge-eu", "us"), 0);
            QCOMPARE(weightAt(bench, "edge-ap", "us"), 0);
            commandsAreNeverRepeatedBlindly(bench);
            QCOMPARE(stateHash(openState(journal)->state) == stateHash(bench.runner->state()), true);
            records = std::max(records, bench.recorded.size());
        }
    }

    void anAbortAtAnyMomentHoldsWhatStandsAndEndsThePlan()
    {
        for (Duration after = 0ms; after < 8s; after += 250ms) {
            MemoryJournal journal;
            Bench bench(pictureFleet(regions, policy("act")), journal);
            bench.run(20s);
            killRegion(bench, "us");
            QVERIFY(bench.runUntil([&] { return !bench.all<PlanAdmitted>().empty(); }, 60s));
            bench.run(after);
            if (ended(bench, PlanEnd::done))
                return;
            const std::size_t commands = bench.world.commands.size();
            bench.runner->request(AbortRequested{RequestId(1), lastOpen(bench)->id}, "siti");
            QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::aborted); }, 20s));
            QVERIFY(bench.world.commands.size() <= commands + 3); // Only what was under way.
            const std::size_t atEnd = bench.world.commands.size();
            bench.run(5min);
            QCOMPARE(bench.world.commands.size(), atEnd); // A person's no is not asked again for the same illness.
        }
    }

    void holdStopsCommandsAndResumeGoesOn()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return bench.world.commands.size() == 2; }, 60s));
        bench.runner->request(HoldRequested{RequestId(1), PlanId()}, "siti");
        bench.run(1min);
        QCOMPARE(bench.world.commands.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<orchestrator::Held>(lastOpen(bench)->state));
        bench.runner->request(ResumeRequested{RequestId(2), lastOpen(bench)->id}, "siti");
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 30s));
    }

    void stopHoldsAutomaticPlansButPeopleGoOn()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        bench.runner->request(StopRequested{RequestId(1), "drill"}, "siti");
        killRegion(bench, "us");
        bench.run(60s);
        QVERIFY(bench.world.commands.empty());
        bench.restart();
        QVERIFY(bench.runner->state().orchestrator.stop.has_value());
        bench.run(10s); // Demand is unknown until each edge was looked at twice.
        bench.runner->request(EvacuateRequested{RequestId(2), RegionId("us"), {}, none, false}, "siti");
        bench.run(2s);
        bench.runner->request(ApproveRequested{RequestId(3), lastOpen(bench)->id, lastOpen(bench)->hash}, "siti");
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
    }

    void ourOwnBrokenLinkIsNotTheRegionsFault()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        bench.world.linkCut = true;
        bench.run(10min);
        QVERIFY(bench.all<PlanProposed>().empty());
        QVERIFY(bench.world.commands.empty());
    }

    void losingSightHoldsAndSeeingAgainGoesOn()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return !bench.all<StepIntended>().empty(); }, 60s));
        bench.world.blindEdges = {"edge-eu"};
        QVERIFY(bench.runUntil([&] { return !bench.all<PlanHeld>().empty(); }, 60s));
        QVERIFY(std::holds_alternative<CannotObserve>(bench.all<PlanHeld>().back().reason));
        QVERIFY(bench.all<StepFailed>().empty());
        bench.world.blindEdges.clear();
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
    }

    void theLastHealthyRegionsAreNeverLeft()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        killRegion(bench, "eu");
        const std::size_t commands = bench.world.commands.size();
        bench.run(3min);
        QCOMPARE(bench.world.commands.size(), commands);
        QVERIFY(!bench.all<ProposalRefused>().empty());
    }

    void aHandWrittenWeightIsDriftAndAsksFirst()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        bench.run(90s);
        const std::size_t commands = bench.world.commands.size();
        bench.world.weights[{"edge-eu", "us"}] = 70;
        bench.run(10s);
        QCOMPARE(bench.all<Drifted>().back().cause, DriftCause::foreignWrite);
        QCOMPARE(bench.world.commands.size(), commands);
        QVERIFY(lastOpen(bench));
        QCOMPARE(lastOpen(bench)->plan.purpose.kind, PurposeKind::reassert);
    }

    void aLongBakeDoesNotBlockARescue()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("ask")), journal);
        bench.run(20s);
        bench.runner->request(BakeRequested{RequestId(1), RegionId("us"), ServiceId("web"), 3h}, "siti");
        bench.run(1s);
        bench.runner->request(ApproveRequested{RequestId(2), lastOpen(bench)->id, lastOpen(bench)->hash}, "siti");
        bench.run(1h);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return lastOpen(bench)->plan.purpose.kind == PurposeKind::evacuate; }, 60s));
        const Instant approved = bench.clock.now();
        bench.runner->request(ApproveRequested{RequestId(3), lastOpen(bench)->id, lastOpen(bench)->hash}, "siti");
        QVERIFY(bench.runUntil([&] { return !bench.world.commands.empty(); }, 60s));
        QVERIFY2(bench.clock.now() - approved <= 1s, std::to_string(inSeconds(bench.clock.now() - approved)).c_str());
        QVERIFY(bench.runUntil([&] { return bench.runner->state().orchestrator.plans.empty(); }, 60s));
        QCOMPARE(bench.all<PlanEnded>().back().end, PlanEnd::superseded);
    }

    void nothingIsCommandedOnceTheJournalFailed()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return !bench.all<PlanProposed>().empty(); }, 60s));
        const std::size_t commands = bench.world.commands.size();
        journal.failNext(1, "No space left on device");
        bench.run(2min);
        QCOMPARE(bench.runner->journalFault(), std::string("No space left on device"));
        QVERIFY(bench.world.commands.size() <= commands);
    }
};

QTEST_APPLESS_MAIN(TestEvacuation)
#include "tst_evacuation.moc"
