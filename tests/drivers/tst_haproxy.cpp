// SPDX-License-Identifier: GPL-3.0-or-later
// What only a real HAProxy does: reloads, counters, rights, death in the middle of a write, and its own words.
#include <QTest>

#include "tests/drivers/real_edges.h"

using namespace siaga;
using namespace traffic_rules;

namespace {

/// One edge and the driver, straight on HAProxy's own socket.
class OneEdge
{
public:
    explicit OneEdge(HaproxyConfig config = {})
        : edge(std::move(config))
    {
    }

    CallId start(std::variant<LookAtEdge, SetServerWeight> what, Duration deadline = longDeadline)
    {
        Call call{.id = m_last = m_last.next(), .deadline = deadline};
        std::visit([&](auto &one) { call.what = one; }, what);
        traffic.start(call);
        return call.id;
    }
    WriteAnswer write(const Endpoint &endpoint, int weight, Duration deadline = longDeadline)
    {
        const CallId id = start(SetServerWeight{endpoint, web, a, weight}, deadline);
        world.waitFor([&] { return countOf(world.completions(), id) > 0; }, longDeadline);
        const auto *answer = answerTo<WriteAnswer>(world.completions(), id);
        return answer ? *answer : WriteAnswer{.detail = "no completion"};
    }
    EdgeSeen look(const Endpoint &endpoint, Duration deadline = longDeadline)
    {
        const CallId id = start(LookAtEdge{endpoint}, deadline);
        world.waitFor([&] { return countOf(world.completions(), id) > 0; }, longDeadline);
        const auto *seen = seenBy<EdgeSeen>(world.completions(), id);
        return seen ? *seen : EdgeSeen{.detail = "no completion"};
    }

    RealEdge edge;
    EventLoopWorld world;
    HaproxyTraffic traffic{world.sink(), world.clock()};

private:
    CallId m_last;
};

std::string name(Outcome outcome)
{
    return std::string(namesOf(outcome)[std::size_t(outcome)]);
}

} // namespace

class TestHaproxy : public QObject
{
    Q_OBJECT

private slots:
    void weightsAreLostAtAReloadAndTheLookSaysSo()
    {
        OneEdge one({.master = true});
        QVERIFY2(one.edge.start(), one.edge.haproxy.said().constData());
        QCOMPARE(name(one.write(one.edge.direct(), 0).outcome), std::string("done"));
        // The uptime counts whole seconds.
        QTRY_VERIFY(one.look(one.edge.direct()).uptime >= std::chrono::seconds(2));
        const EdgeSeen before = one.look(one.edge.direct());
        QCOMPARE(server(before, a), std::string("drain 0"));
        one.edge.config().backends[0].servers[0].weight = 70;
        QVERIFY2(one.edge.haproxy.reload(one.edge.config()), one.edge.haproxy.said().constData());
        const EdgeSeen after = one.look(one.edge.direct());
        QCOMPARE(server(after, a), std::string("ready 70"));
        QVERIFY(after.uptime < before.uptime);
    }

    void adminStatesAndFailedChecksAreTold()
    {
        OneEdge one;
        for (HaproxyConfig::Server &server : one.edge.config().backends[0].servers)
            server.options = "check inter 50 fall 1 rise 1";
        QVERIFY(one.edge.start());
        const Endpoint endpoint = one.edge.direct();
        const auto state = [&] { return server(one.look(endpoint), a); };
        one.edge.haproxy.ask("set server web_pool/srv-a state maint");
        QCOMPARE(state(), std::string("maint 100"));
        one.edge.haproxy.ask("set server web_pool/srv-a state drain");
        QCOMPARE(state(), std::string("drain 100"));
        QCOMPARE(name(one.write(endpoint, 60).outcome), std::string("done"));
        QTRY_COMPARE(state(), std::string("ready 60"));
        one.edge.serverA().stop();
        QTRY_COMPARE(state(), std::string("down 60"));
        QCOMPARE(server(one.look(endpoint), b), std::string("ready 100"));
        // What was decided is told before what its check says: drained stays drained.
        QCOMPARE(name(one.write(endpoint, 0).outcome), std::string("done"));
        QCOMPARE(state(), std::string("drain 0"));
    }

    void aThirdOfFailedRequestsCountsAsAThird_data()
    {
        QTest::addColumn<int>("retries");
        QTest::newRow("without retries") << 0;
        QTest::newRow("with HAProxy's usual three") << 3;
    }

    void aThirdOfFailedRequestsCountsAsAThird()
    {
        QFETCH(int, retries);
        OneEdge one({.retries = retries});
        QVERIFY(one.edge.start());
        one.edge.serverA().behave({.failEvery = 3});
        QCOMPARE(name(one.write(one.edge.endpoint("unix:" + one.edge.haproxy.socketPath()), 256).outcome),
                 std::string("done"));
        one.edge.haproxy.ask("set server web_pool/srv-b state maint");
        QCOMPARE(askThrough(one.edge.frontendPort(), 30), 20);
        const ServerSeen seen = one.look(one.edge.direct()).servers.at({web, a});
        QCOMPARE(seen.requests, std::uint64_t(30));
        QCOMPARE(seen.failures, std::uint64_t(10));
    }

    void aDeadServerFailsEachRequest_data() { aThirdOfFailedRequestsCountsAsAThird_data(); }

    void aDeadServerFailsEachRequest()
    {
        QFETCH(int, retries);
        OneEdge one({.retries = retries});
        QVERIFY(one.edge.start());
        one.edge.serverA().stop();
        one.edge.haproxy.ask("set server web_pool/srv-b state maint");
        QCOMPARE(askThrough(one.edge.frontendPort(), 1), 0);
        const ServerSeen seen = one.look(one.edge.direct()).servers.at({web, a});
        // A retry is one more request and one more failure.
        QCOMPARE(seen.requests, std::uint64_t(1 + retries));
        QCOMPARE(seen.failures, seen.requests);
    }

    void answersCutShortCountOnce()
    {
        OneEdge one;
        QVERIFY(one.edge.start());
        one.edge.haproxy.ask("set server web_pool/srv-b state maint");
        one.edge.serverA().behave({.kind = Manner::Kind::close});
        askThrough(one.edge.frontendPort(), 3);
        const ServerSeen seen = one.look(one.edge.direct()).servers.at({web, a});
        QCOMPARE(seen.requests, std::uint64_t(3));
        QCOMPARE(seen.failures, std::uint64_t(3));
    }

    void refusalsCarryHaproxysOwnWords()
    {
        OneEdge one({.level = "operator"});
        QVERIFY(one.edge.start());
        const WriteAnswer denied = one.write(one.edge.direct(), 10);
        QCOMPARE(name(denied.outcome), std::string("refused"));
        QCOMPARE(denied.detail, std::string("Permission denied"));
        // Looking needs no more than that level.
        QCOMPARE(server(one.look(one.edge.direct()), a), std::string("ready 100"));
    }

    void aStaticBalanceRefusesAndNothingBecomesReady()
    {
        OneEdge one;
        one.edge.config().backends[0].options = " balance source";
        QVERIFY(one.edge.start());
        one.edge.haproxy.ask("set server web_pool/srv-a state drain");
        const WriteAnswer answer = one.write(one.edge.direct(), 50);
        QCOMPARE(name(answer.outcome), std::string("refused"));
        QVERIFY(answer.detail.find("static LB") != std::string::npos);
        // "ready" must not go out after a refused weight: traffic would come at the old one.
        QCOMPARE(server(one.look(one.edge.direct()), a), std::string("drain 100"));
    }

    void theTcpSocketWorksToo()
    {
        OneEdge one({.adminPort = freePort()});
        QVERIFY(one.edge.start());
        for (const std::string host : {"127.0.0.1", "localhost"}) {
            const Endpoint endpoint
                = one.edge.endpoint("tcp:" + host + ":" + std::to_string(one.edge.config().adminPort));
            QCOMPARE(name(one.write(endpoint, 33).outcome), std::string("done"));
            QCOMPARE(server(one.look(endpoint), a), std::string("ready 33"));
        }
        const Endpoint dead = one.edge.endpoint("tcp:127.0.0.1:" + std::to_string(freePort()));
        QCOMPARE(name(one.write(dead, 33).outcome), std::string("failed"));
        QVERIFY(!one.look(dead).reached);
    }

    void plaintextToAnotherMachineIsRefusedUnlessAccepted()
    {
        OneEdge one;
        // TEST-NET-1 (RFC 5737): no such machine, so a driver that tried would wait until the deadline.
        Endpoint endpoint = one.edge.endpoint("tcp:192.0.2.1:9999");
        const WriteAnswer answer = one.write(endpoint, 33);
        QCOMPARE(name(answer.outcome), std::string("refused"));
        QVERIFY(answer.detail.find("plaintext") != std::string::npos);
        QVERIFY(!one.look(endpoint).reached);
        endpoint.plaintextAccepted = true;
        QCOMPARE(name(one.write(endpoint, 33, std::chrono::milliseconds(100)).outcome), std::string("failed"));
    }

    void aFrozenHaproxyHoldsUpNobodyElse()
    {
        OneEdge one;
        RealEdge other;
        QVERIFY(one.edge.start() && other.start());
        one.edge.haproxy.freeze();
        std::vector<CallId> stuck;
        for (int i = 0; i < 5; ++i)
            stuck.push_back(one.start(SetServerWeight{one.edge.direct(), web, a, 10}, shortDeadline));
        QCOMPARE(name(one.write(other.direct("other"), 44).outcome), std::string("done"));
        for (const CallId id : stuck)
            QVERIFY(one.world.waitFor([&] { return countOf(one.world.completions(), id) == 1; }, longDeadline));
        QCOMPARE(name(answerTo<WriteAnswer>(one.world.completions(), stuck.front())->outcome), std::string("unknown"));
        QCOMPARE(name(answerTo<WriteAnswer>(one.world.completions(), stuck.back())->outcome), std::string("failed"));
        one.edge.haproxy.thaw();
        QVERIFY(one.look(one.edge.direct()).reached);
    }

    void aFullQueueOfConnectionsEndsAtTheDeadline()
    {
        OneEdge one;
        QVERIFY(one.edge.start());
        one.edge.haproxy.freeze();
        // Looks given up one after another fill the queue of connections that nobody accepts.
        EdgeSeen seen;
        for (int i = 0; i < 60; ++i)
            seen = one.look(one.edge.direct(), std::chrono::milliseconds(20));
        QVERIFY(!seen.reached);
        const WriteAnswer answer = one.write(one.edge.direct(), 10, shortDeadline);
        // With 2.6's backlog it may still find a place: then it was sent, and nobody knows.
        QVERIFY(answer.outcome == Outcome::failed || answer.outcome == Outcome::unknown);
        one.edge.haproxy.thaw();
        QVERIFY(one.look(one.edge.direct()).reached);
    }

    void deathUnderAWriteIsUnknownAndAfterwardsFailed()
    {
        OneEdge one;
        QVERIFY(one.edge.start());
        one.edge.haproxy.freeze();
        const CallId id = one.start(SetServerWeight{one.edge.direct(), web, a, 0});
        QVERIFY(!one.world.waitFor([&] { return countOf(one.world.completions(), id) > 0; }, shortDeadline));
        one.edge.haproxy.kill();
        QVERIFY(one.world.waitFor([&] { return countOf(one.world.completions(), id) > 0; }, longDeadline));
        QCOMPARE(name(answerTo<WriteAnswer>(one.world.completions(), id)->outcome), std::string("unknown"));
        // The socket's file is still there, but nobody listens.
        QCOMPARE(name(one.write(one.edge.direct(), 0).outcome), std::string("failed"));
        QVERIFY(!one.look(one.edge.direct()).reached);
    }

    void writesGoOutInTheOrderThatSendsNoWrongTraffic()
    {
        RealEdges harness;
        QCOMPARE(write(harness, {.weight = 0}), std::string("done"));
        QCOMPARE(write(harness, {.weight = 25}), std::string("done"));
        const QByteArrayList expected{
            "set server web_pool/srv-a state drain; set server web_pool/srv-a weight 0",
            "set server web_pool/srv-a weight 25",
            "set server web_pool/srv-a state ready",
        };
        QCOMPARE(harness.relay(0).lines(), expected);
    }

    void aPermitWithdrawnBetweenTheLinesIsUnknown()
    {
        RealEdges harness;
        harness.trouble(0, Trouble::hanging);
        Write half{.weight = 25};
        const CallId id = startWrite(harness, half);
        QVERIFY(harness.waitFor([&] { return harness.relay(0).lines().size() == 1; }, longDeadline));
        half.permit.withdraw();
        QCOMPARE(countOf(harness.completions(), id), 0);
        harness.relay(0).answerHeld("\n");
        QCOMPARE(outcomeOf(harness, id), std::string("unknown"));
        QCOMPARE(harness.relay(0).lines().size(), 1);
    }

    void oddRepliesAreTold_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("one empty line of two") << QByteArray("\n") << QByteArray("unknown");
        QTest::newRow("nothing") << QByteArray() << QByteArray("unknown");
        QTest::newRow("CR LF") << QByteArray("\r\n\r\n") << QByteArray("done");
        QTest::newRow("second refused") << QByteArray("\nNo such server.\n\n") << QByteArray("refused");
        QTest::newRow("escape sequences") << QByteArray("\x1b[2J\x1b]0;gone\n\n") << QByteArray("refused");
        QTest::newRow("1 MB of text") << QByteArray(1'000'000, 'x') << QByteArray("refused");
        QTest::newRow("17 MB of text") << QByteArray(17'000'000, 'x') << QByteArray("unknown");
    }

    void oddRepliesAreTold()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QByteArray, outcome);
        RealEdges harness;
        harness.relay(0).setFixed(reply);
        harness.relay(0).setMode(AdminRelay::Mode::answer);
        const CallId id = startWrite(harness, {.weight = 0});
        QCOMPARE(outcomeOf(harness, id), outcome.toStdString());
        const std::string detail = answerTo<WriteAnswer>(harness.completions(), id)->detail;
        QVERIFY(detail.size() <= 200);
        QCOMPARE(detail, plainText(detail));
    }

    void aDriverThatGoesAwayCompletesNothingMore()
    {
        RealEdge edge;
        QVERIFY(edge.start());
        edge.haproxy.freeze();
        EventLoopWorld world;
        {
            HaproxyTraffic traffic(world.sink(), world.clock());
            for (int i = 1; i <= 5; ++i)
                traffic.start({.id = CallId(std::uint64_t(i)), .what = LookAtEdge{edge.direct()}});
            world.waitFor([] { return false; }, std::chrono::milliseconds(50));
        }
        edge.haproxy.thaw();
        world.waitFor([] { return false; }, std::chrono::milliseconds(100));
        QVERIFY(world.completions().empty());
    }

    void otherCallsAreABrokenInvariant()
    {
        OneEdge one;
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, one.traffic.start({.id = CallId(1), .what = ProbeCheck{}}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, one.start(SetServerWeight{one.edge.direct(), web, a, 257}));
    }
};

QTEST_GUILESS_MAIN(TestHaproxy)
#include "tst_haproxy.moc"
