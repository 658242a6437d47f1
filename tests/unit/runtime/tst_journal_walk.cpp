// SPDX-License-Identifier: GPL-3.0-or-later
// The same walks and proofs over both stores.
#include "tests/support/audit_records.h"

#include "core/journal/memory_journal.h"
#include "core/journal/sqlite_journal.h"
#include "core/runtime/journal_proof.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <numeric>

using namespace siaga;

namespace {

/// Lets a job keep the journal for `records` records at a time.
MayGoOn each(int records)
{
    return [left = records]() mutable { return --left > 0; };
}

struct Walked
{
    std::vector<int> numbers;
    std::vector<int> damaged;
    int jobs = 0;
};

Walked walk(const Journal &journal, AuditQuery query, WalkDirection direction, Seq start = {}, int patience = 100)
{
    JournalWalk walk{AuditFilter(std::move(query)), direction, start};
    Walked all;
    while (!walk.isOver() && ++all.jobs < 100'000) {
        walk.bring(journal, each(patience));
        for (const WalkItem &item : walk.take())
            (item.record ? all.numbers : all.damaged).push_back(static_cast<int>(item.seq.value()));
    }
    return all;
}

std::vector<int> countdown(int from, int to)
{
    std::vector<int> numbers(static_cast<std::size_t>(from - to + 1));
    std::iota(numbers.rbegin(), numbers.rend(), to);
    return numbers;
}

JournalProof proved(const Journal &journal, int patience = 100)
{
    JournalProof proof;
    for (int jobs = 0; !proof.isOver() && jobs < 100'000; ++jobs)
        proof.bring(journal, each(patience));
    return proof;
}

} // namespace

class TestJournalWalk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;

    std::unique_ptr<Journal> journal(bool kept, std::uint64_t records)
    {
        std::unique_ptr<Journal> made;
        if (kept)
            made = openSqliteJournal({.path = m_dir.filePath(QStringLiteral("j%1").arg(++m_files)).toStdString()}).value();
        else
            made = std::make_unique<MemoryJournal>();
        if (records > 0)
            append(*made, records);
        return made;
    }

    static void append(Journal &journal, std::uint64_t records)
    {
        QVERIFY(bool(journal.append(samples::many(journal.head().seq, records), journal.head())));
    }

    static void stores()
    {
        QTest::addColumn<bool>("kept");
        QTest::newRow("in memory") << false;
        QTest::newRow("sqlite") << true;
    }

private slots:
    void bothWaysBringEveryRecordOnce_data() { stores(); }
    void bothWaysBringEveryRecordOnce()
    {
        QFETCH(bool, kept);
        const auto made = journal(kept, 1500);
        std::vector<int> up(1500);
        std::iota(up.begin(), up.end(), 1);
        QCOMPARE(walk(*made, {}, WalkDirection::older).numbers, countdown(1500, 1));
        QCOMPARE(walk(*made, {}, WalkDirection::newer).numbers, up);
        // However short the jobs are.
        QCOMPARE(walk(*made, {}, WalkDirection::older, {}, 1).numbers, countdown(1500, 1));
        QCOMPARE(walk(*made, {}, WalkDirection::newer, {}, 7).numbers, up);
    }

    void aWalkGoesOnWhereAnotherStopped_data() { stores(); }
    void aWalkGoesOnWhereAnotherStopped()
    {
        QFETCH(bool, kept);
        const auto made = journal(kept, 1000);
        QCOMPARE(walk(*made, {}, WalkDirection::older, Seq(300)).numbers, countdown(300, 1));
        QCOMPARE(walk(*made, {}, WalkDirection::newer, Seq(999)).numbers, (std::vector{999, 1000}));
        QCOMPARE(walk(*made, {.from = Seq(10), .to = Seq(12)}, WalkDirection::older).numbers, (std::vector{12, 11, 10}));
        QVERIFY(walk(*made, {.from = Seq(2000)}, WalkDirection::older).numbers.empty());
        QVERIFY(walk(*journal(kept, 0), {}, WalkDirection::older).numbers.empty());
    }

    void jobsAreShort_data() { stores(); }
    void jobsAreShort()
    {
        QFETCH(bool, kept);
        const auto made = journal(kept, 1000);
        // A filter that matches nothing reads everything, but never more than it may at a time.
        const Walked nothing = walk(*made, {.who = "nobody"}, WalkDirection::older, {}, 50);
        QVERIFY(nothing.numbers.empty());
        QVERIFY(nothing.jobs >= 20);
    }

    void whatIsWrittenMeanwhileIsForAnotherWalk_data() { stores(); }
    void whatIsWrittenMeanwhileIsForAnotherWalk()
    {
        QFETCH(bool, kept);
        const auto made = journal(kept, 300);
        JournalWalk walk{AuditFilter{}, WalkDirection::newer, {}};
        std::vector<int> numbers;
        while (!walk.isOver()) {
            walk.bring(*made, each(100));
            for (const WalkItem &item : walk.take())
                numbers.push_back(static_cast<int>(item.seq.value()));
            append(*made, 1);
        }
        QCOMPARE(numbers.size(), std::size_t(300));
        QCOMPARE(walk.total(), std::uint64_t(300));
        QCOMPARE(walk.walked(), std::uint64_t(300));
    }

    void aWalkByTimeEndsWhereOnlyEarlierTimesFollow()
    {
        const auto made = journal(false, 20'000); // A minute each: fourteen days.
        const Walked hour = walk(*made, {.since = samples::minute(19'940)}, WalkDirection::older, {}, 1'000'000);
        QCOMPARE(hour.numbers, countdown(20'000, 19'940));
        QVERIFY(hour.jobs < 8); // Not all of it.
        const Walked begin = walk(*made, {.until = samples::minute(3)}, WalkDirection::newer, {}, 1'000'000);
        QCOMPARE(begin.numbers, (std::vector{1, 2}));
        QVERIFY(begin.jobs < 8);
    }

    void damageIsNamedAndSteppedOver_data()
    {
        QTest::addColumn<int>("bad");
        QTest::newRow("the first") << 1;
        QTest::newRow("in the middle") << 500;
        QTest::newRow("the last") << 1000;
    }

    void damageIsNamedAndSteppedOver()
    {
        QFETCH(int, bad);
        const auto disk = std::make_shared<MemoryDisk>();
        MemoryJournal made(disk);
        append(made, 1000);
        disk->records[std::size_t(bad - 1)].bytes[20] ^= 1;
        for (const WalkDirection direction : {WalkDirection::older, WalkDirection::newer}) {
            const Walked all = walk(made, {}, direction, {}, 70);
            QCOMPARE(all.numbers.size(), std::size_t(999));
            QCOMPARE(all.damaged, std::vector{bad});
        }
        const JournalProof proof = proved(made);
        QVERIFY(proof.damage().has_value());
        QCOMPARE(proof.damage()->seq, Seq(std::uint64_t(bad)));
        QCOMPARE(proof.checked().seq, Seq(std::uint64_t(bad - 1)));
    }

    void aLostRecordIsNamedToo()
    {
        const auto disk = std::make_shared<MemoryDisk>();
        MemoryJournal made(disk);
        append(made, 100);
        disk->records[49].seq = Seq(7000); // Something else lies there.
        QVERIFY(!walk(made, {}, WalkDirection::older).damaged.empty());
        QCOMPARE(proved(made).damage()->seq, Seq(50));
    }

    void proofAndHeadAgree_data() { stores(); }
    void proofAndHeadAgree()
    {
        QFETCH(bool, kept);
        const auto made = journal(kept, 700);
        JournalProof proof;
        for (int jobs = 0; !proof.isOver(); ++jobs) {
            proof.bring(*made, each(30));
            if (jobs < 10)
                append(*made, 1); // The writer goes on meanwhile; the proof catches up.
        }
        QVERIFY(!proof.damage());
        QVERIFY(proof.checked() == made->head());
        QVERIFY(made->verify({}).value() == proof.checked());
        QVERIFY(proved(*journal(kept, 0)).isOver());
    }

    void aRecordChangedBehindTheProofIsFound()
    {
        const auto disk = std::make_shared<MemoryDisk>();
        MemoryJournal made(disk);
        append(made, 100);
        JournalProof proof;
        proof.bring(made, each(50));
        QVERIFY(!proof.isOver());
        // The whole rest is written anew, soundly, from the record on which the proof stands.
        const Seq stands = proof.checked().seq;
        Hash256 hash = disk->records[stands.value() - 2].hash;
        for (std::size_t i = stands.value() - 1; i < 100; ++i) {
            StoredRecord &record = disk->records[i];
            record.bytes.insert(record.bytes.size() - 1, R"(,"forged":"1")");
            record.hash = hash = chainHash(record.bytes, hash);
        }
        while (!proof.isOver())
            proof.bring(made, each(50));
        QVERIFY(proof.damage().has_value());
        QCOMPARE(proof.damage()->seq, stands);
    }
};

QTEST_APPLESS_MAIN(TestJournalWalk)
#include "tst_journal_walk.moc"
