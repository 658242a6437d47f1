// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/runtime_events.h"
#include "tests/unit/health/timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;

namespace {

const std::set<std::string> onlyEdges{"region", "alert", "link", "view", "check"};
const std::set<std::string> onlyViews{"region", "alert", "link", "edge", "check"};

/// One edge outside the only region, which gets 50 requests a second.
Timeline oneEdge(int failures = 0)
{
    Timeline timeline("us: web");
    timeline.addEdge("lb");
    timeline.serves("lb", "us", 50, failures);
    return timeline;
}

/// As oneEdge, after its view turned good.
Timeline oneGoodEdge()
{
    Timeline timeline = oneEdge();
    timeline.run(30);
    timeline.told();
    timeline.looks();
    return timeline;
}

ViewKey lbOfUs()
{
    return {EndpointId("lb"), ServiceId("web"), RegionId("us")};
}

} // namespace

class TestHealthEdges : public QObject
{
    Q_OBJECT

private slots:
    void anEdgeIsReachableAtTheFirstAnswer()
    {
        Timeline timeline = oneEdge();
        timeline.run(1);
        QCOMPARE(timeline.told(onlyEdges), "1 edge lb reachable");
    }

    void anEdgeIsUnreachableAfterTwoMissesAndBackAfterTwoAnswers()
    {
        Timeline timeline = oneGoodEdge(); // The last look was at 27 s.
        timeline.unreached("lb");
        timeline.run(50);
        QCOMPARE(timeline.told(onlyEdges), "33 edge lb unreachable");
        QVERIFY(timeline.looks().startsWith("lb+1s"));
        timeline.unreached("lb", false);
        timeline.run(60);
        QCOMPARE(timeline.told(onlyEdges), "54 edge lb reachable");
    }

    void oneMissTurnsNothing()
    {
        Timeline timeline = oneGoodEdge();
        timeline.unreached("lb");
        timeline.run(32);
        timeline.unreached("lb", false);
        timeline.run(60);
        QCOMPARE(timeline.told(), "");
        QCOMPARE(timeline.looks(), "lb+1s");
    }

    void anEdgeNobodyLooksAtIsUnknown()
    {
        Timeline timeline = oneGoodEdge();
        timeline.notLookedAt("lb");
        timeline.run(80);
        QCOMPARE(timeline.told(), "40 edge lb unknown, 40 view lb us unknown");
    }

    void aReachableEdgeIsOnlyAsFreshAsItsLastAnswer()
    {
        Timeline timeline = oneGoodEdge();
        timeline.notLookedAt("lb");
        timeline.run(38);
        timeline.see(EdgeSeen{.endpoint = EndpointId("lb"), .reached = false, .began = at(38), .ended = at(38)});
        timeline.run(45);
        QCOMPARE(timeline.told(onlyEdges), "40 edge lb unknown");
    }

    void anEdgeThatWasRestartedIsToldOnce()
    {
        Timeline timeline = oneGoodEdge();
        timeline.restarts("lb");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyEdges), "32 edge lb reachable restarted");
        QVERIFY(timeline.state.edges.at(EndpointId("lb")).since == at(1)); // Its age goes on.
    }

    void aLateLookTellsNoRestartAgain()
    {
        Timeline timeline = oneGoodEdge();
        timeline.restarts("lb");
        timeline.run(32);
        QCOMPARE(timeline.told(onlyEdges), "32 edge lb reachable restarted");
        timeline.see(EdgeSeen{.endpoint = EndpointId("lb"), .reached = true, .began = at(26), .ended = at(26)});
        QCOMPARE(timeline.told(onlyEdges), "");
    }

    void aRestartDuringAnOutageIsToldWhenItIsBack_data()
    {
        QTest::addColumn<bool>("flickers");
        QTest::newRow("it comes back and stays") << false;
        QTest::newRow("it answers once, is lost again, and comes back") << true;
    }

    void aRestartDuringAnOutageIsToldWhenItIsBack()
    {
        QFETCH(bool, flickers);
        Timeline timeline = oneGoodEdge();
        timeline.unreached("lb");
        timeline.run(40);
        timeline.restarts("lb");
        if (flickers) {
            timeline.unreached("lb", false);
            timeline.run(43); // The one look of this moment.
            timeline.unreached("lb");
            timeline.run(50);
        }
        timeline.unreached("lb", false);
        timeline.run(60);
        const QByteArray told = timeline.told(onlyEdges);
        QVERIFY2(told.endsWith("edge lb reachable restarted"), told);
        QCOMPARE(told.count("restarted"), 1);
    }

    void aViewIsGoodAfterTwoLooksWithEnoughRequests()
    {
        Timeline timeline = oneEdge();
        timeline.run(30);
        // The first look at 1 s counts nothing yet, that at 6 s is confirmed by a fast one.
        QCOMPARE(timeline.told(onlyViews), "7 view lb us good");
        QCOMPARE(timeline.looks(), "lb+1s");
    }

    void sharesTurnViews_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("4 %") << 2 << QByteArray("good");
        QTest::newRow("6 %") << 3 << QByteArray("failing");
        QTest::newRow("a third") << 17 << QByteArray("failing");
        QTest::newRow("88 %") << 44 << QByteArray("failing");
        QTest::newRow("all") << 50 << QByteArray("failed");
        QTest::newRow("more than all, by retries") << 120 << QByteArray("failed");
    }

    void sharesTurnViews()
    {
        QFETCH(int, failures);
        QFETCH(QByteArray, state);
        Timeline timeline = oneEdge(failures);
        timeline.run(60);
        QCOMPARE(timeline.told(onlyViews), "7 view lb us " + state);
        QCOMPARE(timeline.state.views.at(lbOfUs()).failed.value, std::min(1000, failures * 20));
    }

    void aGoodViewTurnsWithinSecondsOfARealFault()
    {
        Timeline timeline = oneGoodEdge();
        timeline.serves("lb", "us", 50, 50);
        timeline.run(80);
        const QByteArray told = timeline.told(onlyViews);
        QVERIFY2(told.startsWith("33 view lb us failing"), told);
        QVERIFY2(told.endsWith("view lb us failed"), told);
    }

    void aBurstThatIsOverTurnsNothing()
    {
        Timeline timeline = oneGoodEdge();
        timeline.serves("lb", "us", 50, 50);
        timeline.run(32); // The look at 32 s sees 100 failures.
        timeline.serves("lb", "us", 50);
        timeline.run(80);
        QCOMPARE(timeline.told(onlyViews), "");
    }

    void aFailingViewIsGoodAgainOnlyBelowHalfTheWarning()
    {
        Timeline timeline = oneEdge(10);
        timeline.run(60);
        timeline.told();
        timeline.serves("lb", "us", 50, 2); // 4 %: below the warning of 5 %, but not below half of it.
        timeline.run(120);
        QCOMPARE(timeline.told(onlyViews), "");
        timeline.serves("lb", "us", 50, 1);
        timeline.run(180);
        QVERIFY(timeline.told(onlyViews).endsWith("view lb us good"));
    }

    void aFailingViewIsToldAgainWhenItTurnsCritical()
    {
        Timeline timeline = oneEdge(5);
        timeline.run(60);
        QCOMPARE(timeline.told(onlyViews), "7 view lb us failing");
        timeline.serves("lb", "us", 50, 20);
        timeline.run(120);
        QCOMPARE(timeline.told(onlyViews).count("view lb us failing"), 1);
        QVERIFY(timeline.state.views.at(lbOfUs()).failed >= Permille{250});
        QVERIFY(timeline.state.views.at(lbOfUs()).since == at(7));
    }

    void tooFewRequestsSayNothing()
    {
        Timeline timeline("us: web");
        timeline.addEdge("lb");
        timeline.fleet.policies.health.requestsMin = 41; // Two a second are 40 in the window.
        timeline.serves("lb", "us", 2, 2);
        timeline.run(120);
        QCOMPARE(timeline.told(onlyViews), "");
        timeline.fleet.policies.health.requestsMin = 40;
        timeline.run(180);
        QVERIFY(timeline.told(onlyViews).endsWith("view lb us failed"));
    }

    void aViewWithoutTrafficTurnsUnknownAfterAWholeWindow()
    {
        Timeline timeline = oneEdge(25);
        timeline.run(60);
        timeline.told();
        timeline.serves("lb", "us", 0);
        timeline.run(120);
        QVERIFY(timeline.told(onlyViews).endsWith("view lb us unknown"));
        QVERIFY(timeline.state.views.at(lbOfUs()).lastKnown == ViewState::unknown);
    }

    void aServerTheEdgeGaveUpIsFailedWithoutTraffic()
    {
        Timeline timeline = oneGoodEdge();
        timeline.serves("lb", "us", 0);
        timeline.serverIs("lb", "us", ServerSeen::State::down);
        timeline.run(60);
        QCOMPARE(timeline.told(onlyViews), "33 view lb us failed");
        QCOMPARE(timeline.state.views.at(lbOfUs()).failed.value, 1000);
    }

    void countersThatFallStartTheWindowAnew()
    {
        Timeline timeline = oneEdge(25);
        timeline.run(60);
        timeline.told();
        timeline.restarts("lb");
        timeline.serves("lb", "us", 50, 0);
        timeline.run(62); // Nothing of before the restart, and no huge difference, may count.
        QCOMPARE(timeline.told(onlyViews), "");
        timeline.run(80);
        QCOMPARE(timeline.told(onlyViews).count("view"), 1);
        QVERIFY(timeline.state.views.at(lbOfUs()).state == ViewState::good);
        QVERIFY(timeline.state.views.at(lbOfUs()).requests <= 1000);
    }

    void aRestartOfAQuietEdgeResolvesNothing()
    {
        Timeline timeline = oneEdge(25);
        timeline.run(60);
        timeline.told();
        timeline.restarts("lb");
        timeline.serves("lb", "us", 0);
        timeline.run(75);
        QCOMPARE(timeline.told(onlyViews), ""); // Too few requests, but the window is not whole yet.
        timeline.run(100);
        QVERIFY(timeline.told(onlyViews).endsWith("view lb us unknown"));
    }

    void aLostEdgeKeepsItsLastWordUntilItHasLookedAgain()
    {
        Timeline timeline = oneEdge(25);
        timeline.run(60);
        timeline.told();
        timeline.unreached("lb");
        timeline.run(80);
        QCOMPARE(timeline.told(onlyViews), "63 view lb us unknown");
        QVERIFY(timeline.state.views.at(lbOfUs()).lastKnown == ViewState::failing);
        timeline.unreached("lb", false);
        timeline.serves("lb", "us", 0);
        timeline.run(95);
        QVERIFY(timeline.state.views.at(lbOfUs()).lastKnown == ViewState::failing);
        timeline.run(130);
        QVERIFY(timeline.state.views.at(lbOfUs()).lastKnown == ViewState::unknown);
    }

    void aServerThatTheEdgeForgotTurnsUnknown()
    {
        Timeline timeline = oneGoodEdge();
        timeline.notLookedAt("lb");
        for (timeline.second = 31; timeline.second < 33; ++timeline.second)
            timeline.see(EdgeSeen{.endpoint = EndpointId("lb"), .reached = true, .began = at(timeline.second),
                                  .ended = at(timeline.second), .uptime = std::chrono::hours(1)});
        QCOMPARE(timeline.told(onlyViews), "32 view lb us unknown");
    }

    void lateLooksTurnNothing()
    {
        Timeline timeline = oneGoodEdge();
        for (const double ended : {25.5, 26.0, 26.5})
            timeline.see(EdgeSeen{.endpoint = EndpointId("lb"), .reached = false, .began = at(ended), .ended = at(ended)});
        QCOMPARE(timeline.told(), "");
        QCOMPARE(timeline.looks(), "");
    }

    void aSlowPollStillCounts()
    {
        Timeline timeline("us: web");
        timeline.addEdge("lb");
        timeline.fleet.endpoints[0].pollInterval = std::chrono::seconds(60);
        ServerSeen server;
        for (timeline.second = 60; timeline.second <= 240; timeline.second += 60) {
            server.requests += 600;
            server.failures += 300;
            timeline.see(EdgeSeen{.endpoint = EndpointId("lb"), .reached = true, .began = at(timeline.second),
                                  .ended = at(timeline.second), .uptime = at(timeline.second) - at(0),
                                  .servers = {{{ServiceId("web"), RegionId("us")}, server}}});
        }
        QCOMPARE(timeline.told(onlyViews), "180 view lb us failing");
    }
};

QTEST_APPLESS_MAIN(TestHealthEdges)
#include "tst_health_edges.moc"
