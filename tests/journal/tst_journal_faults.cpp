// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails once: the append says so, nothing is tried again, and what was acknowledged is there.
#include "core/base/check.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/fault_vfs.h"
#include "tests/journal/sample_records.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace siaga;
using samples::DiskAnswer;
using samples::DiskCall;
using samples::DiskCallKind;

namespace {

// Fails the n-th call of a kind, once, and counts what still comes after.
struct Strike
{
    DiskCallKind kind;
    int number; // From 1; zero: never.
    DiskAnswer answer;
    int seen = 0;
    int callsAfter = 0;

    DiskAnswer operator()(const DiskCall &call)
    {
        if (number > 0 && seen >= number) {
            ++callsAfter;
            return {};
        }
        if (call.kind != kind)
            return {};
        return ++seen == number ? answer : DiskAnswer{};
    }
};

struct Run
{
    bool opened = false;
    std::optional<AppendFailure> failure;
    Head acknowledged;
    bool struck = false;       // Before closing.
    int callsAfterFailing = 0; // Of the next append.
};

constexpr std::size_t big = 1'600'000; // Some 400 pages: the third makes the log long enough to be shortened.

// Opens, appends small and big batches with keyframes between, and stops at the first failure.
Run runOn(const std::string &path, Strike &strike, bool syncs)
{
    const samples::FaultVfs disk([&strike](const DiskCall &call) { return strike(call); }, syncs);
    Run run;
    auto opened = openSqliteJournal({.path = path, .vfs = disk.name()});
    if (!opened)
        return run;
    run.opened = true;
    const auto journal = std::move(opened).value();
    run.acknowledged = journal->head();
    const std::array<std::size_t, 9> sizes = {10, 10, big, big, big, 10, 10, 5000, 10};
    for (const std::size_t size : sizes) {
        const auto appended = journal->append(samples::batch(journal->head().seq, 2, std::string(size, 'x')), journal->head());
        if (!appended) {
            run.failure = appended.error();
            break;
        }
        run.acknowledged = *appended;
        journal->keep({appended->seq, "f", std::string(3000, 'k')});
    }
    run.struck = strike.number > 0 && strike.seen >= strike.number;
    if (run.failure) {
        const int before = strike.callsAfter;
        const auto again = journal->append(samples::batch(journal->head().seq, 1), journal->head());
        if (again || again.error().refusal != AppendRefusal::poisoned)
            qFatal("a failed journal appended");
        run.callsAfterFailing = strike.callsAfter - before;
    }
    return run;
}

} // namespace

class TestJournalFaults : public QObject
{
    Q_OBJECT

private:
    // What the next user finds on a disk that works again.
    static QByteArray complaint(const std::string &path, const Head &acknowledged)
    {
        const auto opened = openSqliteJournal({.path = path});
        if (!opened)
            return QByteArray::fromStdString(opened.error().detail);
        Journal &journal = **opened;
        if (journal.head().seq < acknowledged.seq)
            return "an acknowledged record is lost";
        bool noted = acknowledged.seq == Seq();
        std::uint64_t left = 0;
        const auto read = journal.read(Seq(), [&](const StoredRecord &record) {
            noted = noted || Head{record.seq, record.hash} == acknowledged;
            left = samples::leftOf(record);
            return true;
        });
        if (!read || !noted || left != 0)
            return "another history, or a batch in part";
        return journal.append(samples::batch(journal.head().seq, 1), journal.head()) ? "" : "appending does not go on";
    }

    static int callsOfASoundRun(DiskCallKind kind)
    {
        QTemporaryDir directory;
        Strike never{kind, 0, {}};
        const Run run = runOn(directory.filePath(QStringLiteral("journal")).toStdString(), never, false);
        return run.opened && !run.failure && run.acknowledged.seq.value() == 18 ? never.seen : 0;
    }

    void strikeAt(DiskCallKind kind, int number, const DiskAnswer &answer)
    {
        QTemporaryDir directory;
        const std::string path = directory.filePath(QStringLiteral("journal")).toStdString();
        Strike strike{kind, number, answer};
        const Run run = runOn(path, strike, false);
        // A failed keyframe is forgotten, and so is a failure of making the file shorter while closing.
        const QByteArray place = "call " + QByteArray::number(number);
        QVERIFY2(run.callsAfterFailing == 0, place.constData());
        if (kind == DiskCallKind::sync && run.opened && run.struck) {
            QVERIFY2(run.failure, place.constData());
            QVERIFY2(strike.callsAfter == 0, place.constData());
        }
        const QByteArray wrong = complaint(path, run.acknowledged);
        QVERIFY2(wrong.isEmpty(), (wrong + ", " + place).constData());
    }

private slots:
    void afterAFailedSyncNothingIsSyncedOrWrittenAgain()
    {
        const int syncs = callsOfASoundRun(DiskCallKind::sync);
        QVERIFY(syncs >= 12); // Nine appends, a shortened log and its restart, closing.
        for (int number = 1; number <= syncs; ++number)
            strikeAt(DiskCallKind::sync, number, {SQLITE_IOERR_FSYNC});
    }

    void aFailedWriteFailsTheAppend_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("half");
        QTest::newRow("input/output error") << int(SQLITE_IOERR_WRITE) << false;
        QTest::newRow("short write") << int(SQLITE_IOERR_WRITE) << true;
        QTest::newRow("disk full") << int(SQLITE_FULL) << true;
    }

    void aFailedWriteFailsTheAppend()
    {
        QFETCH(int, code);
        QFETCH(bool, half);
        const int writes = callsOfASoundRun(DiskCallKind::write);
        QVERIFY(writes > 1000);
        // The first and last ones one by one: creation, small appends, keyframes, closing.
        for (int number = 1; number <= writes; number += number < 45 || number > writes - 20 ? 1 : 307)
            strikeAt(DiskCallKind::write, number, {code, half});
    }

    void theFailureCarriesTheSystemsWords()
    {
        QTemporaryDir directory;
        const std::string path = directory.filePath(QStringLiteral("journal")).toStdString();
        Strike none{DiskCallKind::sync, 0, {}};
        runOn(path, none, true); // Also with real syncs, once.
        Strike strike{DiskCallKind::sync, 1, {SQLITE_IOERR_FSYNC}};
        const Run run = runOn(path, strike, true);
        QVERIFY(run.failure);
        QVERIFY(run.failure->refusal == AppendRefusal::failed);
        QVERIFY(run.failure->detail.find("disk I/O error") != std::string::npos);
        QVERIFY(run.failure->detail.find(path) != std::string::npos);
    }

    void aFullDiskForAKeyframeLosesOnlyTheKeyframe()
    {
        QTemporaryDir directory;
        bool full = false;
        const samples::FaultVfs disk(
            [&full](const DiskCall &call) { return full && call.kind == DiskCallKind::write ? DiskAnswer{SQLITE_FULL} : DiskAnswer{}; }, false);
        const auto journal = openSqliteJournal({.path = directory.filePath(QStringLiteral("journal")).toStdString(), .vfs = disk.name()});
        QVERIFY((*journal)->append(samples::batch({}, 1), {}));
        full = true;
        (*journal)->keep({Seq(1), "f", std::string(50'000, 'k')});
        full = false;
        QVERIFY(!(*journal)->keyframe(Seq(1), "f"));
        QVERIFY((*journal)->append(samples::batch(Seq(1), 1), (*journal)->head()));
        (*journal)->keep({Seq(1), "f", "k"});
        QVERIFY((*journal)->keyframe(Seq(1), "f"));
    }

    void theLogStaysBounded()
    {
        QTemporaryDir directory;
        std::int64_t end = 0;
        const samples::FaultVfs disk([&end](const DiskCall &call) {
            if (call.kind == DiskCallKind::write && call.file == "journal-wal")
                end = std::max(end, call.offset);
            return DiskAnswer{};
        }, false);
        const auto journal = openSqliteJournal({.path = directory.filePath(QStringLiteral("journal")).toStdString(), .vfs = disk.name()});
        for (int i = 0; i < 2000; ++i)
            QVERIFY((*journal)->append(samples::batch((*journal)->head().seq, 3, std::string(2000, 'x')), (*journal)->head()));
        QVERIFY2(end < 5'000'000, QByteArray::number(qlonglong(end)).constData());
    }

    void aKeyframeDoesNotWaitForTheDisk()
    {
        QTemporaryDir directory;
        int syncs = 0;
        const samples::FaultVfs disk([&syncs](const DiskCall &call) {
            syncs += call.kind == DiskCallKind::sync ? 1 : 0;
            return DiskAnswer{};
        }, false);
        const auto journal = openSqliteJournal({.path = directory.filePath(QStringLiteral("journal")).toStdString(), .vfs = disk.name()});
        for (int i = 0; i < 3; ++i) {
            QVERIFY((*journal)->append(samples::batch((*journal)->head().seq, 1), (*journal)->head()));
            const int before = syncs;
            (*journal)->keep({(*journal)->head().seq, "f", std::string(50'000, 'k')});
            QCOMPARE(syncs, before);
        }
        const int before = syncs;
        QVERIFY((*journal)->append(samples::batch((*journal)->head().seq, 16), (*journal)->head()));
        QCOMPARE(syncs, before + 1); // A batch of any size is one sync.
    }
};

QTEST_APPLESS_MAIN(TestJournalFaults)
#include "tst_journal_faults.moc"
