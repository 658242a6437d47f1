// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/seen/acceptance.h"
#include "core/seen/capacity.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

const ServiceId web("web");
const RegionId us("us"), eu("eu");

Fleet fleet(int edges)
{
    Fleet fleet;
    fleet.services.push_back({web, {{us, 100, 100}, {eu, 300, 50}}, 0, {}});
    for (int i = 0; i < edges; ++i)
        fleet.endpoints.push_back({.id = EndpointId("e" + std::to_string(i)), .driver = "haproxy", .pollInterval = 5s,
                                   .backends = {{web, "web", {{us, "a"}, {eu, "b"}}}}});
    return fleet;
}

EdgeSeen look(int edge, Duration at, std::uint64_t usRequests, std::uint64_t euRequests, int usWeight = 100)
{
    EdgeSeen seen{.endpoint = EndpointId("e" + std::to_string(edge)), .reached = true, .began = Instant(at), .ended = Instant(at)};
    seen.servers[{web, us}] = {ServerSeen::State::ready, usWeight, usRequests, 0};
    seen.servers[{web, eu}] = {ServerSeen::State::ready, 50, euRequests, 0};
    return seen;
}

} // namespace

class TestSeen : public QObject
{
    Q_OBJECT

private slots:
    void demandIsTheSumOverEdgesAndRegions()
    {
        Seen seen;
        for (const int edge : {0, 1}) {
            seen.take(look(edge, 10s, 1000, 0));
            seen.take(look(edge, 15s, 1500, 250));
        }
        const Instant now(15s);
        QCOMPARE(demandOf(fleet(2), seen, web, now, 30s), std::optional(300.0));
        QCOMPARE(demandOf(fleet(2), seen, web, us, now, 30s), std::optional(200.0));
    }

    void anEdgeThatWasNotAskedTellsNothing()
    {
        Seen seen;
        seen.take(look(0, 10s, 1000, 0));
        EdgeSeen held{.endpoint = EndpointId("e0"), .asked = false, .began = Instant(12s), .ended = Instant(12s)};
        seen.take(held);
        QCOMPARE(seen.looks(EndpointId("e0")).size(), std::size_t(1));
        QVERIFY(seen.edge(EndpointId("e0"), Instant(12s), 5s));
    }

    void demandIsUnknownUntilAnEdgeWasSeenTwiceASecondApart()
    {
        Seen seen;
        QVERIFY(!demandOf(fleet(1), seen, web, Instant(10s), 30s));
        seen.take(look(0, 10s, 1000, 0));
        QVERIFY(!demandOf(fleet(1), seen, web, Instant(10s), 30s));
        seen.take(look(0, 10s + 5ms, 1001, 0));
        QVERIFY(!demandOf(fleet(1), seen, web, Instant(11s), 30s)); // 5 ms apart says nothing, and never divides by nothing.
        seen.take(look(0, 12s, 1200, 0));
        QVERIFY(demandOf(fleet(1), seen, web, Instant(12s), 30s));
    }

    void aRestartedEdgeCountsFromItsRestart()
    {
        Seen seen;
        seen.take(look(0, 10s, 1'000'000, 0));
        seen.take(look(0, 15s, 100, 0));
        seen.take(look(0, 20s, 600, 0));
        QCOMPARE(demandOf(fleet(1), seen, web, us, Instant(20s), 30s), std::optional(100.0));
    }

    void staleLooksAreNoKnowledge()
    {
        Seen seen;
        seen.take(look(0, 10s, 0, 0));
        seen.take(look(0, 15s, 500, 0));
        QVERIFY(!demandOf(fleet(1), seen, web, Instant(60s), 60s));
        QVERIFY(!shareOf(fleet(1), seen, web, us, Instant(60s)));
        QVERIFY(!trafficPartOf(fleet(1), seen, web, us, Instant(60s)));
    }

    void theShareIsTheLeastAndTheMostOfAllEdges()
    {
        Seen seen;
        seen.take(look(0, 10s, 0, 0, 100));
        seen.take(look(1, 10s, 0, 0, 25));
        const auto share = shareOf(fleet(2), seen, web, us, Instant(11s));
        QVERIFY(share);
        QCOMPARE(share->least.value, 250);
        QCOMPARE(share->most.value, 1000);
    }

    void trafficFollowsWeightsInForce()
    {
        Seen seen;
        EdgeSeen one = look(0, 10s, 0, 0, 150);
        seen.take(one);
        QCOMPARE(trafficPartOf(fleet(1), seen, web, us, Instant(11s))->value, 750);
        one.servers[{web, us}].state = ServerSeen::State::drain;
        one.ended += 1s;
        const std::pair server(web, us);
        seen.take(one);
        QCOMPARE(trafficPartOf(fleet(1), seen, web, us, Instant(11s))->value, 0);
        QCOMPARE(one.servers[server].weightTold(), 0);
    }

    void lateResultsAreDropped()
    {
        Seen seen;
        seen.take(look(0, 15s, 5, 0));
        seen.take(look(0, 10s, 9, 0));
        QCOMPARE(seen.looks(EndpointId("e0")).size(), std::size_t(1));
    }

    void theBoardOfLooksIsBounded()
    {
        Seen seen;
        for (int i = 0; i < 1000; ++i)
            seen.take(look(0, std::chrono::seconds(i), 0, 0));
        QCOMPARE(seen.looks(EndpointId("e0")).size(), edgesKept);
        seen.keepOnly(Fleet{});
        QVERIFY(seen.looks(EndpointId("e0")).empty());
    }

    void headroomIsWhatIsLeftOfCapacity_data()
    {
        QTest::addColumn<double>("demand");
        QTest::addColumn<double>("capacity");
        QTest::addColumn<int>("permille");
        QTest::newRow("free") << 0.0 << 100.0 << 1000;
        QTest::newRow("rounded down") << 66.65 << 100.0 << 333;
        QTest::newRow("full") << 100.0 << 100.0 << 0;
        QTest::newRow("over") << 150.0 << 100.0 << -500;
        QTest::newRow("no capacity") << 1.0 << 0.0 << -1000;
        QTest::newRow("hopeless") << 1e300 << 1.0 << -1000;
    }

    void headroomIsWhatIsLeftOfCapacity()
    {
        QFETCH(double, demand);
        QFETCH(double, capacity);
        QFETCH(int, permille);
        QCOMPARE(headroomOf(demand, capacity).value, permille);
    }

    void aGoodStatusWithAnErrorPageIsNoGoodAnswer()
    {
        Check check{.statusMin = 200, .statusMax = 299};
        QVERIFY(judgeAnswer(check, 200, false) == ProbeOutcome::passed); // It asks for no text.
        check.bodyContains = "ok";
        QVERIFY(judgeAnswer(check, 200, true) == ProbeOutcome::passed);
        QVERIFY(judgeAnswer(check, 200, false) == ProbeOutcome::badBody);
        QVERIFY(judgeAnswer(check, 300, true) == ProbeOutcome::badStatus);
        QVERIFY(acceptsStatus(check, 299) && !acceptsStatus(check, 199) && !acceptsStatus(check, 300));
    }
};

QTEST_APPLESS_MAIN(TestSeen)
#include "tst_seen.moc"
