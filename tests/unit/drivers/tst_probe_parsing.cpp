// SPDX-License-Identifier: GPL-3.0-or-later
// A probe's target and a server's answer, read without any socket.
#include <QTest>

#include "core/base/random.h"
#include "core/drivers/probe/http_answer.h"
#include "core/drivers/probe/target.h"

using namespace siaga;

namespace {

/// "passed 200", "not found 200", "reading 0", "malformed: why".
QByteArray verdict(const HttpAnswer &answer)
{
    if (answer.malformed())
        return "malformed: " + QByteArray::fromStdString(answer.fault());
    const QByteArray word = !answer.over() ? "reading" : answer.found() ? "found" : "not found";
    return word + " " + QByteArray::number(answer.status());
}

QByteArray readIn(const QByteArray &bytes, const QByteArray &wanted, qsizetype pieceSize)
{
    HttpAnswer answer(wanted.toStdString());
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        const QByteArray piece = bytes.mid(at, pieceSize);
        answer.take({piece.constData(), std::size_t(piece.size())});
    }
    answer.end();
    return verdict(answer);
}

} // namespace

class TestProbeParsing : public QObject
{
    Q_OBJECT

private slots:
    void answersAreReadByTheProtocol_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &wanted,
                            const QByteArray &expected) { QTest::newRow(name) << bytes << wanted << expected; };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";

        row("headers alone", ok + "\r\n", "", "found 200");
        row("HTTP/1.0, no reason", "HTTP/1.0 404\r\n\r\n", "", "found 404");
        row("bare line feeds", "HTTP/1.1 200 OK\nA: b\n\n", "", "found 200");
        row("by length", ok + "Content-Length: 4\r\n\r\nabcd", "bc", "found 200");
        row("until closed", ok + "\r\nabcd", "cd", "found 200");
        row("until closed, missing", ok + "\r\nabcd", "x", "not found 200");
        row("chunked across chunks", chunked + "2\r\nab\r\n2;ext=1\r\ncd\r\n0\r\nT: x\r\n\r\n", "bc", "found 200");
        row("chunked, missing", chunked + "4\r\nabcd\r\n0\r\n\r\n", "x", "not found 200");
        row("interim answers", "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 204 None\r\n\r\n", "x", "not found 204");
        row("switching protocols", "HTTP/1.1 101 Switching\r\n\r\n", "", "found 101");
        row("empty body", ok + "Content-Length: 0\r\n\r\n", "x", "not found 200");
        row("equal lengths", ok + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nab", "ab", "found 200");
        row("names in any case", ok + "cOnTeNt-LeNgTh:2\r\n\r\nab", "ab", "found 200");
        row("32 KiB of headers", ok + "A: " + QByteArray(32 * 1024 - 17 - 7, 'x') + "\r\n\r\n", "", "found 200");

        row("nothing", "", "", "malformed: the connection was closed without an answer");
        row("no HTTP", "SSH-2.0-x\r\n", "", "malformed: the answer does not begin with an HTTP/1 status line");
        row("HTTP/2", "HTTP/2.0 200 OK\r\n", "", "malformed: the answer does not begin with an HTTP/1 status line");
        row("status 2000", "HTTP/1.1 2000 X\r\n", "", "malformed: the answer does not begin with an HTTP/1 status line");
        row("status 999", "HTTP/1.1 999 X\r\n", "", "malformed: the status is not between 100 and 599");
        row("no colon", ok + "Oops\r\n\r\n", "", "malformed: a header line has no valid name");
        row("folded", ok + "A: b\r\n c\r\n\r\n", "", "malformed: a header line has no valid name");
        row("zero byte", ok + QByteArray("A: \0\r\n\r\n", 8), "", "malformed: a zero byte stands among the headers");
        row("length -1", ok + "Content-Length: -1\r\n\r\n", "", "malformed: Content-Length is not a number of bytes");
        row("length 2^63", ok + "Content-Length: 9223372036854775808\r\n\r\n", "",
            "malformed: Content-Length is not a number of bytes");
        row("length 1e3", ok + "Content-Length: 1e3\r\n\r\n", "", "malformed: Content-Length is not a number of bytes");
        row("two lengths", ok + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n", "",
            "malformed: two different Content-Lengths");
        row("gzip coding", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n", "", "malformed: an unknown transfer encoding");
        row("cut by length", ok + "Content-Length: 5\r\n\r\nab", "x", "malformed: the answer was cut short");
        row("cut in a chunk", chunked + "5\r\nab", "x", "malformed: the answer was cut short");
        row("cut before the last chunk", chunked + "2\r\nab\r\n", "x", "malformed: the answer was cut short");
        row("chunk size -1", chunked + "-1\r\n", "x", "malformed: a chunk's size is not a number");
        row("chunk size too large", chunked + "10000000000000000\r\n", "x", "malformed: a chunk's size is not a number");
        row("chunk size empty", chunked + "\r\n", "x", "malformed: a chunk's size is not a number");
        row("chunk longer", chunked + "2\r\nabc\r\n", "x", "malformed: a chunk is longer than it says");
        row("chunk extension flood", chunked + "2;" + QByteArray(300, 'e'), "x",
            "malformed: a chunk's size line is too long");
        row("32 KiB of headers and one", ok + "A: " + QByteArray(32 * 1024 - 17 - 6, 'x') + "\r\n\r\n", "",
            "malformed: the headers are longer than 32 KiB");
        row("interim flood", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(2000), "",
            "malformed: the headers are longer than 32 KiB");
        row("trailer flood", chunked + "0\r\n" + QByteArray("T: x\r\n").repeated(9000), "x",
            "malformed: the headers are longer than 32 KiB");
    }

    void answersAreReadByTheProtocol()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, expected);
        // However the network cuts it.
        for (const qsizetype pieceSize : {qsizetype(1), qsizetype(3), qsizetype(1000), bytes.size() + 1})
            QCOMPARE(readIn(bytes, wanted, pieceSize), expected);
    }

    void noMoreThanTheLimitIsKept()
    {
        HttpAnswer answer("never there");
        answer.take("HTTP/1.1 200 OK\r\n\r\n");
        const std::string piece(10'000, 'x');
        int pieces = 0;
        for (; !answer.over(); ++pieces)
            answer.take(piece);
        QCOMPARE(pieces, 7);
        QCOMPARE(answer.bodySize(), HttpAnswer::bodyMax);
        QVERIFY(!answer.found() && !answer.malformed());
    }

    void theStatusIsKnownBeforeTheBodyEnds()
    {
        HttpAnswer answer("x");
        answer.take("HTTP/1.1 100 Continue\r\n\r\n");
        QVERIFY(!answer.headed());
        answer.take("HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\n");
        QVERIFY(answer.headed() && !answer.over());
        QCOMPARE(answer.status(), 500);
    }

    void noBytesBreakTheReader()
    {
        const QByteArray seed = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n"
                                "3;a=b\r\nabc\r\n0\r\nT: x\r\n\r\n";
        Random random(4711);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = seed;
            for (int i = 0; i < 3; ++i)
                bytes[qsizetype(random.below(std::uint64_t(bytes.size())))] = char(random.below(256));
            const QByteArray whole = readIn(bytes, "bc", bytes.size());
            QCOMPARE(readIn(bytes, "bc", 1 + qsizetype(random.below(9))), whole);
            QVERIFY(!whole.startsWith("reading"));
        }
    }

    void targetsAreTakenApart_data()
    {
        QTest::addColumn<CheckKind>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto http = [](const char *text, const QByteArray &expected) {
            QTest::newRow(text) << CheckKind::http << QByteArray(text) << expected;
        };
        const auto tcp = [](const char *text, const QByteArray &expected) {
            QTest::newRow(text) << CheckKind::tcp << QByteArray(text) << expected;
        };
        http("http://a.example", "plain a.example 80 a.example /");
        http("https://a.example", "tls a.example 443 a.example /");
        http("https://a.example:8443/x?y=%20z#part", "tls a.example 8443 a.example:8443 /x?y=%20z");
        http("http://[::1]:81/", "plain ::1 81 [::1]:81 /");
        http("http://b\xc3\xbc" "cher.example/", "plain xn--bcher-kva.example 80 xn--bcher-kva.example /");
        http("http://a.example/%0d%0aX: y", "wrong");
        http("HTTP://A.example/", "plain a.example 80 a.example /");
        http("", "wrong");
        http("a.example", "wrong");
        http("ftp://a.example/", "wrong");
        http("http://", "wrong");
        http("http://a.example:0/", "wrong");
        http("http://a.example:99999/", "wrong");
        http("http://me:pw@a.example/", "wrong");
        tcp("a.example:5432", "tcp a.example 5432");
        tcp("10.0.0.1:1", "tcp 10.0.0.1 1");
        tcp("[::1]:65535", "tcp ::1 65535");
        tcp("::1:80", "wrong");
        tcp("a.example", "wrong");
        tcp("a.example:", "wrong");
        tcp("a.example:0", "wrong");
        tcp("a.example:65536", "wrong");
        tcp("a.example:8o", "wrong");
        tcp(":80", "wrong");
        tcp("user@a.example:80", "wrong");
    }

    void targetsAreTakenApart()
    {
        QFETCH(CheckKind, kind);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto target = parseTarget(kind, text.toStdString());
        QByteArray found = "wrong";
        if (target) {
            found = target->http ? (target->tls ? "tls" : "plain") : "tcp";
            found += " " + QByteArray::fromStdString(target->host) + " " + QByteArray::number(target->port);
            if (target->http)
                found += " " + QByteArray::fromStdString(target->hostHeader + " " + target->path);
        } else {
            QVERIFY(!target.error().message.empty());
        }
        QCOMPARE(found, expected);
    }

    void aCanarysTargetTellsItsKind()
    {
        QCOMPARE(kindOfCanary("https://a.example/"), CheckKind::http);
        QCOMPARE(kindOfCanary("a.example:53"), CheckKind::tcp);
    }
};

QTEST_APPLESS_MAIN(TestProbeParsing)
#include "tst_probe_parsing.moc"
