// SPDX-License-Identifier: GPL-3.0-or-later
// Any moment of a lab's journal, come to again: by replay it is the same as it was when it was lived.
#include "core/events/codec.h"
#include "core/events/request_events.h"
#include "core/journal/memory_journal.h"
#include "core/lab/exercise.h"
#include "core/runtime/replay.h"
#include "core/runtime/runner.h"
#include "core/runtime/timeline_scan.h"

#include <QTest>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

const RegionId east("lab-us-east-1");

bool always()
{
    return true;
}

/// Folds what a lab tells, record by record, and notes the state's hash after each.
struct Memory : Watcher
{
    void onRecorded(const Recorded &recorded) override
    {
        fold(state, recorded);
        hashes.push_back(stateHash(state));
        records.push_back(recorded);
    }
    State state;
    std::vector<Hash256> hashes;
    std::vector<Recorded> records;
};

/// An evacuation and a death in the middle of it, on a seeded day.
struct Day
{
    explicit Day(std::uint64_t seed)
        : lab(labFleet(), {.seed = seed})
        , invariants(lab)
    {
        lab.watch(memory);
        lab.watch(invariants);
        lab.open();
        live();
        run(40s);
        lab.ask(EvacuateRequested{RequestId(1), east, {}, none, false}, "ayu");
        run(2s);
        lab.ask(ApproveRequested{RequestId(2), PlanId(1), invariants.plans().plan(PlanId(1))->proposed.hash}, "ayu");
        run(3s);
        lab.kill();
        run(30s);
        lab.open();
        run(60s);
    }

    /// Notes the whole instance's own state whenever all of it is durable.
    void run(Duration lasts)
    {
        for (const Instant until = lab.now() + lasts; lab.step(until);)
            live();
    }
    void live()
    {
        if (lab.isAlive() && lab.runner()->isDurable() && lab.durable())
            lived[lab.durable()] = stateHash(lab.state());
    }

    Lab lab;
    Invariants invariants;
    Memory memory;
    std::map<Seq, Hash256> lived;
};

/// Goes there as the console does: by jobs that may copy `patience` records each.
Result<Moment, Damage> goTo(Replay &replay, const Journal &journal, const PastPlace &place, int patience = 7)
{
    ReplayWish wish = replay.toward(place);
    for (;;) {
        int left = patience;
        const auto there = replay.take(copyOut(journal, wish, [&left] { return --left > 0; }));
        if (!there)
            return there.error();
        if (*there)
            return replay.moment();
        wish = replay.onward();
    }
}

/// A copy of the lab's disk that a test may damage.
std::shared_ptr<MemoryDisk> copied(const Journal &journal)
{
    auto disk = std::make_shared<MemoryDisk>();
    static_cast<void>(journal.read(Seq(), [&disk](const StoredRecord &stored) {
        disk->records.push_back(stored);
        return true;
    }));
    return disk;
}

Timeline timelineOf(const Journal &journal, std::uint64_t stretch)
{
    Timeline timeline;
    const std::uint64_t head = journal.head().seq.value();
    for (std::uint64_t last = head; last > 0; last = last > stretch ? last - stretch : 0) {
        TimelineScan scan(Seq(last > stretch ? last - stretch + 1 : 1), Seq(last));
        while (!scan.isOver()) {
            int left = 5;
            scan.bring(journal, [&left] { return --left > 0; });
        }
        timeline.take(scan.take());
    }
    return timeline;
}

int count(const Timeline &timeline, MarkKind kind)
{
    return static_cast<int>(std::ranges::count(timeline.marks(), kind, &TimeMark::kind));
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

    std::unique_ptr<Day> m_day;

    const Journal &journal() const { return m_day->lab.journal(); }
    Seq head() const { return journal().head().seq; }

private slots:
    void initTestCase() { m_day = std::make_unique<Day>(11); }

    void everyMomentIsAsItWasLived()
    {
        QVERIFY(head().value() > 60);
        QCOMPARE(m_day->memory.hashes.size(), std::size_t(head().value()));
        Replay forward;
        Replay backward;
        Replay anywhere;
        for (std::uint64_t n = 1; n <= head().value(); ++n) {
            const std::uint64_t other = 1 + n * 7919 % head().value();
            const std::uint64_t back = head().value() + 1 - n;
            QVERIFY(goTo(forward, journal(), Seq(n)));
            QVERIFY(stateHash(forward.state()) == m_day->memory.hashes[n - 1]);
            QVERIFY(goTo(backward, journal(), Seq(back)));
            QVERIFY(stateHash(backward.state()) == m_day->memory.hashes[back - 1]);
            QVERIFY(goTo(anywhere, journal(), Seq(other)));
            QVERIFY(stateHash(anywhere.state()) == m_day->memory.hashes[other - 1]);
        }
    }

    void theInstanceItselfHadThatState()
    {
        QVERIFY(m_day->lived.size() > 20);
        Replay replay;
        for (const auto &[seq, hash] : m_day->lived) {
            QVERIFY(goTo(replay, journal(), seq));
            QVERIFY2(stateHash(replay.state()) == hash, std::to_string(seq.value()).c_str());
        }
    }

    void aKeyframeSparesTheWayAndChangesNothing()
    {
        MemoryJournal kept(copied(journal()));
        const Seq middle(head().value() / 2);
        const auto opened = stateAt(journal(), middle);
        QVERIFY(opened);
        kept.keep({middle, keyframeFingerprint(), toKeyframe(opened->state)});
        kept.keep({middle.next(), keyframeFingerprint(), "no keyframe at all"});
        Replay replay;
        // The second one cannot be read; it is done without, whatever its hash says.
        QVERIFY(goTo(replay, kept, head()));
        QVERIFY(stateHash(replay.state()) == m_day->memory.hashes.back());
    }

    void aMomentBetweenTwoRecordsGoesOnFromTheFirst()
    {
        const Recorded &second = m_day->memory.records[1];
        std::size_t quiet = 1;
        while (m_day->memory.records[quiet + 1].at - m_day->memory.records[quiet].at < 2s)
            ++quiet;
        const Recorded &before = m_day->memory.records[quiet];
        Replay replay;
        const auto moment = goTo(replay, journal(), before.at + 1500ms);
        QVERIFY(moment);
        QVERIFY(moment->record.seq == before.seq && moment->after == 1500ms);
        QVERIFY(moment->now.now == before.at + 1500ms);
        QCOMPARE(moment->now.wall.milliseconds, before.wall.milliseconds + 1500);
        QVERIFY(moment->now.mode == Mode::replay && moment->protection.mode == Mode::replay);
        const auto first = goTo(replay, journal(), Instant::min());
        QVERIFY(first && first->record.seq == Seq(1));
        const auto last = goTo(replay, journal(), Seq(head().value() + 1000));
        QVERIFY(last && last->record.seq == head() && last->head == head());
        QVERIFY(second.seq == Seq(2));
    }

    void whatWasOnlySeenIsNotInvented()
    {
        Replay replay;
        const auto moment = goTo(replay, journal(), head());
        QVERIFY(moment);
        QVERIFY(!moment->now.availability.ratio && !moment->now.headroom.now);
        QCOMPARE(moment->now.regions.size(), std::size_t(4));
        for (const RegionCard &card : moment->now.regions) {
            QVERIFY(!card.traffic && !card.age && !card.headroom);
            QVERIFY(card.state == m_day->memory.state.health.regions.at(card.id).state); // Folded, so it is known.
        }
        QVERIFY(!moment->now.planCards.empty());
    }

    void anEmptyJournalHasNoMomentAndOneRecordHasOne()
    {
        MemoryJournal journal;
        Replay replay;
        const Excerpt nothing = copyOut(journal, replay.toward(Seq(1)), always);
        QVERIFY(!nothing.target);
        const Recorded only{Seq(1), Instant(1s), {5000}, Epoch(1), {Actor::Kind::runtime, "journal"}, JournalOpened{"host:1", "1"}};
        const std::vector<NewRecord> batch{{only.seq, only.at, only.wall, std::string(only.event.name()), encode(only)}};
        QVERIFY(journal.append(batch, journal.head()));
        const auto moment = goTo(replay, journal, Instant::max());
        QVERIFY(moment && moment->record.seq == Seq(1) && moment->now.regions.empty());
        const Timeline timeline = timelineOf(journal, 10);
        QVERIFY(timeline.first() == timeline.last() && timeline.gaps().empty());
        QVERIFY(timeline.instantAt({0}) == Instant(1s) && timeline.instantAt({99'000}) == Instant(1s));
    }

    void damageIsSaidAndWhatLiesBeforeItIsStillShown()
    {
        const auto disk = copied(journal());
        const std::size_t bad = disk->records.size() / 2;
        disk->records[bad].bytes.back() = '!';
        const MemoryJournal damaged(disk);
        Replay replay;
        const auto behind = goTo(replay, damaged, head());
        QVERIFY(!behind);
        QVERIFY(behind.error().seq == disk->records[bad].seq && !behind.error().what.empty());
        QVERIFY(goTo(replay, damaged, Seq(bad)));
        QVERIFY(stateHash(replay.state()) == m_day->memory.hashes[bad - 1]);
        const Timeline timeline = timelineOf(damaged, 10);
        QVERIFY(timeline.first().seq == Seq(1) && timeline.last().seq == head());
        QVERIFY(count(timeline, MarkKind::damaged) >= 1);
        QVERIFY(count(timeline, MarkKind::order) >= 1);
    }

    void marksTellWhatPeopleCareAboutHoweverTheJournalIsSkimmed()
    {
        for (const std::uint64_t stretch : {1u, 10u, 1000u}) {
            const Timeline timeline = timelineOf(journal(), stretch);
            QVERIFY(timeline.first().seq == Seq(1) && timeline.last().seq == head());
            QCOMPARE(count(timeline, MarkKind::order), 2);
            QCOMPARE(count(timeline, MarkKind::opened), 2);
            QCOMPARE(count(timeline, MarkKind::planRan), 1);
            QCOMPARE(count(timeline, MarkKind::planEnded), 1);
            QCOMPARE(count(timeline, MarkKind::fleetAdopted), 1);
            QVERIFY(std::ranges::is_sorted(timeline.marks(), {}, &TimeMark::seq));
            const auto order = std::ranges::find(timeline.marks(), MarkKind::order, &TimeMark::kind);
            QCOMPARE(order->by, std::string("ayu"));
            QVERIFY(order->asked == EvacuateRequested::name);
        }
    }

    void theTimeInWhichNoSiagaRanIsAGap()
    {
        const Timeline timeline = timelineOf(journal(), 16);
        const std::vector<TimeGap> gaps = timeline.gaps();
        QCOMPARE(gaps.size(), std::size_t(1));
        const TimeGap &gap = gaps.front();
        QVERIFY(gap.until.milliseconds - gap.from.milliseconds >= 29'000);
        // A time inside it is the last record before it, one outside of it its own.
        const Recorded &last = m_day->memory.records[gap.before.value() - 1];
        QVERIFY(timeline.instantAt({gap.from.milliseconds + 10'000}) == last.at);
        for (const std::size_t i : {std::size_t(3), std::size_t(gap.before.value()), m_day->memory.records.size() - 1}) {
            const Recorded &recorded = m_day->memory.records[i];
            const Duration apart = timeline.instantAt(recorded.wall) - recorded.at;
            QVERIFY(apart > -2ms && apart < 2ms);
        }
    }

    void stepsGoFromMarkToMark()
    {
        const Timeline timeline = timelineOf(journal(), 1000);
        const auto any = [](const TimeMark &) { return true; };
        const auto orders = [](const TimeMark &mark) { return mark.kind == MarkKind::order; };
        const TimeMark *first = timeline.after(Seq(), any);
        QVERIFY(first && first->kind == MarkKind::opened && first->seq == Seq(1));
        QVERIFY(!timeline.before(first->seq, any));
        const TimeMark *order = timeline.after(Seq(), orders);
        const TimeMark *next = timeline.after(order->seq, orders);
        QVERIFY(next && timeline.before(next->seq, orders)->seq == order->seq);
        QVERIFY(!timeline.after(next->seq, orders));
    }

    void whatDoesNotJoinOnIsLeftOut()
    {
        Timeline timeline;
        TimelineScan late(Seq(20), Seq(30));
        TimelineScan later(Seq(32), Seq(40));
        TimelineScan next(Seq(31), Seq(35));
        for (TimelineScan *scan : {&late, &later, &next})
            scan->bring(journal(), always);
        timeline.take(late.take());
        timeline.take(later.take());
        QVERIFY(timeline.last().seq == Seq(30));
        timeline.take(next.take());
        timeline.take(next.take());
        QVERIFY(timeline.first().seq == Seq(20) && timeline.last().seq == Seq(35));
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
