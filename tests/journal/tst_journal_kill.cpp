// SPDX-License-Identifier: GPL-3.0-or-later
// Processes that are killed, or run out of room, in the middle of appending: what was acknowledged is there.
#include "core/base/check.h"
#include "core/base/random.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/sample_records.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>

using namespace siaga;

namespace {

QString childProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/journal_append_child");
}

// The last number that the child said; zero when it said none.
std::uint64_t lastAcknowledged(const QByteArray &said)
{
    std::uint64_t last = 0;
    for (const QByteArray &line : said.split('\n')) {
        bool number = false;
        const auto value = line.toULongLong(&number);
        if (number)
            last = value;
    }
    return last;
}

} // namespace

class TestJournalKill : public QObject
{
    Q_OBJECT

private:
    // Opens the journal as its next user would, and checks all that was promised.
    static QByteArray complaint(const QString &path, std::uint64_t acknowledged)
    {
        const auto opened = openSqliteJournal({.path = path.toStdString()});
        if (!opened)
            return QByteArray::fromStdString(opened.error().detail);
        const Journal &journal = **opened;
        if (journal.head().seq.value() < acknowledged)
            return "an acknowledged record is lost";
        std::uint64_t left = 0;
        bool whole = true;
        const auto read = journal.read(Seq(), [&](const StoredRecord &record) {
            whole = whole && (left == 0 || samples::leftOf(record) == left - 1);
            left = samples::leftOf(record);
            return true;
        });
        if (!read)
            return QByteArray::fromStdString(read.error().what);
        return whole && left == 0 ? "" : "a batch is there in part";
    }

private slots:
    void killingTheProcessAtAnyMomentLosesNothingAcknowledged()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("journal"));
        const int kills = qEnvironmentVariableIsSet("SIAGA_JOURNAL_KILLS") ? qEnvironmentVariableIntValue("SIAGA_JOURNAL_KILLS") : 60;
        const std::uint64_t seed = 4711;
        Random random(seed);
        std::uint64_t acknowledged = 0;
        int surprised = 0; // How many left a write-ahead log behind.
        for (int i = 0; i < kills; ++i) {
            QProcess child;
            child.start(childProgram(), {QStringLiteral("append"), path, QString::number(random.next() >> 1)});
            QVERIFY(child.waitForStarted());
            // Until it has acknowledged so much, and then some turns of a busy loop: the kill falls anywhere.
            const auto enough = qsizetype(random.below(200));
            QByteArray said;
            while (said.size() < enough && child.waitForReadyRead(5000))
                said += child.readAllStandardOutput();
            for (std::uint64_t turns = random.below(2000); turns > 0; --turns)
                sched_yield();
            child.kill();
            QVERIFY(child.waitForFinished());
            said += child.readAllStandardOutput();
            QVERIFY2(child.exitStatus() == QProcess::CrashExit, said.constData());
            acknowledged = std::max(acknowledged, lastAcknowledged(said));
            surprised += QFileInfo(path + QStringLiteral("-wal")).size() > 0 ? 1 : 0;
            const QByteArray wrong = complaint(path, acknowledged);
            QVERIFY2(wrong.isEmpty(), (wrong + ", kill " + QByteArray::number(i)).constData());
        }
        QVERIFY(acknowledged > std::uint64_t(kills));
        QVERIFY(surprised > kills / 2);
        const auto journal = openSqliteJournal({.path = path.toStdString(), .readOnly = true});
        QVERIFY(*(*journal)->verify({}) == (*journal)->head());
    }

    void aFileSizeLimitFailsTheAppendAndNothingElse_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("soon") << 50'000;
        QTest::newRow("at a page's edge") << 32 + 30 * (24 + 4096);
        QTest::newRow("later") << 300'001;
    }

    void aFileSizeLimitFailsTheAppendAndNothingElse()
    {
        QFETCH(int, bytes);
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("journal"));
        QProcess child;
        child.start(childProgram(), {QStringLiteral("limit"), path, QString::number(bytes)});
        QVERIFY(child.waitForFinished());
        const QByteArray said = child.readAllStandardOutput();
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QVERIFY2(child.exitCode() == 0, said.constData());
        QVERIFY(said.contains("failed"));
        QVERIFY(lastAcknowledged(said) > 0);
        QCOMPARE(complaint(path, lastAcknowledged(said)), QByteArray());
    }

    void aFullDiskFailsTheAppendAndRoomBringsItBack()
    {
        QTemporaryDir directory;
        const auto inNamespace = [&](const QString &command) {
            QProcess child;
            child.start(QStringLiteral("unshare"), {QStringLiteral("-Urnm"), QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("mount -t tmpfs -o size=900k none \"$1\" && ") + command, QStringLiteral("sh"),
                directory.path(), childProgram()});
            const bool ended = child.waitForStarted() && child.waitForFinished();
            return std::pair(ended && child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1, child.readAllStandardOutput());
        };
        if (inNamespace(QStringLiteral("true")).first != 0)
            QSKIP("mounting a small disk in a namespace of our own is not permitted here");
        const auto [code, said] = inNamespace(QStringLiteral("exec \"$2\" disk \"$1\" -"));
        QVERIFY2(code == 0, said.constData());
        QVERIFY(said.contains("failed"));
        QVERIFY(said.contains("full"));
        QVERIFY(said.endsWith("resumed\n"));
    }

    void aSecondProcessIsRefusedAtOnceAndToldByWhom()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("journal"));
        QProcess child;
        child.start(childProgram(), {QStringLiteral("append"), path, QStringLiteral("1")});
        QVERIFY(child.waitForReadyRead(5000));
        for (const bool readOnly : {false, true}) {
            const auto refused = openSqliteJournal({.path = path.toStdString(), .readOnly = readOnly});
            QVERIFY(!refused);
            QVERIFY(refused.error().refusal == OpenRefusal::heldByAnother);
            QVERIFY(refused.error().detail.find("process " + std::to_string(child.processId())) != std::string::npos);
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(complaint(path, lastAcknowledged(child.readAllStandardOutput())), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestJournalKill)
#include "tst_journal_kill.moc"
