// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga audit` as people call it: on a file that nobody has open, and beside a Siaga that runs on it.
#include "tests/app/siaga_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga::test;

class TestAuditCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QStringList m_data{QStringLiteral("--data"), m_dir.filePath(QStringLiteral("d"))};

    Said audit(const char *line) { return run(m_data + words("audit") + words(line)); }

    static QStringList types(const Said &said)
    {
        QStringList types;
        for (const QByteArray &line : said.out.trimmed().split('\n'))
            types << QJsonDocument::fromJson(line).object().value(QStringLiteral("type")).toString();
        return types;
    }

private slots:
    void besideARunningSiagaItsJournalIsReadAllTheSame()
    {
        Serving serving(m_data);
        QVERIFY(serving.hasStarted());
        QTRY_COMPARE_WITH_TIMEOUT(audit("verify").exitCode, 0, 30'000);
        QVERIFY(audit("verify").out.startsWith("intact: "));
        QCOMPARE(types(audit("export --json --from 1 --to 1")), QStringList{QStringLiteral("JournalOpened")});
        QCOMPARE(run(m_data + words("stop --reason exercise")).exitCode, 0);
        const QStringList orders = types(audit("export --json --who people"));
        QCOMPARE(orders, QStringList{QStringLiteral("StopRequested")});
        QVERIFY(audit("export --kind fleet").out.contains("Fleet adopted"));
        QVERIFY(audit("export --text exercise --last 1h").out.contains("exercise"));
        serving.process().terminate();
        QVERIFY(serving.process().waitForFinished(10'000));
    }

    void onTheFileTheSameWordsFindTheSame()
    {
        QCOMPARE(types(audit("export --json --from 1 --to 1")), QStringList{QStringLiteral("JournalOpened")});
        QCOMPARE(types(audit("export --json --who people")), QStringList{QStringLiteral("StopRequested")});
        QCOMPARE(audit("export --json --since 2100-01-01").out, QByteArray());
        QVERIFY(types(audit("export --json --until 2100-01-01")).size() > 3);
        const Said about = run(m_data + words("audit export --json --about") + QStringList{QStringLiteral("region lab-us-east-1")});
        QCOMPARE(about.exitCode, 0);
    }

    void wordsThatAreOffAreRefusedBeforeAnythingIsPrinted_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("number") << QByteArray("export --from first") << QByteArray("--from");
        QTest::newRow("zero") << QByteArray("export --to 0") << QByteArray("--to");
        QTest::newRow("kind") << QByteArray("export --kind colours") << QByteArray("alerts, notices, checks");
        QTest::newRow("moment") << QByteArray("export --since yesterday") << QByteArray("2026-11-26");
        QTest::newRow("time") << QByteArray("export --last soon") << QByteArray("30min");
        QTest::newRow("thing") << QByteArray("export --about everything") << QByteArray("region NAME");
    }

    void wordsThatAreOffAreRefusedBeforeAnythingIsPrinted()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, says);
        const Said said = audit(line.constData());
        QCOMPARE(said.exitCode, 2);
        QVERIFY2(said.error.contains(says), said.error.constData());
        QVERIFY(said.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAuditCommand)
#include "tst_audit_command.moc"
