// SPDX-License-Identifier: GPL-3.0-or-later
// Another fleet while the old one runs: taken over, or refused with its reasons and the old one kept.
#include "core/events/request_events.h"
#include "tests/unit/runtime/three_regions.h"

#include <QTest>

using namespace siaga;
using namespace siaga::three_regions;
using namespace std::chrono_literals;

namespace {

FleetSource with(FleetSource source, const std::string &from, const std::string &to)
{
    std::string &bytes = source.layers.front().bytes;
    const std::size_t at = bytes.find(from);
    if (at == std::string::npos)
        throw std::runtime_error("not in the fleet: " + from);
    bytes.replace(at, from.size(), to);
    return source;
}

void offer(Bench &bench, const FleetSource &source)
{
    bench.runner->offerFleet(source);
    bench.run(100ms);
}

std::string problems(const Bench &bench)
{
    std::string all;
    for (const std::string &problem : bench.runner->state().fleetProblems)
        all += problem + '\n';
    return all;
}

bool wasAdopted(const Bench &bench, const FleetSource &source)
{
    const auto &layers = bench.runner->state().adopted.layers;
    return !layers.empty() && layers.front().bytes == source.layers.front().bytes;
}

const std::vector<std::string> withoutUs{"eu", "ap"};

/// The evacuation of `us` under way: its first shares are commanded.
void startLeaving(Bench &bench)
{
    bench.run(20s);
    killRegion(bench, "us");
    bench.runUntil([&] { return !bench.world.commands.empty(); }, 60s);
}

} // namespace

class TestFleetAdoption : public QObject
{
    Q_OBJECT

private slots:
    void aChangedFleetIsAdoptedWhileRunning()
    {
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("ask"));
        Bench bench(source, journal);
        bench.run(20s);
        const FleetSource changed = with(source, "after: 10s", "after: 25s");
        offer(bench, changed);
        QVERIFY(wasAdopted(bench, changed));
        QCOMPARE(bench.runner->state().fleet.policies.evacuation.after, Duration(25s));
        bench.run(10s);
        QVERIFY(bench.all<AlertOpened>().empty()); // Nothing fell ill by it.
    }

    void aBrokenFleetIsRefusedOnceAndTheOldOneStays()
    {
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("ask"));
        Bench bench(source, journal);
        bench.run(20s);
        const FleetSource broken = with(source, "after: 10s", "aftre: 10s");
        offer(bench, broken);
        offer(bench, broken);
        QVERIFY(wasAdopted(bench, source));
        QVERIFY2(problems(bench).find("aftre") != std::string::npos, problems(bench).c_str());
        QCOMPARE(bench.all<FleetRefused>().size(), std::size_t(1));
        offer(bench, source); // Mended: the complaint goes.
        QVERIFY(problems(bench).empty());
    }

    void whatARunningPlanStandsOnIsNotTakenAway_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("an edge's address") << "unix:/tmp/eu" << "unix:/tmp/other" << "endpoints.edge-eu";
        QTest::newRow("a server's name") << "us: s-us" << "us: s-new" << "endpoints.edge-us";
        QTest::newRow("a placement's weight") << "us: {capacity: 200}" << "us: {capacity: 200, weight: 10}" << "services.web.regions.us";
        QTest::newRow("the attempts") << "verify_timeout: 10s" << "verify_timeout: 10s\n    attempts_max: 9" << "policies.plans";
    }

    void whatARunningPlanStandsOnIsNotTakenAway()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, named);
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("act"));
        Bench bench(source, journal);
        startLeaving(bench);
        const FleetSource changed = with(source, from.toStdString(), to.toStdString());
        offer(bench, changed);
        QVERIFY(wasAdopted(bench, source));
        QVERIFY2(problems(bench).starts_with(named.toStdString() + ": plan 1 "), problems(bench).c_str());
        // Once the plan has ended the same file is taken.
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        offer(bench, changed);
        QVERIFY2(wasAdopted(bench, changed), problems(bench).c_str());
    }

    void aRegionThatARunningPlanUsesIsNotTakenAway()
    {
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("act"));
        Bench bench(source, journal);
        startLeaving(bench);
        offer(bench, pictureFleet(withoutUs, policy("act")));
        QVERIFY(wasAdopted(bench, source));
        QVERIFY2(problems(bench).find("services.web.regions.us: plan 1 ") != std::string::npos, problems(bench).c_str());
        // One that only takes over is used too: its health is what was confirmed.
        offer(bench, pictureFleet({"us", "eu"}, policy("act")));
        QVERIFY2(problems(bench).find("regions.ap: plan 1 ") != std::string::npos, problems(bench).c_str());
    }

    void aBakeKeepsItsRegionToo()
    {
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("ask"));
        Bench bench(source, journal);
        bench.run(20s);
        bench.runner->request(BakeRequested{RequestId(1), RegionId("us"), ServiceId("web"), 1h}, "siti");
        bench.run(1s);
        approveLast(bench, "siti");
        bench.run(1s);
        offer(bench, pictureFleet(withoutUs, policy("ask")));
        QVERIFY(wasAdopted(bench, source));
        QVERIFY(!problems(bench).empty());
    }

    void whatNoPlanUsesMayChangeInTheMiddleOfOne()
    {
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("act"));
        Bench bench(source, journal);
        startLeaving(bench);
        const FleetSource changed = with(source, "eu: {capacity: 200}", "eu: {capacity: 400, weight: 50}");
        offer(bench, changed);
        QVERIFY2(wasAdopted(bench, changed), problems(bench).c_str());
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
    }

    void aMereDraftBlocksNoFleetAndEndsWithWhatItNamed()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet(regions, policy("ask")), journal);
        bench.run(20s);
        bench.runner->request(EvacuateRequested{RequestId(1), RegionId("us"), {}, none, false}, "budi");
        bench.run(1s);
        QVERIFY(lastOpen(bench));
        const FleetSource changed = pictureFleet(withoutUs, policy("ask"));
        offer(bench, changed);
        QVERIFY2(wasAdopted(bench, changed), problems(bench).c_str());
        QVERIFY(ended(bench, PlanEnd::superseded));
        QVERIFY(!lastOpen(bench));
    }

    void aLabIsNeverPutInThePlaceOfRealRegions()
    {
        const FleetSource real = pictureFleet(regions, policy("ask"));
        FleetSource lab = with(pictureFleet({"lab-us", "lab-eu", "lab-ap"}, policy("ask")), "environment: test", "environment: test\nlab: true");
        for (int edge = 0; edge < 3; ++edge)
            lab = with(with(lab, "driver: haproxy", "driver: lab"), "unix:/tmp/", "lab:");
        for (const auto &[first, second] : {std::pair(real, lab), std::pair(lab, real)}) {
            MemoryJournal journal;
            Bench bench(first, journal);
            bench.run(5s);
            QVERIFY2(wasAdopted(bench, first), problems(bench).c_str());
            offer(bench, second);
            QVERIFY(wasAdopted(bench, first));
            QVERIFY2(problems(bench).starts_with("lab: "), problems(bench).c_str());
        }
    }

    /// A region that is out, ill, drifted and refused leaves the fleet: nothing of it may stand in the way of others.
    void whatLeftTheFleetHoldsBackNoRescue()
    {
        MemoryJournal journal;
        Bench bench(pictureFleet({"us", "eu", "ap", "sa"}, policy("act")), journal);
        startLeaving(bench);
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        bench.world.weights[{"edge-eu", "us"}] = 70; // Somebody else's hand, which lowers act to ask.
        QVERIFY(bench.runUntil([&] { return !bench.all<Drifted>().empty(); }, 30s));
        bench.runner->request(AbortRequested{RequestId(7), lastOpen(bench)->id}, "siti");
        bench.run(60s);
        const recovery::State &known = bench.runner->state().recovery;
        QVERIFY(!known.out.empty() && !known.drifts.empty() && !known.foreign.empty());

        const FleetSource changed = pictureFleet({"ap", "sa", "na"}, policy("act"));
        offer(bench, changed);
        QVERIFY2(wasAdopted(bench, changed), problems(bench).c_str());
        QVERIFY(known.out.empty() && known.drifts.empty() && known.foreign.empty() && known.decided.empty());
        QVERIFY(!known.regions.contains(RegionId("us")) || !known.regions.at(RegionId("us")).diagnosis);
        QVERIFY(bench.runner->state().orchestrator.out.empty());

        // One region may be out at once; the next rescue has that place.
        bench.run(20s);
        killRegion(bench, "na");
        QVERIFY(bench.runUntil([&] { return weightAt(bench, "edge-ap", "na") == 0; }, 60s));
        bench.restart();
        QVERIFY(stateHash(openState(journal)->state) == stateHash(bench.runner->state()));
    }

    void aRegionThatNoEdgeSteersAnyMoreIsOutOfNothing()
    {
        MemoryJournal journal;
        const FleetSource source = pictureFleet(regions, policy("act"));
        Bench bench(source, journal);
        startLeaving(bench);
        QVERIFY(bench.runUntil([&] { return ended(bench, PlanEnd::done); }, 60s));
        FleetSource changed = with(source, "      us: {capacity: 200}\n", "");
        for (int edge = 0; edge < 3; ++edge)
            changed = with(changed, "          us: s-us\n", "");
        for (int check = 0; check < 2; ++check)
            changed = with(changed, "      us: http://us.test/health\n", "");
        offer(bench, changed);
        QVERIFY2(wasAdopted(bench, changed), problems(bench).c_str());
        QVERIFY(bench.runner->state().recovery.out.empty());
        QVERIFY(bench.runner->state().orchestrator.out.empty());
    }
};

QTEST_APPLESS_MAIN(TestFleetAdoption)
#include "tst_fleet_adoption.moc"
