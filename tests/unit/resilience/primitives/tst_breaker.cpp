// SPDX-License-Identifier: GPL-3.0-or-later
// The breaker as a timeline: what it is told, when, and what it then lets pass.
#include "core/resilience/breaker.h"

#include "core/base/check.h"
#include "core/base/describe.h"
#include "core/base/random.h"

#include <QTest>

#include <string>
#include <vector>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

Instant at(Duration time)
{
    return Instant(1h + time);
}

// Small numbers, so that a row of the tables is short; no jitter, no sequential test.
BreakerPolicy small()
{
    BreakerPolicy policy;
    policy.callsMin = 4;
    policy.slowCall = 1s;
    policy.slowOpenRate = Permille{1001};
    policy.openJitter = siaga::none;
    policy.openMax = 8s;
    policy.probesMax = 2;
    policy.probesNeeded = 3;
    policy.probePermit = 5s;
    policy.rampStep = 2s;
    policy.rampRepeats = 1;
    policy.sequential.on = false;
    return policy;
}

std::string stateName(const Breaker &breaker)
{
    return std::string(nameOf(breaker.state()));
}

// Plays a line: s, f, w, x is a call that succeeds, fails, succeeds slowly, is ignored, if it is let in; . is 100 ms and
// , is 1 s. Returns the changes of state.
class Player
{
public:
    explicit Player(const BreakerPolicy &policy)
        : breaker(policy)
    {
    }
    std::string play(const std::string &line)
    {
        std::string changes;
        for (const char letter : line) {
            if (letter == '.' || letter == ',') {
                now += letter == '.' ? 100ms : 1s;
                continue;
            }
            BreakerChange change;
            const Admission admission = breaker.allow(at(now), &change);
            if (admission.turned)
                changes += told(change);
            if (!admission.allowed) {
                ++refused;
                continue;
            }
            ++passed;
            const CallResult result = letter == 'f' ? CallResult::failure : letter == 'x' ? CallResult::ignored : CallResult::success;
            if (const auto turned = breaker.record(admission, result, letter == 'w' ? 1s : 10ms, at(now)))
                changes += told(*turned);
        }
        return changes;
    }
    static std::string told(const BreakerChange &change)
    {
        return std::string(nameOf(change.from)) + ">" + std::string(nameOf(change.to)) + ":" + std::string(nameOf(change.rule)) + " ";
    }

    Breaker breaker;
    Duration now{};
    int passed = 0;
    int refused = 0;
};

} // namespace

class TestBreaker : public QObject
{
    Q_OBJECT

private slots:
    void turnsAsItsTableSays_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QString>("state");
        const auto row = [](const char *name, const char *line, const char *changes, const char *state) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(changes) << QString::fromLatin1(state);
        };
        row("three calls are too few", "fff", "", "closed");
        row("half of four", "sffs", "", "closed"); // Judged at the failure, when there were three.
        row("half of four, at the failure", "ssff", "closed>open:failure-rate ", "open");
        row("two of five are not half", "sssff", "", "closed");
        row("ignored calls are none", "ssfxxxxx", "", "closed");
        row("slow calls degrade", "swwss", "", "closed");
        row("slow calls degrade, judged at a slow one", "ssww", "closed>degraded:slow-rate ", "degraded");
        row("failures open what is degraded", "sswwffffffff", "closed>degraded:slow-rate degraded>open:failure-rate ", "open");
        row("well again after the window", "ssww,,,,,,,,,,,s", "closed>degraded:slow-rate degraded>closed:recovered ", "closed");
        row("not before its minimum", "ssww,,ssssssssss", "closed>degraded:slow-rate ", "degraded");
        row("closed to whoever comes too early", "ssff.........s", "closed>open:failure-rate ", "open");
        row("a probe after a second", "ssff,s", "closed>open:failure-rate open>half-open:open-time-over ", "half-open");
        row("a failed probe", "ssff,f", "closed>open:failure-rate open>half-open:open-time-over half-open>open:probes-failed ", "open");
        row("a slow probe", "ssff,w", "closed>open:failure-rate open>half-open:open-time-over half-open>open:probes-failed ", "open");
        row("an ignored probe", "ssff,x", "closed>open:failure-rate open>half-open:open-time-over ", "half-open");
        row("three probes", "ssff,sss",
            "closed>open:failure-rate open>half-open:open-time-over half-open>ramping:probes-passed ", "ramping");
        row("the whole ramp", "ssff,sss,,s,,s,,s,,s",
            "closed>open:failure-rate open>half-open:open-time-over half-open>ramping:probes-passed ramping>ramping:ramp-step "
            "ramping>ramping:ramp-step ramping>ramping:ramp-step ramping>closed:ramp-step ", "closed");
        row("failures on the ramp", "ssff,sss,,s,,s,,sffff",
            "closed>open:failure-rate open>half-open:open-time-over half-open>ramping:probes-passed ramping>ramping:ramp-step "
            "ramping>ramping:ramp-step ramping>ramping:ramp-step ramping>open:failure-rate ", "open");
    }
    void turnsAsItsTableSays()
    {
        QFETCH(QString, line);
        QFETCH(QString, changes);
        QFETCH(QString, state);
        Player player(small());
        QCOMPARE(player.play(line.toStdString()), changes.toStdString());
        QCOMPARE(stateName(player.breaker), state.toStdString());
    }

    void opensAfterSoManyInARow()
    {
        BreakerPolicy policy = small();
        policy.callsMin = 1000;
        policy.consecutive = 5;
        Player player(policy);
        QCOMPARE(player.play("ffffsffff"), std::string());
        QCOMPARE(player.play("f"), std::string("closed>open:consecutive "));
    }

    void aWindowOfCallsForgetsByCallsNotByTime()
    {
        BreakerPolicy policy = small();
        policy.windowCalls = policy.callsMin = 5;
        Player player(policy);
        QCOMPARE(player.play("ffsss,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"), std::string());
        QCOMPARE(player.breaker.figures(at(player.now)).failures, 2);
        QCOMPARE(player.play("s"), std::string());
        QCOMPARE(player.breaker.figures(at(player.now)).failures, 1);
        QCOMPARE(player.play("ff"), std::string()); // One came, one left, one came.
        QCOMPARE(player.play("f"), std::string("closed>open:failure-rate "));
    }

    void openTimeDoublesUpToItsMostAndStartsAnewAfterAHealthyTime()
    {
        Player player(small());
        player.play("ssff");
        std::vector<std::int64_t> seconds;
        for (int i = 0; i < 6; ++i) {
            seconds.push_back(*player.breaker.untilProbe(at(player.now)) / 1s);
            player.now += *player.breaker.untilProbe(at(player.now));
            player.play("f");
        }
        QCOMPARE(seconds, (std::vector<std::int64_t>{1, 2, 4, 8, 8, 8}));
        player.now += 8s;
        player.play("sss,,s,,s,,s,,s");
        QCOMPARE(stateName(player.breaker), std::string("closed"));
        player.play(",ssssfffffffffff"); // Not healthy for long enough.
        QCOMPARE(*player.breaker.untilProbe(at(player.now)), Duration(8s));
        player.now += 8s;
        player.play("sss,,s,,s,,s,,s");
        player.now += 30s;
        player.play("ffff");
        QCOMPARE(*player.breaker.untilProbe(at(player.now)), Duration(1s));
    }

    void jitterTakesAwayUpToHalfAndDiffersBySeed()
    {
        BreakerPolicy policy = small();
        policy.openFirst = policy.openMax = 10s;
        policy.openJitter = Permille{500};
        Duration least = 1h, most{};
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Breaker breaker(policy, seed);
            for (int i = 0; i < 4; ++i)
                breaker.record(breaker.allow(at(0s)), CallResult::failure, 1ms, at(0s));
            least = std::min(least, *breaker.untilProbe(at(0s)));
            most = std::max(most, *breaker.untilProbe(at(0s)));
        }
        QVERIFY(least >= 5s && least < 5200ms);
        QVERIFY(most <= 10s && most > 9800ms);
    }

    void onlySoManyProbesAreUnderWayAtOnce()
    {
        Player player(small());
        player.play("ssff,");
        Breaker &breaker = player.breaker;
        const Instant now = at(player.now);
        const Admission first = breaker.allow(now), second = breaker.allow(now), third = breaker.allow(now);
        QVERIFY(first.isProbe && second.isProbe);
        QVERIFY(!third.allowed);
        QCOMPARE(third.reason, AdmissionReason::probesBusy);
        breaker.cancel(first, now);
        const Admission fourth = breaker.allow(now);
        QVERIFY(fourth.isProbe);
        QVERIFY(!breaker.record(second, CallResult::success, 1ms, now));
        QVERIFY(!breaker.record(fourth, CallResult::success, 1ms, now));
        // Two of three have passed: no more than the one that is still needed.
        QVERIFY(breaker.allow(now).allowed);
        QVERIFY(!breaker.allow(now).allowed);
    }

    void permitsOfProbesThatNeverComeBackEnd()
    {
        Player player(small());
        player.play("ssff,");
        Breaker &breaker = player.breaker;
        const Admission lost = breaker.allow(at(player.now));
        breaker.allow(at(player.now));
        QVERIFY(!breaker.allow(at(player.now + 4999ms)).allowed);
        const Admission fresh = breaker.allow(at(player.now + 5s));
        QVERIFY(fresh.isProbe);
        // The lost one comes back after all: it must neither count nor free a place.
        QVERIFY(!breaker.record(lost, CallResult::failure, 6s, at(player.now + 6s)));
        QCOMPARE(breaker.state(), BreakerState::halfOpen);
    }

    void lateResultsOfAnOlderGenerationAreIgnored()
    {
        Player player(small());
        Breaker &breaker = player.breaker;
        const Admission old = breaker.allow(at(0s));
        player.play("ssff,");
        QVERIFY(!breaker.record(old, CallResult::success, 10ms, at(player.now))); // Open.
        const Admission probe = breaker.allow(at(player.now));
        QVERIFY(!breaker.record(old, CallResult::failure, 10ms, at(player.now)));
        QCOMPARE(breaker.state(), BreakerState::halfOpen);
        QVERIFY(breaker.record(probe, CallResult::failure, 10ms, at(player.now)));
        QVERIFY(!breaker.record(probe, CallResult::failure, 10ms, at(player.now)));
        // On the ramp what began before it opened doesn't count either.
        player.play(",,sss");
        QCOMPARE(breaker.state(), BreakerState::ramping);
        for (int i = 0; i < 10; ++i)
            QVERIFY(!breaker.record(old, CallResult::failure, 10ms, at(player.now)));
        QCOMPARE(breaker.figures(at(player.now)).failures, 0);
    }

    void theRampLetsItsSharesPass()
    {
        Player player(small());
        player.play("ssff,sss");
        for (const int share : {100, 250, 500, 1000}) {
            QCOMPARE(player.breaker.admittedShare(), Permille{share});
            player.passed = 0;
            player.play(std::string(1000, 's'));
            QVERIFY2(std::abs(player.passed - share) <= 1, qPrintable(QString::number(player.passed)));
            player.play(",,s");
        }
        QCOMPARE(stateName(player.breaker), std::string("closed"));
    }

    void aDegradedStepIsRepeatedAndThenAllIsAdmittedDegraded()
    {
        BreakerPolicy policy = small();
        policy.rampShares = {Permille{1000}, Permille{1000}, Permille{1000}, Permille{1000}};
        Player player(policy);
        player.play("ssff,sss");
        QCOMPARE(player.play("ssssswwwwww,,w"), std::string("ramping>ramping:ramp-step "));
        QCOMPARE(player.play("wwwwwwwww,,w"), std::string("ramping>degraded:slow-rate "));
        QVERIFY(player.breaker.admittedShare() < whole);
    }

    void degradedShedsInProportion()
    {
        BreakerPolicy policy = small();
        policy.failureRate = Permille{900};
        Player player(policy);
        for (int i = 0; i < 20; ++i)
            player.play("ssww");
        QCOMPARE(stateName(player.breaker), std::string("degraded"));
        const BreakerFigures seen = player.breaker.figures(at(player.now));
        const double good = seen.calls - seen.slow; // Some half of them; K = 1.5.
        const double passing = 1 - (seen.calls - 1.5 * good) / (seen.calls + 1);
        QVERIFY(passing < 0.9);
        player.passed = 0;
        player.play(std::string(400, 'x'));
        QVERIFY2(std::abs(player.passed - 400 * passing) <= 3, qPrintable(QString::number(player.passed)));
        QCOMPARE(player.breaker.admittedShare().value, int(passing * 1000));
    }

    void peopleHoldItAndLetGo()
    {
        Player player(small());
        Breaker &breaker = player.breaker;
        const Admission before = breaker.allow(at(0s));
        const auto held = breaker.force(BreakerState::forcedOpen, at(0s));
        QVERIFY(held && held->rule == BreakerRule::person && held->to == BreakerState::forcedOpen);
        QVERIFY(!breaker.force(BreakerState::forcedOpen, at(0s)));
        QVERIFY(!breaker.record(before, CallResult::failure, 1ms, at(0s)));
        QCOMPARE(breaker.allow(at(1000h)).reason, AdmissionReason::forcedOpen);
        QCOMPARE(breaker.release(at(0s), BreakerRule::expired)->to, BreakerState::halfOpen);
        QVERIFY(!breaker.release(at(0s)));
        QCOMPARE(breaker.force(BreakerState::disabled, at(0s))->to, BreakerState::disabled);
        QCOMPARE(player.play("ffffffffffffffff"), std::string());
        QCOMPARE(player.refused, 0);
        QCOMPARE(breaker.release(at(0s))->to, BreakerState::closed);
        QCOMPARE(player.play("f"), std::string()); // What happened meanwhile is not held against it.
        player.play("ssff");
        QCOMPARE(breaker.reset(at(0s))->to, BreakerState::closed);
        QCOMPARE(breaker.figures(at(0s)).calls, 0);
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, breaker.force(BreakerState::open, at(0s)));
    }

    void theSequentialTestSeesASmallFaultAndNotABurst()
    {
        Random random(4711);
        Breaker breaker(BreakerPolicy(), 1);
        Duration now{};
        // 100 calls a second.
        const auto run = [&](Duration length, double failing) {
            for (const Duration end = now + length; now < end; now += 10ms) {
                const bool fails = random.chance(failing);
                breaker.record(breaker.allow(at(now)), fails ? CallResult::failure : CallResult::success, 5ms, at(now));
            }
        };
        run(120s, 0.005);
        QCOMPARE(breaker.state(), BreakerState::closed);
        QVERIFY(breaker.usualFailures() > 0.003 && breaker.usualFailures() < 0.008);
        run(1s, 0.3); // A burst: thirty failures in one second.
        QCOMPARE(breaker.state(), BreakerState::closed);
        run(20s, 0.005);
        QCOMPARE(breaker.state(), BreakerState::closed);
        run(6s, 0.10);
        QCOMPARE(breaker.state(), BreakerState::degraded);
        QVERIFY(breaker.figures(at(now)).score >= 25);
        QCOMPARE(breaker.admittedShare(), whole); // Ninety good calls are not rejected for ten bad ones.
        run(20s, 0.005);
        QCOMPARE(breaker.state(), BreakerState::closed);
    }

    void aFewScatteredFailuresAreASuspicion()
    {
        Breaker breaker{BreakerPolicy()};
        std::optional<BreakerChange> change;
        for (int i = 0; i < 1200 && !change; ++i) { // 20 calls a second; from the 40th second on one in 20 fails.
            const Instant now = at(i * 50ms);
            const bool fails = i > 800 && i % 20 == 0;
            change = breaker.record(breaker.allow(now), fails ? CallResult::failure : CallResult::success, 5ms, now);
        }
        QVERIFY(change);
        QCOMPARE(change->rule, BreakerRule::sequential);
        QVERIFY(change->figures.score < change->figures.scoreAlarm);
        QCOMPARE(change->to, BreakerState::degraded);
    }

    void opensWhenNothingSucceedsAnyMore()
    {
        BreakerPolicy policy;
        policy.callsMin = 1000; // No rate can tell.
        Breaker breaker(policy);
        for (int i = 0; i < 60; ++i)
            breaker.record(breaker.allow(at(i * 500ms)), CallResult::success, 5ms, at(i * 500ms));
        std::optional<BreakerChange> change;
        int failures = 0;
        for (int i = 60; i < 100 && !(change && change->to == BreakerState::open); ++i, ++failures)
            change = breaker.record(breaker.allow(at(i * 500ms)), CallResult::failure, 5ms, at(i * 500ms));
        QVERIFY(change);
        QCOMPARE(change->rule, BreakerRule::sequential);
        QVERIFY2(failures >= 16 && failures <= 18, qPrintable(QString::number(failures)));
    }

    void badPoliciesAreNamed()
    {
        QCOMPARE(problemOf(BreakerPolicy()), nullptr);
        QVERIFY(problemOf({.window = 1ms}));
        QVERIFY(problemOf({.windowCalls = 2000}));
        QVERIFY(problemOf({.probesMax = 16}));
        QVERIFY(problemOf({.openFirst = 10s, .openMax = 5s}));
        QVERIFY(problemOf({.rampShares = {Permille{500}, Permille{100}, Permille{600}, Permille{1000}}}));
        QVERIFY(problemOf({.sequential = {.alarm = 0.0 / 0.0}}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, Breaker({.callsMin = 0}));
    }
};

QTEST_APPLESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
