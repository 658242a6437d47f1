// SPDX-License-Identifier: GPL-3.0-or-later
// Searches, proofs and exports beside a journal that is being written, on both stores.
#include "app/audit_thread.h"
#include "tests/support/archive.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;

class TestAuditThread : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;

    QString path(const QString &name) { return m_dir.filePath(QStringLiteral("%1-%2").arg(++m_files).arg(name)); }

    std::unique_ptr<tests::Archive> archive(bool kept, std::uint64_t records)
    {
        if (!kept)
            return std::make_unique<tests::Archive>(std::make_unique<MemoryJournal>(tests::diskWith(records)));
        auto journal = openSqliteJournal({.path = path(QStringLiteral("journal")).toStdString()}).value();
        auto made = std::make_unique<tests::Archive>(std::move(journal));
        made->write(records);
        return made;
    }

    static AuditExporting lastOf(const QSignalSpy &spy)
    {
        return spy.isEmpty() ? AuditExporting{} : spy.last()[0].value<AuditExporting>();
    }

    AuditExporting exported(JournalReader &reader, AuditExport order)
    {
        AuditThread thread(reader);
        QSignalSpy spy(&thread, &AuditThread::exporting);
        thread.exportTo(order);
        const auto isOver = [&spy] { return !spy.isEmpty() && lastOf(spy).state != ExportState::running; };
        [&] { QTRY_VERIFY(isOver()); }();
        return lastOf(spy);
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void aNewSearchDropsTheOneBefore()
    {
        const auto made = archive(true, 20'000);
        AuditThread thread(made->reader());
        QSignalSpy spy(&thread, &AuditThread::found);
        thread.find({.ticket = 1, .query = {.who = "nobody"}});
        thread.find({.ticket = 2, .query = {.group = AuditGroup::fleet}, .rowsMax = 5});
        const auto last = [&spy] { return spy.isEmpty() ? words::AuditFound{} : spy.last()[0].value<words::AuditFound>(); };
        QTRY_VERIFY(last().isOver && last().ticket == 2);
        QCOMPARE(last().lines.size(), std::size_t(5));
        QCOMPARE(last().lines[0].row.seq, Seq(19'982));
        QCOMPARE(last().next, Seq(19'901)); // Behind the fifth.
    }

    void aLongSearchTellsItsProgressAndLetsTheWriterThrough()
    {
        const auto made = archive(true, 60'000);
        AuditThread thread(made->reader());
        int told = 0;
        bool isOver = false;
        std::uint64_t total = 0;
        connect(&thread, &AuditThread::found, this, [&](const words::AuditFound &found) {
            ++told;
            isOver = found.isOver;
            total = found.total;
            if (!isOver)
                made->write(1);
        });
        thread.find({.ticket = 1, .query = {.text = "there is no such text"}});
        QTRY_VERIFY_WITH_TIMEOUT(isOver, 60'000);
        QCOMPARE(total, std::uint64_t(60'000));
        QVERIFY(told > 1);
    }

    void jsonLinesAreTheVeryBytesBehindAHead_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::newRow("in memory") << false;
        QTest::newRow("sqlite") << true;
    }

    void jsonLinesAreTheVeryBytesBehindAHead()
    {
        QFETCH(bool, kept);
        const auto made = archive(kept, 500);
        const QString file = path(QStringLiteral("all.jsonl"));
        const AuditExporting done = exported(made->reader(), {.path = file.toStdString(), .query = {}, .mode = "LAB", .fleet = "Siaga Lab", .environment = "lab"});
        QCOMPARE(done.state, ExportState::done);
        QCOMPARE(done.written, std::uint64_t(500));
        const QList<QByteArray> lines = read(file).split('\n');
        QCOMPARE(lines.size(), 502); // Head, records, and nothing behind the last line end.
        const QJsonObject head = QJsonDocument::fromJson(lines[0]).object().value(QStringLiteral("export")).toObject();
        QCOMPARE(head.value(QStringLiteral("mode")).toString(), QStringLiteral("LAB"));
        QCOMPARE(head.value(QStringLiteral("range")).toString(), QStringLiteral("records 1 to 500"));
        const auto records = samples::many({}, 500);
        Hash256 hash;
        for (std::size_t i = 0; i < 500; ++i) {
            QCOMPARE(lines[qsizetype(i) + 1].toStdString(), records[i].bytes);
            hash = chainHash(records[i].bytes, hash);
        }
        QCOMPARE(head.value(QStringLiteral("headHash")).toString().toStdString(), toHex(hash)); // The copy proves itself.
    }

    void aFilteredExportHoldsOnlyWhatMatches()
    {
        const auto made = archive(false, 100);
        const QString file = path(QStringLiteral("some.jsonl"));
        const AuditQuery query{.group = AuditGroup::alerts, .from = Seq(10), .to = Seq(40), .about = samples::usEast};
        QCOMPARE(exported(made->reader(), {.path = file.toStdString(), .query = query}).written, std::uint64_t(5)); // 14, 20, 25, 34, 40
        const QByteArray bytes = read(file);
        QVERIFY(bytes.contains("records 10 to 40"));
        QVERIFY(bytes.contains("--kind alerts --about region us-east-1"));
    }

    void csvGuardsAgainstFormulasAndSaysItsMode()
    {
        const auto made = archive(false, 20);
        const QString file = path(QStringLiteral("all.csv"));
        QCOMPARE(exported(made->reader(), {.path = file.toStdString(), .form = ExportForm::csv, .query = {}, .mode = "LIVE", .fleet = "shop", .environment = "production"}).state,
                 ExportState::done);
        const QList<QByteArray> lines = read(file).split('\n');
        QVERIFY2(lines[0].startsWith("\"LIVE\",\"shop / production\",\"records 1 to 20\",\"all records\""), lines[0].constData());
        QVERIFY2(lines[1].startsWith("\"record\",\"when (UTC)\",\"who\""), lines[1].constData());
        QVERIFY2(lines[2].startsWith("\"1\",\"2026-11-26 02:01:00 UTC\",\"Siaga\",\"runtime\",\"Journal opened by desk:4711"), lines[2].constData());
        QCOMPARE(lines.size(), 23);
    }

    void aCellIsNeverAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << "a" << "\"a\"";
        QTest::newRow("empty") << "" << "\"\"";
        QTest::newRow("quotes") << "say \"x\"" << "\"say \"\"x\"\"\"";
        for (const char *formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
            QTest::newRow(formula) << formula << QStringLiteral("\"'%1\"").arg(QString::fromLatin1(formula));
        QTest::newRow("in the middle it is harmless") << "a=1" << "\"a=1\"";
    }

    void aCellIsNeverAFormula()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(csvCell(text), cell);
    }

    void anExportThatCannotBeWrittenSaysWhyAndChangesNothing()
    {
        const auto made = archive(false, 20);
        const AuditExporting failed = exported(made->reader(), {.path = m_dir.filePath(QStringLiteral("no/such/folder/x")).toStdString()});
        QCOMPARE(failed.state, ExportState::failed);
        QVERIFY(!failed.what.empty());
    }

    void aStoppedExportLeavesTheFileAsItWas()
    {
        const auto made = archive(true, 60'000);
        const QString file = path(QStringLiteral("old.jsonl"));
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        AuditThread thread(made->reader());
        QSignalSpy spy(&thread, &AuditThread::exporting);
        thread.exportTo({.path = file.toStdString()});
        QTRY_VERIFY(lastOf(spy).state == ExportState::running);
        thread.stopExporting();
        QTRY_COMPARE(lastOf(spy).state, ExportState::stopped);
        QCOMPARE(read(file), QByteArray("old"));
    }

    void aProofCanBeStoppedAndBegunAnew()
    {
        const auto made = archive(true, 200'000);
        AuditThread thread(made->reader());
        QSignalSpy spy(&thread, &AuditThread::proved);
        const auto last = [&spy] { return spy.isEmpty() ? AuditProof{} : spy.last()[0].value<AuditProof>(); };
        thread.verify();
        QTRY_COMPARE(last().state, ProofState::running);
        thread.stopVerifying();
        QTRY_COMPARE(last().state, ProofState::stopped);
        QVERIFY(last().checked < Seq(200'000));
        thread.verify();
        QTRY_COMPARE_WITH_TIMEOUT(last().state, ProofState::intact, 60'000);
        QCOMPARE(last().checked, Seq(200'000));
    }

    void endingInTheMiddleOfEverythingIsClean()
    {
        const auto made = archive(true, 20'000);
        AuditThread thread(made->reader());
        thread.find({.ticket = 1, .query = {.text = "nothing has it"}});
        thread.verify();
        thread.exportTo({.path = path(QStringLiteral("never")).toStdString()});
        thread.record(Seq(7));
    }
};

QTEST_GUILESS_MAIN(TestAuditThread)
#include "tst_audit_thread.moc"
