// SPDX-License-Identifier: GPL-3.0-or-later
// One real server that accepts and never answers, and what it may not delay.
#include <QTest>

#include "tests/drivers/real_edges.h"
#include "tests/drivers/real_prober.h"

using namespace siaga;
using namespace std::chrono_literals;

namespace {

using Manners = ProberHarness::Target;

CallId startProbe(ProberHarness &harness, const Check &check, Lane lane, Duration deadline)
{
    static CallId last;
    last = last.next();
    harness.prober().start({.id = last, .what = ProbeCheck{check}, .lane = lane, .deadline = deadline});
    return last;
}

/// How long it takes until the answer is there; `limit` when it does not come.
template<class Harness>
Duration timeUntilAnswer(Harness &harness, CallId id, Duration limit = 10s)
{
    const Instant before = harness.now();
    harness.waitFor([&] { return countOf(harness.completions(), id) > 0; }, limit);
    return harness.now() - before;
}

constexpr Duration soon = 1s; // Loopback answers within milliseconds; two busy cores may take their time.

} // namespace

class TestStuckTargets : public QObject
{
    Q_OBJECT

private slots:
    void aCrowdAtOneStuckServerDelaysNoOther()
    {
        RealProber harness(Through::protection);
        for (int i = 0; i < 150; ++i) {
            Check stuck = harness.check("stuck", Manners::hanging);
            stuck.id = CheckId("stuck" + std::to_string(i));
            startProbe(harness, stuck, Lane::round, 20s);
        }
        const CallId other = startProbe(harness, harness.check("web", Manners::healthy), Lane::round, 5s);
        QVERIFY(timeUntilAnswer(harness, other) <= soon);
        QCOMPARE(seenBy<CheckSeen>(harness.completions(), other)->result.outcome, ProbeOutcome::passed);
        const TargetFigures figures = [&] {
            for (const TargetFigures &one : harness.protection().figures(harness.now()))
                if (one.inFlight > 0)
                    return one;
            return TargetFigures();
        }();
        QCOMPARE(figures.inFlight, figures.limit);
        QCOMPARE(figures.queued, figures.queueMax);
    }

    void aRescueFindsAPlaceWhenTheProberIsFullOfStuckOnes()
    {
        RealProber harness(Through::protection);
        for (int server = 0; server < 5; ++server) {
            const Check stuck = harness.check("stuck" + std::to_string(server), Manners::hanging);
            for (int i = 0; i < 64; ++i) {
                Check one = stuck;
                one.id = CheckId(stuck.id.text() + "-" + std::to_string(i));
                startProbe(harness, one, Lane::round, 20s);
            }
        }
        const CallId rescue = startProbe(harness, harness.check("web", Manners::healthy), Lane::rescue, 5s);
        QVERIFY(timeUntilAnswer(harness, rescue) <= soon);
        QCOMPARE(seenBy<CheckSeen>(harness.completions(), rescue)->result.outcome, ProbeOutcome::passed);
    }

    void aRescueWriteWaitsNeitherForLooksThatHangNorForABreaker()
    {
        RealEdges harness(Through::protection);
        harness.protection().holdOpen(BreakerId("edge:" + harness.edge(1).id.text()));
        harness.relay(0).setMode(AdminRelay::Mode::hang);
        CallId id(10'000);
        const auto start = [&](std::variant<LookAtEdge, SetServerWeight> what, Lane lane) {
            Call call{.id = id = id.next(), .lane = lane, .deadline = 20s};
            std::visit([&call](auto &one) { call.what = one; }, what);
            harness.traffic().start(call);
            return id;
        };
        for (int i = 0; i < 10; ++i)
            start(LookAtEdge{harness.edge(0)}, Lane::round);
        harness.waitFor([&] { return !harness.relay(0).lines().isEmpty(); }, 5s);
        harness.relay(0).setMode(AdminRelay::Mode::pass);
        for (int edge = 0; edge < 2; ++edge) {
            const CallId write = start(SetServerWeight{harness.edge(edge), ServiceId("web"), RegionId("a"), 0}, Lane::rescue);
            QVERIFY(timeUntilAnswer(harness, write) <= soon);
            QVERIFY(answerTo<WriteAnswer>(harness.completions(), write)->outcome == Outcome::done);
        }
        const CallId look = start(LookAtEdge{harness.edge(1)}, Lane::rescue);
        QVERIFY(timeUntilAnswer(harness, look) <= soon);
        QVERIFY(seenBy<EdgeSeen>(harness.completions(), look)->reached);
    }
};

QTEST_GUILESS_MAIN(TestStuckTargets)
#include "tst_stuck_targets.moc"
