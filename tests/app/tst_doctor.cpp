// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga endpoints doctor` against real servers in every broken state: each is named, and nothing is written anywhere.
#include "tests/app/siaga_process.h"
#include "tests/support/admin_relay.h"
#include "tests/support/certificates.h"
#include "tests/support/free_port.h"
#include "tests/support/haproxy_process.h"
#include "tests/support/http_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace siaga;
using namespace siaga::test;
using namespace Qt::StringLiterals;

namespace {

HaproxyConfig sound()
{
    HaproxyConfig config;
    config.backends = {{.name = "bk_web", .servers = {{.name = "s1", .port = 19001, .weight = 100}}}};
    return config;
}

/// One region, one service, an edge at the address, and more lines.
QByteArray fleetAt(const std::string &address, const QByteArray &more = {})
{
    return "fleet: Shop\nenvironment: production\nregions:\n  eu: {place: {latitude: 50, longitude: 8}}\n"
           "services:\n  web: {regions: {eu: {capacity: 10}}}\n"
           "endpoints:\n  edge:\n    driver: haproxy\n    address: \"" + QByteArray::fromStdString(address)
        + "\"\n    backends: {web: {name: bk_web, servers: {eu: s1}}}\n" + more;
}

QByteArray checkOf(const std::string &target, const QByteArray &more = {})
{
    return "checks:\n  web-http: {service: web, timeout: 1s, targets: {eu: \"" + QByteArray::fromStdString(target) + "\"}" + more + "}\n";
}

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_dir->filePath(u"config"_s).toUtf8());
        qputenv("XDG_DATA_HOME", m_dir->filePath(u"data"_s).toUtf8());
    }

    void aSoundFleetIsWellAndNothingIsWritten()
    {
        HaproxyProcess haproxy;
        QVERIFY2(haproxy.start(sound()), haproxy.said().constData());
        AdminRelay relay(haproxy.socketPath());
        HttpServer server;
        const Said said = examine(fleetAt("unix:" + relay.path(), checkOf(server.url())));
        QVERIFY2(said.exitCode == 0, (said.out + said.error).constData());
        QVERIFY2(said.out.contains("0 wrong"), said.out.constData());
        QCOMPARE(server.requests(), 1);
        QVERIFY(server.lastRequest().startsWith("GET "));
        QCOMPARE(relay.lines().size(), 1);
        for (const QByteArray &command : relay.lines().first().split(';'))
            QVERIFY2(command.trimmed().startsWith("show "), command.constData());
    }

    void aBrokenHaproxyIsNamed_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("told");
        QTest::newRow("operator") << u"level operator"_s << u"level operator, and weights need admin"_s;
        QTest::newRow("user") << u"level user"_s << u"level user, and weights need admin"_s;
        QTest::newRow("server") << u"server north"_s << u"no server bk_web/s1"_s;
        QTest::newRow("backend") << u"backend bk_wed"_s << u"did you mean “bk_wed”?"_s;
        QTest::newRow("weight") << u"weight 25"_s << u"weight 25 in haproxy.cfg and 100 in the fleet"_s;
        QTest::newRow("static") << u"balance static-rr"_s << u"static-rr"_s;
        QTest::newRow("first") << u"balance first"_s << u"ignores weights"_s;
    }

    void aBrokenHaproxyIsNamed()
    {
        QFETCH(QString, state);
        QFETCH(QString, told);
        HaproxyConfig config = sound();
        const QString what = state.section(u' ', 0, 0);
        const std::string value = state.section(u' ', 1).toStdString();
        HaproxyConfig::Backend &backend = config.backends[0];
        if (what == u"level")
            config.level = value;
        else if (what == u"server")
            backend.servers[0].name = value;
        else if (what == u"backend")
            backend.name = value;
        else if (what == u"weight")
            backend.servers[0].weight = QByteArray::fromStdString(value).toInt();
        else
            backend.options = " " + state.toStdString();
        HaproxyProcess haproxy;
        QVERIFY2(haproxy.start(config), haproxy.said().constData());
        const Said said = examine(fleetAt("unix:" + haproxy.socketPath()));
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.out.contains(told.toUtf8()), said.out.constData());
    }

    void anAddressWithoutHaproxyIsExplained()
    {
        const QString plain = m_dir->filePath(u"file"_s);
        QVERIFY(QFile(plain).open(QIODevice::WriteOnly));
        const QString left = m_dir->filePath(u"left"_s);
        {
            HaproxyProcess haproxy;
            QVERIFY(haproxy.start(sound()));
            QFile::link(QString::fromStdString(haproxy.socketPath()), left);
            const Said said = examine(fleetAt("unix:" + left.toStdString()));
            QVERIFY2(said.exitCode == 0, said.out.constData());
            haproxy.freeze();
            QVERIFY(examine(fleetAt("unix:" + left.toStdString())).out.contains("no answer in time"));
            haproxy.kill();
            QVERIFY2(examine(fleetAt("unix:" + left.toStdString())).out.contains("nobody listens"), "a socket left behind");
        }
        QVERIFY(examine(fleetAt("unix:" + plain.toStdString())).out.contains("is no socket"));
        QVERIFY(examine(fleetAt("unix:/nowhere/admin.sock")).out.contains("there is no file /nowhere/admin.sock"));
        const Said closed = examine(fleetAt("tcp:127.0.0.1:" + std::to_string(freePort())));
        QVERIFY2(closed.exitCode == 1 && closed.out.contains("nobody listens at tcp:127.0.0.1:"), closed.out.constData());
        QLocalServer other;
        QVERIFY(other.listen(m_dir->filePath(u"other"_s)));
        QVERIFY(examine(fleetAt("unix:" + other.fullServerName().toStdString())).out.contains("no answer in time"));
    }

    /// Whoever is root may open anything, so the program runs as nobody there.
    void aSocketThatMayNotBeOpenedNamesItsGroup()
    {
        HaproxyProcess haproxy;
        QVERIFY(haproxy.start(sound()));
        QVERIFY(::chmod(haproxy.socketPath().c_str(), 0600) == 0);
        const QString fleet = write(fleetAt("unix:" + haproxy.socketPath()));
        QVERIFY(::chmod(m_dir->path().toUtf8().constData(), 0777) == 0 && ::chmod(fleet.toUtf8().constData(), 0644) == 0);
        const std::string folder = haproxy.socketPath().substr(0, haproxy.socketPath().rfind('/'));
        QVERIFY(::chmod(folder.c_str(), 0755) == 0);
        const QString program = m_dir->filePath(u"siaga"_s); // Where nobody can reach it, too.
        QVERIFY(QFile::copy(QStringLiteral(SIAGA_PROGRAM), program) && ::chmod(program.toUtf8().constData(), 0755) == 0);
        QProcess siaga;
        const bool isRoot = ::geteuid() == 0;
        if (isRoot)
            siaga.setChildProcessModifier([] { ::setgid(65534) == 0 && ::setuid(65534) == 0 ? void() : ::_exit(99); });
        else
            QVERIFY(::chmod(haproxy.socketPath().c_str(), 0) == 0);
        siaga.start(program, {u"endpoints"_s, u"doctor"_s, u"--fleet"_s, fleet, u"--data"_s, m_dir->filePath(u"other"_s)});
        QVERIFY(siaga.waitForFinished(30'000));
        const QByteArray out = siaga.readAllStandardOutput();
        QVERIFY2(siaga.exitCode() == 1 && out.contains("may not open it: it belongs to"), (out + siaga.readAllStandardError()).constData());
    }

    void certificatesAreToldApart_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("told");
        QTest::newRow("good") << u"good"_s << u"status 200"_s;
        QTest::newRow("expired") << u"expired"_s << u"its certificate has expired"_s;
        QTest::newRow("early") << u"early"_s << u"not valid yet"_s;
        QTest::newRow("other host") << u"host"_s << u"for another host"_s;
        QTest::newRow("unknown authority") << u"foreign"_s << u"nobody whom we trust has signed"_s;
        QTest::newRow("self-signed") << u"self"_s << u"nobody whom we trust has signed"_s;
    }

    void certificatesAreToldApart()
    {
        QFETCH(QString, kind);
        QFETCH(QString, told);
        Certificates certificates;
        const QString ca = certificates.authority(u"ca"_s);
        certificates.authority(u"other"_s);
        Certificates::Wish wish{.name = kind, .authority = u"ca"_s};
        if (kind == u"expired")
            wish.notAfter = u"20210101000000Z"_s;
        if (kind == u"early")
            wish.notBefore = u"20470101000000Z"_s;
        if (kind == u"host")
            wish.host = u"DNS:elsewhere.example"_s;
        if (kind == u"foreign")
            wish.authority = u"other"_s;
        if (kind == u"self")
            wish.authority = QString();
        HttpServer server(certificates.issue(wish));
        QVERIFY2(certificates.failure().isEmpty(), qPrintable(certificates.failure()));
        const Said said = examine(fleetAt("unix:/nowhere", checkOf(server.url(), ", ca_file: " + ca.toUtf8())));
        QVERIFY2(said.out.contains(told.toUtf8()), said.out.constData());
    }

    void targetsAreToldApart()
    {
        HttpServer server;
        const auto told = [&](const Manner &manner) {
            server.behave(manner);
            return examine(fleetAt("unix:/nowhere", checkOf(server.url()))).out;
        };
        QVERIFY(told({.status = 503}).contains("the service itself fails"));
        QVERIFY(told({.status = 401}).contains("it wants to know who asks"));
        QVERIFY(told({.status = 302, .headers = "Location: /x\r\n"}).contains("it redirects"));
        QVERIFY(told({.delay = std::chrono::milliseconds(700)}).contains("it is slow"));
        QVERIFY(told({.kind = Manner::Kind::hang}).contains("no answer within 1 s"));
        QVERIFY(told({.kind = Manner::Kind::raw, .raw = "SSH-2.0-x\r\n"}).contains("is no HTTP"));
        QVERIFY(examine(fleetAt("unix:/nowhere", checkOf("http://127.0.0.1:" + std::to_string(freePort()) + "/"))).out.contains("nobody listens at 127.0.0.1:"));
        const QByteArray unknown = examine(fleetAt("unix:/nowhere", checkOf("http://nowhere.invalid/"))).out;
        QVERIFY2(unknown.contains("the name nowhere.invalid has no address"), unknown.constData());
    }

    void pagesAndCanariesAreExaminedToo()
    {
        HttpServer server;
        server.behave({.body = "calls_total 3\n"});
        const QByteArray more = "metrics:\n  app: {address: \"" + QByteArray::fromStdString(server.url()) + "\"}\nbreakers:\n  pool: {service: web, signal: metric, "
            "source: app, total: calls_total, failed: failed_total}\ncanaries:\n  out: {target: \"127.0.0.1:" + QByteArray::number(freePort()) + "\"}\n";
        const Said said = examine(fleetAt("unix:/nowhere", more));
        QVERIFY2(said.out.contains("it has no series failed_total") && said.out.contains("canary out"), said.out.constData());
        const QJsonObject json = QJsonDocument::fromJson(examine(fleetAt("unix:/nowhere", more), {u"--json"_s}).out).object();
        QCOMPARE(json.value(u"wrong"_s).toInt(), 3);
        const QJsonArray findings = json.value(u"findings"_s).toArray();
        QCOMPARE(findings.size(), 6); // The clock, the folder, the journal, the edge, the page and the canary.
        for (const QJsonValue &finding : findings)
            QVERIFY(!finding.toObject().value(u"found"_s).toString().isEmpty());
    }

    void theLabAndABrokenFleetAreNotExamined()
    {
        QCOMPARE(runBeside({u"endpoints"_s, u"doctor"_s}).exitCode, 3);
        const Said broken = examine("fleet: Shop\nenvironment: production\nflor: 1\n");
        QVERIFY2(broken.exitCode == 1 && broken.error.contains("fleet.yaml:3"), broken.error.constData());
    }

    /// What a console elsewhere needs, and what a person wants to know first.
    void aRunningSiagaSaysItsFleetAndItsSocket()
    {
        const QString fleet = write(fleetAt("unix:/nowhere"));
        const QStringList data{u"--data"_s, m_dir->filePath(u"d"_s)};
        const auto statusOf = [](const QStringList &words) {
            return QJsonDocument::fromJson(runBeside(words + QStringList{u"status"_s, u"--json"_s}).out).object();
        };
        {
            Serving serving(data + QStringList{u"--fleet"_s, fleet});
            QVERIFY(serving.hasStarted());
            QTRY_VERIFY_WITH_TIMEOUT(statusOf(data).value(u"running"_s).toBool(), 20'000);
            const QJsonObject status = statusOf(data);
            QCOMPARE(status.value(u"fleetFrom"_s).toString(), u"named"_s);
            QCOMPARE(status.value(u"fleetFile"_s).toString(), fleet);
            const QString socket = status.value(u"socket"_s).toString();
            QVERIFY2(QFile::exists(socket), qPrintable(socket));
            const QByteArray said = runBeside(data + QStringList{u"status"_s}).out;
            const Said examined = runBeside(data + QStringList{u"endpoints"_s, u"doctor"_s});
            QVERIFY2(examined.out.contains("is held by") && examined.out.contains("1 wrong"), examined.out.constData()); // The edge alone.
            QVERIFY2(said.contains("fleet: " + fleet.toUtf8()) && said.contains("socket: " + socket.toUtf8()), said.constData());
        }
        QVERIFY(QFile::remove(fleet)); // The last one, whose file is gone: its journal goes on.
        const QJsonObject alone = statusOf(data);
        QCOMPARE(alone.value(u"fleet"_s).toString(), u"Shop"_s);
        QCOMPARE(alone.value(u"fleetFrom"_s).toString(), u"last-used"_s);
        QVERIFY(alone.value(u"socket"_s).toString().isEmpty() && !alone.value(u"running"_s).toBool());
        const QByteArray said = runBeside(data + QStringList{u"status"_s}).out;
        QVERIFY2(said.contains("as last time") && said.contains("the changed fleet file is not in force"), said.constData());
    }

    void theSelfTestProvesEverythingInLessThanAMinute()
    {
        const Said said = runBeside({u"self-test"_s, u"--json"_s});
        QVERIFY2(said.exitCode == 0, (said.out + said.error).constData());
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(json.value(u"tests"_s).toArray().size(), 5);
        double seconds = 0;
        for (const QJsonValue &test : json.value(u"tests"_s).toArray())
            seconds += test.toObject().value(u"seconds"_s).toDouble();
        QVERIFY2(seconds < 60, said.out.constData());
        QVERIFY(runBeside({u"self-test"_s}).out.contains("everything works"));
    }

    void theReferenceIsPrinted()
    {
        const Said said = runBeside({u"fleet"_s, u"reference"_s});
        QCOMPARE(said.exitCode, 0);
        QVERIFY(said.out.startsWith("# The fleet file") && said.out.contains("| `policies.evacuation.autonomy` | one of watch, ask, act | `watch` |"));
    }

private:
    QString write(const QByteArray &bytes) const
    {
        QFile file(m_dir->filePath(u"fleet.yaml"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    Said examine(const QByteArray &fleet, const QStringList &more = {}) const
    {
        return runBeside(QStringList{u"endpoints"_s, u"doctor"_s, u"--fleet"_s, write(fleet)} + more);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
