// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery engine alone: what it proposes, refuses, declines and calls drift, from values that are given.
#include "tests/unit/recovery/ward.h"

#include <QTest>

using namespace siaga;
using namespace siaga::recovery;
using namespace std::chrono_literals;

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void anIllRegionIsLeftAfterTheTimeThatThePolicySays()
    {
        Ward early;
        early.fallIll(50s);
        QVERIFY(!early.proposed());
        Ward ward;
        ward.fallIll(58s); // And some seconds in which it is looked at.
        QVERIFY(ward.proposed());
        QVERIFY(ward.proposed()->autonomy == Autonomy::act);
        QVERIFY(ward.proposed()->plan.purpose == (Purpose{PurposeKind::evacuate, us, {}, {}}));
    }

    /// Each refusal by its own name; nothing is proposed then.
    void whatForbidsLeavingIsNamed()
    {
        const auto refusedWhen = [](const std::function<void(Ward &)> &change) {
            Ward ward;
            change(ward);
            ward.fallIll();
            change(ward);
            return ward.proposed() ? std::vector<Reason>{} : ward.refused();
        };
        QVERIFY(has<TooFewChecks>(refusedWhen([](Ward &ward) { ward.fleet.policies.evacuation.checksMin = 3; })));
        QVERIFY(has<BelowFloor>(refusedWhen([](Ward &ward) { ward.fleet.services.front().floor = 500; })));
        QVERIFY(has<HeadroomTooSmall>(refusedWhen([](Ward &ward) { ward.fleet.policies.evacuation.headroomMin = Permille{999}; })));
        QVERIFY(has<DemandUnknown>(refusedWhen([](Ward &ward) { ward.seen = {}; })));
        QVERIFY(has<CoolingDown>(refusedWhen([](Ward &ward) { ward.state.lastEvacuation = ward.now; })));
        QVERIFY(has<RegionsOut>(refusedWhen([](Ward &ward) {
            ward.state.out[{web, RegionId("ap")}] = OutOfTraffic{PlanId(1), ward.now, none};
        })));
        QVERIFY(has<LastHealthyRegion>(refusedWhen([](Ward &ward) {
            for (const char *region : {"eu", "ap"})
                ward.tell(RegionTurned{.region = RegionId(region), .to = RegionState::degraded});
        })));
        QVERIFY(has<NoEdgeReachable>(refusedWhen([](Ward &ward) {
            for (const Endpoint &endpoint : ward.fleet.endpoints)
                ward.tell(EdgeTurned{.endpoint = endpoint.id, .to = EdgeState::unreachable});
        })));
    }

    void aShareThatLeavesNothingBehindIsRefused()
    {
        Ward ward;
        for (const int permille : {-1, 1000, 1200})
            QVERIFY(has<ShareOutOfRange>(refusals({.region = us, .share = Permille{permille}}, ward.state, ward.context())));
        for (const int permille : {0, 999})
            QVERIFY(refusals({.region = us, .share = Permille{permille}}, ward.state, ward.context()).empty());
    }

    void whatLowersThePolicyIsNamedAndItAsks()
    {
        const auto lowered = [](const std::function<void(State &)> &change) {
            Ward ward;
            ward.fallIll();
            change(ward.state);
            const auto proposed = ward.proposed();
            return proposed && proposed->autonomy == Autonomy::ask ? proposed->lowered : std::vector<Reason>{};
        };
        QVERIFY(has<TooFewVantagePoints>(lowered([](State &state) { state.regions[us].evidence.agreeing.resize(1); })));
        QVERIFY(has<WallClockJumped>(lowered([](State &state) { state.wallJumped = 1h; })));
        QVERIFY(has<ForeignWrite>(lowered([](State &state) { state.foreign = {EndpointId("edge-eu")}; })));
        QVERIFY(has<AutomationStopped>(lowered([](State &state) { state.stopped = true; })));
    }

    void anOpenPlanIsInTheWayOnlyWhenItWasApprovedOrAsksTheSame_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<bool>("approved");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("proposed");
        const auto row = [](const char *name, Autonomy policy, bool approved, PurposeKind kind, bool proposed) {
            QTest::newRow(name) << int(policy) << approved << int(kind) << proposed;
        };
        row("act, a draft", Autonomy::act, false, PurposeKind::evacuate, true);
        row("ask, a draft", Autonomy::ask, false, PurposeKind::evacuate, false);
        row("ask, a draft of something else", Autonomy::ask, false, PurposeKind::restore, true);
        row("watch, a draft", Autonomy::watch, false, PurposeKind::evacuate, true);
        row("act, an approved evacuation", Autonomy::act, true, PurposeKind::evacuate, false);
        row("act, an approved restore", Autonomy::act, true, PurposeKind::restore, true);
        row("act, an approved bake", Autonomy::act, true, PurposeKind::bake, true);
    }

    void anOpenPlanIsInTheWayOnlyWhenItWasApprovedOrAsksTheSame()
    {
        QFETCH(int, policy);
        QFETCH(bool, approved);
        QFETCH(int, kind);
        QFETCH(bool, proposed);
        Ward ward;
        ward.fleet.policies.evacuation.autonomy = static_cast<Autonomy>(policy);
        Plan plan = draftEvacuation({.region = us, .rank = PlanClass::emergency}, ward.state, ward.fleet);
        plan.purpose.kind = static_cast<PurposeKind>(kind);
        const PlanProposed filed = ward.file(plan, "budi");
        if (approved)
            ward.tell(PlanApproved{filed.id, filed.hash, ByPerson{"budi"}});
        ward.fallIll();
        QCOMPARE(ward.proposed().has_value(), proposed);
    }

    /// A no stands for the illness it was said to, and only where it was one.
    void whatCountsAsANo_data()
    {
        QTest::addColumn<bool>("ill");
        QTest::addColumn<bool>("persons");
        QTest::addColumn<bool>("approved");
        QTest::addColumn<bool>("proposedAgain");
        QTest::newRow("well, closed draft") << false << true << false << true;
        QTest::newRow("well, aborted maintenance") << false << true << true << true;
        QTest::newRow("ill, closed draft") << true << true << false << true;
        QTest::newRow("ill, aborted by the one who ran it") << true << true << true << false;
        QTest::newRow("ill, the engine's own proposal") << true << false << false << false;
        QTest::newRow("ill, the engine's own run") << true << false << true << false;
    }

    void whatCountsAsANo()
    {
        QFETCH(bool, ill);
        QFETCH(bool, persons);
        QFETCH(bool, approved);
        QFETCH(bool, proposedAgain);
        Ward ward;
        if (ill)
            ward.fallIll();
        const PlanProposed filed = ward.file(draftEvacuation({.region = us}, ward.state, ward.fleet), persons ? "budi" : "");
        if (approved)
            ward.tell(PlanApproved{filed.id, filed.hash, ByPerson{"budi"}});
        ward.tell(PlanEnded{filed.id, PlanEnd::aborted, {}});
        if (!ill)
            ward.fallIll();
        QCOMPARE(ward.proposed().has_value(), proposedAgain);
        // The next illness is a new question.
        ward.tell(RegionTurned{.region = us, .from = RegionState::down, .to = RegionState::healthy});
        ward.fallIll();
        QVERIFY(ward.proposed());
    }

    void aPolicyThatOnlyWatchedMayActOnceTheFleetSaysSo()
    {
        Ward ward;
        ward.fallIll();
        ward.tell(PlanEnded{ward.file(draftEvacuation({.region = us}, ward.state, ward.fleet), {}, Autonomy::watch).id, PlanEnd::watched, {}});
        QVERIFY(!ward.proposed());
        ward.tell(FleetAdopted{});
        QVERIFY(ward.proposed());
    }

    void causesOfDrift_data()
    {
        QTest::addColumn<bool>("confirmed");
        QTest::addColumn<int>("returnedSecondsAgo");
        QTest::addColumn<int>("cause");
        QTest::newRow("never seen there") << false << 3600 << int(DriftCause::edgeMissedIt);
        QTest::newRow("just back") << true << 10 << int(DriftCause::edgeRestarted);
        QTest::newRow("back for long") << true << 600 << int(DriftCause::foreignWrite);
    }

    void causesOfDrift()
    {
        QFETCH(bool, confirmed);
        QFETCH(int, returnedSecondsAgo);
        QFETCH(int, cause);
        Ward ward;
        ward.leave();
        const EndpointId edge("edge-eu");
        ward.state.decided[{edge, web, us}].confirmed = confirmed;
        ward.pass(2h);
        ward.state.returned[edge] = ward.now - std::chrono::seconds(returnedSecondsAgo);
        const auto looked = [&](int weight) {
            ward.look(edge, weight);
            return decide(ward.state, Observation(ward.seen.looks(edge).back()), ward.context());
        };
        QVERIFY(looked(0).empty());
        ward.pass(1s);
        const Outputs drifted = looked(70);
        QCOMPARE(drifted.size(), std::size_t(1));
        QCOMPARE(int(std::get<Event>(drifted.front()).as<Drifted>()->cause), cause);
        ward.tell(std::get<Event>(drifted.front()));
        ward.pass(1s);
        QVERIFY(looked(70).empty()); // Told once.
        ward.pass(1s);
        QVERIFY(std::get<Event>(looked(0).front()).as<DriftEnded>());
    }

    void aServerThatAPlanMovesDoesNotDrift()
    {
        Ward ward;
        ward.leave();
        const PlanProposed restore = ward.file(draftRestore(us, {}, PlanClass::recovery, ward.fleet));
        ward.tell(PlanApproved{restore.id, restore.hash, ByPolicy{}});
        ward.pass(1s);
        ward.look(EndpointId("edge-eu"), 25);
        QVERIFY(decide(ward.state, Observation(ward.seen.looks(EndpointId("edge-eu")).back()), ward.context()).empty());
    }

    /// What a plan is moving is not told again beside it: such a plan would only be superseded, again and again.
    void onlyWhatNoPlanMovesIsToldAgain()
    {
        Ward ward;
        ward.fleet.policies.restore.after = 24h;
        ward.leave();
        const RegionId ap("ap");
        const EndpointId edge("edge-eu");
        ward.state.decided[{edge, web, ap}] = Decided{Permille{500}, PlanId(1), ward.now, true, Permille{500}};
        ward.pass(1h);
        for (const RegionId &region : {us, ap})
            ward.tell(Drifted{edge, web, region, 0, 70, DriftCause::edgeRestarted});
        Plan drill{Purpose{PurposeKind::bake, us, web, {}}, PlanClass::drill, Bounds{}, {Step{Bake{web, us, 1h}, {}}}};
        const PlanProposed filed = ward.file(drill, "budi");
        ward.tell(PlanApproved{filed.id, filed.hash, ByPerson{"budi"}});
        const auto proposed = ward.proposed();
        QVERIFY(proposed && proposed->plan.purpose.kind == PurposeKind::reassert);
        QCOMPARE(proposed->plan.steps.size(), std::size_t(1));
        QVERIFY(std::get<SetRegionShare>(proposed->plan.steps.front().action).region == ap);
    }

    void whoTookARegionOutIsAskedBeforeItComesBack()
    {
        for (const bool byPolicy : {true, false}) {
            Ward ward;
            ward.leave(byPolicy ? Reason(ByPolicy{}) : Reason(ByPerson{"budi"}));
            ward.pass(1h);
            const auto proposed = ward.proposed();
            QVERIFY(proposed && proposed->plan.purpose.kind == PurposeKind::restore);
            QVERIFY((proposed->autonomy == Autonomy::act) == byPolicy);
            QCOMPARE(has<ByPerson>(proposed->lowered), !byPolicy);
        }
    }

    void anEvacuationThatEndedInTheMiddleCanBeCompleted()
    {
        Ward ward;
        ward.leave();
        QVERIFY(refusals({.region = us}, ward.state, ward.context()) == (std::vector<Reason>{NothingToDo{us}}));
        ward.state.decided[{EndpointId("edge-ap"), web, us}].share = Permille{500};
        QVERIFY(refusals({.region = us}, ward.state, ward.context()).empty());
    }

    void theSameWishOnTheSameFleetIsTheSamePlan()
    {
        Ward ward;
        const Hash256 before = planHash(draftEvacuation({.region = us}, ward.state, ward.fleet));
        ward.pass(1h);
        ward.look(EndpointId("edge-eu"), 3);
        QVERIFY(planHash(draftEvacuation({.region = us}, ward.state, ward.fleet)) == before);
        QVERIFY(planHash(draftEvacuation({.region = us, .share = Permille{100}}, ward.state, ward.fleet)) != before);
    }
};

QTEST_APPLESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
