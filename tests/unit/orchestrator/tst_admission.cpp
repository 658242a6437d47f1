// SPDX-License-Identifier: GPL-3.0-or-later
// From a proposal to a running plan: who goes first, who waits, who is suspended and goes on, what expires.
#include "tests/unit/orchestrator/desk.h"

#include <QTest>

using namespace siaga;
using namespace siaga::orchestrator;
using namespace std::chrono_literals;

namespace {

Plan baking(PlanClass rank, PurposeKind kind = PurposeKind::bake)
{
    return planOf({bake(1h)}, rank, kind);
}

/// The same region's traffic, but another purpose than `baking`.
Plan otherBaking(PlanClass rank)
{
    Plan plan = baking(rank);
    plan.purpose.service.reset();
    return plan;
}

} // namespace

class TestAdmission : public QObject
{
    Q_OBJECT

private slots:
    /// Every pair of classes: a higher one suspends, an equal or a lower one waits.
    void theHigherClassGoesFirst()
    {
        for (int holder = 0; holder < 7; ++holder)
            for (int comer = 0; comer < 7; ++comer) {
                Desk desk;
                const PlanId first = desk.start(baking(static_cast<PlanClass>(holder)));
                const PlanId second = desk.start(otherBaking(static_cast<PlanClass>(comer)));
                const bool goesFirst = comer < holder;
                QCOMPARE(desk.standing(first), QByteArray(goesFirst ? "Suspended" : "Running"));
                QCOMPARE(desk.standing(second), QByteArray(goesFirst ? "Running" : "Waiting"));
            }
    }

    void leavingARegionGoesBeforeRestoringItInTheSameClass()
    {
        Desk desk;
        const PlanId restore = desk.start(baking(PlanClass::recovery, PurposeKind::restore));
        const PlanId leave = desk.start(baking(PlanClass::recovery, PurposeKind::evacuate));
        QCOMPARE(desk.standing(restore), QByteArray("Suspended"));
        QCOMPARE(desk.standing(leave), QByteArray("Running"));
    }

    void whoTouchesNothingInCommonRunsBeside()
    {
        Desk desk;
        Plan elsewhere = baking(PlanClass::drill);
        elsewhere.purpose.region = RegionId("eu");
        elsewhere.steps = {Step{Bake{ServiceId("web"), RegionId("eu"), 1h}, {}}};
        const PlanId first = desk.start(baking(PlanClass::drill));
        const PlanId second = desk.start(elsewhere);
        QCOMPARE(desk.standing(first), QByteArray("Running"));
        QCOMPARE(desk.standing(second), QByteArray("Running"));
    }

    void aSuspendedPlansCallIsWaitedFor()
    {
        Desk desk;
        desk.answering = false;
        const PlanId low = desk.start(planOf({share("edge-eu", 500)}));
        const PlanId high = desk.start(baking(PlanClass::emergency, PurposeKind::evacuate));
        desk.run(2s);
        QCOMPARE(desk.standing(low), QByteArray("Suspended"));
        QCOMPARE(desk.standing(high), QByteArray("Waiting"));
        desk.answering = true;
        desk.run(200ms);
        QCOMPARE(desk.standing(high), QByteArray("Running"));
    }

    void theSuspendedGoesOnOnlyWhenNothingWasCommandedMeanwhile()
    {
        for (const bool commanded : {false, true}) {
            Desk desk;
            const PlanId low = desk.start(baking(PlanClass::drill));
            const PlanId high = desk.start(commanded ? planOf({share("edge-eu", 500)}, PlanClass::emergency, PurposeKind::evacuate)
                                                     : planOf({bake(1s)}, PlanClass::emergency, PurposeKind::evacuate));
            QVERIFY(desk.runUntil([&] { return desk.standing(high) == "done"; }));
            desk.run(100ms);
            QCOMPARE(desk.standing(low), QByteArray(commanded ? "superseded" : "Running"));
        }
    }

    void theStopHoldsWhatRunsAndWhatIsSuspended()
    {
        Desk desk;
        const PlanId low = desk.start(baking(PlanClass::drill));
        const PlanId high = desk.start(planOf({bake(1h)}, PlanClass::emergency, PurposeKind::evacuate));
        desk.asks(StopRequested{RequestId(2), "drill"});
        QCOMPARE(desk.standing(low), QByteArray("Suspended"));
        QCOMPARE(desk.standing(high), QByteArray("Held"));
        desk.abort(high);
        desk.run(1s);
        QCOMPARE(desk.standing(low), QByteArray("Held"));
        desk.asks(LiftStopRequested{RequestId(3)});
        desk.run(1s);
        QCOMPARE(desk.standing(low), QByteArray("Held")); // Only a person lets it go on.
    }

    /// Suspended after the Stop, so the Stop has not held it; it must not go on by itself all the same.
    void duringTheStopNothingThatWasSuspendedGoesOn()
    {
        Desk desk;
        desk.asks(StopRequested{RequestId(2), "drill"});
        const PlanId low = desk.start(baking(PlanClass::drill));
        QCOMPARE(desk.standing(low), QByteArray("Running")); // A person's own.
        const PlanId high = desk.start(planOf({bake(1h)}, PlanClass::emergency, PurposeKind::evacuate));
        desk.abort(high);
        desk.run(1s);
        QCOMPARE(desk.standing(low), QByteArray("Held"));
    }

    void holdingAllHoldsTheSuspendedToo()
    {
        Desk desk;
        const PlanId low = desk.start(baking(PlanClass::drill));
        const PlanId high = desk.start(planOf({bake(1h)}, PlanClass::emergency, PurposeKind::evacuate));
        desk.asks(HoldRequested{RequestId(2), PlanId()});
        desk.abort(high);
        desk.run(1s);
        QCOMPARE(desk.standing(low), QByteArray("Held"));
    }

    void autonomyDecidesWhatBecomesOfAProposal_data()
    {
        QTest::addColumn<int>("autonomy");
        QTest::addColumn<bool>("stopped");
        QTest::addColumn<QByteArray>("standing");
        QTest::newRow("watch") << int(Autonomy::watch) << false << QByteArray("watched");
        QTest::newRow("ask") << int(Autonomy::ask) << false << QByteArray("Proposed");
        QTest::newRow("act") << int(Autonomy::act) << false << QByteArray("Running");
        QTest::newRow("act, stopped") << int(Autonomy::act) << true << QByteArray("Proposed");
    }

    void autonomyDecidesWhatBecomesOfAProposal()
    {
        QFETCH(int, autonomy);
        QFETCH(bool, stopped);
        QFETCH(QByteArray, standing);
        Desk desk;
        if (stopped)
            desk.asks(StopRequested{RequestId(2), "drill"});
        QCOMPARE(desk.standing(desk.propose(baking(PlanClass::recovery), static_cast<Autonomy>(autonomy))), standing);
    }

    void aNewProposalTakesTheOldOnesPlaceUnlessItOnlyWatches()
    {
        Desk desk;
        const PlanId first = desk.propose(baking(PlanClass::drill));
        desk.propose(baking(PlanClass::recovery), Autonomy::watch);
        QCOMPARE(desk.standing(first), QByteArray("Proposed"));
        desk.propose(baking(PlanClass::recovery));
        QCOMPARE(desk.standing(first), QByteArray("superseded"));
    }

    void whatNobodyApprovedOrCouldNotStartExpiresAndWhatRunsDoesNot()
    {
        Desk desk;
        const PlanId running = desk.start(planOf({bake(5h)}, PlanClass::emergency));
        const PlanId waiting = desk.start(otherBaking(PlanClass::drill));
        const PlanId proposed = desk.propose(baking(PlanClass::drill, PurposeKind::restore));
        desk.now += 14min + 59s;
        desk.run(500ms);
        QCOMPARE(desk.standing(waiting), QByteArray("Waiting"));
        QCOMPARE(desk.standing(proposed), QByteArray("Proposed"));
        desk.run(1s);
        QCOMPARE(desk.standing(waiting), QByteArray("expired"));
        QCOMPARE(desk.standing(proposed), QByteArray("expired"));
        QCOMPARE(desk.standing(running), QByteArray("Running"));
    }

    void noMoreRegionsLeaveAtOnceThanTheFleetSays()
    {
        Desk desk;
        const PlanId first = desk.start(planOf({share("edge-eu", 0)}, PlanClass::emergency, PurposeKind::evacuate));
        QVERIFY(desk.runUntil([&] { return desk.standing(first) == "done"; }));
        Plan other = planOf({bake(1h)}, PlanClass::emergency, PurposeKind::evacuate);
        other.purpose.region = RegionId("eu");
        other.steps = {Step{Bake{ServiceId("web"), RegionId("eu"), 1h}, {}}};
        const PlanId second = desk.start(other);
        QCOMPARE(desk.standing(second), QByteArray("Waiting"));
        const auto &reasons = std::get<Waiting>(desk.state.plan(second)->state).reasons;
        QVERIFY(reasons == (std::vector<Reason>{RegionsOut{{RegionId("us")}, 1}}));
        desk.fleet.policies.evacuation.regionsOutMax = 2;
        desk.run(100ms);
        QCOMPARE(desk.standing(second), QByteArray("Running"));
    }

    /// The region is dead, so nothing may be raised there; but an edge that stands at the share already is no raise.
    void anEdgeThatStandsAtTheShareAlreadyHoldsNoRescueBack()
    {
        Desk desk;
        desk.weights[{"edge-eu", "us"}] = 50;
        desk.run(1s);
        desk.turn("us", RegionState::down);
        const PlanId plan = desk.start(planOf({share("edge-eu", 500), share("edge-eu", 0, WayBack::hold, {0})}, PlanClass::recovery, PurposeKind::evacuate));
        QVERIFY(desk.runUntil([&] { return desk.standing(plan) == "done"; }));
        QCOMPARE(desk.weights.at({"edge-eu", "us"}), 0);
    }

    /// It died with its region, and what it showed last was less than the share.
    void anEdgeThatDiedBelowTheShareHoldsNoRescueBack()
    {
        Desk desk;
        desk.weights[{"edge-us", "us"}] = 0;
        desk.run(1s);
        desk.dark = {"edge-us"};
        desk.turn("us", RegionState::down);
        desk.run(20s); // Too old to tell that it is further on, too young to be forgotten.
        Step own = share("edge-us", 500);
        own.reach = Reach::bestEffort;
        const PlanId plan = desk.start(planOf({own, share("edge-eu", 0)}, PlanClass::recovery, PurposeKind::evacuate));
        QVERIFY(desk.runUntil([&] { return desk.standing(plan) == "done"; }));
        QCOMPARE(desk.story(plan), QByteArray("admitted, missed 0, do 1=0, seen 1, ended done"));
    }
};

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
