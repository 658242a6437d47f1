// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts, refusals and the Stop beside a policy that may act: paper on a table must not silence the rescue.
#include "core/events/request_events.h"
#include "tests/unit/runtime/three_regions.h"

#include <QTest>

using namespace siaga;
using namespace siaga::three_regions;
using namespace std::chrono_literals;

namespace {

const RegionId us("us");

/// A person drafts leaving `us`, and does no more about it.
void draft(Bench &bench, Permille share = none, std::optional<ServiceId> service = {}, RequestId request = RequestId(1))
{
    bench.runner->request(EvacuateRequested{request, us, std::move(service), share, false}, "budi");
    bench.run(1s);
}

bool isOpen(const Bench &bench, PlanId plan)
{
    return bench.runner->state().orchestrator.plans.contains(plan);
}

bool isLeft(const Bench &bench)
{
    return weightAt(bench, "edge-eu", "us") == 0 && weightAt(bench, "edge-ap", "us") == 0;
}

std::optional<PlanEnd> endOf(const Bench &bench, PlanId plan)
{
    for (const PlanEnded &ended : bench.all<PlanEnded>())
        if (ended.id == plan)
            return ended.end;
    return std::nullopt;
}

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

private slots:
    void aPersonsDraftDoesNotHoldBackTheRescue()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        draft(bench, Permille{500});
        const PlanId drafted = lastOpen(bench)->id;
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 60s));
        QCOMPARE(endOf(bench, drafted), std::optional(PlanEnd::superseded));
    }

    void aDraftForOneServiceStaysBesideTheRescue()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        draft(bench, none, ServiceId("web"));
        const PlanId drafted = lastOpen(bench)->id;
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 60s));
        QVERIFY(isOpen(bench, drafted));
    }

    void whereThePolicyOnlyAsksTheDraftIsTheQuestion()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("ask")), journal);
        bench.run(20s);
        draft(bench);
        const PlanId drafted = lastOpen(bench)->id;
        killRegion(bench, "us");
        bench.run(60s);
        QVERIFY(isOpen(bench, drafted));
        QVERIFY(!lastByPolicy(bench));
    }

    void aPolicyThatOnlyWatchesTakesNoDraftAway()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("watch")), journal);
        bench.run(20s);
        draft(bench);
        const PlanId drafted = lastOpen(bench)->id;
        killRegion(bench, "us");
        bench.run(60s);
        QVERIFY(lastByPolicy(bench));
        QCOMPARE(endOf(bench, lastByPolicy(bench)->id), std::optional(PlanEnd::watched));
        QVERIFY(isOpen(bench, drafted));
    }

    void onceTheStopIsLiftedTheRescueIsProposedAnewAndRuns()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        bench.runner->request(StopRequested{RequestId(1), "drill"}, "siti");
        killRegion(bench, "us");
        bench.run(60s);
        QVERIFY(lastByPolicy(bench));
        QVERIFY(lastByPolicy(bench)->autonomy == Autonomy::ask);
        QVERIFY(lastByPolicy(bench)->lowered == std::vector<Reason>{AutomationStopped{}});
        bench.runner->request(LiftStopRequested{RequestId(2)}, "siti");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 30s));
    }

    void duringAStopAPersonsDraftIsNotTakenAway()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        bench.runner->request(StopRequested{RequestId(1), "drill"}, "siti");
        killRegion(bench, "us");
        bench.run(30s);
        draft(bench, none, {}, RequestId(2));
        bench.run(30s);
        QCOMPARE(lastOpen(bench)->requestedBy, std::string("budi"));
        approveLast(bench, "budi");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 30s));
    }

    void whatLoweredThePolicyIsGoneAndItActsAfterAll()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        bench.clock.jumpWall(1h);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return lastByPolicy(bench).has_value(); }, 60s));
        bench.run(10s);
        QVERIFY(bench.world.commands.empty());
        bench.runner->request(AcknowledgeRequested{RequestId(1), bench.all<AlertOpened>().front().alert, "seen"}, "siti");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 30s));
    }

    /// Closing what one only wanted to read is no answer to anything, neither before an illness nor in it.
    void closingADraftIsNoRefusal()
    {
        for (const Duration ill : {-5s, 5s}) {
            MemoryJournal journal;
            Bench bench(pictureFleet(regions, policy("act")), journal);
            bench.run(20s);
            if (ill > 0s) {
                killRegion(bench, "us");
                bench.run(ill);
            }
            draft(bench);
            bench.runner->request(AbortRequested{RequestId(2), lastOpen(bench)->id}, "budi");
            bench.run(1s);
            killRegion(bench, "us");
            QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 60s));
        }
    }

    void maintenanceThatWasAbortedSaysNothingAboutTheNextOutage()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        draft(bench);
        approveLast(bench, "budi");
        QVERIFY(bench.runUntil([&] { return !bench.world.commands.empty(); }, 20s));
        bench.runner->request(AbortRequested{RequestId(3), lastOpen(bench)->id}, "budi");
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::aborted); }, 30s));
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 60s));
    }

    void aClosedDraftDoesNotChangeWhoTookTheRegionOut()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        const PlanId by = bench.runner->state().recovery.out.begin()->second.plan;
        bench.runner->request(BakeRequested{RequestId(1), us, ServiceId("web"), 1h}, "budi");
        bench.run(1s);
        bench.runner->request(AbortRequested{RequestId(2), lastOpen(bench)->id}, "budi");
        bench.run(1s);
        QCOMPARE(bench.runner->state().recovery.out.begin()->second.plan, by);
        QVERIFY(bench.runner->state().recovery.out.begin()->second.byPolicy);
    }

    void aRegionThatDiesWhileItIsRestoredIsLeftAgain()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("act")), journal);
        bench.run(20s);
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 60s));
        bench.run(30s); // The cool-down.
        bench.world.down.clear();
        bench.world.edgesDown.clear();
        QVERIFY(bench.runUntil([&] { return weightAt(bench, "edge-eu", "us") == 50; }, 60s));
        killRegion(bench, "us");
        QVERIFY(bench.runUntil([&] { return isLeft(bench); }, 60s));
        bench.run(30s);
        QVERIFY(bench.runner->state().orchestrator.plans.empty()); // The restore did not stay behind.
        QVERIFY(bench.runner->state().recovery.out.begin()->second.byPolicy);
    }

    void aPlanHeldByTheStopWhileItWasSuspendedDoesNotGoOnByItself()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("watch")), journal);
        bench.run(20s);
        bench.runner->request(BakeRequested{RequestId(1), us, ServiceId("web"), 3h}, "siti");
        bench.run(1s);
        const PlanId bake = lastOpen(bench)->id;
        approveLast(bench, "siti");
        bench.run(1s);
        draft(bench, none, {}, RequestId(2));
        const PlanId rescue = lastOpen(bench)->id;
        approveLast(bench, "budi");
        bench.runner->request(StopRequested{RequestId(3), "drill"}, "siti");
        bench.run(1s);
        const auto *plan = bench.runner->state().orchestrator.plan(bake);
        QVERIFY(std::holds_alternative<orchestrator::Suspended>(plan->state));
        bench.runner->request(AbortRequested{RequestId(4), rescue}, "budi");
        bench.run(5s);
        QVERIFY(bench.world.commands.empty()); // So what suspended it commanded nothing.
        QVERIFY(std::holds_alternative<orchestrator::Held>(bench.runner->state().orchestrator.plan(bake)->state));
        bench.runner->request(LiftStopRequested{RequestId(5)}, "siti");
        bench.run(5s);
        QVERIFY(std::holds_alternative<orchestrator::Held>(bench.runner->state().orchestrator.plan(bake)->state));
        bench.runner->request(ResumeRequested{RequestId(6), bake}, "siti");
        bench.run(1s);
        QVERIFY(std::holds_alternative<orchestrator::Running>(bench.runner->state().orchestrator.plan(bake)->state));
    }
};

QTEST_APPLESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
