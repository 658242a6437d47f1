// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of metric pages among real servers, good and hostile.
#include <QTest>

#include "core/drivers/exposition/fetch.h"
#include "core/drivers/exposition/http_metrics.h"
#include "tests/drivers/contract.h"
#include "tests/drivers/event_loop_world.h"
#include "tests/support/certificates.h"
#include "tests/support/http_server.h"

using namespace siaga;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr Duration soon = 5s;

class Meter
{
public:
    CallId start(const std::string &address, Duration deadline = 10s, const std::string &caFile = {}, Permit permit = {})
    {
        m_id = m_id.next();
        ReadMetrics what{{.id = MetricsId("page"), .address = address, .caFile = caFile}, {"calls_total"}};
        m_driver.start({.id = m_id, .what = std::move(what), .deadline = deadline, .permit = permit});
        return m_id;
    }
    MetricsSeen wait(CallId id, Duration limit = 12s)
    {
        m_world.waitFor([&] { return countOf(m_world.completions(), id) > 0; }, limit);
        const auto *seen = seenBy<MetricsSeen>(m_world.completions(), id);
        return seen ? *seen : MetricsSeen{.detail = "no completion"};
    }
    MetricsSeen read(const std::string &address, Duration deadline = 10s, const std::string &caFile = {})
    {
        return wait(start(address, deadline, caFile));
    }
    HttpMetrics &driver() { return m_driver; }
    EventLoopWorld &world() { return m_world; }

private:
    EventLoopWorld m_world;
    CallId m_id;
    HttpMetrics m_driver{m_world.sink(), m_world.clock()};
};

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsReadAsItStands()
    {
        HttpServer server;
        server.behave({.body = "calls_total{a=\"1\"} 3\ncalls_total{a=\"2\"} 4\nrubbish\n"
                               "resilience4j_circuitbreaker_state{name=\"charge\",state=\"open\",} 1.0\n"});
        Meter meter;
        const Instant before = meter.world().now();
        const MetricsSeen seen = meter.read(server.url("/metrics"));
        QVERIFY2(seen.reached, seen.detail.c_str());
        QCOMPARE(seen.source.text(), std::string("page"));
        QCOMPARE(seen.values.at("calls_total"), 7.0);
        QCOMPARE(seen.breakers.size(), std::size_t(1));
        QVERIFY(!seen.detail.empty()); // The line that was not understood.
        QVERIFY(before <= seen.began && seen.began <= seen.ended && seen.ended <= meter.world().now());
        QVERIFY(server.lastRequest().startsWith("GET /metrics HTTP/1.1"));
        QVERIFY(!server.lastRequest().toLower().contains("cookie"));
    }

    void whatIsNoPageIsNotReached_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("error") << int(Manner::Kind::answer) << 503;
        QTest::newRow("not found") << int(Manner::Kind::answer) << 404;
        QTest::newRow("redirect") << int(Manner::Kind::answer) << 302;
        QTest::newRow("no content") << int(Manner::Kind::answer) << 204;
        QTest::newRow("hangs up") << int(Manner::Kind::close) << 0;
        QTest::newRow("reset") << int(Manner::Kind::reset) << 0;
        QTest::newRow("no HTTP") << int(Manner::Kind::raw) << 0;
    }
    void whatIsNoPageIsNotReached()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        HttpServer elsewhere;
        HttpServer server;
        Manner manner{.kind = Manner::Kind(kind), .body = "calls_total 3\n", .raw = "SSH-2.0-x\r\n"};
        if (status != 0)
            manner.status = status;
        if (status == 302)
            manner.headers = "Location: " + QByteArray::fromStdString(elsewhere.url()) + "\r\n";
        server.behave(manner);
        Meter meter;
        const MetricsSeen seen = meter.read(server.url());
        QVERIFY(!seen.reached);
        QVERIFY(seen.values.empty() && seen.breakers.empty());
        QVERIFY(!seen.detail.empty() && seen.detail.size() <= 200);
        QCOMPARE(elsewhere.connections(), 0);
    }

    void anEndlessPageIsCutOff()
    {
        HttpServer server;
        server.behave({.kind = Manner::Kind::endlessBody});
        Meter meter;
        const MetricsSeen seen = meter.read(server.url());
        QVERIFY(!seen.reached && seen.values.empty() && seen.detail.find("8 MiB") != std::string::npos);
        // What lies in buffers on the way comes on top.
        QVERIFY(server.bytesSent() < 4 * Fetch::bytesMax);
    }

    void theDeadlineEndsWhatDripsAndWhatHangs_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("hangs") << int(Manner::Kind::hang);
        QTest::newRow("drips headers") << int(Manner::Kind::dripHeaders);
        QTest::newRow("floods headers") << int(Manner::Kind::floodHeaders);
        QTest::newRow("half a body") << int(Manner::Kind::rawThenHang);
    }
    void theDeadlineEndsWhatDripsAndWhatHangs()
    {
        QFETCH(int, kind);
        HttpServer server;
        server.behave({.kind = Manner::Kind(kind), .raw = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ncalls_total 3\n"});
        Meter meter;
        const Instant before = meter.world().now();
        const MetricsSeen seen = meter.read(server.url(), 400ms);
        QVERIFY(!seen.reached);
        QVERIFY(seen.ended - before >= 400ms && seen.ended - before <= 400ms + EventLoopWorld::slack);
    }

    void aStuckPageDelaysNoOther()
    {
        HttpServer stuck;
        stuck.behave({.kind = Manner::Kind::hang});
        HttpServer server;
        server.behave({.body = "calls_total 1\n"});
        Meter meter;
        for (int i = 0; i < 10; ++i)
            meter.start(stuck.url());
        QVERIFY(meter.wait(meter.start(server.url()), soon).reached);
    }

    void aCallIsAnsweredOnceAlsoWhenItIsCancelled()
    {
        HttpServer server;
        server.behave({.kind = Manner::Kind::hang});
        Meter meter;
        const CallId atOnce = meter.start(server.url());
        meter.driver().cancel(atOnce);
        const CallId later = meter.start(server.url());
        meter.world().waitFor([&] { return server.requests() > 0; }, soon);
        meter.driver().cancel(later);
        meter.driver().cancel(later);
        QVERIFY(!meter.wait(later).reached);
        meter.world().waitFor([] { return false; }, 100ms);
        QCOMPARE(countOf(meter.world().completions(), atOnce), 1);
        QCOMPARE(countOf(meter.world().completions(), later), 1);
    }

    void aWithdrawnPermitKeepsItHome()
    {
        HttpServer server;
        Meter meter;
        Permit permit;
        permit.withdraw();
        QVERIFY(!meter.wait(meter.start(server.url(), 5s, {}, permit)).reached);
        QCOMPARE(server.connections(), 0);
    }

    void closingTheDriverInTheMiddleTellsNothingMore()
    {
        HttpServer server;
        server.behave({.kind = Manner::Kind::hang});
        EventLoopWorld world;
        std::size_t before = 0;
        {
            HttpMetrics driver(world.sink(), world.clock());
            for (std::uint64_t i = 1; i <= 3; ++i)
                driver.start({.id = CallId(i), .what = ReadMetrics{{.address = server.url(), .caFile = i == 3 ? "nowhere" : ""}, {}}});
            world.waitFor([&] { return server.requests() > 0; }, soon);
            before = world.completions().size(); // That without a file may be answered by now.
        }
        world.waitFor([] { return false; }, 100ms);
        QCOMPARE(world.completions().size(), before);
    }

    void onlyACertificateOfTheNamedAuthorityCounts()
    {
        Certificates certificates;
        const std::string ca = certificates.authority(u"ca"_s).toStdString();
        const std::string other = certificates.authority(u"other"_s).toStdString();
        HttpServer good(certificates.issue({.name = u"good"_s, .authority = u"ca"_s}));
        HttpServer wrongHost(certificates.issue({.name = u"host"_s, .authority = u"ca"_s, .host = u"DNS:elsewhere.example"_s}));
        QVERIFY2(certificates.failure().isEmpty(), qPrintable(certificates.failure()));
        good.behave({.body = "calls_total 1\n"});
        Meter meter;
        const MetricsSeen seen = meter.read(good.url(), 10s, ca);
        QVERIFY2(seen.reached, seen.detail.c_str());
        // A kept connection must not let another identity pass.
        QVERIFY(!meter.read(good.url(), 10s, other).reached);
        QVERIFY(!meter.read(good.url(), 10s).reached);
        QVERIFY(!meter.read(wrongHost.url(), 10s, ca).reached);
        QVERIFY(!meter.read(good.url(), 10s, "/nowhere/ca.crt").reached);
        QCOMPARE(good.requests(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
