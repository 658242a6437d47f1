// SPDX-License-Identifier: GPL-3.0-or-later
// What only real servers do to a prober: floods, drips, cuts, redirects, and crowds of stuck connections.
#include <QTest>

#include "tests/drivers/real_prober.h"
#include "tests/support/free_port.h"

#include <QFile>

using namespace siaga;
using prober_rules::probe;
using prober_rules::startProbe;

namespace {

Check httpCheck(const HttpServer &server, const std::string &wanted = {})
{
    return Check{.id = CheckId("web"), .target = server.url("/health?full=1"), .bodyContains = wanted};
}

qint64 residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

int openFiles()
{
    int count = 0;
    for (int descriptor = 0; descriptor < 4096; ++descriptor)
        count += QFile::exists(QStringLiteral("/proc/self/fd/%1").arg(descriptor));
    return count;
}

} // namespace

Q_DECLARE_METATYPE(siaga::Manner)

class TestProberHostile : public QObject
{
    Q_OBJECT

private slots:
    void hostileAnswersEndInTime_data()
    {
        using Kind = Manner::Kind;
        QTest::addColumn<Manner>("manner");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<ProbeOutcome>("outcome");
        const auto raw = [](const QByteArray &bytes) { return Manner{.kind = Kind::raw, .raw = bytes}; };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";

        // Bad input 24: a body without an end passes by its status, and is read to 64 KiB for a text.
        QTest::newRow("endless body") << Manner{.kind = Kind::endlessBody} << QByteArray() << ProbeOutcome::passed;
        QTest::newRow("endless body, text wanted")
            << Manner{.kind = Kind::endlessBody} << QByteArray("login") << ProbeOutcome::badBody;
        // 25: we never ask for compression and never unpack.
        QTest::newRow("unasked gzip") << Manner{.headers = "Content-Encoding: gzip\r\n", .body = "\x1f\x8b\x08"}
                                      << QByteArray("ok") << ProbeOutcome::badBody;
        // 26
        QTest::newRow("negative length")
            << raw(ok + "Content-Length: -1\r\n\r\n") << QByteArray() << ProbeOutcome::malformed;
        QTest::newRow("length 2^63")
            << raw(ok + "Content-Length: 9223372036854775808\r\n\r\n") << QByteArray() << ProbeOutcome::malformed;
        QTest::newRow("body shorter than its length")
            << raw(ok + "Content-Length: 100\r\n\r\nlog") << QByteArray("login") << ProbeOutcome::malformed;
        QTest::newRow("body longer than its length")
            << raw(ok + "Content-Length: 3\r\n\r\nlogin") << QByteArray("login") << ProbeOutcome::badBody;
        // 27
        QTest::newRow("header drip") << Manner{.kind = Kind::dripHeaders} << QByteArray() << ProbeOutcome::timedOut;
        // 28
        QTest::newRow("header flood") << Manner{.kind = Kind::floodHeaders} << QByteArray() << ProbeOutcome::malformed;
        QTest::newRow("endless header line")
            << Manner{.kind = Kind::floodLine} << QByteArray() << ProbeOutcome::malformed;
        // 30
        QTest::newRow("login page") << Manner{.body = "<html>log in</html>"} << QByteArray() << ProbeOutcome::passed;
        QTest::newRow("login page instead of the text")
            << Manner{.body = "<html>log in</html>"} << QByteArray("all good") << ProbeOutcome::badBody;
        // 31 to 35: what stands in the body is text to us, whatever it claims.
        QTest::newRow("broken JSON") << Manner{.body = R"({"a":NaN,"b":"\ud800",)"} << QByteArray("NaN")
                                     << ProbeOutcome::passed;
        QTest::newRow("text at the end of the first 64 KiB")
            << Manner{.body = QByteArray(64 * 1024 - 5, 'x') + "login"} << QByteArray("login") << ProbeOutcome::passed;
        QTest::newRow("text after the first 64 KiB")
            << Manner{.body = QByteArray(64 * 1024 - 4, 'x') + "login"} << QByteArray("login") << ProbeOutcome::badBody;
        // 38, without TLS: hanging up.
        QTest::newRow("closes without a word") << Manner{.kind = Kind::close} << QByteArray() << ProbeOutcome::refused;
        QTest::newRow("resets") << Manner{.kind = Kind::reset} << QByteArray() << ProbeOutcome::refused;
        // 40: Retry-After is not ours to obey.
        QTest::newRow("Retry-After") << Manner{.status = 503, .headers = "Retry-After: 99999999\r\n"} << QByteArray()
                                     << ProbeOutcome::badStatus;
        QTest::newRow("no HTTP") << raw("220 mail.example ESMTP\r\n") << QByteArray() << ProbeOutcome::malformed;
        QTest::newRow("cut in the headers") << raw(ok + "X-A: b\r\n") << QByteArray() << ProbeOutcome::malformed;
        QTest::newRow("cut in the headers, open")
            << Manner{.kind = Kind::rawThenHang, .raw = ok} << QByteArray() << ProbeOutcome::timedOut;
        QTest::newRow("bad status, then silence")
            << Manner{.kind = Kind::rawThenHang, .raw = "HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\n"}
            << QByteArray("ok") << ProbeOutcome::badStatus;
    }

    void hostileAnswersEndInTime()
    {
        QFETCH(Manner, manner);
        QFETCH(QByteArray, wanted);
        QFETCH(ProbeOutcome, outcome);
        RealProber harness;
        HttpServer server;
        server.behave(manner);
        const qint64 before = residentKilobytes();
        const bool waits = outcome == ProbeOutcome::timedOut;
        const ProbeResult result = probe(harness, httpCheck(server, wanted.toStdString()),
                                         waits ? std::chrono::milliseconds(400) : std::chrono::seconds(20));
        QCOMPARE(result.outcome, outcome);
        QVERIFY(result.detail.size() <= 200);
        // One attempt, whatever came of it.
        QCOMPARE(server.connections(), 1);
        QCOMPARE(server.requests(), 1);
        QVERIFY2(residentKilobytes() - before < 20'000, "the answer was piled up in memory");
        QVERIFY2(server.bytesSent() < 12'000'000, "far more than the limits was read");
    }

    void redirectsAreNotFollowed()
    {
        RealProber harness;
        HttpServer server, elsewhere;
        server.behave({.status = 302, .headers = "Location: " + QByteArray::fromStdString(elsewhere.url()) + "\r\n"});
        QCOMPARE(probe(harness, httpCheck(server)).outcome, ProbeOutcome::passed);
        Check strict = httpCheck(server);
        strict.statusMax = 299;
        const ProbeResult result = probe(harness, strict);
        QCOMPARE(result.outcome, ProbeOutcome::badStatus);
        QCOMPARE(result.status, 302);
        QCOMPARE(elsewhere.connections(), 0);
    }

    void theRequestIsPlain()
    {
        RealProber harness;
        HttpServer server;
        server.behave({.headers = "Set-Cookie: a=b\r\nCache-Control: max-age=999\r\n"});
        probe(harness, httpCheck(server));
        QCOMPARE(probe(harness, httpCheck(server)).outcome, ProbeOutcome::passed);
        QCOMPARE(server.connections(), 2);
        const QByteArray request = server.lastRequest();
        QVERIFY(request.startsWith("GET /health?full=1 HTTP/1.1\r\n"));
        QVERIFY(request.contains("\r\nHost: 127.0.0.1:" + QByteArray::number(server.port()) + "\r\n"));
        QVERIFY(request.contains("\r\nConnection: close\r\n"));
        QVERIFY(!request.toLower().contains("cookie") && !request.toLower().contains("authorization"));
        QVERIFY(!request.toLower().contains("gzip"));
    }

    void proxiesOfTheEnvironmentAreNotAsked()
    {
        HttpServer proxy, server;
        qputenv("http_proxy", QByteArray::fromStdString(proxy.url()));
        RealProber harness;
        QCOMPARE(probe(harness, httpCheck(server)).outcome, ProbeOutcome::passed);
        qunsetenv("http_proxy");
        QCOMPARE(proxy.connections(), 0);
    }

    void tcpPassesOnceTheConnectionIsAccepted()
    {
        RealProber harness;
        HttpServer server;
        server.behave({.kind = Manner::Kind::hang});
        Check check{.id = CheckId("db"), .kind = CheckKind::tcp};
        check.target = "127.0.0.1:" + std::to_string(server.port());
        QCOMPARE(probe(harness, check).outcome, ProbeOutcome::passed);
        check.target = "127.0.0.1:" + std::to_string(freePort());
        QCOMPARE(probe(harness, check).outcome, ProbeOutcome::refused);
    }

    void aNameWithoutAnAddressIsNotResolved()
    {
        RealProber harness;
        // The top-level domain that is promised never to exist (RFC 6761); its look-up fails without any network.
        const Check check{.id = CheckId("web"), .target = "http://siaga.invalid/"};
        QCOMPARE(probe(harness, check).outcome, ProbeOutcome::notResolved);
    }

    void targetsThatMakeNoSenseAreNotRun_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("credentials") << QByteArray("http://user:secret@127.0.0.1/");
        QTest::newRow("port 0") << QByteArray("http://127.0.0.1:0/");
    }

    void targetsThatMakeNoSenseAreNotRun()
    {
        QFETCH(QByteArray, target);
        RealProber harness;
        const ProbeResult result = probe(harness, {.id = CheckId("web"), .target = target.toStdString()});
        QCOMPARE(result.outcome, ProbeOutcome::notRun);
        QVERIFY(!result.detail.empty() && result.detail.find("secret") == std::string::npos);
    }

    void moreStuckProbesThanPlacesStillEndInTime()
    {
        RealProber harness;
        HttpServer server;
        server.behave({.kind = Manner::Kind::hang});
        std::vector<CallId> ids;
        for (int i = 0; i < QtProber::inFlightMax + 44; ++i) {
            Check check = httpCheck(server);
            check.id = CheckId("web" + std::to_string(i));
            ids.push_back(startProbe(harness, ProbeCheck{check}, std::chrono::milliseconds(1500)));
        }
        QVERIFY(harness.waitFor([&] { return harness.completions().size() == ids.size(); }, std::chrono::seconds(20)));
        // All to one host at once, not six at a time.
        QCOMPARE(server.connections(), QtProber::inFlightMax);
        int timedOut = 0, notRun = 0;
        for (const CallId id : ids) {
            const ProbeOutcome outcome = seenBy<CheckSeen>(harness.completions(), id)->result.outcome;
            timedOut += outcome == ProbeOutcome::timedOut;
            notRun += outcome == ProbeOutcome::notRun;
        }
        QCOMPARE(timedOut, QtProber::inFlightMax);
        QCOMPARE(notRun, 44);
    }

    void oneCheckHoldsOnePlace()
    {
        RealProber harness;
        HttpServer server;
        server.behave({.kind = Manner::Kind::hang});
        const CallId first = startProbe(harness, ProbeCheck{httpCheck(server)}, std::chrono::seconds(10));
        const CallId second = startProbe(harness, ProbeCheck{httpCheck(server)}, std::chrono::seconds(10));
        QVERIFY(harness.waitFor([&] { return server.requests() == 1; }, std::chrono::seconds(5)));
        server.behave({});
        harness.prober().cancel(first);
        QVERIFY(prober_rules::waitForAnswer(harness, second));
        QCOMPARE(server.connections(), 2);
        QCOMPARE(seenBy<CheckSeen>(harness.completions(), second)->result.outcome, ProbeOutcome::passed);
    }

    void aPermitWithdrawnWhileConnectedKeepsTheRequestBack()
    {
        RealProber harness;
        HttpServer server;
        Permit permit;
        startProbe(harness, ProbeCheck{httpCheck(server)}, std::chrono::seconds(5), permit);
        // The connection is begun by the next turn of the loop and made by a later one.
        QCoreApplication::sendPostedEvents();
        permit.withdraw();
        QVERIFY(harness.waitFor([&] { return harness.completions().size() == 1; }, std::chrono::seconds(5)));
        QVERIFY(harness.waitFor([&] { return server.connections() == 1; }, std::chrono::seconds(5)));
        QCOMPARE(server.requests(), 0);
    }

    void aProberThatGoesAwayCompletesNothingMore()
    {
        HttpServer server;
        EventLoopWorld world;
        const int before = openFiles();
        {
            QtProber prober(world.sink(), world.clock());
            for (const Manner::Kind kind : {Manner::Kind::hang, Manner::Kind::floodHeaders}) {
                server.behave({.kind = kind});
                for (int i = 0; i < 10; ++i) {
                    const std::string name = std::to_string(int(kind)) + "-" + std::to_string(i);
                    const Check check{.id = CheckId(name), .target = server.url()};
                    prober.start({.id = prober_rules::nextId(), .what = ProbeCheck{check}});
                }
                const int wanted = server.connections() + 10;
                QVERIFY(world.waitFor([&] { return server.connections() >= wanted; }, std::chrono::seconds(5)));
            }
        }
        const std::size_t completed = world.completions().size();
        server.stop();
        QVERIFY(world.waitFor([&] { return openFiles() <= before; }, std::chrono::seconds(5)));
        QCOMPARE(world.completions().size(), completed);
    }

    void otherCallsAreABrokenInvariant()
    {
        RealProber harness;
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, harness.prober().start({.id = CallId(1), .what = LookAtEdge{}}));
    }
};

QTEST_GUILESS_MAIN(TestProberHostile)
#include "tst_prober_hostile.moc"
