// SPDX-License-Identifier: GPL-3.0-or-later
// The breakers of a whole instance's own calls, in the lab.
#include "core/lab/exercise.h"

#include <QTest>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

const CheckId webEast("web@lab-us-east-1");
const CheckId webWest("web@lab-us-west-2");
const BreakerId ofWebEast("probe:web.lab-us-east-1.invalid:80");

struct Turns : Watcher
{
    void onBreakerTurned(const OwnBreakerSeen &turned) override { turns.push_back(turned); }
    std::vector<OwnBreakerSeen> turns;
};

CheckState stateOf(const Lab &lab, const CheckId &check)
{
    return lab.state().health.checks.at(check).state;
}

struct Watched
{
    Watched()
        : lab(labFleet(), {.seed = 5})
    {
        lab.watch(turns);
        lab.open();
        lab.runUntil(Instant{} + 30s);
    }
    void pass(Duration time) { lab.runUntil(lab.now() + time); }

    Lab lab;
    Turns turns;
};

} // namespace

class TestLabBreakers : public QObject
{
    Q_OBJECT

private slots:
    void aProberHeldOpenShowsItsChecksAsUnknown()
    {
        Watched watched;
        QVERIFY(stateOf(watched.lab, webEast) == CheckState::up);
        watched.lab.ask(BreakerHeld{ofWebEast, BreakerHold::open, "ayu", "maintenance", watched.lab.now() + 1h}, "ayu");
        watched.pass(15s);
        QVERIFY(stateOf(watched.lab, webEast) == CheckState::unknown);
        QVERIFY(stateOf(watched.lab, webWest) == CheckState::up);
        QVERIFY(!watched.turns.turns.empty());
        QVERIFY(watched.turns.turns.back().to == BreakerState::forcedOpen && watched.turns.turns.back().rule == BreakerRule::person);

        watched.lab.ask(BreakerReleased{ofWebEast, "ayu"}, "ayu");
        watched.pass(15s);
        QVERIFY(stateOf(watched.lab, webEast) == CheckState::up);
    }

    void aHoldIsObeyedOnlyOnceItIsDurable()
    {
        Watched watched;
        watched.lab.failNextAppend(0);
        watched.lab.ask(BreakerHeld{ofWebEast, BreakerHold::open, "ayu", "maintenance", watched.lab.now() + 1h}, "ayu");
        watched.pass(5s);
        QVERIFY(watched.lab.isDiskPoisoned());
        QVERIFY(watched.turns.turns.empty());
    }

    void aHoldOutlivesTheProcess()
    {
        Watched watched;
        watched.lab.ask(BreakerHeld{ofWebEast, BreakerHold::open, "ayu", "maintenance", watched.lab.now() + 1h}, "ayu");
        watched.pass(2s);
        watched.lab.kill();
        watched.turns.turns.clear();
        watched.lab.open();
        watched.pass(20s);
        QVERIFY(stateOf(watched.lab, webEast) == CheckState::unknown);
        QVERIFY(stateOf(watched.lab, webWest) == CheckState::up);
    }

    void aServiceThatFallsSilentOpensItsBreakerAndIsBelievedDownFirst()
    {
        Watched watched;
        const Instant broken = watched.lab.now();
        watched.lab.world().inject(*faultFromText("serviceCrash lab-us-east-1 web", broken));
        while (stateOf(watched.lab, webEast) != CheckState::down && watched.lab.step(broken + 30s)) {
        }
        QVERIFY(watched.lab.now() - broken <= 5s); // A round every 2 s, and two re-checks half a second apart.
        for (const OwnBreakerSeen &turn : watched.turns.turns)
            QVERIFY(turn.to != BreakerState::open);
        watched.pass(60s);
        QVERIFY(std::ranges::any_of(watched.turns.turns, [](const OwnBreakerSeen &turn) {
            return turn.breaker == ofWebEast && turn.to == BreakerState::open;
        }));
    }
};

QTEST_GUILESS_MAIN(TestLabBreakers)
#include "tst_lab_breakers.moc"
