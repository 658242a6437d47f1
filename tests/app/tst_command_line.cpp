// SPDX-License-Identifier: GPL-3.0-or-later
// What each command says and how it exits, as a process of its own.
#include "app/plan_command.h"
#include "tests/app/siaga_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga::test;

namespace {

QString write(const QTemporaryDir &dir, const QByteArray &bytes)
{
    const QString path = dir.filePath(QStringLiteral("fleet.yaml"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"check", "status", "health", "audit", "evacuate", "restore", "acknowledge", "approve", "hold", "resume",
                                    "abort", "stop", "lift", "serve", "demo", "lab"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }

    void everyCommandExplainsItself()
    {
        QFETCH(QString, command);
        const Said said = run({command, QStringLiteral("--help")});
        QCOMPARE(run({command, QStringLiteral("-h")}).out, said.out);
        QCOMPARE(said.exitCode, 0);
        QVERIFY(said.out.startsWith("siaga " + command.toUtf8()));
        QVERIFY(said.out.contains("--data DIR"));
    }

    void theVersionIsToldBothWays()
    {
        QVERIFY(run({QStringLiteral("--version")}).out.startsWith("siaga "));
        QCOMPARE(run({QStringLiteral("-v")}).out, run({QStringLiteral("--version")}).out);
    }

    void wrongWordsAreNamed_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("command") << QStringList{QStringLiteral("evacute")} << QByteArray("evacute");
        QTest::newRow("option") << QStringList{QStringLiteral("status"), QStringLiteral("--jsn")} << QByteArray("--jsn");
        QTest::newRow("option of another command") << QStringList{QStringLiteral("status"), QStringLiteral("--hash"), QStringLiteral("x")} << QByteArray("--hash");
        QTest::newRow("no value") << QStringList{QStringLiteral("--fleet")} << QByteArray("--fleet");
        QTest::newRow("too few") << QStringList{QStringLiteral("evacuate")} << QByteArray("evacuate REGION");
        QTest::newRow("too many") << QStringList{QStringLiteral("status"), QStringLiteral("now")} << QByteArray("status");
        QTest::newRow("one dash") << words("status -x") << QByteArray("-x");
        QTest::newRow("a flag with a value") << words("status --json=yes") << QByteArray("--json");
        QTest::newRow("stop says why") << words("stop") << QByteArray("siaga stop --reason TEXT");
        QTest::newRow("approve says what") << words("approve 7") << QByteArray("siaga approve PLAN --hash HASH");
        QTest::newRow("the lab and data") << words("status --lab --data d") << QByteArray("--data");
    }

    void wrongWordsAreNamed()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, named);
        const Said said = run(words);
        QCOMPARE(said.exitCode, 2);
        QVERIFY2(said.error.contains(named), said.error.constData());
        QVERIFY(said.out.isEmpty());
    }

    void mistakesAreJsonWhereJsonIsAskedFor()
    {
        for (const char *line : {"evacute --json", "stop --json", "audit wash --json", "audit verify --json --data /proc/none"}) {
            const Said said = run(words(line));
            QVERIFY(said.exitCode == 2 || said.exitCode == 4);
            QVERIFY2(said.error.isEmpty(), said.error.constData());
            QVERIFY2(!QJsonDocument::fromJson(said.out).object().value(QStringLiteral("errors")).toArray().isEmpty(), line);
        }
    }

    void mistakesAreCounted()
    {
        const QTemporaryDir dir;
        QFile example(QStringLiteral(SIAGA_FLEETS "/example.yaml"));
        QVERIFY(example.open(QIODevice::ReadOnly));
        const QByteArray good = example.readAll();
        const Said one = run({QStringLiteral("check"), write(dir, good + "\nflor: 1\n")});
        QVERIFY2(one.error.endsWith("\n1 mistake\n"), one.error.constData());
        const Said two = run({QStringLiteral("check"), write(dir, good + "\nflor: 1\nrigions: 2\n")});
        QVERIFY2(two.error.endsWith("\n2 mistakes\n"), two.error.constData());
    }

    void aShareIsTakenExactlyOrNotAtAll_data()
    {
        QTest::addColumn<int>("permille"); // -1: refused.
        const auto row = [](const char *said, int permille) { QTest::newRow(said) << permille; };
        row("0", 0), row("25", 250), row("25%", 250), row("12.5 %", 125), row("99.9", 999), row("0.1", 1);
        for (const char *bad : {"", "nan", "inf", "-inf", "-1", "100", "99.96", "99.99", "12.34", "1e400", "half", "1,5", "%"})
            row(bad, -1);
    }

    void aShareIsTakenExactlyOrNotAtAll()
    {
        QFETCH(int, permille);
        const auto share = siaga::shareFromPercent(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(share ? share->value : -1, permille);
    }

    void checkTellsEveryMistakeWithItsPlace()
    {
        const QTemporaryDir dir;
        const QString path = write(dir, "fleet: A\nenvironment: test\nflor: 1\nregions:\n  us: {place: {latitude: 100, longitude: 0}}\n");
        const Said said = run({QStringLiteral("check"), path});
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.error.contains("fleet.yaml:3"), said.error.constData());
        QVERIFY2(said.error.contains("fleet.yaml:5"), said.error.constData());
        const auto json = QJsonDocument::fromJson(run({QStringLiteral("--json"), QStringLiteral("check"), path}).out).object();
        QVERIFY(json.contains(QStringLiteral("problems")));
    }

    void checkShowsWhereEachValueComesFrom()
    {
        const Said said = run({QStringLiteral("check"), QStringLiteral(SIAGA_FLEETS "/example.yaml")});
        QCOMPARE(said.exitCode, 0);
        QVERIFY(said.out.contains("policies.evacuation.autonomy = "));
        QVERIFY(said.out.contains("(example.yaml:"));
        QVERIFY(said.out.contains("(default)"));
    }

    /// A name that would colour, rename or turn around the terminal arrives as text.
    void controlCharactersNeverReachTheTerminal()
    {
        const QTemporaryDir dir;
        const QString path = write(dir, "fleet: \"\\e[31mred\\e]0;title\\a\"\nenvironment: \"a\\u202Eb\"\nregions: {}\n");
        const Said said = run({QStringLiteral("check"), path});
        QVERIFY(said.exitCode == 1 || said.exitCode == 0);
        for (const QByteArray &bytes : {said.out, said.error}) {
            QVERIFY(!bytes.contains('\x1b'));
            QVERIFY(!bytes.contains('\a'));
            QVERIFY(!bytes.contains("\u202E"));
        }
    }

    void theLabAnswersWithoutAnyFile()
    {
        const QTemporaryDir dir;
        qputenv("XDG_DATA_HOME", dir.path().toUtf8());
        const Said said = run({QStringLiteral("--json"), QStringLiteral("status")});
        QCOMPARE(said.exitCode, 0);
        const auto status = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(status.value(QStringLiteral("mode")).toString(), QStringLiteral("lab"));
        QVERIFY(run({QStringLiteral("health")}).out.contains("web-http@lab-us-east-1"));
        const Said refused = run(words("evacuate mars-1 --json"));
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.error.isEmpty(), refused.error.constData());
        const auto reason = QJsonDocument::fromJson(refused.out).object().value(QStringLiteral("refused")).toArray().at(0).toObject();
        QCOMPARE(reason.value(QStringLiteral("reason")).toString(), QStringLiteral("NotInFleet"));
        QCOMPARE(run(words("evacuate lab-us-east-1 --to nan")).exitCode, 2);
    }

    /// The one run of the demonstration: its end, its time, its pictures, and a journal that proves it.
    void theDemonstrationPlaysToItsEnd()
    {
        const QTemporaryDir dir;
        const QStringList data{QStringLiteral("--data"), dir.filePath(QStringLiteral("d"))};
        QElapsedTimer timer;
        timer.start();
        const Said said = run(QStringList{QStringLiteral("demo"), QStringLiteral("--pictures"), dir.path()} + data);
        QVERIFY2(timer.elapsed() < 50'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(said.exitCode == 0, (said.out + said.error).constData());
        QVERIFY(said.out.contains("\nrestoring "));
        for (const char *moment : {"quiet", "incident", "evacuated", "restored"})
            for (const char *scheme : {"dark", "light"})
                QVERIFY2(QFileInfo(dir.filePath(QStringLiteral("%1-%2.png").arg(QLatin1StringView(moment), QLatin1StringView(scheme)))).size() > 10'000, moment);
        QCOMPARE(run(data + words("audit verify")).exitCode, 0);
        QCOMPARE(run(data + words("demo")).exitCode, 3); // That journal tells of something already.
    }

    void theDemonstrationRefusesWhatItCannotDo()
    {
        QCOMPARE(run({QStringLiteral("demo"), QStringLiteral("--fleet"), QStringLiteral(SIAGA_FLEETS "/example.yaml")}).exitCode, 3);
        const Said unpainted = run(words("demo --json --pictures /proc/none"));
        QCOMPARE(unpainted.exitCode, 4);
        for (const QByteArray &line : unpainted.out.trimmed().split('\n'))
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
        QVERIFY(unpainted.error.isEmpty());
    }

    void theJournalIsKeptVerifiedAndHeldByOne()
    {
        const QTemporaryDir dir;
        const QStringList data{QStringLiteral("--data"), dir.filePath(QStringLiteral("d"))};
        QCOMPARE(run(data + QStringList{QStringLiteral("audit"), QStringLiteral("verify")}).exitCode, 4);
        Serving serving(data);
        QVERIFY(serving.hasStarted());
        QProcess &serve = serving.process();
        const QStringList json{QStringLiteral("--json"), QStringLiteral("status")};
        QTRY_COMPARE_WITH_TIMEOUT(run(data + json).exitCode, 0, 30'000); // Answered by the one that runs.
        const Said second = run(data + QStringList{QStringLiteral("serve")});
        QCOMPARE(second.exitCode, 4);
        QVERIFY(!second.error.isEmpty());
        serve.terminate();
        QVERIFY(serve.waitForFinished(10'000));
        QCOMPARE(serve.exitCode(), 0);
        const Said verified = run(data + QStringList{QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.exitCode, 0);
        QVERIFY(verified.out.contains("head "));
        QVERIFY(run(data + QStringList{QStringLiteral("audit"), QStringLiteral("export")}).out.count('\n') > 10);
        const auto head = QJsonDocument::fromJson(run(data + words("audit verify --json")).out).object();
        QVERIFY(head.value(QStringLiteral("intact")).toBool() && head.value(QStringLiteral("head")).toString().size() == 64);
        const QList<QByteArray> records = run(data + words("audit export --json")).out.trimmed().split('\n');
        QCOMPARE(records.size(), head.value(QStringLiteral("records")).toInt());
        for (const QByteArray &record : records)
            QVERIFY2(QJsonDocument::fromJson(record).object().contains(QStringLiteral("type")), record.constData());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
