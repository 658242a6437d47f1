// SPDX-License-Identifier: GPL-3.0-or-later
// The guide tells what is on the board, whichever way things go.
#include "tests/views/main_window/boards.h"

#include "views/guide/guide_story.h"

#include <QTest>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;

namespace {

/// A lab on the way through the story; each step sets what the board would show then.
struct Stage
{
    GuideStory story;
    NowBoard board = boards::quiet();
    ActiveFaults faults;
    Instant broken;

    Stage()
    {
        board.mode = siaga::Mode::lab;
        faults.at = board.now;
    }
    RegionCard &east() { return board.regions[0]; }
    GuideFace tell() { return story.tell(board, faults, RegionId()); }
    void pass(Duration time)
    {
        board.now += time;
        faults.at = board.now;
    }
    void breakEast()
    {
        broken = board.now;
        faults.faults = {{.id = 3, .kind = QStringLiteral("regionCrash"), .title = QStringLiteral("A region goes down"),
            .region = QStringLiteral("us-east-1"), .from = broken}};
    }
    void alertEast()
    {
        const NowBoard trouble = boards::incident();
        board.alerts = trouble.alerts;
        board.alerts[0].lasted = 0s;
        east().state = RegionState::down;
        east().alert = boards::incidentAlert;
    }
    PlanCard &plan(std::uint64_t id, PurposeKind kind)
    {
        board.planCards.insert(board.planCards.begin(), PlanCard{.id = PlanId(id), .purpose = {.kind = kind, .region = boards::usEast}});
        board.planCards[0].proposed = board.now;
        east().plan = PlanId(id);
        return board.planCards[0];
    }
    void finish(PlanCard &card, bool isOut)
    {
        card.standing = PlanStanding::done;
        card.ended = board.now;
        east().plan.reset();
        east().decidedOut = isOut;
        east().share = isOut ? ShareSeen{none, none} : ShareSeen{whole, whole};
    }
    void mend()
    {
        faults.faults.clear();
        east().alert.reset();
        board.alerts.clear();
        east().state = RegionState::healthy;
    }
};

QString figureOf(const GuideFace &face, const char *what)
{
    for (const GuideTime &time : face.times)
        if (time.what == QLatin1StringView(what))
            return time.figure;
    return QStringLiteral("not measured");
}

} // namespace

class TestGuideStory : public QObject
{
    Q_OBJECT

private slots:
    void itOffersAHealthyRegion()
    {
        Stage stage;
        GuideFace face = stage.tell();
        QVERIFY(face.act == GuideAct::breakRegion);
        QCOMPARE(face.step, 0);
        QVERIFY(face.button.contains(QStringLiteral("us-east-1")));
        face = stage.story.tell(stage.board, stage.faults, boards::euWest); // The one that is selected.
        QVERIFY(face.button.contains(QStringLiteral("eu-west-1")));
        for (RegionCard &card : stage.board.regions)
            card.state = RegionState::down;
        QVERIFY(stage.tell().act == GuideAct::none);
    }

    void theWholeWayIsToldAndMeasured()
    {
        Stage stage;
        stage.tell();
        stage.breakEast();
        QVERIFY(stage.tell().step == 1 && stage.tell().times.empty()); // Nothing has been noticed, so nothing is claimed.
        stage.pass(4s);
        stage.alertEast();
        QCOMPARE(stage.tell().step, 2);
        QCOMPARE(figureOf(stage.tell(), "broken until the alert"), QStringLiteral("4 s"));
        stage.pass(8s);
        stage.board.alerts[0].lasted = 8s;
        stage.plan(7, PurposeKind::evacuate);
        QVERIFY(stage.tell().act == GuideAct::review);
        QCOMPARE(figureOf(stage.tell(), "alert until a plan"), QStringLiteral("8 s"));
        stage.pass(20s);
        stage.board.planCards[0].admitted = stage.board.now;
        stage.board.planCards[0].standing = PlanStanding::running;
        QCOMPARE(stage.tell().title, QStringLiteral("Traffic moves away"));
        QVERIFY(stage.tell().act == GuideAct::none);
        stage.pass(30s);
        stage.finish(stage.board.planCards[0], true);
        QVERIFY(stage.tell().act == GuideAct::heal);
        QCOMPARE(stage.story.fault(), 3u);
        stage.mend();
        QVERIFY(stage.tell().act == GuideAct::restore);
        stage.pass(5s);
        PlanCard &back = stage.plan(8, PurposeKind::restore);
        QVERIFY(stage.tell().act == GuideAct::review);
        back.admitted = stage.board.now;
        back.standing = PlanStanding::running;
        QCOMPARE(stage.tell().title, QStringLiteral("Traffic comes back"));
        stage.pass(12s);
        stage.finish(back, false);
        const GuideFace end = stage.tell();
        QVERIFY(end.isOver && end.act == GuideAct::startAgain);
        QCOMPARE(end.times.size(), std::size_t(5));
        QCOMPARE(figureOf(end, "agreed until out of traffic"), QStringLiteral("30 s"));
        QCOMPARE(figureOf(end, "restore agreed until whole"), QStringLiteral("12 s"));
    }

    void whoHealsAtOnceIsToldThatNothingWasRaised()
    {
        Stage stage;
        stage.breakEast();
        stage.tell();
        stage.mend();
        const GuideFace face = stage.tell();
        QVERIFY(face.isOver && face.times.empty());
        QVERIFY(face.text.contains(QStringLiteral("before Siaga raised an alert")));
    }

    void whoHealsAfterTheAlertGetsTheTimesMeasuredUntilThen()
    {
        Stage stage;
        stage.breakEast();
        stage.tell();
        stage.pass(3s);
        stage.alertEast();
        stage.tell();
        stage.mend();
        QVERIFY(stage.tell().isOver);
        QCOMPARE(stage.tell().times.size(), std::size_t(1));
    }

    void aMendedRegionIsNotCalledHealthyBeforeSiagaSaysSo()
    {
        Stage stage;
        stage.breakEast();
        stage.alertEast();
        stage.finish(stage.plan(7, PurposeKind::evacuate), true);
        stage.tell();
        stage.faults.faults.clear();
        const GuideFace face = stage.tell(); // The region is still down to all that is known.
        QVERIFY(face.act == GuideAct::none && !face.isOver);
        QVERIFY(face.text.contains(QStringLiteral("down")));
    }

    void aHeldPlanAndOneThatSomebodyElseBeganAreTold()
    {
        Stage stage;
        stage.breakEast();
        stage.alertEast();
        PlanCard &card = stage.plan(9, PurposeKind::evacuate);
        card.standing = PlanStanding::held;
        QCOMPARE(stage.tell().title, QStringLiteral("Plan 9 is held"));
        card.standing = PlanStanding::waiting;
        QCOMPARE(stage.tell().title, QStringLiteral("Plan 9 waits for its turn"));
    }

    void aFaultFromTheCommandLineIsFollowedToo()
    {
        Stage stage;
        stage.faults.faults = {{.id = 1, .kind = QStringLiteral("slow"), .title = QStringLiteral("A service becomes slow"),
            .region = QStringLiteral("eu-west-1"), .from = stage.board.now}};
        const GuideFace face = stage.tell();
        QCOMPARE(face.step, 1);
        QVERIFY(face.text.startsWith(QStringLiteral("A service becomes slow")));
        QVERIFY(stage.story.region() == boards::euWest);
    }

    /// Plans of before have no place in the story.
    void whatHappenedBeforeIsNotCounted()
    {
        Stage stage;
        PlanCard &old = stage.plan(5, PurposeKind::evacuate);
        old.admitted = stage.board.now;
        stage.finish(old, false);
        stage.pass(60s);
        stage.breakEast();
        QVERIFY(stage.tell().times.empty());
    }
};

QTEST_APPLESS_MAIN(TestGuideStory)
#include "tst_guide_story.moc"
