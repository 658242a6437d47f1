// SPDX-License-Identifier: GPL-3.0-or-later
// What follows when a registered breaker opens: a plan for its service in its region, and no hurry to give it back.
#include "core/events/runtime_events.h"
#include "core/recovery/draft.h"

#include <QTest>

using namespace siaga;
using namespace siaga::recovery;
using namespace std::chrono_literals;

namespace {

const RegionId us("us");
const ServiceId web("web");
const BreakerId fuse("fuse@us");

/// Regions us, eu, ap with an edge each that steers the services web and api; all well, and a breaker of web in us.
struct Ward
{
    Ward()
    {
        for (const char *region : {"us", "eu", "ap"})
            fleet.regions.push_back({.id = RegionId(region)});
        for (const char *name : {"web", "api"}) {
            Service service{.id = ServiceId(name)};
            for (const Region &region : fleet.regions)
                service.placements.push_back({region.id, 200, 100});
            fleet.services.push_back(service);
        }
        for (const Region &region : fleet.regions) {
            Endpoint edge{.id = EndpointId("edge-" + region.id.text()), .region = region.id};
            for (const Service &service : fleet.services) {
                edge.backends.push_back({service.id, service.id.text(), {}});
                for (const Region &server : fleet.regions)
                    edge.backends.back().servers[server.id] = server.id.text();
            }
            fleet.endpoints.push_back(edge);
        }
        fleet.breakers = {{.id = fuse, .service = web, .region = us, .effect = BreakerEffect::drain}};
        fleet.policies.restore.autonomy = Autonomy::act;
        for (const Endpoint &endpoint : fleet.endpoints)
            tell(EdgeTurned{.endpoint = endpoint.id, .to = EdgeState::reachable});
        for (const Region &region : fleet.regions)
            tell(RegionTurned{.region = region.id, .to = RegionState::healthy});
        pass(10s);
        pass(2s);
    }

    Context context() const { return {fleet, seen, now, head}; }

    void tell(Event event, Actor actor = {Actor::Kind::engine, "resilience"})
    {
        head = head.next();
        fold(state, Recorded{head, now, {}, Epoch(1), std::move(actor), std::move(event)});
    }

    /// Each edge sends each region ten requests a second of each service, and is looked at.
    void pass(Duration lasts)
    {
        for (Duration left = lasts; left > 0s; left -= 5s) {
            now += std::min<Duration>(left, 5s);
            served += static_cast<std::uint64_t>(10 * inSeconds(std::min<Duration>(left, 5s)));
            for (const Endpoint &endpoint : fleet.endpoints) {
                EdgeSeen look{.endpoint = endpoint.id, .reached = true, .began = now, .ended = now};
                for (const Region &region : fleet.regions)
                    for (const Service &service : fleet.services)
                        look.servers[{service.id, region.id}] = {.weight = 100, .requests = served};
                seen.take(look);
            }
        }
    }

    void turn(BreakerState to, std::vector<VantageId> witnesses = {VantageId("edge-us"), VantageId("edge-eu")})
    {
        BreakerTurned turned{.breaker = fuse, .to = to, .figures = {.calls = 20, .failures = 12}, .service = web, .region = us,
                             .effect = fleet.breakers.empty() ? BreakerEffect::show : fleet.breakers[0].effect};
        turned.witnesses = std::move(witnesses);
        tell(turned);
    }

    template<class Body>
    std::vector<Body> all()
    {
        std::vector<Body> found;
        for (const Output &output : decide(state, Tick{}, context()))
            if (const auto *event = std::get_if<Event>(&output))
                if (const auto *body = event->as<Body>())
                    found.push_back(*body);
        return found;
    }

    /// The one proposal that is made now; throws when there is another number of them.
    PlanProposed proposed()
    {
        const auto plans = all<PlanProposed>();
        if (plans.size() != 1)
            throw std::runtime_error(std::to_string(plans.size()) + " proposals");
        return plans[0];
    }

    /// Runs what is proposed now to its end.
    PlanProposed carryOut()
    {
        const PlanProposed plan = proposed();
        tell(plan);
        tell(PlanApproved{plan.id, plan.hash, ByPolicy{}});
        for (std::size_t i = 0; i < plan.plan.steps.size(); ++i)
            if (const auto *share = std::get_if<SetRegionShare>(&plan.plan.steps[i].action)) {
                tell(StepIntended{.plan = plan.id, .step = int(i), .endpoint = share->endpoint, .service = share->service,
                                  .region = share->region, .share = share->share});
                tell(StepVerified{plan.id, int(i), Leg::doing, 0, now});
            }
        tell(PlanEnded{plan.id, PlanEnd::done, {}});
        return plan;
    }

    void regionIs(RegionState to)
    {
        RegionTurned turned{.region = us, .to = to};
        turned.evidence.checksDown = to == RegionState::down ? 2 : 0;
        turned.evidence.agreeing = {VantageId("siaga"), VantageId("edge-eu")};
        tell(turned);
        if (to == RegionState::down)
            tell(Diagnosed{us, Diagnosis::regionDown, turned.evidence});
        else
            tell(DiagnosisEnded{us, Diagnosis::regionDown});
    }

    Fleet fleet;
    Seen seen;
    State state;
    Instant now{1h};
    Seq head;
    std::uint64_t served = 0;
};

template<class Kind>
bool has(const std::vector<Reason> &reasons)
{
    return std::ranges::any_of(reasons, [](const Reason &reason) { return std::holds_alternative<Kind>(reason); });
}

} // namespace

class TestRecoveryBreakers : public QObject
{
    Q_OBJECT

private slots:
    void drainTakesTheServiceOutOfTheRegion()
    {
        Ward ward;
        ward.turn(BreakerState::open);
        const PlanProposed plan = ward.proposed();
        QVERIFY((plan.plan.purpose == Purpose{PurposeKind::evacuate, us, web, {}}));
        QCOMPARE(plan.autonomy, Autonomy::act);
        QVERIFY(plan.lowered.empty());
        QVERIFY(plan.because == std::vector<Reason>{(BreakerIsOpen{fuse, 12, 20})});
        for (const Claim &claim : claimsOf(plan.plan))
            QVERIFY(claim.service == web && claim.region == us); // And nothing else.
    }

    void proposeDrainAsks()
    {
        Ward ward;
        ward.fleet.breakers[0].effect = BreakerEffect::proposeDrain;
        ward.turn(BreakerState::open);
        QCOMPARE(ward.proposed().autonomy, Autonomy::ask);
        ward.tell(ward.proposed());
        QVERIFY(ward.all<PlanProposed>().empty()); // Once.
    }

    void showMovesNothing()
    {
        Ward ward;
        ward.fleet.breakers[0].effect = BreakerEffect::show;
        ward.turn(BreakerState::open);
        QVERIFY(ward.all<PlanProposed>().empty());
        ward.fleet.breakers[0].effect = BreakerEffect::drain; // A live change counts at once.
        QCOMPARE(ward.proposed().autonomy, Autonomy::act);
    }

    void onlyAnOpenOneMovesAnything()
    {
        for (const BreakerState state : {BreakerState::degraded, BreakerState::halfOpen, BreakerState::ramping, BreakerState::forcedOpen,
                                         BreakerState::disabled, BreakerState::closed}) {
            Ward ward;
            ward.turn(state);
            QVERIFY2(ward.all<PlanProposed>().empty(), std::string(nameOf(state)).c_str());
        }
    }

    void oneWitnessIsNotEnoughToAct()
    {
        Ward ward;
        ward.turn(BreakerState::open, {VantageId("siaga")});
        const PlanProposed plan = ward.proposed();
        QCOMPARE(plan.autonomy, Autonomy::ask);
        QVERIFY(plan.lowered == std::vector<Reason>{(TooFewVantagePoints{1, 2})});
    }

    void aStopLowersItToo()
    {
        Ward ward;
        ward.tell(StopOrdered{"ann", "no"});
        ward.turn(BreakerState::open);
        const PlanProposed plan = ward.proposed();
        QCOMPARE(plan.autonomy, Autonomy::ask);
        QVERIFY(has<AutomationStopped>(plan.lowered));
    }

    void whatRefusesAnEvacuationRefusesItAsWell()
    {
        Ward ward;
        ward.tell(RegionTurned{.region = RegionId("eu"), .from = RegionState::healthy, .to = RegionState::down});
        ward.tell(RegionTurned{.region = RegionId("ap"), .from = RegionState::healthy, .to = RegionState::down});
        ward.turn(BreakerState::open);
        QVERIFY(ward.all<PlanProposed>().empty());
        const auto refused = ward.all<ProposalRefused>();
        QVERIFY(!refused.empty() && has<LastHealthyRegion>(refused[0].refusals));
        ward.tell(refused[0]);
        QVERIFY(ward.all<ProposalRefused>().empty()); // Told once.
    }

    void aPersonsNoHoldsUntilItCloses()
    {
        Ward ward;
        ward.turn(BreakerState::open);
        const PlanProposed plan = ward.proposed();
        ward.tell(plan);
        ward.tell(PlanEnded{plan.id, PlanEnd::aborted, {}});
        QVERIFY(ward.all<PlanProposed>().empty());
        ward.turn(BreakerState::halfOpen);
        ward.turn(BreakerState::open); // The same trouble.
        ward.regionIs(RegionState::healthy);
        QVERIFY(ward.all<PlanProposed>().empty());
        ward.turn(BreakerState::halfOpen);
        ward.turn(BreakerState::closed);
        ward.turn(BreakerState::open); // Another one.
        QCOMPARE(ward.all<PlanProposed>().size(), std::size_t(1));
    }

    // While it is open nobody judges it, and by now all may be well.
    void oldEvidenceMovesNothing()
    {
        Ward ward;
        ward.tell(StopOrdered{"ann", "no"});
        ward.turn(BreakerState::open);
        ward.pass(30s);
        QCOMPARE(ward.all<PlanProposed>().size(), std::size_t(1));
        ward.pass(5s);
        QVERIFY(ward.all<PlanProposed>().empty());
        ward.turn(BreakerState::halfOpen);
        ward.turn(BreakerState::open);
        QCOMPARE(ward.all<PlanProposed>().size(), std::size_t(1));
    }

    void itIsNotGivenBackWhileTheBreakerIsOpen()
    {
        Ward ward;
        ward.turn(BreakerState::open);
        ward.carryOut();
        ward.pass(20min); // The region is healthy all the time.
        QVERIFY(ward.all<PlanProposed>().empty());
        const auto refused = ward.all<ProposalRefused>();
        QCOMPARE(refused.size(), std::size_t(1));
        QVERIFY((refused[0].purpose == Purpose{PurposeKind::restore, us, {}, {}}));
        QVERIFY(refused[0].refusals == std::vector<Reason>{(BreakerIsOpen{fuse, 12, 20})});
        ward.tell(refused[0]);
        QVERIFY(ward.all<ProposalRefused>().empty()); // Told once.
        ward.turn(BreakerState::forcedOpen);
        QVERIFY(ward.all<PlanProposed>().empty());
        ward.turn(BreakerState::halfOpen);
        const PlanProposed back = ward.proposed();
        QVERIFY(back.plan.purpose.kind == PurposeKind::restore && back.plan.purpose.region == us);
        QCOMPARE(back.autonomy, Autonomy::act);
    }

    // The way out and back again is never walked faster than the cool-down lets it.
    void itDoesNotSwing()
    {
        Ward ward;
        int evacuations = 0;
        Instant last{};
        for (int minute = 0; minute < 120; ++minute) {
            ward.turn(BreakerState::open);
            for (const BreakerState to : {BreakerState::open, BreakerState::halfOpen}) {
                if (to == BreakerState::halfOpen)
                    ward.turn(to);
                if (ward.all<PlanProposed>().empty())
                    continue;
                const PlanProposed plan = ward.carryOut();
                if (plan.plan.purpose.kind != PurposeKind::evacuate)
                    continue;
                QVERIFY(evacuations == 0 || ward.now - last >= ward.fleet.policies.evacuation.coolDown);
                last = ward.now;
                ++evacuations;
            }
            ward.pass(60s);
        }
        QVERIFY(evacuations > 1); // It did come back in between, so that there was something to swing.
    }

    void aRegionThatDiesAfterADrainIsLeftAtOnce()
    {
        Ward ward;
        ward.fleet.policies.evacuation.autonomy = Autonomy::act;
        ward.turn(BreakerState::open);
        ward.carryOut();
        ward.regionIs(RegionState::down);
        ward.pass(2min);
        const PlanProposed plan = ward.proposed(); // The cool-down of the drain is not held against the rest.
        QVERIFY((plan.plan.purpose == Purpose{PurposeKind::evacuate, us, {}, {}}));
    }

    void whatWaitsForTheWholeRegionIsNotAskedTwice()
    {
        Ward ward;
        ward.fleet.policies.evacuation.autonomy = Autonomy::ask;
        ward.fleet.breakers[0].effect = BreakerEffect::proposeDrain;
        ward.regionIs(RegionState::down);
        ward.pass(2min);
        ward.tell(ward.proposed());
        ward.turn(BreakerState::open);
        QVERIFY(ward.all<PlanProposed>().empty());
    }

    void oneThatLeftTheFleetMovesNothing()
    {
        Ward ward;
        ward.turn(BreakerState::open);
        ward.fleet.breakers.clear();
        QVERIFY(ward.all<PlanProposed>().empty());
        ward.tell(BreakerGone{fuse});
        QVERIFY(ward.state.breakers.empty());
    }

    void thoseOfOthersMoveNothing()
    {
        Ward ward;
        ward.tell(BreakerTurned{.breaker = fuse, .kind = BreakerKind::foreign, .to = BreakerState::open, .service = web, .region = us});
        QVERIFY(ward.all<PlanProposed>().empty());
        QVERIFY(ward.state.breakers.empty());
    }
};

QTEST_APPLESS_MAIN(TestRecoveryBreakers)
#include "tst_recovery_breakers.moc"
