// SPDX-License-Identifier: GPL-3.0-or-later
// Moments as the console gets them: fetched by jobs, folded on a thread, the newest wish only; and the journal skimmed
// for the time bar.
#include "app/past.h"
#include "core/events/codec.h"
#include "core/events/request_events.h"
#include "core/events/runtime_events.h"
#include "core/journal/memory_journal.h"

#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

using MomentPointer = std::shared_ptr<const Moment>;

/// A journal of `count` records: an order of a person every hundredth, and a start after an hour of nothing in the middle.
std::shared_ptr<MemoryDisk> diskOf(std::uint64_t count)
{
    auto disk = std::make_shared<MemoryDisk>();
    MemoryJournal journal(disk);
    std::vector<NewRecord> batch;
    for (std::uint64_t n = 1; n <= count; ++n) {
        const std::int64_t wall = static_cast<std::int64_t>(n) * 1000 + (n * 2 > count ? 3'600'000 : 0);
        const bool opens = n == 1 || n == count / 2 + 1;
        const Event event = opens ? Event(JournalOpened{"host:1", "1"})
            : n % 100 == 0        ? Event(StopRequested{RequestId(n), "exercise"})
                                  : Event(CheckTurned{.check = CheckId("c" + std::to_string(n)), .region = RegionId("r")});
        const Actor actor = n % 100 == 0 ? Actor{Actor::Kind::person, "ayu"} : Actor{Actor::Kind::engine, "health"};
        const Recorded recorded{Seq(n), Instant(std::chrono::seconds(n)), {wall}, Epoch(1), actor, event};
        batch.push_back({recorded.seq, recorded.at, recorded.wall, std::string(event.name()), encode(recorded)});
    }
    static_cast<void>(journal.append(batch, {}));
    return disk;
}

/// Runs the jobs only when told to, as a busy journal does.
class SlowReader : public JournalReader
{
public:
    explicit SlowReader(std::shared_ptr<MemoryDisk> disk)
        : m_journal(std::move(disk))
    {
    }

    void read(JournalJob job) override { m_jobs.push_back(std::move(job)); }

    bool runOne()
    {
        if (m_jobs.empty())
            return false;
        const JournalJob job = std::move(m_jobs.front());
        m_jobs.pop_front();
        job(m_journal);
        return true;
    }
    void dropAll() { m_jobs.clear(); }
    std::size_t waiting() const { return m_jobs.size(); }

private:
    MemoryJournal m_journal;
    std::deque<JournalJob> m_jobs;
};

/// Runs each job at once.
class QuickReader : public JournalReader
{
public:
    explicit QuickReader(std::shared_ptr<MemoryDisk> disk)
        : m_journal(std::move(disk))
    {
    }
    void read(JournalJob job) override
    {
        const std::scoped_lock held(m_lock);
        job(m_journal);
    }

private:
    std::mutex m_lock;
    MemoryJournal m_journal;
};

} // namespace

class TestPast : public QObject
{
    Q_OBJECT

    /// The last moment that came.
    static Seq lastOf(const QSignalSpy &spy) { return spy.isEmpty() ? Seq() : spy.last().at(0).value<MomentPointer>()->record.seq; }

private slots:
    void initTestCase()
    {
        qRegisterMetaType<MomentPointer>();
        qRegisterMetaType<TimelinePart>();
        qRegisterMetaType<Seq>();
    }

    void ofManyWishesOnlyTheFirstAndTheLastAreLookedUp()
    {
        SlowReader reader(diskOf(3000));
        Past past(reader);
        QSignalSpy moments(&past, &Past::momentReady);
        for (std::uint64_t n = 100; n <= 3000; ++n) // A drag over the whole bar.
            past.seek(Seq(n));
        QCOMPARE(reader.waiting(), std::size_t(1));
        while (lastOf(moments) != Seq(3000)) {
            reader.runOne();
            QCoreApplication::processEvents();
        }
        QCOMPARE(moments.size(), 2);
        QVERIFY(moments.first().at(0).value<MomentPointer>()->record.seq == Seq(100));
        QCOMPARE(reader.waiting(), std::size_t(0));
    }

    void itComesFromAThreadOfItsOwn()
    {
        QuickReader reader(diskOf(3000));
        PastThread past(reader);
        QSignalSpy moments(&past, &PastThread::momentReady);
        QSignalSpy parts(&past, &PastThread::timelineGrew);
        past.follow(Seq(3000));
        for (std::uint64_t n = 1; n <= 500; ++n)
            past.seek(Seq(n * 6));
        QTRY_VERIFY(lastOf(moments) == Seq(3000));
        QVERIFY2(moments.size() < 100, QByteArray::number(moments.size()).constData());
        QTRY_COMPARE(parts.size(), 3);
    }

    void theJournalIsSkimmedNewestFirstAndGoesOn()
    {
        QuickReader reader(diskOf(2500));
        Past past(reader);
        QSignalSpy parts(&past, &Past::timelineGrew);
        past.follow(Seq(2400));
        QTRY_COMPARE(parts.size(), 3);
        past.follow(Seq(2500));
        QTRY_COMPARE(parts.size(), 4);
        QVERIFY(parts.first().at(0).value<TimelinePart>().last.seq == Seq(2400));
        Timeline timeline;
        for (const QList<QVariant> &part : parts)
            timeline.take(part.at(0).value<TimelinePart>());
        QVERIFY(timeline.first().seq == Seq(1) && timeline.last().seq == Seq(2500));
        QCOMPARE(timeline.gaps().size(), std::size_t(1));
        QVERIFY(timeline.gaps().front().before == Seq(1250));
        QCOMPARE(std::ranges::count(timeline.marks(), MarkKind::order, &TimeMark::kind), std::ptrdiff_t(25));
    }

    void aWishGoesBeforeTheSkimming()
    {
        SlowReader reader(diskOf(3000));
        Past past(reader);
        QSignalSpy moments(&past, &Past::momentReady);
        QSignalSpy parts(&past, &Past::timelineGrew);
        past.follow(Seq(3000));
        past.seek(Seq(5));
        int jobs = 0;
        while (moments.isEmpty()) {
            reader.runOne();
            QCoreApplication::processEvents();
            ++jobs;
        }
        QVERIFY2(parts.size() <= 1 && jobs <= 4, QByteArray::number(jobs).constData());
        while (parts.size() < 3) {
            reader.runOne();
            QCoreApplication::processEvents();
        }
    }

    void damageAndAnEmptyJournalAreSaid()
    {
        const auto disk = diskOf(300);
        disk->records[149].bytes.back() = '!';
        QuickReader reader(disk);
        Past past(reader);
        QSignalSpy moments(&past, &Past::momentReady);
        QSignalSpy failures(&past, &Past::failed);
        past.seek(Seq(200));
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(failures.first().at(0).value<Seq>() == Seq(150));
        QVERIFY(!failures.first().at(1).toString().isEmpty());
        past.seek(Seq(100)); // What lies before it can still be seen.
        QTRY_VERIFY(lastOf(moments) == Seq(100));
        QuickReader empty(std::make_shared<MemoryDisk>());
        Past nothing(empty);
        QSignalSpy none(&nothing, &Past::failed);
        nothing.seek(Seq(1));
        QTRY_COMPARE(none.size(), 1);
        QVERIFY(!none.first().at(0).value<Seq>());
    }

    void aJobThatIsNeverRunLeavesNobodyWaiting()
    {
        SlowReader reader(diskOf(300));
        Past past(reader);
        QSignalSpy moments(&past, &Past::momentReady);
        QSignalSpy failures(&past, &Past::failed);
        past.seek(Seq(10));
        past.follow(Seq(300));
        reader.dropAll();
        QTRY_COMPARE(failures.size(), 1);
        QCoreApplication::processEvents();
        past.seek(Seq(20));
        while (moments.isEmpty()) {
            reader.runOne();
            QCoreApplication::processEvents();
        }
        QVERIFY(lastOf(moments) == Seq(20));
    }

    void itMayEndWithJobsUnderWay()
    {
        SlowReader reader(diskOf(300));
        {
            Past past(reader);
            past.seek(Seq(10));
        }
        QVERIFY(reader.runOne());
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"
