// SPDX-License-Identifier: GPL-3.0-or-later
// Which boards leave core, and when.
#include "app/board_feed.h"
#include "core/journal/memory_journal.h"
#include "tests/support/fake_world.h"
#include "tests/support/holding_committer.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

/// A runner on a slow disk, and its feed.
struct Feeding
{
    Feeding()
        : disk(journal)
        , world(clock)
        , runner({}, {}, clock, disk, world.ports())
        , feed(showingOf(runner), clock, [this] { return project(); }, [this](const auto &board) { boards.push_back(board); })
    {
        runner.onDurable([this] { feed.durable(); });
        runner.open();
        runner.offerFleet(pictureFleet({"us", "eu"}));
        settle();
    }

    NowBoard project() const
    {
        const State &state = runner.state();
        return nowBoard({.fleet = state.fleet, .health = state.health, .recovery = state.recovery, .orchestrator = state.orchestrator,
                         .resilience = state.resilience, .seen = runner.seen(), .availability = availability, .now = clock.now(), .wall = clock.wall(),
                         .mode = Mode::lab, .head = state.head, .leader = {}, .journalFault = {}, .loopFault = {}, .fleetProblems = {}});
    }

    void settle()
    {
        for (runner.pump(); disk.isHolding(); runner.pump())
            disk.letGo();
    }

    void stop(std::uint64_t number) { runner.request(StopRequested{RequestId(number), "why"}, "budi"); }

    MemoryJournal journal;
    HoldingCommitter disk;
    VirtualClock clock;
    FakeWorld world;
    AvailabilityCount availability;
    Runner runner;
    std::vector<std::shared_ptr<const NowBoard>> boards;
    BoardFeed feed;
};

} // namespace

class TestBoardFeed : public QObject
{
    Q_OBJECT

private slots:
    void aBoardComesWhenSomethingChangedAndOnceASecond()
    {
        Feeding f;
        f.feed.due();
        QCOMPARE(f.boards.size(), std::size_t(1));
        for (int tenth = 0; tenth < 9; ++tenth) {
            f.clock.advanceTo(f.clock.now() + 100ms);
            f.feed.due();
        }
        QCOMPARE(f.boards.size(), std::size_t(1)); // Only ages went on.
        f.clock.advanceTo(f.clock.now() + 100ms);
        f.feed.due();
        QCOMPARE(f.boards.size(), std::size_t(2));
        f.stop(1);
        f.settle();
        f.feed.due();
        QCOMPARE(f.boards.size(), std::size_t(3));
        QVERIFY(f.boards.back()->banners.stop);
    }

    void underASteadyStreamBoardsComeAllTheSame()
    {
        Feeding f;
        f.feed.due();
        f.boards.clear();
        for (std::uint64_t i = 1; i <= 20; ++i) {
            f.runner.request(i % 2 ? Event(StopRequested{RequestId(i), "storm"}) : Event(LiftStopRequested{RequestId(i)}), "budi");
            f.runner.pump();
            f.feed.due(); // Always while a group is on its way.
            QVERIFY(!f.runner.isDurable());
            f.disk.letGo();
            f.runner.pump();
            QCOMPARE(f.boards.back()->journalSeq, f.journal.head().seq);
        }
        QCOMPARE(f.boards.size(), std::size_t(20));
    }

    void theFirstBoardDoesNotWaitForTheDisk()
    {
        Feeding f;
        f.stop(1);
        f.runner.pump();
        QVERIFY(!f.runner.isDurable());
        f.feed.due();
        QCOMPARE(f.boards.size(), std::size_t(1));
        QVERIFY(!f.boards.back()->banners.stop);
    }

    /// What was folded but never written must not be seen: after a restart it would not have happened.
    void afterAFailureTheLastDurableBoardStandsWithTheFault()
    {
        Feeding f;
        f.feed.due();
        const Seq head = f.journal.head().seq;
        f.stop(1);
        f.runner.pump();
        f.journal.failNext(0, "No space left on device");
        f.disk.letGo();
        f.runner.pump();
        QVERIFY(f.runner.state().orchestrator.stop); // Folded, and lost.
        f.clock.advanceTo(f.clock.now() + 5s);
        f.feed.due();
        const NowBoard &board = *f.boards.back();
        QCOMPARE(board.banners.journalFault, std::string("No space left on device"));
        QVERIFY(!board.banners.stop);
        QCOMPARE(board.journalSeq, head);
        QCOMPARE(board.wall, f.clock.wall());
        QVERIFY(board.age >= 5s);
        QVERIFY(!f.feed.present()->banners.stop);
    }
};

QTEST_GUILESS_MAIN(TestBoardFeed)
#include "tst_board_feed.moc"
