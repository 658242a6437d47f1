// SPDX-License-Identifier: GPL-3.0-or-later
// What the filter around all drivers lets pass, keeps back and counts, on virtual time.
#include "core/base/random.h"
#include "core/drivers/filters/protection.h"
#include "core/resilience/gate.h"
#include "tests/drivers/contract.h"

#include <QTest>

#include <set>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

/// A driver that takes calls and answers when it is told to.
template<class Port>
class Scripted : public Port
{
public:
    void start(const Call &call) override { started.push_back(call); }
    void cancel(CallId id) override { cancelled.insert(id); }

    std::vector<Call> started;
    std::set<CallId> cancelled;
};

struct Ward
{
    Ward() { protection.watch(fleet); }

    Call probe(Lane lane, const std::string &check = "web", Duration deadline = 3s)
    {
        Check one{.id = CheckId(check), .target = "http://pay.example/" + check};
        return {.id = nextId = nextId.next(), .what = ProbeCheck{one}, .lane = lane, .deadline = deadline};
    }
    Call look(Lane lane, Duration deadline = 5s)
    {
        return {.id = nextId = nextId.next(), .what = LookAtEdge{fleet.endpoints.front()}, .lane = lane, .deadline = deadline};
    }
    Call write()
    {
        const SetServerWeight set{fleet.endpoints.front(), ServiceId("web"), RegionId("us"), 0};
        return {.id = nextId = nextId.next(), .what = set, .lane = Lane::round, .deadline = 5s};
    }

    void answerProbe(const Call &call, ProbeOutcome outcome)
    {
        const auto &check = std::get<ProbeCheck>(call.what).check;
        const ProbeResult result{.outcome = outcome, .began = now, .ended = now};
        protection.sink()({call.id, Observation(CheckSeen{check.id, result})});
    }
    void answerLook(const Call &call, bool reached)
    {
        EdgeSeen seen;
        seen.endpoint = std::get<LookAtEdge>(call.what).endpoint.id;
        seen.reached = reached;
        protection.sink()({call.id, Observation(seen)});
    }

    /// Starts it and answers at once if it got through; says whether it did.
    bool run(const Call &call, ProbeOutcome outcome)
    {
        const std::size_t before = prober.started.size();
        guardedProber.start(call);
        const bool sent = prober.started.size() > before;
        if (sent)
            answerProbe(call, outcome);
        pass(0s);
        return sent;
    }
    void pass(Duration time)
    {
        now += time;
        protection.advanceTo(now);
    }
    void failUntilOpen(const std::string &check = "web")
    {
        for (int i = 0; i < 30 && figures().state != BreakerState::open; ++i) {
            run(probe(Lane::round, check), ProbeOutcome::refused);
            pass(500ms);
        }
    }
    TargetFigures figures() const
    {
        for (const TargetFigures &one : protection.figures(now))
            if (one.id == BreakerId("probe:pay.example:80"))
                return one;
        return {};
    }
    const ProbeResult &result(CallId id) const { return seenBy<CheckSeen>(answers, id)->result; }

    Fleet fleet = [] {
        Fleet made;
        made.checks = {{.id = CheckId("web"), .target = "http://pay.example/web"}};
        made.endpoints = {{.id = EndpointId("lb")}};
        return made;
    }();
    Instant now = Instant(1000s);
    CallId nextId;
    std::vector<Completion> answers;
    std::vector<OwnBreakerSeen> turns;
    Protection protection{[this](Completion done) { answers.push_back(std::move(done)); }, [this] { return now; },
                          [this](Observation seen) { turns.push_back(std::get<OwnBreakerSeen>(seen)); }};
    Scripted<Prober> prober;
    Scripted<Traffic> traffic;
    Prober &guardedProber = protection.around(static_cast<Prober &>(prober));
    Traffic &guardedTraffic = protection.around(static_cast<Traffic &>(traffic));
};

const BreakerId web("probe:pay.example:80");
const BreakerId edge("edge:lb");

} // namespace

class TestGuardedCalls : public QObject
{
    Q_OBJECT

private slots:
    void aBreakerThatFailingProbesOpenedNeverRefusesARescue()
    {
        Ward ward;
        ward.failUntilOpen();
        QCOMPARE(ward.figures().state, BreakerState::open);
        for (int i = 0; i < 200; ++i)
            QVERIFY(ward.run(ward.probe(Lane::rescue), ProbeOutcome::refused));
        ward.protection.holdOpen(web);
        QVERIFY(ward.run(ward.probe(Lane::rescue), ProbeOutcome::passed));
    }

    void aWriteIsARescueWhateverItsLaneSays()
    {
        Ward ward;
        ward.protection.holdOpen(edge);
        for (int i = 0; i < 20; ++i) // More than there are places.
            ward.guardedTraffic.start(ward.write());
        QCOMPARE(ward.traffic.started.size(), std::size_t(20));
        QCOMPARE(ward.traffic.started.back().deadline, Duration(5s));
    }

    void aRoundPassesAnOpenBreakerAndIsItsProbe()
    {
        Ward ward;
        ward.failUntilOpen();
        QVERIFY(ward.run(ward.probe(Lane::round), ProbeOutcome::refused));
        QCOMPARE(ward.figures().state, BreakerState::open);
        for (int i = 0; i < 12 && ward.figures().state != BreakerState::closed; ++i) {
            ward.pass(5s);
            QVERIFY(ward.run(ward.probe(Lane::round), ProbeOutcome::passed));
        }
        QCOMPARE(ward.figures().state, BreakerState::closed);
    }

    void opensNotBeforeACheckIsBelievedDown()
    {
        Ward ward;
        for (int i = 0; i < 3; ++i) { // failures_to_down
            QVERIFY(ward.run(ward.probe(i == 0 ? Lane::round : Lane::recheck), ProbeOutcome::refused));
            ward.pass(1s);
        }
        QVERIFY(ward.figures().state == BreakerState::closed || ward.figures().state == BreakerState::degraded);
    }

    void anOpenBreakerRefusesNoRecheckThatDetectionWaitsFor()
    {
        Ward ward;
        ward.fleet.checks.push_back({.id = CheckId("late"), .target = "http://pay.example/late"});
        ward.protection.watch(ward.fleet);
        ward.failUntilOpen("web");
        // Each round of the other check may be followed by the three looks that it takes to believe it.
        for (int round = 0; round < 2; ++round) {
            QVERIFY(ward.run(ward.probe(Lane::round, "late"), ProbeOutcome::refused));
            for (int i = 0; i < 3; ++i)
                QVERIFY(ward.run(ward.probe(Lane::recheck, "late"), ProbeOutcome::refused));
            QCOMPARE(ward.figures().state, BreakerState::open);
            const Call again = ward.probe(Lane::recheck, "late");
            QVERIFY(!ward.run(again, ProbeOutcome::refused));
            QCOMPARE(ward.result(again.id).outcome, ProbeOutcome::notRun);
        }
    }

    void oneThatAPersonHoldsOpenRefusesAllButRescues()
    {
        Ward ward;
        ward.protection.holdOpen(web);
        ward.protection.holdOpen(edge);
        const Call probe = ward.probe(Lane::round);
        QVERIFY(!ward.run(probe, ProbeOutcome::passed));
        QCOMPARE(ward.result(probe.id).outcome, ProbeOutcome::notRun);
        QVERIFY(!ward.result(probe.id).detail.empty());
        const Call look = ward.look(Lane::round);
        ward.guardedTraffic.start(look);
        ward.pass(0s);
        const auto *seen = seenBy<EdgeSeen>(ward.answers, look.id);
        QVERIFY(seen && !seen->asked && !seen->reached);
        QVERIFY(ward.traffic.started.empty());

        ward.protection.release(web);
        QVERIFY(ward.run(ward.probe(Lane::round), ProbeOutcome::passed));
        QCOMPARE(ward.figures().refused, std::uint64_t(1));
    }

    void anOrderHoldsForATargetThatComesLater()
    {
        Ward ward;
        ward.protection.holdOpen(BreakerId("probe:new.example:443"));
        ward.fleet.checks = {{.id = CheckId("new"), .target = "https://new.example/"}};
        ward.protection.watch(ward.fleet);
        const auto figures = ward.protection.figures(ward.now);
        QCOMPARE(figures.size(), std::size_t(2)); // And the one that left the fleet is gone.
        QCOMPARE(figures[1].id.text(), std::string("probe:new.example:443"));
        QCOMPARE(figures[1].state, BreakerState::forcedOpen);
    }

    void theBudgetBoundsRechecks()
    {
        Ward ward;
        int sent = 0;
        const Instant began = ward.now;
        for (int i = 0; i < 3600; ++i) { // An hour of flapping, with somebody who wants a look each second.
            if (i % 10 == 0)
                ward.run(ward.probe(Lane::round), i % 20 == 0 ? ProbeOutcome::passed : ProbeOutcome::refused);
            sent += ward.run(ward.probe(Lane::recheck), i % 2 == 0 ? ProbeOutcome::passed : ProbeOutcome::refused);
            ward.pass(1s);
        }
        const double answered = static_cast<double>(ward.figures().calls);
        QVERIFY(sent > 0);
        QVERIFY2(sent <= 10 + 1 + (ward.now - began) / 20s + 0.1 * answered, qPrintable(QString::number(sent)));
        QVERIFY(ward.figures().retryBudgetPermille < 1000);
    }

    void aHouseThatIsFullLetsRoundsWaitForHalfOfTheirDeadline()
    {
        Ward ward;
        const int places = ward.figures().limit;
        for (int i = 0; i < places; ++i)
            ward.guardedProber.start(ward.probe(Lane::round, "web", 20s));
        const Call first = ward.probe(Lane::round);
        const Call second = ward.probe(Lane::round);
        ward.guardedProber.start(first);
        ward.guardedProber.start(second);
        QCOMPARE(ward.figures().queued, 2);
        const Call recheck = ward.probe(Lane::recheck);
        QVERIFY(!ward.run(recheck, ProbeOutcome::passed)); // It never waits.
        QCOMPARE(ward.result(recheck.id).outcome, ProbeOutcome::notRun);

        ward.pass(1s);
        ward.answerProbe(ward.prober.started.front(), ProbeOutcome::passed);
        QVERIFY(ward.protection.next() && *ward.protection.next() <= ward.now);
        ward.pass(0s);
        QVERIFY(ward.prober.started.back().id == first.id);
        QCOMPARE(ward.prober.started.back().deadline, Duration(2s)); // From the start to the answer, all included.

        QCOMPARE(*ward.protection.next(), ward.now + 500ms + 1ns);
        ward.pass(501ms);
        QCOMPARE(ward.result(second.id).outcome, ProbeOutcome::notRun);
        QCOMPARE(ward.figures().queued, 0);
        // And a rescue goes past all of them.
        QVERIFY(ward.run(ward.probe(Lane::rescue), ProbeOutcome::passed));
    }

    void aStuckTargetTakesNobodyElsesPlaces()
    {
        Ward ward;
        ward.fleet.checks.push_back({.id = CheckId("other"), .target = "other.example:80"});
        ward.protection.watch(ward.fleet);
        for (int i = 0; i < 300; ++i)
            ward.guardedProber.start(ward.probe(Lane::round));
        QCOMPARE(ward.figures().inFlight, ward.figures().limit);
        Call other = ward.probe(Lane::round);
        other.what = ProbeCheck{ward.fleet.checks.back()};
        ward.guardedProber.start(other);
        QVERIFY(ward.prober.started.back().id == other.id);
    }

    void resultsOfBeforeTheBreakDoNotCount()
    {
        Ward ward;
        std::vector<Call> old;
        for (int i = 0; i < 20; ++i) {
            old.push_back(ward.probe(Lane::round));
            ward.guardedProber.start(old.back());
        }
        ward.protection.reset(web);
        ward.pass(1s);
        ward.protection.holdOpen(web); // Calls under way are forgotten ...
        ward.protection.reset(web);    // ... and so they are after this.
        for (const Call &call : old)
            ward.answerProbe(call, ProbeOutcome::timedOut);
        QCOMPARE(ward.figures().state, BreakerState::closed);
        QCOMPARE(ward.figures().figures.failures, 0);
        QCOMPARE(ward.answers.size(), old.size()); // They are answers all the same.
        QCOMPARE(ward.figures().inFlight, 0);
    }

    void whatWeGaveUpOurselvesIsNotCounted()
    {
        Ward ward;
        for (int i = 0; i < 30; ++i) {
            const Call call = ward.probe(Lane::round);
            ward.guardedProber.start(call);
            ward.guardedProber.cancel(call.id);
            QVERIFY(ward.prober.cancelled.contains(call.id));
            ward.answerProbe(call, ProbeOutcome::timedOut);
            ward.pass(1s);
        }
        QCOMPARE(ward.figures().figures.calls, 0);
        QCOMPARE(ward.figures().state, BreakerState::closed);
        const Call look = ward.look(Lane::round);
        ward.guardedTraffic.start(look);
        ward.guardedTraffic.cancel(look.id);
        ward.answerLook(look, false);
        QVERIFY(!seenBy<EdgeSeen>(ward.answers, look.id)->asked);
        const Call waiting = ward.probe(Lane::round);
        while (ward.figures().queued == 0)
            ward.guardedProber.start(ward.probe(Lane::round));
        ward.guardedProber.start(waiting);
        ward.guardedProber.cancel(waiting.id);
        ward.pass(0s);
        QCOMPARE(countOf(ward.answers, waiting.id), 1);
        QCOMPARE(ward.result(waiting.id).outcome, ProbeOutcome::notRun);
    }

    void edgesThatAnswerQuicklyAreWaitedForLessLong()
    {
        Ward ward;
        for (int i = 0; i < 400; ++i) {
            const Call look = ward.look(Lane::round);
            ward.guardedTraffic.start(look);
            ward.pass(20ms);
            ward.answerLook(look, true);
            ward.pass(980ms);
        }
        ward.guardedTraffic.start(ward.look(Lane::round));
        QCOMPARE(ward.traffic.started.back().deadline, Duration(2500ms)); // Half of what was asked for, and no less.
        ward.guardedTraffic.start(ward.look(Lane::round, 1500ms));
        QCOMPARE(ward.traffic.started.back().deadline, Duration(1500ms));
        ward.guardedTraffic.start(ward.look(Lane::rescue));
        QCOMPARE(ward.traffic.started.back().deadline, Duration(5s));
        ward.run(ward.probe(Lane::round, "web", 7s), ProbeOutcome::passed);
        QCOMPARE(ward.prober.started.back().deadline, Duration(7s));
    }

    void everyTurnIsToldOnceAndIsLegal()
    {
        Ward ward;
        BreakerState state = BreakerState::closed;
        Random random(7);
        for (int i = 0; i < 5000; ++i) {
            const bool bad = (i / 200) % 2 == 1;
            ward.run(ward.probe(random.chance(0.3) ? Lane::recheck : Lane::round), random.chance(bad ? 0.9 : 0.02) ? ProbeOutcome::refused : ProbeOutcome::passed);
            ward.pass(Duration(std::chrono::milliseconds(random.below(800))));
        }
        QVERIFY(ward.turns.size() > 10);
        for (const OwnBreakerSeen &turn : ward.turns) {
            QVERIFY(turn.breaker == web);
            QCOMPARE(turn.from, state);
            QVERIFY(resilience::isOwnEdge(turn.from, turn.to));
            state = turn.to;
        }
        QCOMPARE(ward.figures().state, state);
    }

    void theSameCallsLeaveTheSameFigures()
    {
        const auto play = [] {
            Ward ward;
            Random random(42);
            for (int i = 0; i < 2000; ++i) {
                ward.run(ward.probe(Lane(random.below(3))), random.chance(0.4) ? ProbeOutcome::timedOut : ProbeOutcome::passed);
                ward.pass(Duration(std::chrono::milliseconds(random.below(900))));
            }
            return std::pair(ward.protection.figures(ward.now), ward.turns.size());
        };
        QVERIFY(play() == play());
    }
};

QTEST_GUILESS_MAIN(TestGuardedCalls)
#include "tst_guarded_calls.moc"
