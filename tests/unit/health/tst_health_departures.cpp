// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/recovery_events.h"
#include "core/events/runtime_events.h"
#include "tests/unit/health/timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;

namespace {

/// Three regions, all healthy, and two edges that serve them; then "us" fails whole.
Timeline usIsDown()
{
    Timeline timeline("us: web db | eu: web | ap: web");
    timeline.addEdge("lb1");
    timeline.addEdge("lb2");
    timeline.passes("@");
    for (const char *edge : {"lb1", "lb2"})
        timeline.serves(edge, "eu", 50);
    timeline.run(30);
    timeline.fails("@us");
    timeline.run(60);
    timeline.told();
    return timeline;
}

/// The loop has the new fleet and the trimmed Seen in place when the event becomes an input.
void adopt(Timeline &timeline)
{
    timeline.seen.keepOnly(timeline.fleet);
    timeline.record(FleetAdopted{}, "runtime");
}

void dropRegion(Timeline &timeline, const char *region)
{
    const RegionId id(region);
    Fleet &fleet = timeline.fleet;
    std::erase_if(fleet.regions, [&](const Region &one) { return one.id == id; });
    std::erase_if(fleet.checks, [&](const Check &one) { return one.region == id; });
    for (Endpoint &endpoint : fleet.endpoints)
        for (Endpoint::Backend &backend : endpoint.backends)
            backend.servers.erase(id);
    timeline.silent(std::string("@") + region);
}

} // namespace

class TestHealthDepartures : public QObject
{
    Q_OBJECT

private slots:
    void aRegionThatLeavesTakesItsAlertsAlong()
    {
        Timeline timeline = usIsDown();
        QCOMPARE(timeline.state.open.size(), std::size_t(3));
        dropRegion(timeline, "us");
        adopt(timeline);
        const QByteArray told = timeline.told({"check"});
        QCOMPARE(told, "60 alert 1 resolved, 60 alert 2 resolved, 60 alert 3 resolved, 60 region us unknown");
        QVERIFY(timeline.state.open.empty());
        QVERIFY(!timeline.state.checks.contains(CheckId("web@us")));
        QCOMPARE(timeline.state.tallies.at(RegionId("us")).down, 0);
        timeline.run(300);
        QCOMPARE(timeline.told(), "");
    }

    void oneCheckThatLeavesHealsItsRegion()
    {
        Timeline timeline("us: web db | eu: web");
        timeline.passes("@");
        timeline.run(30);
        timeline.fails("db@us");
        timeline.run(60);
        timeline.told();
        timeline.silent("db@us");
        std::erase_if(timeline.fleet.checks, [](const Check &check) { return check.id == CheckId("db@us"); });
        adopt(timeline);
        const QByteArray told = timeline.told({"check"});
        QVERIFY2(told.contains("region us healthy"), told);
        QVERIFY(timeline.state.open.empty());
        QCOMPARE(timeline.state.regions.at(RegionId("us")).evidence.checksDown, 0);
    }

    void anEdgeThatLeavesIsForgottenWithItsViewsAndItsAlert()
    {
        Timeline timeline = usIsDown();
        timeline.unreached("lb1");
        timeline.run(100);
        timeline.told();
        timeline.record(Drifted{EndpointId("lb1"), ServiceId("web"), RegionId("eu"), 0, 100}, "recovery");
        timeline.notLookedAt("lb1");
        std::erase_if(timeline.fleet.endpoints, [](const Endpoint &endpoint) { return endpoint.id == EndpointId("lb1"); });
        const std::size_t open = timeline.state.open.size();
        adopt(timeline);
        QCOMPARE(timeline.state.open.size(), open - 2);
        QVERIFY(timeline.state.edges.at(EndpointId("lb1")).state == EdgeState::unknown);
    }

    void aServerThatLeavesAnEdgeIsNoWitnessAnyMore()
    {
        Timeline timeline("us: web | eu: web");
        timeline.addEdge("lb");
        timeline.passes("@");
        timeline.serves("lb", "us", 50, 25);
        timeline.run(60);
        QVERIFY(timeline.state.regions.at(RegionId("us")).state == RegionState::degraded);
        timeline.fleet.endpoints[0].backends[0].servers.erase(RegionId("us"));
        adopt(timeline);
        QVERIFY(timeline.state.regions.at(RegionId("us")).state == RegionState::healthy);
        QVERIFY(timeline.state.views.begin()->second.state == ViewState::unknown);
    }

    void ourLinkIsTrustedAgainWhenNobodyIsLeftToAsk()
    {
        Timeline timeline("us: web | eu: web");
        timeline.addCanary("canary");
        timeline.passes("@");
        timeline.run(20);
        timeline.fails("@");
        timeline.fails("canary");
        timeline.run(60);
        QVERIFY(!timeline.state.ownLink.trusted);
        timeline.silent("canary");
        timeline.fleet.canaries.clear();
        dropRegion(timeline, "eu");
        adopt(timeline);
        QVERIFY(timeline.state.ownLink.trusted);
        QVERIFY(timeline.state.regions.at(RegionId("us")).state == RegionState::unreachable);
        timeline.run(100); // It has failed three times since.
        QVERIFY(timeline.state.regions.at(RegionId("us")).state == RegionState::down);
    }

    void aNewCheckChangesNothingUntilItIsSeen()
    {
        Timeline timeline("us: web | eu: web");
        timeline.passes("@");
        timeline.run(30);
        timeline.told();
        timeline.fleet.checks.push_back({.id = CheckId("new@us"), .service = ServiceId("web"), .region = RegionId("us")});
        adopt(timeline);
        timeline.run(60);
        QCOMPARE(timeline.told(), "");
        timeline.passes("new@us");
        timeline.run(70);
        QCOMPARE(timeline.told(), "61 check new@us up");
    }

    void adoptingTheSameFleetTellsNothing()
    {
        Timeline timeline = usIsDown();
        adopt(timeline);
        timeline.run(120);
        QCOMPARE(timeline.told(), "");
    }
};

QTEST_APPLESS_MAIN(TestHealthDepartures)
#include "tst_health_departures.moc"
