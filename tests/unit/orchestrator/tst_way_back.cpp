// SPDX-License-Identifier: GPL-3.0-or-later
// Aborting: it holds at once, then each step's declared way back: left as it is, undone, or finished first.
#include "core/events/runtime_events.h"
#include "tests/unit/orchestrator/desk.h"

#include <QTest>

using namespace siaga;
using namespace siaga::orchestrator;
using namespace std::chrono_literals;

namespace {

using enum StepAnswered::Result;

/// `us` leaves one edge in two steps and is then watched for an hour; both go back on an abort.
Plan twoStepsAndBack()
{
    return planOf({share("edge-eu", 500, WayBack::undo), share("edge-eu", 0, WayBack::undo, {0}), bake(1h, {1})});
}

/// Runs until the hour's watch is reached; what was told so far is read away.
PlanId baking(Desk &desk, Plan plan)
{
    const PlanId id = desk.start(std::move(plan));
    desk.run(20s);
    desk.story(id);
    return id;
}

int weightOfUs(const Desk &desk)
{
    return desk.weights.at({"edge-eu", "us"});
}

bool isOver(const Desk &desk, PlanId plan)
{
    return std::holds_alternative<Ended>(desk.state.plan(plan)->state);
}

} // namespace

class TestWayBack : public QObject
{
    Q_OBJECT

private slots:
    void whatIsToBeUndoneGoesBackLastFirstAndIsSeenThere()
    {
        Desk desk;
        const PlanId plan = baking(desk, twoStepsAndBack());
        QCOMPARE(weightOfUs(desk), 0);
        desk.abort(plan);
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        QCOMPARE(desk.story(plan), QByteArray("aborted, undo 1=50, undone 1, undo 0=100, undone 0, ended aborted"));
        QCOMPARE(weightOfUs(desk), 100);
    }

    void whatWasNeverBegunIsNotUndone()
    {
        Desk desk;
        desk.answering = false;
        const PlanId plan = desk.start(twoStepsAndBack());
        desk.run(1s);
        desk.abort(plan); // The first call is under way.
        desk.run(5s);
        QCOMPARE(desk.story(plan), QByteArray("admitted, do 0=50, aborted"));
        desk.answering = true;
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        QCOMPARE(desk.story(plan), QByteArray("seen 0, undo 0=100, undone 0, ended aborted"));
    }

    void anUndoThatIsRefusedLeavesThePlanWhereItStands()
    {
        Desk desk;
        const PlanId plan = baking(desk, twoStepsAndBack());
        desk.turn("us", RegionState::down);
        desk.abort(plan);
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        // Step 0 carries step 1: it stays too.
        QCOMPARE(desk.story(plan), QByteArray("aborted, undo failed 1, ended aborted"));
        QCOMPARE(weightOfUs(desk), 0);
    }

    void anUndoIsGuardedAgainBeforeItIsRepeated()
    {
        Desk desk;
        const PlanId plan = baking(desk, twoStepsAndBack());
        desk.answers = {failed};
        desk.abort(plan);
        desk.run(500ms);
        desk.turn("us", RegionState::down);
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        QCOMPARE(desk.story(plan), QByteArray("aborted, undo 1=50, undo failed 1, ended aborted"));
    }

    void anUndoThatFailedIsTriedAgainAndNotForEver()
    {
        for (const int failures : {2, 5}) {
            Desk desk;
            const PlanId plan = baking(desk, twoStepsAndBack());
            desk.answers = std::vector(static_cast<std::size_t>(failures), failed);
            desk.abort(plan);
            QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
            const QByteArray expected = failures < 3
                ? "aborted, undo 1=50, undo 1=50, undo 1=50, undone 1, undo 0=100, undone 0, ended aborted"
                : "aborted, undo 1=50, undo 1=50, undo 1=50, undo failed 1, ended aborted";
            QCOMPARE(desk.story(plan), expected);
        }
    }

    void anUndoThatNobodySeesIsNotCalledDone()
    {
        Desk desk;
        const PlanId plan = baking(desk, twoStepsAndBack());
        desk.dark = {"edge-eu"};
        desk.abort(plan);
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        QCOMPARE(desk.story(plan), QByteArray("aborted, undo 1=50, undo failed 1, ended aborted"));
    }

    void edgesGoBackWithoutEachOther()
    {
        Desk desk;
        const PlanId plan = baking(desk, planOf({share("edge-eu", 500, WayBack::undo), share("edge-ap", 500, WayBack::undo), bake(1h, {0, 1})}));
        desk.dark = {"edge-ap"};
        desk.abort(plan);
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        QCOMPARE(desk.story(plan), QByteArray("aborted, undo 1=100, undo failed 1, undo 0=100, undone 0, ended aborted"));
    }

    void aRestartInTheMiddleOfAnUndoLooksFirst()
    {
        Desk desk;
        const PlanId plan = baking(desk, twoStepsAndBack());
        desk.answering = false;
        desk.abort(plan);
        desk.weights[{"edge-eu", "us"}] = 50; // It took effect; nobody was left to hear so.
        desk.happens(JournalOpened{}, {Actor::Kind::runtime, "runner"});
        QCOMPARE(desk.story(plan), QByteArray("aborted, undo 1=50"));
        QVERIFY(desk.runUntil([&] { return desk.story(plan).startsWith("undone 1, undo 0=100"); }));
    }

    void whatHasBegunAndIsToBeFinishedIsFinishedFirst()
    {
        Desk desk;
        desk.answers = {failed}; // As a call whose permit the abort took back.
        const PlanId plan = desk.start(planOf({share("edge-eu", 500, WayBack::finish), share("edge-eu", 0, WayBack::finish, {0})}));
        desk.abort(plan);
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        QCOMPARE(desk.story(plan), QByteArray("admitted, do 0=50, aborted, do 0=50, seen 0, ended aborted"));
    }

    void beyondThePointOfNoReturnWhatFollowsIsFinishedToo()
    {
        Desk desk;
        Plan plan = planOf({share("edge-us", 500), share("edge-eu", 500, WayBack::hold, {0}), share("edge-eu", 0, WayBack::finish, {1}),
                            share("edge-ap", 500, WayBack::hold, {2})});
        plan.steps[1].pointOfNoReturn = true;
        const PlanId id = desk.start(plan);
        QVERIFY(desk.runUntil([&] { return desk.story(id).endsWith("do 1=50"); }));
        desk.abort(id);
        QVERIFY(desk.runUntil([&] { return isOver(desk, id); }));
        QCOMPARE(desk.story(id), QByteArray("aborted, seen 1, do 2=0, seen 2, ended aborted"));
        QCOMPARE(desk.weights.at({"edge-ap", "us"}), 100);
    }

    void beforeThePointOfNoReturnNothingIsFinished()
    {
        Desk desk;
        Plan plan = planOf({share("edge-us", 500), share("edge-eu", 500, WayBack::hold, {0}), share("edge-eu", 0, WayBack::finish, {1})});
        plan.steps[1].pointOfNoReturn = true;
        const PlanId id = desk.start(plan);
        desk.abort(id);
        QVERIFY(desk.runUntil([&] { return isOver(desk, id); }));
        QCOMPARE(desk.story(id), QByteArray("admitted, do 0=50, aborted, seen 0, ended aborted"));
    }

    /// Nobody knows whether the point was passed: what would follow is not built on that, and the plan still ends.
    void whatFollowsAnUnseenPointOfNoReturnIsNotBegun()
    {
        Desk desk;
        Plan plan = planOf({share("edge-eu", 500), share("edge-eu", 0, WayBack::finish, {0})});
        plan.steps[0].pointOfNoReturn = true;
        const PlanId id = desk.start(plan);
        desk.dark = {"edge-eu"};
        desk.abort(id);
        QVERIFY(desk.runUntil([&] { return isOver(desk, id); }));
        QCOMPARE(desk.story(id), QByteArray("admitted, do 0=50, aborted, ended aborted"));
    }

    void finishingPassesTheSameGuard()
    {
        Desk desk;
        Plan plan = planOf({share("edge-eu", 500), share("edge-eu", 0, WayBack::finish, {0})});
        plan.steps[0].pointOfNoReturn = true;
        const PlanId id = desk.start(plan);
        desk.abort(id);
        desk.turn("eu", RegionState::down);
        desk.turn("ap", RegionState::down);
        QVERIFY(desk.runUntil([&] { return isOver(desk, id); }));
        QCOMPARE(desk.story(id), QByteArray("admitted, do 0=50, aborted, seen 0, failed 1, ended aborted"));
    }

    void finishingComesBeforeUndoing()
    {
        Desk desk;
        desk.answers = {done, failed};
        const PlanId id = desk.start(planOf({share("edge-eu", 500, WayBack::undo), share("edge-ap", 500, WayBack::finish, {0})}));
        QVERIFY(desk.runUntil([&] { return desk.story(id).endsWith("do 1=50"); }));
        desk.abort(id);
        QVERIFY(desk.runUntil([&] { return isOver(desk, id); }));
        QCOMPARE(desk.story(id), QByteArray("aborted, do 1=50, seen 1, undo 0=100, undone 0, ended aborted"));
    }

    /// Its claims are with the plan that suspended it: going back now would work against a rescue.
    void anAbortedPlanThatWasSuspendedCommandsNothing()
    {
        Desk desk;
        const PlanId drill = baking(desk, twoStepsAndBack());
        const PlanId rescue = desk.start(planOf({share("edge-ap", 0), bake(1h, {0})}, PlanClass::emergency, PurposeKind::evacuate));
        desk.run(5s);
        QCOMPARE(desk.standing(drill), QByteArray("Suspended"));
        desk.abort(drill);
        desk.run(1s);
        QCOMPARE(desk.standing(drill), QByteArray("aborted"));
        QCOMPARE(desk.standing(rescue), QByteArray("Running"));
        QCOMPARE(weightOfUs(desk), 0);
    }

    void abortWinsInEveryState_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("story");
        QTest::newRow("proposed") << QByteArray("Proposed") << QByteArray("aborted, ended aborted");
        QTest::newRow("waiting") << QByteArray("Waiting") << QByteArray("aborted, ended aborted");
        QTest::newRow("running") << QByteArray("Running") << QByteArray("aborted, seen 0, ended aborted");
        QTest::newRow("held") << QByteArray("Held") << QByteArray("aborted, seen 0, ended aborted");
        QTest::newRow("suspended") << QByteArray("Suspended") << QByteArray("aborted, seen 0, ended aborted");
        QTest::newRow("aborting") << QByteArray("Aborting") << QByteArray("seen 0, ended aborted");
    }

    void abortWinsInEveryState()
    {
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, story);
        Desk desk;
        desk.answering = false;
        const bool started = state != "Proposed" && state != "Waiting";
        if (state == "Waiting")
            desk.start(planOf({bake(1h)}, PlanClass::emergency, PurposeKind::evacuate));
        const PlanId plan = desk.propose(planOf({share("edge-eu", 500), share("edge-eu", 0, WayBack::hold, {0})}));
        if (state != "Proposed")
            desk.approve(plan);
        if (state == "Held")
            desk.asks(HoldRequested{RequestId(2), plan});
        if (state == "Suspended")
            desk.start(planOf({bake(1h)}, PlanClass::emergency, PurposeKind::evacuate));
        if (state == "Aborting")
            desk.abort(plan);
        QCOMPARE(desk.standing(plan), state);
        desk.story(plan);
        desk.abort(plan);
        desk.run(1s);
        QCOMPARE(isOver(desk, plan), !started); // A call under way comes to its end first.
        desk.answering = true;
        QVERIFY(desk.runUntil([&] { return isOver(desk, plan); }));
        QCOMPARE(desk.story(plan), story);
        QCOMPARE(weightOfUs(desk), started ? 50 : 100);
    }
};

QTEST_APPLESS_MAIN(TestWayBack)
#include "tst_way_back.moc"
