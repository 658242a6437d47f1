// SPDX-License-Identifier: GPL-3.0-or-later
// Commands against a Siaga that runs: a lab in memory, a lab with data, and one that watches servers that are not there.
#include "tests/app/siaga_process.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga::test;

namespace {

QJsonObject json(const Said &said)
{
    return QJsonDocument::fromJson(said.out).object();
}

QJsonObject status()
{
    return json(run(words("status --json")));
}

/// The first of the board's alerts or plans that answers; empty when there is none.
QJsonObject firstOf(const char *rows, const char *key, const QString &wanted)
{
    for (const QJsonValue &row : status().value(QLatin1StringView(rows)).toArray())
        if (row.toObject().value(QLatin1StringView(key)).toString().contains(wanted))
            return row.toObject();
    return {};
}

bool hasOwner(int alert)
{
    for (const QJsonValue &row : status().value(QStringLiteral("alerts")).toArray())
        if (row.toObject().value(QStringLiteral("alert")).toInt() == alert)
            return !row.toObject().value(QStringLiteral("acknowledgedBy")).toString().isEmpty();
    return false;
}

/// The line as a person would paste it, in a shell.
Said paste(const QByteArray &line)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), QFileInfo(QStringLiteral(SIAGA_PROGRAM)).path() + u':' + environment.value(QStringLiteral("PATH")));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(line)});
    shell.waitForFinished(60'000);
    return {shell.readAllStandardOutput(), shell.readAllStandardError(), shell.exitCode()};
}

QByteArray printedLine(const Said &draft)
{
    const qsizetype at = draft.out.indexOf("siaga ", draft.out.indexOf("to run it: "));
    return at < 0 ? QByteArray() : draft.out.mid(at).trimmed();
}

} // namespace

class TestRunning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        m_lab = std::make_unique<Serving>(words("--json"));
        QVERIFY(m_lab->hasStarted());
        QTRY_COMPARE_WITH_TIMEOUT(run(words("status")).exitCode, 0, 30'000);
        QVERIFY(status().value(QStringLiteral("running")).toBool());
    }

    void cleanupTestCase() { m_lab.reset(); }

    void theLabIsFoundByNameToo()
    {
        QVERIFY(json(run(words("status --lab --json"))).value(QStringLiteral("running")).toBool());
    }

    void theServersRecordsAreJsonLines()
    {
        const QList<QByteArray> lines = m_lab->process().readAllStandardOutput().trimmed().split('\n');
        for (const QByteArray &line : lines)
            QVERIFY2(line.isEmpty() || QJsonDocument::fromJson(line).object().contains(QStringLiteral("seq")), line.constData());
    }

    void thePrintedLineRunsThatVeryPlan()
    {
        const QByteArray evacuate = printedLine(run(words("evacuate lab-eu-west-1 --service web --to 12.5 --accept-unknown-demand")));
        QVERIFY2(evacuate.contains(" --to 12.5 --accept-unknown-demand --confirm lab-eu-west-1 --hash "), evacuate.constData());
        const Said evacuated = paste(evacuate);
        QVERIFY2(evacuated.exitCode == 0, (evacuated.out + evacuated.error).constData());
        const QByteArray restore = printedLine(run(words("restore lab-eu-west-1 --service web")));
        const Said restored = paste(restore + " --json");
        QVERIFY2(restored.exitCode == 0, (restored.out + restored.error).constData());
        for (const QByteArray &line : restored.out.trimmed().split('\n'))
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
    }

    /// Where no Siaga runs, each call is an instance of its own on the same data.
    void thePrintedLineNamesTheData()
    {
        const QTemporaryDir dir;
        const QStringList data{QStringLiteral("--data"), dir.filePath(QStringLiteral("my data"))};
        const QByteArray line = printedLine(run(data + words("evacuate lab-ap-southeast-1 --to 50")));
        QVERIFY2(line.contains("my data'"), line.constData());
        const Said evacuated = paste(line);
        QVERIFY2(evacuated.exitCode == 0, (evacuated.out + evacuated.error).constData());
        QCOMPARE(run(data + words("audit verify")).exitCode, 0);
    }

    void theFaultsAreNamed()
    {
        const Said said = run(words("lab fault --list"));
        QCOMPARE(said.exitCode, 0);
        QVERIFY(said.out.contains("regionCrash REGION "));
        QCOMPARE(json(run(words("lab fault --list --json"))).value(QStringLiteral("faults")).toArray().size(), 19);
        QCOMPARE(run(words("lab fault")).exitCode, 2);
        QCOMPARE(run(words("lab fault meteor")).exitCode, 3);
        QCOMPARE(run(words("lab fault regionCrash mars-1")).exitCode, 3);
        QCOMPARE(run(words("lab fault flapping lab-us-east-1 web period=0s")).exitCode, 3);
    }

    void anIncidentIsHandledFromTheCommandLine()
    {
        QVERIFY(run(words("lab faults")).out.contains("nothing is broken"));
        QCOMPARE(run(words("lab fault ownLinkFlaky magnitude=0")).exitCode, 0);
        QCOMPARE(run(words("lab fault regionCrash lab-us-east-1")).exitCode, 0);
        const QJsonArray broken = json(run(words("lab faults --json"))).value(QStringLiteral("faults")).toArray();
        QCOMPARE(broken.size(), 2);
        QCOMPARE(broken.at(1).toObject().value(QStringLiteral("call")).toString(), QStringLiteral("regionCrash region=lab-us-east-1"));
        const QString first = QString::number(broken.at(0).toObject().value(QStringLiteral("fault")).toInt());
        QCOMPARE(run({QStringLiteral("lab"), QStringLiteral("heal"), first}).exitCode, 0);
        QCOMPARE(run({QStringLiteral("lab"), QStringLiteral("heal"), first}).exitCode, 3); // It is healed already.
        QVERIFY(run({QStringLiteral("open"), QStringLiteral("siaga://alert/1")}).error.contains("no window"));
        QTRY_VERIFY_WITH_TIMEOUT(!firstOf("plans", "standing", QStringLiteral("proposed")).isEmpty(), 40'000);
        QCOMPARE(run(words("status")).exitCode, 1);
        const QString alert = QString::number(firstOf("alerts", "headline", QStringLiteral("lab-us-east-1")).value(QStringLiteral("alert")).toInt());
        QCOMPARE(run({QStringLiteral("acknowledge"), alert, QStringLiteral("--note"), QStringLiteral("on it")}).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(hasOwner(alert.toInt()), 10'000);

        const QJsonObject plan = firstOf("plans", "standing", QStringLiteral("proposed"));
        const QString number = QString::number(plan.value(QStringLiteral("plan")).toInt());
        QCOMPARE(run({QStringLiteral("approve"), number, QStringLiteral("--hash"), QString(64, u'0')}).exitCode, 3);
        const Said approved = run({QStringLiteral("approve"), number, QStringLiteral("--hash"), plan.value(QStringLiteral("hash")).toString()});
        QVERIFY2(approved.exitCode == 0, (approved.out + approved.error).constData());
        QCOMPARE(run({QStringLiteral("abort"), number}).exitCode, 3); // It has ended.
        QCOMPARE(run(words("lab heal")).exitCode, 0);
    }

    void ordersThatMakeNoSenseAreRefusedWithTheirReason()
    {
        const Said said = run(words("resume 4711 --json"));
        QCOMPARE(said.exitCode, 3);
        QCOMPARE(json(said).value(QStringLiteral("refused")).toArray().at(0).toObject().value(QStringLiteral("reason")).toString(),
                 QStringLiteral("NoSuchPlan"));
        QCOMPARE(run(words("acknowledge 4711")).exitCode, 3);
        QCOMPARE(run(words("acknowledge web")).exitCode, 2);
        QCOMPARE(run(words("lift")).exitCode, 3);
    }

    void automationIsStoppedAndLifted()
    {
        QCOMPARE(run(words("hold")).exitCode, 0);
        QCOMPARE(run(words("stop --reason drill")).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(status().value(QStringLiteral("stopped")).toBool(), 10'000);
        QCOMPARE(run(words("lift")).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!status().value(QStringLiteral("stopped")).toBool(), 10'000);
    }

    void anotherFleetThanTheRunningOneIsRefused()
    {
        const QTemporaryDir dir;
        const QStringList data{QStringLiteral("--data"), dir.path()};
        Serving serving(data);
        QVERIFY(serving.hasStarted());
        QTRY_COMPARE_WITH_TIMEOUT(run(data + words("status")).exitCode, 0, 30'000);
        const QStringList same{QStringLiteral("--fleet"), QStringLiteral(SIAGA_FLEETS "/lab.yaml")};
        const QStringList other{QStringLiteral("--fleet"), QStringLiteral(SIAGA_FLEETS "/example.yaml")};
        QCOMPARE(run(data + same + words("status")).exitCode, 0);
        const Said refused = run(data + other + words("status"));
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.error.contains("another fleet"), refused.error.constData());
        QCOMPARE(run(data + words("status --env moon")).exitCode, 3);
    }

    void realServersAreNotBrokenOnPurpose()
    {
        const QTemporaryDir dir;
        const QStringList data{QStringLiteral("--data"), dir.path()};
        Serving serving(data + QStringList{QStringLiteral("--fleet"), QStringLiteral(SIAGA_FLEETS "/example.yaml")});
        QVERIFY(serving.hasStarted());
        QTRY_COMPARE_WITH_TIMEOUT(run(data + words("lab fault ownLinkCut")).exitCode, 3, 30'000);
        const Said said = run(data + words("lab heal"));
        QCOMPARE(said.error.count('\n'), 1);
    }

    void withoutASiagaNothingIsOrdered()
    {
        const QTemporaryDir empty;
        qputenv("XDG_DATA_HOME", empty.path().toUtf8());
        for (const char *line : {"lab heal", "stop --reason drill", "acknowledge 1"})
            QCOMPARE(run(words(line)).exitCode, 4);
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
    }

private:
    const QTemporaryDir m_home;
    std::unique_ptr<Serving> m_lab;
};

QTEST_GUILESS_MAIN(TestRunning)
#include "tst_running.moc"
