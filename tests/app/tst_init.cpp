// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga init` as people use it: answers piped in or from a file, with a real HAProxy and without one.
#include "tests/app/siaga_process.h"
#include "tests/support/admin_relay.h"
#include "tests/support/haproxy_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;
using namespace siaga::test;

namespace {

HaproxyConfig twoRegions()
{
    HaproxyConfig config;
    config.backends = {{.name = "bk_web",
                        .servers = {{.name = "eu-central-1", .port = 19001, .weight = 30}, {.name = "eu-west-1", .port = 19002, .weight = 70}}}};
    return config;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestInit : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_dir->filePath(QStringLiteral("config")).toUtf8());
        qputenv("XDG_DATA_HOME", m_dir->filePath(QStringLiteral("data")).toUtf8());
    }

    /// Enter at nearly every question: what HAProxy has is proposed, and nothing is written to it.
    void withHaproxyNearlyEverythingIsProposed()
    {
        HaproxyProcess haproxy;
        QVERIFY2(haproxy.start(twoRegions()), haproxy.said().constData());
        AdminRelay relay(haproxy.socketPath());
        const QString file = path();
        const Said said = runBeside({QStringLiteral("init"), file}, "unix:" + QByteArray::fromStdString(relay.path()) + "\nShop" + QByteArray(12, '\n'));
        QVERIFY2(said.exitCode == 0, (said.out + said.error).constData());
        QVERIFY2(said.out.contains("measured: backend bk_web: eu-central-1 at 127.0.0.1:19001, weight 30"), said.out.constData());
        QVERIFY(said.out.contains("siaga check " + file.toUtf8()) && said.out.contains("siaga endpoints doctor --fleet " + file.toUtf8())
                && said.out.trimmed().endsWith("siaga --fleet " + file.toUtf8()));
        const QByteArray written = contents(file);
        for (const char *const part : {"eu-central-1: {capacity: 100, weight: 30}", "weight read from HAProxy; capacity assumed", "# read: HAProxy 2.",
                                       "eu-west-1: http://127.0.0.1:19002/", "# address read from HAProxy", "title: Frankfurt", "autonomy: watch",
                                       "name: bk_web"})
            QVERIFY2(written.contains(part), (part + QByteArray("\n") + written).constData());
        QCOMPARE(run({QStringLiteral("check"), file}).exitCode, 0);
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QVERIFY(!relay.lines().isEmpty());
        for (const QByteArray &line : relay.lines())
            for (const QByteArray &command : line.split(';'))
                QVERIFY2(command.trimmed().startsWith("show "), line.constData());
    }

    void withoutHaproxyItAsks()
    {
        const QString file = path();
        const QByteArray answers = "-\nMy \"fleet\"\nstaging\nlab-eu EU\neu us\nfrankfurt\n91 0\n39 -77\nweb db\n120\nhttps://web.eu.example/\nnonsense\n"
                                   "https://web.us.example/\n-1\n\n-\ndb.us.example:5432\n-\nyes\n";
        const Said said = runBeside({QStringLiteral("init"), file}, answers);
        QVERIFY2(said.exitCode == 0, (said.out + said.error).constData());
        for (const char *const told : {"does not start with lab-", "-90 to 90", "HOST:PORT"})
            QVERIFY2(said.out.contains(told), (told + QByteArray("\n") + said.out).constData());
        const Said checked = run({QStringLiteral("check"), file});
        QCOMPARE(checked.exitCode, 0);
        for (const char *const value : {"fleet = My \"fleet\"", "environment = staging", "regions.eu.place.latitude = 50.11", "checks.db-tcp.targets.us = db.us.example:5432",
                                        "services.web.regions.us.capacity = 120", "services.db.regions.us.capacity = 100", "policies.evacuation.autonomy = watch"})
            QVERIFY2(checked.out.contains(value), (value + QByteArray("\n") + checked.out).constData());
    }

    void whoStopsAnsweringLeavesNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("at once") << QByteArray();
        QTest::newRow("in the middle") << QByteArray("-\nShop\n");
        QTest::newRow("Escape") << QByteArray("-\nShop\nproduction\n\x1b\n");
        QTest::newRow("no at the end") << QByteArray("-\nShop\n\neu-west-1\nweb\n\n-\n-\nno\n");
        QTest::newRow("ended before the last answer") << QByteArray("-\nShop\n\neu-west-1\nweb\n\n-\n-\n");
    }

    void whoStopsAnsweringLeavesNothingBehind()
    {
        QFETCH(QByteArray, input);
        const Said said = runBeside({QStringLiteral("init"), path()}, input);
        QCOMPARE(said.exitCode, 3);
        QVERIFY2(said.error.contains("Nothing was written."), said.error.constData());
        QVERIFY(QDir(m_dir->path()).entryList(QDir::Files | QDir::NoDotAndDotDot).isEmpty());
    }

    void aFileThatIsThereIsNeverTouched()
    {
        QFile there(path());
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
        there.close();
        const Said said = runBeside({QStringLiteral("init"), path()}, QByteArray(30, '\n'));
        QCOMPARE(said.exitCode, 3);
        QCOMPARE(contents(path()), QByteArray("mine"));
        QVERIFY(QFile::remove(path()) && QFile::link(m_dir->filePath(QStringLiteral("nowhere")), path()));
        QCOMPARE(runBeside({QStringLiteral("init"), path()}, QByteArray(30, '\n')).exitCode, 3);
    }

    void scriptsAnswerWithAFile()
    {
        const QString answers = answersFile("# for tests\nhaproxy = -\nname = Shop\nregions = eu-west-1\nservices = web\n"
                                            "check.web.eu-west-1 = https://web.example/\ncanaries = -\n");
        const Said said = run({QStringLiteral("init"), QStringLiteral("--answers"), answers, QStringLiteral("--json")});
        QVERIFY2(said.exitCode == 0, (said.out + said.error).constData());
        const QString written = QJsonDocument::fromJson(said.out).object().value(QStringLiteral("written")).toString();
        QCOMPARE(written, m_dir->filePath(QStringLiteral("config/siaga/fleet.yaml"))); // Where a start without words looks.
        QCOMPARE(run({QStringLiteral("check"), written}).exitCode, 0);
        QCOMPARE(QFileInfo(QFileInfo(written).path()).isDir(), true);
    }

    void aFileOfAnswersIsTakenExactlyOrNotAtAll_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArray>("named");
        const QByteArray good = "haproxy = -\nname = Shop\nregions = eu-west-1\nservices = web\n";
        QTest::newRow("a mistake") << QByteArray("haproxy = -\nname = Shop\nregions = EU\n") << QByteArray("regions");
        QTest::newRow("one is missing") << QByteArray("haproxy = -\nname = Shop\n") << QByteArray("regions");
        QTest::newRow("an unknown one") << good + "chek.web.eu-west-1 = -\n" << QByteArray("chek.web.eu-west-1");
        QTest::newRow("twice") << good + "name = Other\n" << QByteArray("each key once");
        QTest::newRow("no sign") << good + "name\n" << QByteArray(":5");
    }

    void aFileOfAnswersIsTakenExactlyOrNotAtAll()
    {
        QFETCH(QByteArray, answers);
        QFETCH(QByteArray, named);
        const Said said = run({QStringLiteral("init"), path(), QStringLiteral("--answers"), answersFile(answers)});
        QCOMPARE(said.exitCode, 2);
        QVERIFY2(said.error.contains(named), said.error.constData());
        QVERIFY(!QFileInfo::exists(path()));
    }

    void anEdgeThatIsNotThereIsToldAndTheRestIsAsked()
    {
        const Said said = runBeside({QStringLiteral("init"), path()}, "/nowhere/admin.sock\nShop\n\neu-west-1\nweb=bk_web\ns1\n\n-\n-\nyes\n");
        QVERIFY2(said.exitCode == 0, (said.out + said.error).constData());
        QVERIFY(said.out.contains("not read: unix:/nowhere/admin.sock"));
        QVERIFY2(contents(path()).contains("# not reached when this was written"), contents(path()).constData());
    }

private:
    QString path() const { return m_dir->filePath(QStringLiteral("fleet.yaml")); }
    QString answersFile(const QByteArray &bytes) const
    {
        const QString name = m_dir->filePath(QStringLiteral("answers"));
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? name : QString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestInit)
#include "tst_init.moc"
