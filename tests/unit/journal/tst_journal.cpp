// SPDX-License-Identifier: GPL-3.0-or-later
// One conformance suite for every store: what the contract in core/journal/journal.h promises.
#include "core/base/check.h"
#include "core/journal/keyframes.h"
#include "core/journal/memory_journal.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/sample_records.h"

#include <QTemporaryDir>
#include <QTest>

using namespace siaga;
using samples::batch;
using samples::record;
using std::chrono::seconds;

namespace {

// Where a journal lives across restarts.
class Place
{
public:
    explicit Place(const QString &store)
        : m_sqlite(store == u"sqlite")
    {
    }

    std::unique_ptr<Journal> open() const
    {
        if (!m_sqlite)
            return std::make_unique<MemoryJournal>(m_disk);
        auto opened = openSqliteJournal({.path = m_directory.filePath(QStringLiteral("journal")).toStdString()});
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        return std::move(opened).value();
    }

private:
    bool m_sqlite;
    QTemporaryDir m_directory;
    std::shared_ptr<MemoryDisk> m_disk = std::make_shared<MemoryDisk>();
};

std::vector<std::uint64_t> numbersFrom(const Journal &journal, Seq first)
{
    std::vector<std::uint64_t> numbers;
    const auto result = journal.read(first, [&](const StoredRecord &one) {
        numbers.push_back(one.seq.value());
        return true;
    });
    if (!result)
        numbers.push_back(0);
    return numbers;
}

// Appends `count` records in batches of one; gives the head.
Head grow(Journal &journal, std::uint64_t count)
{
    for (std::uint64_t i = 0; i < count; ++i) {
        if (!journal.append(batch(journal.head().seq, 1), journal.head()))
            qFatal("an append failed");
    }
    return journal.head();
}

void stores()
{
    QTest::addColumn<QString>("store");
    QTest::newRow("memory") << QStringLiteral("memory");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyJournalIsSound_data() { stores(); }
    void anEmptyJournalIsSound()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        QVERIFY(journal->head() == Head{});
        QVERIFY(*journal->verify({}) == Head{});
        QVERIFY(numbersFrom(*journal, Seq()).empty());
        QVERIFY(!journal->seek(Instant(seconds(5))));
        QVERIFY(!journal->keyframe(Seq(5), "a"));
    }

    void whatWasAppendedIsThereAfterReopening_data() { stores(); }
    void whatWasAppendedIsThereAfterReopening()
    {
        QFETCH(QString, store);
        const Place place(store);
        const std::vector<NewRecord> written = batch({}, 3);
        Head head;
        {
            const auto journal = place.open();
            const auto appended = journal->append(written, {});
            QVERIFY(appended);
            head = *appended;
            QVERIFY(head == journal->head());
        }
        const auto journal = place.open();
        QVERIFY(journal->head() == head);
        QVERIFY(*journal->verify({}) == head);
        std::size_t next = 0;
        Hash256 hash;
        QVERIFY(journal->read(Seq(1), [&](const StoredRecord &one) {
            const NewRecord &expected = written.at(next++);
            hash = chainHash(expected.bytes, hash);
            return one.seq == expected.seq && one.at == expected.at && one.wall == expected.wall
                && one.type == expected.type && one.bytes == expected.bytes && one.hash == hash;
        }));
        QCOMPARE(next, written.size());
        QVERIFY(hash == head.hash);
    }

    void anotherHeadIsRefusedAndChangesNothing_data() { stores(); }
    void anotherHeadIsRefusedAndChangesNothing()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        const Head head = grow(*journal, 2);
        Head wrongHash = head;
        wrongHash.hash.bytes[0] ^= 1;
        for (const Head &stale : {Head{}, wrongHash, Head{Seq(3), head.hash}}) {
            const auto refused = journal->append(batch(stale.seq, 1), stale);
            QVERIFY(!refused);
            QVERIFY(refused.error().refusal == AppendRefusal::headMoved);
        }
        QVERIFY(journal->head() == head);
        // A refusal is no failure: the journal goes on.
        QVERIFY(journal->append(batch(head.seq, 1), head));
    }

    void aBatchThatVerifyingWouldNotAcceptIsABrokenInvariant_data() { stores(); }
    void aBatchThatVerifyingWouldNotAcceptIsABrokenInvariant()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        const Head head = grow(*journal, 5);
        const auto breaks = [&](const std::vector<NewRecord> &bad) {
            try {
                (void)journal->append(bad, head);
            } catch (const BrokenInvariant &) {
                return journal->head() == head;
            }
            return false;
        };
        QVERIFY(breaks({}));
        QVERIFY(breaks({record(7)}));
        QVERIFY(breaks({record(6), record(8)}));
        NewRecord early = record(6);
        early.at = Instant(seconds(4));
        QVERIFY(breaks({early}));
        early.bytes = writeHeader({early.seq, early.at, early.wall, early.type}) + "}";
        QVERIFY(breaks({early}));
        NewRecord otherType = record(6);
        otherType.type = "Other";
        QVERIFY(breaks({otherType}));
        QVERIFY(breaks({record(6, 0, std::string(recordBytesMax, 'x'))}));
        // None of these was a failure of the disk.
        QVERIFY(journal->append(std::vector{record(6)}, head));
    }

    void severalBatchesGoWithOneAppend_data() { stores(); }
    void severalBatchesGoWithOneAppend()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        const std::vector<std::vector<NewRecord>> batches = {batch({}, 2), batch(Seq(2), 3), batch(Seq(9), 1)};
        const auto appended = journal->appendAll(batches, {});
        QVERIFY(appended);
        QCOMPARE(appended->seq.value(), 5U);
        QVERIFY(*journal->verify({}) == *appended);
        const auto refused = journal->appendAll(std::span(batches).first(1), *appended);
        QVERIFY(!refused && refused.error().refusal == AppendRefusal::headMoved);
        QCOMPARE(journal->head().seq.value(), 5U);
    }

    void readsFromAnyRecordUntilToldToStop_data() { stores(); }
    void readsFromAnyRecordUntilToldToStop()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        grow(*journal, 5);
        QCOMPARE(numbersFrom(*journal, Seq()), (std::vector<std::uint64_t>{1, 2, 3, 4, 5}));
        QCOMPARE(numbersFrom(*journal, Seq(4)), (std::vector<std::uint64_t>{4, 5}));
        QVERIFY(numbersFrom(*journal, Seq(6)).empty());
        int seen = 0;
        QVERIFY(journal->read(Seq(1), [&](const StoredRecord &) { return ++seen < 2; }));
        QCOMPARE(seen, 2);
    }

    void seeksTheLastRecordAtOrBefore_data() { stores(); }
    void seeksTheLastRecordAtOrBefore()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        std::vector<NewRecord> written;
        // Two records of one moment: the later one counts.
        const std::array<int, 6> times = {10, 20, 20, 20, 30, 40};
        for (std::size_t i = 0; i < times.size(); ++i) {
            NewRecord one{Seq(i + 1), Instant(seconds(times[i])), {}, "T", {}};
            one.bytes = writeHeader({one.seq, one.at, one.wall, one.type}) + "}";
            written.push_back(one);
        }
        QVERIFY(journal->append(written, {}));
        const auto found = [&](int at) { return journal->seek(Instant(seconds(at))).value_or(Seq()).value(); };
        QCOMPARE(found(9), 0U);
        QCOMPARE(found(10), 1U);
        QCOMPARE(found(19), 1U);
        QCOMPARE(found(20), 4U);
        QCOMPARE(found(39), 5U);
        QCOMPARE(found(1000), 6U);
    }

    void anUnknownTypeIsKeptLikeAnyOther_data() { stores(); }
    void anUnknownTypeIsKeptLikeAnyOther()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        NewRecord one{Seq(1), {}, {}, "From.A_Later_Siaga2", {}};
        one.bytes = writeHeader({one.seq, one.at, one.wall, one.type}) + R"(,"x":"\u0000")" + '\xFF' + "}";
        QVERIFY(journal->append({&one, 1}, {}));
        QVERIFY(journal->verify({}));
        QVERIFY(journal->read(Seq(1), [&](const StoredRecord &kept) { return kept.bytes == one.bytes; }));
    }

    void verifyingTellsItsProgressAndCanBeStopped_data() { stores(); }
    void verifyingTellsItsProgressAndCanBeStopped()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        QVERIFY(journal->append(batch({}, 25'000), {}));
        std::vector<std::uint64_t> told;
        const auto all = journal->verify([&](Seq seq) {
            told.push_back(seq.value());
            return true;
        });
        QVERIFY(*all == journal->head());
        QCOMPARE(told, (std::vector<std::uint64_t>{10'000, 20'000}));
        QCOMPARE(journal->verify([](Seq) { return false; })->seq.value(), 10'000U);
    }

    void theNewestFittingKeyframeIsFound_data() { stores(); }
    void theNewestFittingKeyframeIsFound()
    {
        QFETCH(QString, store);
        const Place place(store);
        {
            const auto journal = place.open();
            grow(*journal, 10);
            journal->keep({Seq(8), "a", "eight"});
            journal->keep({Seq(3), "a", "old three"});
            journal->keep({Seq(3), "a", std::string("three\0", 6)});
            journal->keep({Seq(9), "b", ""});
            grow(*journal, 1);
        }
        const auto journal = place.open();
        const auto bytesAt = [&](std::uint64_t seq, const char *fingerprint) {
            const auto found = journal->keyframe(Seq(seq), fingerprint);
            return found ? std::to_string(found->seq.value()) + found->bytes : std::string("none");
        };
        QCOMPARE(bytesAt(2, "a"), std::string("none"));
        QCOMPARE(bytesAt(3, "a"), std::string("3three\0", 7));
        QCOMPARE(bytesAt(7, "a"), std::string("3three\0", 7));
        QCOMPARE(bytesAt(100, "a"), std::string("8eight"));
        QCOMPARE(bytesAt(100, "b"), std::string("9"));
        QCOMPARE(bytesAt(100, "c"), std::string("none"));
        QVERIFY(journal->verify({}));
    }

    void keyframesStayFewAndSpreadOut_data() { stores(); }
    void keyframesStayFewAndSpreadOut()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        constexpr std::uint64_t last = 8000;
        QVERIFY(journal->append(batch({}, last), {}));
        journal->keep({Seq(1), "old format", "x"});
        for (std::uint64_t seq = 10; seq <= last; seq += 10)
            journal->keep({Seq(seq), "a", std::to_string(seq)});
        QVERIFY(!journal->keyframe(Seq(last), "old format"));
        std::vector<std::uint64_t> kept;
        std::optional<Keyframe> found = journal->keyframe(Seq(last), "a");
        while (found) {
            kept.push_back(found->seq.value());
            found = journal->keyframe(Seq(kept.back() - 1), "a");
        }
        QCOMPARE(kept.size(), keyframesMax);
        QCOMPARE(kept.front(), last);
        QCOMPARE(kept.back(), 10U);
        // No moment is far from a keyframe, and the near past is closer to one than the far past.
        std::uint64_t nearest = last, farthest = 0;
        for (std::size_t i = 1; i < kept.size(); ++i) {
            nearest = std::min(nearest, kept[i - 1] - kept[i]);
            farthest = std::max(farthest, kept[i - 1] - kept[i]);
        }
        QVERIFY2(farthest <= 120, std::to_string(farthest).c_str());
        QCOMPARE(nearest, 10U);
        QVERIFY(kept[0] - kept[5] < kept[keyframesMax - 6] - kept[keyframesMax - 1]);
    }

    void longKeyframesAreFewerButNeverTooFew()
    {
        QVERIFY(!areTooMany(keyframesMax, keyframesBytesMax));
        QVERIFY(areTooMany(keyframesMax + 1, 0));
        QVERIFY(areTooMany(keyframesKeptMin + 1, keyframesBytesMax + 1));
        QVERIFY(!areTooMany(keyframesKeptMin, 100 * keyframesBytesMax));
    }

    void aKeyframeOfARecordThatIsNotThereIsABrokenInvariant_data() { stores(); }
    void aKeyframeOfARecordThatIsNotThereIsABrokenInvariant()
    {
        QFETCH(QString, store);
        const Place place(store);
        const auto journal = place.open();
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, journal->keep({Seq(1), "a", ""}));
    }

    // What only the memory journal can do: fail on demand.

    void anInjectedRefusalStrikesOnce()
    {
        MemoryJournal journal;
        journal.refuseNext();
        QVERIFY(journal.append(batch({}, 1), {}).error().refusal == AppendRefusal::headMoved);
        QVERIFY(journal.append(batch({}, 1), {}));
    }

    void aFailedAppendPoisonsUntilReopened_data()
    {
        QTest::addColumn<int>("kept");
        QTest::addColumn<int>("there");
        QTest::newRow("lost") << 0 << 0;
        QTest::newRow("first batch kept") << 1 << 2;
        QTest::newRow("all kept, answer lost") << 2 << 5;
    }

    void aFailedAppendPoisonsUntilReopened()
    {
        QFETCH(int, kept);
        QFETCH(int, there);
        MemoryJournal journal;
        const std::vector<std::vector<NewRecord>> batches = {batch({}, 2), batch(Seq(2), 3)};
        journal.failNext(std::size_t(kept), "no space");
        const auto failed = journal.appendAll(batches, {});
        QVERIFY(failed.error().refusal == AppendRefusal::failed);
        QCOMPARE(failed.error().detail, std::string("no space"));
        const Head seen = journal.head();
        QVERIFY(journal.append(batch(seen.seq, 1), seen).error().refusal == AppendRefusal::poisoned);
        MemoryJournal reopened(journal.disk());
        QCOMPARE(reopened.head().seq.value(), std::uint64_t(there));
        QVERIFY(reopened.append(batch(reopened.head().seq, 1), reopened.head()));
    }

    void twoInstancesOnOneLogRefuseEachOther()
    {
        MemoryJournal one;
        MemoryJournal other(one.disk());
        QVERIFY(one.append(batch({}, 1), {}));
        QVERIFY(other.append(batch({}, 1), {}).error().refusal == AppendRefusal::headMoved);
        QVERIFY(other.append(batch(other.head().seq, 1), other.head()));
        QCOMPARE(one.head().seq.value(), 2U);
    }
};

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
