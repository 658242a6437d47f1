// SPDX-License-Identifier: GPL-3.0-or-later
// Power that fails between any two words to the disk, and a write-ahead log that was damaged afterwards.
#include "core/base/check.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/disk_log.h"
#include "tests/journal/raw_sqlite.h"
#include "tests/journal/sample_records.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace siaga;
using samples::DiskCall;
using samples::DiskCallKind;
using samples::DiskImage;
using samples::DiskLog;
using samples::Unsynced;

namespace {

// One step of a run: a word to the disk, or an acknowledgement.
struct Step
{
    std::optional<DiskCall> call;
    std::uint64_t acknowledged = 0;
};

DiskImage imageOf(const QString &directory)
{
    DiskImage image;
    for (const QString &name : QDir(directory).entryList(QDir::Files)) {
        if (!name.endsWith(QStringLiteral(".lock")))
            image[name.toStdString()] = samples::contentOf(directory + u'/' + name).toStdString();
    }
    return image;
}

void restore(const QString &directory, const DiskImage &image)
{
    for (const char *const name : {"journal", "journal-wal", "journal-journal"}) {
        const QString path = directory + u'/' + QLatin1String(name);
        const auto content = image.find(name);
        if (content == image.end()) {
            QFile::remove(path);
            continue;
        }
        samples::overwrite(path, QByteArray::fromStdString(content->second));
        chmod(path.toUtf8().constData(), 0600);
    }
}

// Appends batches of the given numbers of records to a journal in the directory, noting each word to the disk.
std::vector<Step> note(const QString &directory, const std::vector<std::uint64_t> &sizes, std::size_t textLength)
{
    std::vector<Step> steps;
    const samples::FaultVfs disk([&steps](const DiskCall &call) {
        steps.push_back({call, 0});
        return samples::DiskAnswer{};
    }, false);
    const auto opened = openSqliteJournal({.path = (directory + QStringLiteral("/journal")).toStdString(), .vfs = disk.name()});
    if (!opened)
        qFatal("%s", opened.error().detail.c_str());
    Journal &journal = **opened;
    for (const std::uint64_t size : sizes) {
        const auto appended = journal.append(samples::batch(journal.head().seq, size, std::string(textLength, 'x')), journal.head());
        if (!appended)
            qFatal("%s", appended.error().detail.c_str());
        steps.push_back({std::nullopt, appended->seq.value()});
        if (size % 2 == 0)
            journal.keep({appended->seq, "p", std::string(9000, 'k')});
    }
    return steps;
}

// What is wrong with the journal that the directory holds; empty when it keeps all promises.
QByteArray complaint(const QString &directory, std::uint64_t acknowledged)
{
    const samples::FaultVfs disk({}, false);
    const auto opened = openSqliteJournal({.path = (directory + QStringLiteral("/journal")).toStdString(), .vfs = disk.name()});
    if (!opened)
        return QByteArray::fromStdString(opened.error().detail);
    if ((*opened)->head().seq.value() < acknowledged)
        return "an acknowledged record is lost";
    std::uint64_t left = 0;
    const auto read = (*opened)->read(Seq(), [&](const StoredRecord &record) {
        left = samples::leftOf(record);
        return true;
    });
    return !read ? QByteArray::fromStdString(read.error().what) : left == 0 ? QByteArray() : QByteArray("a batch is there in part");
}

} // namespace

class TestJournalPower : public QObject
{
    Q_OBJECT

private:
    // Fails the power after each of the steps (of every so many, away from the ends), in several ways.
    static void failEverywhere(const DiskImage &before, std::uint64_t acknowledged, const std::vector<Step> &steps, std::size_t stride)
    {
        QTemporaryDir directory;
        DiskLog log(before);
        Random random(4711);
        int images = 0;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].call)
                log.add(*steps[i].call);
            acknowledged = std::max(acknowledged, steps[i].acknowledged);
            if (i % stride != 0 && i > 60 && i + 60 < steps.size())
                continue;
            for (const Unsynced unsynced : {Unsynced::lost, Unsynced::kept, Unsynced::torn, Unsynced::torn}) {
                restore(directory.path(), log.afterPowerLoss(unsynced, random));
                const QByteArray wrong = complaint(directory.path(), acknowledged);
                QVERIFY2(wrong.isEmpty(), (wrong + ", step " + QByteArray::number(i) + ", way " + QByteArray::number(int(unsynced))).constData());
                ++images;
            }
        }
        QVERIFY(images > 200);
    }

    // A journal of ten acknowledged batches of two, killed: most of it is only in the write-ahead log.
    static DiskImage killed(const char *deployment, const char *text)
    {
        QTemporaryDir directory;
        const std::string path = directory.filePath(QStringLiteral("journal")).toStdString();
        (void)openSqliteJournal({.path = path, .deploymentId = deployment});
        const auto journal = openSqliteJournal({.path = path});
        for (int i = 0; i < 10; ++i) {
            if (!(*journal)->append(samples::batch((*journal)->head().seq, 2, text), (*journal)->head()))
                qFatal("an append failed");
        }
        return imageOf(directory.path());
    }

private slots:
    void powerMayFailBetweenAnyTwoWordsToTheDisk()
    {
        QTemporaryDir directory;
        // It starts with a log that a killed process left: bringing that into the file is part of the run.
        restore(directory.path(), killed("d", "before"));
        const DiskImage before = imageOf(directory.path());
        std::vector<Step> steps = note(directory.path(), {1, 2, 1, 40, 3, 4, 6, 1, 2, 1, 1}, 200);
        const std::vector<Step> more = note(directory.path(), {1, 2}, 700);
        steps.insert(steps.end(), more.begin(), more.end());
        failEverywhere(before, 20, steps, 1);
    }

    void powerMayFailWhileTheLogIsShortened()
    {
        QTemporaryDir directory;
        (void)note(directory.path(), {1}, 10);
        const DiskImage before = imageOf(directory.path());
        // Over a thousand pages at once, brought into the file before the next append, which restarts the log.
        const std::vector<Step> steps = note(directory.path(), {1, 1100, 1, 2, 1, 1}, 3900);
        failEverywhere(before, 1, steps, 97);
    }

    void aFlippedBitInTheLogIsNamedOrCostsAtMostTheLastTwoCommits()
    {
        const DiskImage sound = killed("d", "x");
        QTemporaryDir directory;
        const std::string &wal = sound.at("journal-wal");
        int named = 0;
        int costly = 0;
        for (std::size_t byte = 0; byte < wal.size(); byte += byte < 32 ? 1 : 37) {
            DiskImage flipped = sound;
            flipped["journal-wal"][byte] = char(wal[byte] ^ (1 << (byte % 8)));
            restore(directory.path(), flipped);
            const samples::FaultVfs disk({}, false);
            const auto opened = openSqliteJournal({.path = directory.filePath(QStringLiteral("journal")).toStdString(), .vfs = disk.name()});
            if (!opened) {
                QVERIFY(opened.error().refusal == OpenRefusal::damaged);
                ++named;
                continue;
            }
            QVERIFY((*opened)->verify({}));
            QVERIFY2((*opened)->head().seq.value() >= 16, QByteArray::number(qulonglong(byte)).constData());
            costly += (*opened)->head().seq.value() < 20 ? 1 : 0;
        }
        QVERIFY(named > costly);
    }

    void aLogOfAnotherJournalIsNamedOrHarmless_data()
    {
        QTest::addColumn<bool>("checkpointed"); // The other log starts in the middle of that journal.
        QTest::newRow("from its beginning") << false;
        QTest::newRow("from its middle") << true;
    }

    void aLogOfAnotherJournalIsNamedOrHarmless()
    {
        QFETCH(bool, checkpointed);
        DiskImage ours = killed("ours", "ours");
        DiskImage theirs = killed("theirs", "theirs");
        QTemporaryDir directory;
        const auto reopened = [&](const DiskImage &image) {
            restore(directory.path(), image);
            const auto journal = openSqliteJournal({.path = directory.filePath(QStringLiteral("journal")).toStdString()});
            if (!(*journal)->append(samples::batch((*journal)->head().seq, 2, "more"), (*journal)->head()))
                qFatal("an append failed");
            return imageOf(directory.path());
        };
        if (checkpointed) {
            ours = reopened(ours);
            theirs = reopened(theirs);
        }
        ours["journal-wal"] = theirs["journal-wal"];
        restore(directory.path(), ours);
        const SqliteJournalOptions options{.path = directory.filePath(QStringLiteral("journal")).toStdString(), .deploymentId = "ours"};
        const auto opened = openSqliteJournal(options);
        QVERIFY(!opened);
        QVERIFY(opened.error().refusal == OpenRefusal::otherDeployment);
    }
};

QTEST_APPLESS_MAIN(TestJournalPower)
#include "tst_journal_power.moc"
