// SPDX-License-Identifier: GPL-3.0-or-later
// What each command says and how it exits, as a process of its own.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Said
{
    QByteArray out;
    QByteArray error;
    int exitCode = -1;
};

Said run(const QStringList &words)
{
    QProcess siaga;
    siaga.start(QStringLiteral(SIAGA_PROGRAM), words);
    siaga.waitForFinished(60'000);
    return {siaga.readAllStandardOutput(), siaga.readAllStandardError(), siaga.exitStatus() == QProcess::NormalExit ? siaga.exitCode() : -1};
}

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
        for (const char *command : {"check", "status", "health", "evacuate", "restore", "audit", "serve", "demo"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }

    void everyCommandExplainsItself()
    {
        QFETCH(QString, command);
        const Said said = run({command, QStringLiteral("--help")});
        QCOMPARE(said.exitCode, 0);
        QVERIFY(said.out.startsWith("siaga " + command.toUtf8()));
        QVERIFY(said.out.contains("--data DIR"));
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
        QCOMPARE(run({QStringLiteral("evacuate"), QStringLiteral("mars-1")}).exitCode, 3);
    }

    void theJournalIsKeptVerifiedAndHeldByOne()
    {
        const QTemporaryDir dir;
        const QStringList data{QStringLiteral("--data"), dir.filePath(QStringLiteral("d"))};
        QCOMPARE(run(data + QStringList{QStringLiteral("audit"), QStringLiteral("verify")}).exitCode, 4);
        QProcess serve;
        serve.start(QStringLiteral(SIAGA_PROGRAM), data + QStringList{QStringLiteral("serve")});
        QVERIFY(serve.waitForReadyRead(20'000));
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
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
