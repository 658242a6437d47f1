// SPDX-License-Identifier: GPL-3.0-or-later
// HAProxy's tables and replies, its address and our commands, without any socket. Bad input 39 lives here.
#include <QTest>

#include "core/base/random.h"
#include "core/drivers/haproxy/address.h"
#include "core/drivers/haproxy/commands.h"
#include "core/drivers/haproxy/edge_report.h"
#include "core/drivers/haproxy/replies.h"
#include "core/drivers/haproxy/stat_csv.h"

using namespace siaga;

namespace {

constexpr const char *info = "Name: HAProxy\nVersion: 2.6.12\nPid: 7\nUptime: 0d 0h01m05s\nUptime_sec: 65\n\n";
constexpr const char *stat = "# pxname,svname,qcur,stot,econ,eresp,wretr,status,weight,hrsp_5xx,\n"
                             "front,FRONTEND,,90,,,,OPEN,,0,\n"
                             "pool,srv-a,0,30,1,2,3,UP,100,4,\n"
                             "pool,srv-b,0,10,0,0,0,DRAIN,0,0,\n"
                             "pool,BACKEND,0,40,1,2,3,UP,100,4,\n\n";
constexpr const char *state = "1\n# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight\n"
                              "3 pool 1 srv-a 127.0.0.1 2 0 100\n"
                              "3 pool 2 srv-b 127.0.0.1 2 8 0\n\n";

const ServiceId web{"web"};

Endpoint endpoint()
{
    const std::map<RegionId, std::string> servers{{RegionId("a"), "srv-a"}, {RegionId("b"), "srv-b"}};
    return Endpoint{.id = EndpointId("edge"), .backends = {{.service = web, .name = "pool", .servers = servers}}};
}

/// "65: a ready 100 30/10; b drain 0 10/0; absent …", or "wrong: why".
QByteArray told(const QByteArray &reply, const Endpoint &from = endpoint())
{
    const auto report = readEdge({reply.constData(), std::size_t(reply.size())}, from);
    if (!report)
        return "wrong: " + QByteArray::fromStdString(report.error().message);
    QByteArray text = QByteArray::number(qint64(inSeconds(report->uptime))) + ":";
    for (const auto &[names, server] : report->servers) {
        text += " " + QByteArray::fromStdString(names.second.text()) + " ";
        text += QByteArray::fromStdString(std::string(namesOf(server.state)[std::size_t(server.state)])) + " "
            + QByteArray::number(server.weight) + " " + QByteArray::number(quint64(server.requests)) + "/"
            + QByteArray::number(quint64(server.failures)) + ";";
    }
    return report->absent.empty() ? text : text + " absent " + QByteArray::fromStdString(report->absent);
}

QByteArray with(const char *text, const QByteArray &before, const QByteArray &after)
{
    return QByteArray(text).replace(before, after);
}

} // namespace

class TestHaproxyParsing : public QObject
{
    Q_OBJECT

private slots:
    void edgesAreReadByTheNamesOfColumns_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray good = "65: a ready 100 30/10; b drain 0 10/0;";
        const auto row = [](const char *name, const QByteArray &reply, const QByteArray &expected) {
            QTest::newRow(name) << reply << expected;
        };
        row("as it is", QByteArray(info) + stat + state, good);
        row("CR LF", QByteArray(QByteArray(info) + stat + state).replace("\n", "\r\n"), good);
        row("an extra column in front",
            info + with(stat, "# pxname", "# new,pxname").replace("\npool", "\n,pool").replace("\nfront", "\n,front")
                + state,
            good);
        row("an extra column behind", info + with(stat, ",hrsp_5xx,", ",hrsp_5xx,new,").replace(",4,\n", ",4,\"x,\"\"\",\n") + state,
            good);
        row("columns without a name", info + with(stat, "qcur", "-").replace("status", "-") + state, good);
        row("a description with commas and a line break",
            info + with(stat, "UP,100", "\"UP, \"\"really\"\"\n\n\",100") + state,
            "wrong: the reply was cut short or has another form");
        row("a status with commas and quotes", info + with(stat, "UP,100", "\"UP, \"\"really\"\"\",100") + state, good);
        row("a column is missing", info + with(stat, "eresp", "other") + state, "wrong: the column eresp is missing");
        row("a column of the state is missing", QByteArray(info) + stat + with(state, "srv_uweight", "x"),
            "wrong: the column srv_uweight is missing");
        row("empty counters, as in mode tcp", info + with(stat, ",4,\n", ",,\n") + state,
            "65: a ready 100 30/6; b drain 0 10/0;");
        row("a counter that is no number", info + with(stat, ",30,", ",3O,") + state,
            "wrong: the column stot does not hold a number");
        row("a negative counter", info + with(stat, ",30,", ",-30,") + state,
            "wrong: the column stot does not hold a number");
        row("more retries than requests", info + with(stat, "1,2,3,UP", "1,2,300,UP") + state,
            "65: a ready 100 30/30; b drain 0 10/0;");
        row("a short row", info + with(stat, "pool,srv-b,0,10,0,0,0,DRAIN,0,0,", "pool,srv-b,0,10") + state, good);
        row("a weight above 256", QByteArray(info) + stat + with(state, "2 0 100", "2 0 257"),
            "wrong: a weight is above 256");
        row("maintenance before drain and down", QByteArray(info) + stat + with(state, "2 0 100", "0 9 100"),
            "65: a maint 100 30/10; b drain 0 10/0;");
        row("maintenance by its name's look-up", QByteArray(info) + stat + with(state, "2 0 100", "0 32 100"),
            "65: a maint 100 30/10; b drain 0 10/0;");
        row("drain before down", QByteArray(info) + stat + with(state, "2 0 100", "0 16 100"),
            "65: a drain 100 30/10; b drain 0 10/0;");
        row("down", QByteArray(info) + stat + with(state, "2 0 100", "0 0 100"),
            "65: a down 100 30/10; b drain 0 10/0;");
        row("coming up", QByteArray(info) + stat + with(state, "2 0 100", "1 0 100"), good);
        row("no new clients", QByteArray(info) + stat + with(state, "2 0 100", "3 0 100"),
            "65: a drain 100 30/10; b drain 0 10/0;");
        row("a server is not there", QByteArray(info) + stat + with(state, "srv-b", "srv-c"),
            "65: a ready 100 30/10; absent pool/srv-b");
        row("no uptime", with(info, "Uptime_sec", "Other") + stat + state, "wrong: the process's uptime is missing");
        row("uptime of another kind", with(info, "sec: 65", "sec: 1 min") + stat + state,
            "wrong: the process's uptime is not a number of seconds");
        row("uptime without end", with(info, "sec: 65", "sec: 99999999999999") + stat + state,
            "wrong: the process's uptime is not a number of seconds");
        row("unknown command", QByteArray(info) + "Unknown command: 'show stat'\n\n" + state,
            "wrong: the statistics do not begin with a line of headings: Unknown command: 'show stat'");
        row("cut short", QByteArray(QByteArray(info) + stat + state).chopped(1),
            "wrong: the reply was cut short or has another form");
        row("empty", "", "wrong: the reply was cut short or has another form");
    }

    void edgesAreReadByTheNamesOfColumns()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QByteArray, expected);
        QCOMPARE(told(reply), expected);
    }

    void oneServerMayStandForSeveralServices()
    {
        Endpoint shared = endpoint();
        shared.backends.push_back({.service = ServiceId("api"), .name = "none", .servers = {{RegionId("a"), "srv-a"}}});
        shared.backends.push_back({.service = ServiceId("img"), .name = "pool", .servers = {{RegionId("a"), "srv-a"}}});
        QCOMPARE(told(QByteArray(info) + stat + state, shared),
                 QByteArray("65: a ready 100 30/10; a ready 100 30/10; b drain 0 10/0; absent none/srv-a"));
    }

    void noBytesBreakTheReader()
    {
        const QByteArray seed = QByteArray(info) + stat + state;
        Random random(4711);
        for (int round = 0; round < 5000; ++round) {
            QByteArray bytes = seed;
            for (int i = 0; i < 4; ++i)
                bytes[qsizetype(random.below(std::uint64_t(bytes.size())))] = char(random.below(256));
            told(bytes);
            told(bytes.left(qsizetype(random.below(std::uint64_t(bytes.size())))));
        }
    }

    void csvFieldsMayBeQuoted()
    {
        const auto table = StatTable::fromCsv("# a,b,c,\n\"x,y\",\"say \"\"hi\"\"\",,\n1,2,3,4,\n\nq\"r,\"two\nlines\",z\n");
        QVERIFY(table);
        const auto cell = [&](std::size_t row, const char *column) {
            return std::string(table->field(table->rows().at(row), column));
        };
        QCOMPARE(table->rows().size(), std::size_t(3));
        QCOMPARE(cell(0, "a"), std::string("x,y"));
        QCOMPARE(cell(0, "b"), std::string("say \"hi\""));
        QCOMPARE(cell(0, "c"), std::string());
        QCOMPARE(cell(1, "c"), std::string("3"));
        QCOMPARE(cell(2, "a"), std::string("q\"r"));
        QCOMPARE(cell(2, "b"), std::string("two\nlines"));
        QCOMPARE(cell(2, "d"), std::string());
        QVERIFY(!StatTable::fromCsv("pxname,svname\n"));
        QVERIFY(!StatTable::fromColumns("1\nbe_name\n"));
    }

    void writeRepliesAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<int>("commands");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("one") << QByteArray("\n") << 1 << QByteArray("done");
        QTest::newRow("two") << QByteArray("\n\n") << 2 << QByteArray("done");
        QTest::newRow("two with CR LF") << QByteArray("\r\n\r\n") << 2 << QByteArray("done");
        QTest::newRow("one of two") << QByteArray("\n") << 2 << QByteArray("incomplete");
        QTest::newRow("none") << QByteArray() << 1 << QByteArray("incomplete");
        QTest::newRow("error") << QByteArray("No such server.\n\n") << 1 << QByteArray("refused No such server.");
        QTest::newRow("error after success")
            << QByteArray("\nPermission denied\r\n\r\n") << 2 << QByteArray("refused Permission denied");
        QTest::newRow("several lines") << QByteArray("Unknown command, but\n  help\n\n") << 1
                                       << QByteArray("refused Unknown command, but");
        QTest::newRow("error cut short") << QByteArray("No su") << 1 << QByteArray("refused No su");
    }

    void writeRepliesAreToldApart()
    {
        QFETCH(QByteArray, reply);
        QFETCH(int, commands);
        QFETCH(QByteArray, expected);
        const WriteReply read = readWriteReply({reply.constData(), std::size_t(reply.size())}, commands);
        QByteArray found = read.verdict == WriteReply::Verdict::done ? "done"
            : read.verdict == WriteReply::Verdict::refused          ? "refused " + QByteArray::fromStdString(read.text)
                                                                    : "incomplete";
        QCOMPARE(found, expected);
    }

    void commandsAreSafeAtEveryMoment()
    {
        const SetServerWeight drain{endpoint(), web, RegionId("a"), 0};
        const auto out = weightCommands(drain);
        QVERIFY(out && out->size() == 1);
        QCOMPARE(out->front().text, std::string("set server pool/srv-a state drain; set server pool/srv-a weight 0"));
        QCOMPARE(out->front().commands, 2);

        const SetServerWeight ready{endpoint(), web, RegionId("b"), 256};
        const auto in = weightCommands(ready);
        QVERIFY(in && in->size() == 2);
        QCOMPARE(in->front().text, std::string("set server pool/srv-b weight 256"));
        QCOMPARE(in->back().text, std::string("set server pool/srv-b state ready"));
    }

    void namesCannotCarryCommands_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("separator") << QByteArray("srv; shutdown sessions server pool/srv");
        QTest::newRow("line end") << QByteArray("srv\nquit");
        QTest::newRow("slash") << QByteArray("pool/srv");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("longer than a line may be") << QByteArray(16'383, 's');
    }

    void namesCannotCarryCommands()
    {
        QFETCH(QByteArray, name);
        SetServerWeight write{endpoint(), web, RegionId("a"), 1};
        write.endpoint.backends[0].servers[RegionId("a")] = name.toStdString();
        QVERIFY(!weightCommands(write));
        write.endpoint = endpoint();
        write.endpoint.backends[0].name = name.toStdString();
        QVERIFY(!weightCommands(write));
    }

    void whatTheEndpointDoesNotNameIsNotWritten()
    {
        QVERIFY(!weightCommands({endpoint(), web, RegionId("c"), 1}));
        QVERIFY(!weightCommands({endpoint(), ServiceId("api"), RegionId("a"), 1}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, weightCommands({endpoint(), web, RegionId("a"), -1}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, weightCommands({endpoint(), web, RegionId("a"), 257}));
    }

    void addressesStayInsideUnlessPlaintextIsAccepted_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("inside");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const QByteArray &address, bool inside, bool accepted) {
            QTest::newRow(address.constData()) << address << inside << accepted;
        };
        row("unix:/run/haproxy/admin.sock", true, true);
        row("tcp:127.0.0.1:9999", true, true);
        row("tcp:127.8.8.8:1", true, true);
        row("tcp:[::1]:9999", true, true);
        row("tcp:localhost:9999", true, true);
        row("tcp:10.0.0.1:9999", false, true);
        row("tcp:edge.example:9999", false, true);
        row("tcp:0.0.0.0:9999", false, true);
        row("tcp:127.0.0.1.example:9999", false, true);
        row("unix:relative.sock", false, false);
        row("unix:", false, false);
        row("unix:/" + QByteArray(107, 'x'), false, false);
        row("tcp:127.0.0.1", false, false);
        row("tcp:127.0.0.1:", false, false);
        row("tcp:127.0.0.1:0", false, false);
        row("tcp:127.0.0.1:65536", false, false);
        row("tcp::9999", false, false);
        row("http://127.0.0.1:9999", false, false);
        row("", false, false);
    }

    void addressesStayInsideUnlessPlaintextIsAccepted()
    {
        QFETCH(QByteArray, address);
        QFETCH(bool, inside);
        QFETCH(bool, accepted);
        Endpoint endpoint{.address = address.toStdString()};
        QCOMPARE(bool(socketAddress(endpoint)), inside);
        endpoint.plaintextAccepted = true;
        QCOMPARE(bool(socketAddress(endpoint)), accepted);
    }
};

QTEST_APPLESS_MAIN(TestHaproxyParsing)
#include "tst_haproxy_parsing.moc"
