// SPDX-License-Identifier: GPL-3.0-or-later
// The windows equal a naive recount, whatever comes in whatever order of time.
#include "core/base/random.h"
#include "core/resilience/sequential.h"
#include "core/resilience/window.h"

#include <QTest>

#include <cmath>
#include <deque>
#include <limits>
#include <vector>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

struct Told
{
    std::int64_t slice;
    Counted call;
};

void count(Tally &tally, Counted call)
{
    ++tally.calls;
    tally.failures += call.failed;
    tally.slowWell += call.slow && !call.failed;
    tally.slowFailed += call.slow && call.failed;
}

Counted anyCall(Random &random)
{
    return {.failed = random.chance(0.3), .slow = random.chance(0.2)};
}

} // namespace

class TestWindows : public QObject
{
    Q_OBJECT

private slots:
    void slicingEqualsDivision()
    {
        Random random(17);
        for (const std::int64_t length : {std::int64_t(1), std::int64_t(2), std::int64_t(3), std::int64_t(10'000'000),
                                          std::int64_t(625'000'000), std::int64_t(225'000'000'000), std::int64_t(1) << 40}) {
            const Slicing slicing(length);
            for (int i = 0; i < 20'000; ++i) {
                const std::int64_t moment = std::int64_t(random.next() >> 1) >> (i % 63);
                QCOMPARE(slicing.of(Instant(Duration(moment))), moment / length);
                // Its edges are where a reciprocal would go wrong.
                const std::int64_t edge = moment / length * length;
                QCOMPARE(slicing.of(Instant(Duration(edge))), moment / length);
                QCOMPARE(slicing.of(Instant(Duration(std::max<std::int64_t>(0, edge - 1)))), std::max<std::int64_t>(0, edge - 1) / length);
            }
            QCOMPARE(slicing.of(Instant::max()), std::numeric_limits<std::int64_t>::max() / length);
            QCOMPARE(slicing.of(Instant(Duration(-1))), std::int64_t(-1));
        }
    }

    void theRingEqualsARecount()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Random random(seed);
            BasicWindow<std::atomic> window;
            std::vector<Told> told;
            std::int64_t slice = std::int64_t(random.below(40)), newest = -1;
            for (int step = 0; step < 400; ++step) {
                if (random.chance(0.3))
                    slice += std::int64_t(random.chance(0.05) ? random.below(60) : random.below(3));
                // Now and then somebody is late by up to two rings.
                const std::int64_t where = random.chance(0.1) ? std::max<std::int64_t>(0, slice - std::int64_t(random.below(32))) : slice;
                const Counted call = anyCall(random);
                QCOMPARE(window.add(where, call), where > newest);
                newest = std::max(newest, where);
                if (where > newest - 16)
                    told.push_back({where, call});
                for (const int length : {1, 5, 16}) {
                    Tally expected;
                    for (const Told &one : told)
                        if (one.slice > newest - length && one.slice <= newest)
                            count(expected, one.call);
                    QVERIFY(window.sum(newest, length) == expected);
                }
            }
        }
    }

    void theRingIsNotFooledWhenItsEpochsGoRound()
    {
        BasicWindow<std::atomic> window;
        window.add(5, {.failed = true});
        const std::int64_t round = std::int64_t(1) << 20; // 16 slices, epochs of 16 bits.
        window.add(5 + round + 3, {});
        QCOMPARE(window.sum(5 + round + 3).calls, 1u);
        window.add(5 + round, {});
        QCOMPARE(window.at(5 + round), (Tally{.calls = 1}));
    }

    void whatLeavesTheRingIsToldOnce()
    {
        struct Listener
        {
            std::uint32_t &finishedCalls;
            std::uint32_t &leftCalls;
            void finished(const Tally &tally, std::int64_t) const { finishedCalls += tally.calls; }
            void left(const Tally &tally) const { leftCalls += tally.calls; }
        };
        Random random(5);
        BasicWindow<std::atomic> window;
        std::uint32_t finished = 0, left = 0, added = 0, current = 0;
        for (std::int64_t slice = 0; slice < 2000; slice += std::int64_t(1 + random.below(random.chance(0.1) ? 40 : 2))) {
            current = std::uint32_t(random.below(5));
            for (std::uint32_t i = 0; i < current; ++i)
                window.add(slice, {}, Listener{finished, left});
            added += current;
        }
        const std::uint32_t inTheRing = window.sum(window.newest()).calls;
        QCOMPARE(left + inTheRing, added);
        QCOMPARE(finished + window.at(window.newest()).calls, added);
    }

    void aSliceThatIsFullStaysFull()
    {
        BasicWindow<std::atomic> window;
        for (int i = 0; i < (1 << 24) + 100'000; ++i)
            window.add(3, {.failed = true});
        QVERIFY(window.at(3).calls >= (1u << 24) - 70'000);
        QCOMPARE(window.at(3).calls, window.at(3).failures);
        window.add(4, {});
        QCOMPARE(window.at(4), (Tally{.calls = 1}));
    }

    void theWindowOfCallsEqualsARecount()
    {
        for (const std::uint64_t length : {1, 2, 63, 64, 65, 100, 1024}) {
            Random random(length);
            BasicCallWindow<std::atomic> window;
            std::deque<Counted> last;
            for (int i = 0; i < 5000; ++i) {
                const Counted call = anyCall(random);
                window.add(length, call);
                last.push_back(call);
                if (last.size() > length)
                    last.pop_front();
                Tally expected;
                for (const Counted &one : last)
                    count(expected, one);
                if (i % 7 == 0 || i < 20)
                    QVERIFY(window.sum(length) == expected);
                if (i == 3000) {
                    window.forget();
                    last.clear();
                    QVERIFY(window.sum(length) == Tally());
                }
            }
        }
    }

    void theRatioIsTheBinomialOne()
    {
        // 4 of 120 against 0.5 %: 4 ln(0.0333/0.005) + 116 ln(0.9667/0.995), by hand.
        QVERIFY(std::abs(likelihoodRatio({.calls = 120, .failures = 4}, 0.005) - 4.238) < 0.001);
        QCOMPARE(likelihoodRatio({.calls = 1000, .failures = 5}, 0.005), 0.0);
        QVERIFY(std::abs(likelihoodRatio({.calls = 3, .failures = 3}, 0.5) - 3 * std::log(2)) < 1e-12);
        const Odds odds = oddsOf({}, 0.005);
        QVERIFY(std::abs(odds.bad - 0.105) < 1e-12);
        QVERIFY(std::abs(odds.failure - std::log(21)) < 1e-12);
        QVERIFY(odds.success < 0);
        QCOMPARE(oddsOf({}, 0.9).usual, 0.2);
        QCOMPARE(oddsOf({}, 0).usual, 0.002);
    }

    void theSumIsTheMaximumOverAllThatCameLast()
    {
        SequentialPolicy policy;
        policy.alarm = 1000; // Far from the bounds of slice and sum.
        policy.alarmSlices = 1;
        BasicSequential<std::atomic> test(policy);
        const Odds odds = test.odds();
        Random random(3);
        std::vector<double> evidence;
        for (int i = 0; i < 200; ++i) {
            const std::uint32_t calls = std::uint32_t(random.below(30));
            const Tally slice{.calls = calls, .failures = std::uint32_t(random.below(calls / 8 + 1))};
            test.close(policy, slice);
            evidence.push_back(slice.failures * odds.failure + (slice.calls - slice.failures) * odds.success);
            double best = 0, sum = 0;
            for (auto at = evidence.rbegin(); at != evidence.rend(); ++at)
                best = std::max(best, sum += *at);
            QVERIFY(std::abs(test.score(policy, {}) - best) < 1e-9);
        }
    }

    void burstsThatAreHabitDullTheTest()
    {
        const SequentialPolicy policy;
        BasicSequential<std::atomic> steady(policy), bursty(policy);
        Random random(8);
        for (int slice = 0; slice < 3000; ++slice) {
            std::uint32_t failures = 0;
            for (int call = 0; call < 100; ++call)
                failures += random.chance(0.005);
            steady.learn(policy, {.calls = 100, .failures = failures}, 0.001);
            bursty.learn(policy, {.calls = 100, .failures = slice % 50 == 0 ? 25u : 0u}, 0.001);
        }
        QCOMPARE(steady.dulling(policy), 1.0);
        QVERIFY(bursty.dulling(policy) > 2);
        QVERIFY(std::abs(steady.odds().usual - bursty.odds().usual) < 0.002);
    }
};

QTEST_APPLESS_MAIN(TestWindows)
#include "tst_windows.moc"
