// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done to a closed journal is named, or does no harm; never a silent different state.
#include "core/base/check.h"
#include "core/journal/chain.h"
#include "core/journal/memory_journal.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/raw_sqlite.h"
#include "tests/journal/sample_records.h"

#include <QTemporaryDir>
#include <QTest>

using namespace siaga;
using samples::batch;

namespace {

constexpr std::uint64_t length = 20;

// All bits instead of one in each byte, all bytes instead of some.
bool thorough()
{
    return qEnvironmentVariableIsSet("SIAGA_JOURNAL_THOROUGH");
}

// All that a reader would fold; empty when the journal is not sound.
QByteArray transcript(const Journal &journal)
{
    QByteArray all;
    const auto result = journal.read(Seq(), [&](const StoredRecord &one) {
        all += QByteArray::number(one.seq.value()) + ' ' + QByteArray::number(qint64(one.at.time_since_epoch().count()))
            + ' ' + QByteArray::number(qint64(one.wall.milliseconds)) + ' ' + one.type.c_str() + ' '
            + QByteArray::fromStdString(one.bytes) + QByteArray::fromStdString(toHex(one.hash)) + '\n';
        return true;
    });
    return result ? all : QByteArray();
}

struct Verdict
{
    bool refused = false; // At opening.
    Seq firstBad;
    Head head;
    QByteArray transcript;
};

Verdict judge(const QString &path, bool readOnly = true)
{
    auto opened = openSqliteJournal({.path = path.toStdString(), .readOnly = readOnly});
    if (!opened)
        return {true, opened.error().seq, {}, {}};
    const auto journal = std::move(opened).value();
    const auto verified = journal->verify({});
    if (!verified)
        return {false, verified.error().seq, {}, {}};
    return {false, {}, *verified, transcript(*journal)};
}

} // namespace

class TestJournalTamper : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString m_path;
    QByteArray m_image; // A sound, closed journal of twenty records.
    QByteArray m_transcript;
    Head m_head;

private slots:
    void initTestCase()
    {
        m_path = m_directory.filePath(QStringLiteral("journal"));
        {
            const auto journal = openSqliteJournal({.path = m_path.toStdString(), .deploymentId = "one"});
            for (std::uint64_t seq = 0; seq < length; seq += 4)
                QVERIFY((*journal)->append(batch(Seq(seq), 4), (*journal)->head()));
            m_head = (*journal)->head();
            m_transcript = transcript(**journal);
        }
        m_image = samples::contentOf(m_path);
        QVERIFY(!QFile::exists(m_path + QLatin1String("-wal")));
    }

    void init()
    {
        QFile::remove(m_path + QLatin1String("-wal"));
        samples::overwrite(m_path, m_image);
    }

    void eachFlippedBitIsNamedWithItsRecord()
    {
        MemoryJournal journal;
        QVERIFY(journal.append(batch({}, length), {}));
        const auto named = [&](std::size_t index) {
            const auto verified = journal.verify({});
            return !verified && verified.error().seq == Seq(index + 1);
        };
        for (std::size_t i = 0; i < length; ++i) {
            StoredRecord &record = journal.disk()->records[i];
            const StoredRecord sound = record;
            for (std::size_t bit = 0; bit < record.bytes.size() * 8; ++bit) {
                record.bytes[bit / 8] = char(record.bytes[bit / 8] ^ (1 << (bit % 8)));
                QVERIFY(named(i));
                record = sound;
            }
            for (std::size_t bit = 0; bit < 256; ++bit) {
                record.hash.bytes[bit / 8] = std::uint8_t(record.hash.bytes[bit / 8] ^ (1 << (bit % 8)));
                QVERIFY(named(i));
                record = sound;
            }
            for (std::size_t bit = 0; bit < record.type.size() * 8; ++bit) {
                record.type[bit / 8] = char(record.type[bit / 8] ^ (1 << (bit % 8)));
                QVERIFY(named(i));
                record = sound;
            }
            for (int bit = 0; bit < 64; ++bit) {
                record.seq = Seq(record.seq.value() ^ (std::uint64_t(1) << bit));
                QVERIFY(named(i));
                record = sound;
                record.at = Instant(Duration(std::int64_t(std::uint64_t(record.at.time_since_epoch().count()) ^ (std::uint64_t(1) << bit))));
                QVERIFY(named(i));
                record = sound;
                record.wall.milliseconds = std::int64_t(std::uint64_t(record.wall.milliseconds) ^ (std::uint64_t(1) << bit));
                QVERIFY(named(i));
                record = sound;
            }
        }
        QVERIFY(journal.verify({}));
    }

    void twoRecordsOfOneNumberAreNamed()
    {
        MemoryJournal journal;
        QVERIFY(journal.append(batch({}, 5), {}));
        auto &records = journal.disk()->records;
        records.insert(records.begin() + 3, records[2]);
        QCOMPARE(journal.verify({}).error().seq.value(), 4U);
    }

    void tamperingByHandIsNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("firstBad");
        const auto row = [](const char *name, const char *sql, int firstBad) {
            QTest::newRow(name) << QByteArray(sql) << firstBad;
        };
        row("time", "UPDATE records SET at = at + 1 WHERE seq = 7", 7);
        row("wall time", "UPDATE records SET wall = wall - 3600000 WHERE seq = 7", 7);
        row("type", "UPDATE records SET type = 'Harmless' WHERE seq = 7", 7);
        row("hash", "UPDATE records SET hash = zeroblob(32) WHERE seq = 7", 7);
        row("hash cut", "UPDATE records SET hash = substr(hash, 1, 31) WHERE seq = 7", 7);
        row("no hash", "UPDATE records SET hash = x'' WHERE seq = 7", 7);
        row("bytes", "UPDATE records SET bytes = CAST(replace(bytes, 'answered', 'refused') AS BLOB) WHERE seq = 7", 7);
        row("bytes cut", "UPDATE records SET bytes = substr(bytes, 1, 40) WHERE seq = 7", 7);
        row("no bytes", "UPDATE records SET bytes = x'' WHERE seq = 7", 7);
        row("bytes longer", "UPDATE records SET bytes = CAST(bytes || ' ' AS BLOB) WHERE seq = 7", 7);
        row("bytes too long", "UPDATE records SET bytes = zeroblob(5000000) WHERE seq = 7", 7);
        row("bytes far too long", "UPDATE records SET bytes = zeroblob(100000000) WHERE seq = 7", 7);
        row("removed", "DELETE FROM records WHERE seq = 7", 7);
        row("first removed", "DELETE FROM records WHERE seq = 1", 1);
        row("first ten removed", "DELETE FROM records WHERE seq <= 10", 1);
        row("reordered", "UPDATE records SET seq = -7 WHERE seq = 7; UPDATE records SET seq = 7 WHERE seq = 8; "
                         "UPDATE records SET seq = 8 WHERE seq = -7", 7);
        row("inserted", "UPDATE records SET seq = -seq WHERE seq >= 7; UPDATE records SET seq = 1 - seq WHERE seq < 0; "
                        "INSERT INTO records SELECT 7, at, wall, type, hash, bytes FROM records WHERE seq = 6", 7);
        row("before the first", "INSERT INTO records SELECT 0, at, wall, type, hash, bytes FROM records WHERE seq = 1", 1);
        row("far before the first", "INSERT INTO records SELECT -9e18, at, wall, type, hash, bytes FROM records WHERE seq = 1", 1);
        row("behind a gap", "INSERT INTO records SELECT 30, at, wall, type, hash, bytes FROM records WHERE seq = 20", 21);
        row("at the end of numbers", "INSERT INTO records SELECT 9223372036854775807, at, wall, type, hash, bytes FROM records WHERE seq = 20", 21);
    }

    void tamperingByHandIsNamed()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, firstBad);
        samples::tamper(m_path, sql);
        const Verdict reader = judge(m_path);
        QVERIFY(!reader.refused);
        QCOMPARE(reader.firstBad.value(), std::uint64_t(firstBad));
        const auto writer = openSqliteJournal({.path = m_path.toStdString()});
        QVERIFY(!writer);
        QVERIFY(writer.error().refusal == OpenRefusal::damaged);
        // A writer looks at both ends only, so it may name another one of several bad records.
        QVERIFY(writer.error().seq);
    }

    void readingShowsNothingFromTheDamageOn()
    {
        samples::tamper(m_path, "UPDATE records SET wall = 0 WHERE seq = 7");
        const auto journal = openSqliteJournal({.path = m_path.toStdString(), .readOnly = true});
        std::uint64_t shown = 0;
        const auto result = (*journal)->read(Seq(3), [&](const StoredRecord &one) {
            shown = one.seq.value();
            return true;
        });
        QCOMPARE(shown, 6U);
        QCOMPARE(result.error().seq.value(), 7U);
    }

    void timeGoingBackIsNamedAlsoWhenAllElseFits()
    {
        MemoryJournal journal;
        QVERIFY(journal.append(batch({}, 3), {}));
        auto &records = journal.disk()->records;
        StoredRecord &last = records[2];
        last.at = Instant(std::chrono::seconds(1));
        last.bytes = writeHeader({last.seq, last.at, last.wall, last.type}) + "}";
        last.hash = chainHash(last.bytes, records[1].hash);
        QCOMPARE(journal.verify({}).error().seq.value(), 3U);
        QCOMPARE(journal.verify({}).error().what, std::string("time goes back"));
    }

    void aCutJournalMissesItsEnd()
    {
        samples::tamper(m_path, "DELETE FROM records WHERE seq > 15");
        QCOMPARE(judge(m_path).firstBad.value(), 16U);
        QCOMPARE(openSqliteJournal({.path = m_path.toStdString()}).error().seq.value(), 16U);
        init();
        samples::tamper(m_path, "DELETE FROM records");
        QCOMPARE(judge(m_path).firstBad.value(), 1U);
        QCOMPARE(openSqliteJournal({.path = m_path.toStdString()}).error().seq.value(), 1U);
    }

    void aJournalCutWithCareIsSoundButEndsElsewhere()
    {
        // Whoever knows the format can do this; only a head noted elsewhere tells.
        samples::tamper(m_path, "DELETE FROM records WHERE seq > 15; UPDATE meta SET value = (SELECT seq || ' ' || lower(hex(hash)) "
                                "FROM records WHERE seq = 15) WHERE name = 'head'");
        const Verdict verdict = judge(m_path);
        QVERIFY(!verdict.firstBad);
        QCOMPARE(verdict.head.seq.value(), 15U);
        QVERIFY(m_transcript.startsWith(verdict.transcript));
    }

    void aFlippedBitAnywhereInTheFileIsNamedOrHarmless()
    {
        int harmless = 0;
        const int step = thorough() ? 1 : 11;
        for (int byte = 0; byte < m_image.size(); byte += step) {
            for (int bit = 0; bit < (thorough() ? 8 : 1); ++bit) {
                QByteArray flipped = m_image;
                flipped[byte] = char(flipped[byte] ^ (1 << ((bit + byte) % 8)));
                samples::overwrite(m_path, flipped);
                const Verdict verdict = judge(m_path);
                if (verdict.refused || verdict.firstBad)
                    continue;
                ++harmless;
                QVERIFY2(verdict.head == m_head && verdict.transcript == m_transcript, qPrintable(QString::number(byte)));
            }
        }
        QVERIFY(harmless > 0); // Most of so small a file is unused.
    }

    void aFlippedBitInTheFilesRecordsIsNamedWithItsRecord()
    {
        for (std::uint64_t seq = 1; seq <= length; ++seq) {
            const std::string bytes = samples::batch(Seq(seq - 1), 4 - (seq - 1) % 4).front().bytes;
            const int begin = int(m_image.indexOf(QByteArray::fromStdString(bytes)));
            QVERIFY(begin > 0);
            // The columns of fixed place before the bytes: the hash, and the type before it.
            for (int byte = begin - 42; byte < begin + int(bytes.size()); byte += thorough() ? 1 : 7) {
                QByteArray flipped = m_image;
                flipped[byte] = char(flipped[byte] ^ (1 << (byte % 8)));
                samples::overwrite(m_path, flipped);
                const Verdict verdict = judge(m_path);
                QVERIFY(!verdict.refused);
                QCOMPARE(verdict.firstBad.value(), seq);
            }
        }
    }

    void aFileCutAnywhereIsNamed()
    {
        for (int size = 0; size < int(m_image.size()); size += thorough() ? 1 : 127) {
            samples::overwrite(m_path, m_image.left(size));
            const Verdict verdict = judge(m_path);
            // A file cut to a page fewer may have lost a page that was never used.
            QVERIFY2(verdict.refused || verdict.firstBad || verdict.transcript == m_transcript, qPrintable(QString::number(size)));
        }
    }

    void pagesOfNoiseAreNamedOrHarmless()
    {
        std::uint32_t noise = 1;
        for (int page = 0; page < int(m_image.size()); page += 512) {
            QByteArray noisy = m_image;
            for (int i = page; i < page + 512; ++i)
                noisy[i] = char((noise = noise * 1664525 + 1013904223) >> 24);
            samples::overwrite(m_path, noisy);
            const Verdict verdict = judge(m_path);
            QVERIFY(verdict.refused || verdict.firstBad || verdict.transcript == m_transcript);
        }
    }
};

QTEST_APPLESS_MAIN(TestJournalTamper)
#include "tst_journal_tamper.moc"
