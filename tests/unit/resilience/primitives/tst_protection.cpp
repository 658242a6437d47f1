// SPDX-License-Identifier: GPL-3.0-or-later
// Bulkheads, limits and time-outs that adapt, fallbacks, and all of it in its one order; and that none of it allocates.
#include "core/base/describe.h"
#include "core/base/random.h"
#include "core/resilience/protection.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

std::atomic<long> allocations{0};

constexpr Instant start{Duration(1h)};

} // namespace

void *operator new(std::size_t size)
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void *const memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace {

// A target that takes 10 ms for each of at most 8 calls at once; more of them wait for each other.
Duration served(int inside)
{
    return 10ms * std::max(1, (inside + 7) / 8);
}

// Runs an adaptive limit for so many seconds of full demand; gives the limit at the end.
template<class Serve>
int limitAfter(AdaptiveLimit &limit, int seconds, Serve serve, int demand = 1000)
{
    static Instant now = start;
    for (const Instant end = now + std::chrono::seconds(seconds); now < end; now += 10ms)
        for (int i = 0; i < 10; ++i) {
            const int inside = std::min(limit.limit(), demand);
            const auto [took, dropped] = serve(inside);
            limit.record(took, dropped, inside, now);
        }
    return limit.limit();
}

struct Served
{
    Duration took;
    bool dropped;
};

// Clock, patience and ears of a caller in virtual time.
struct World
{
    Instant now = start;
    std::vector<std::string> turns;
    auto surroundings()
    {
        auto look = [this] { return now; };
        auto wait = [this](Duration time) { now += time; };
        auto tell = [this](const BreakerChange &change) { turns.emplace_back(nameOf(change.to)); };
        return Surroundings<decltype(look), decltype(wait), decltype(tell)>{look, wait, tell};
    }
};

} // namespace

class TestProtection : public QObject
{
    Q_OBJECT

private slots:
    void aBulkheadHoldsSoManyAndNoMore()
    {
        Bulkhead bulkhead(2);
        QVERIFY(bulkhead.enter() && bulkhead.enter());
        QVERIFY(!bulkhead.enter());
        bulkhead.enterAnyway();
        QCOMPARE(bulkhead.inside(), 3);
        bulkhead.leave();
        QVERIFY(!bulkhead.enter());
        bulkhead.setLimit(3);
        QVERIFY(bulkhead.enter());
        bulkhead.setLimit(1);
        bulkhead.leave(), bulkhead.leave();
        QVERIFY(!bulkhead.enter());
        bulkhead.leave();
        QVERIFY(bulkhead.enter());
    }

    void aLineServesWhoCanStillMakeIt()
    {
        using Line = WaitingLine<int>;
        Line line(3);
        std::vector<int> expired;
        const auto leaves = [&expired](int id) { expired.push_back(id); };
        QCOMPARE(line.push(1, Deadline::after(start, 1s), start, leaves), Line::Joined::waiting);
        QCOMPARE(line.push(2, Deadline::after(start, 9s), start, leaves), Line::Joined::waiting);
        QCOMPARE(line.push(3, Deadline{start - 1ns}, start, leaves), Line::Joined::tooLate);
        QCOMPARE(line.push(4, Deadline::after(start, 3s), start, leaves), Line::Joined::waiting);
        QCOMPARE(line.push(5, Deadline::after(start, 9s), start, leaves), Line::Joined::full);
        QCOMPARE(line.firstDeadline(), std::optional(start + 1s));
        // Two seconds on, the first has expired: there is room for one more.
        QCOMPARE(line.push(6, Deadline::after(start, 9s), start + 2s, leaves), Line::Joined::waiting);
        QCOMPARE(expired, std::vector<int>{1});
        QVERIFY(line.remove(2) && !line.remove(2));
        // Number 4 has one second left and would need two.
        QCOMPARE(line.pop(start + 2s, 2s, leaves), std::optional(6));
        QCOMPARE(expired, (std::vector<int>{1, 4}));
        QVERIFY(!line.pop(start + 2s, 0s, leaves));
        QCOMPARE(Line(0).push(1, {}, start, leaves), Line::Joined::full);
    }

    void theLimitFindsWhatTheTargetBears()
    {
        AdaptiveLimit limit({.first = 4});
        const auto serve = [](int inside) { return Served{served(inside), false}; };
        const int found = limitAfter(limit, 120, serve);
        QVERIFY2(found >= 6 && found <= 20, qPrintable(QString::number(found)));
        QVERIFY(limit.ownTime() >= 10ms && limit.ownTime() <= 15ms);
    }

    void constantTimeoutsDoNotRaiseTheLimit()
    {
        AdaptiveLimit limit({.first = 20});
        const int found = limitAfter(limit, 60, [](int) { return Served{1s, true}; });
        QCOMPARE(found, 1);
    }

    void growingTimesLowerTheLimitWithoutDrift()
    {
        AdaptiveLimit limit({.first = 50});
        limitAfter(limit, 5, [](int) { return Served{10ms, false}; });
        const int before = limit.limit();
        // Times at twice the target's own, for whatever reason: a gradient of 0.75, and no allowance on top.
        int last = before;
        for (int second = 0; second < 10; ++second) {
            const int now = limitAfter(limit, 1, [](int) { return Served{20ms, false}; });
            QVERIFY(now <= last);
            last = now;
        }
        QVERIFY2(last < before * 8 / 10, qPrintable(QString::number(last)));
    }

    void anIdleCallerDoesNotRaiseTheLimit()
    {
        AdaptiveLimit limit({.first = 20});
        QCOMPARE(limitAfter(limit, 60, [](int) { return Served{10ms, false}; }, 3), 20);
    }

    void theDigestIsRightWithinABucket()
    {
        Random random(12);
        LatencyDigest digest;
        std::vector<Duration> all;
        for (int i = 0; i < 20'000; ++i) {
            all.push_back(Duration(std::int64_t(1e6 * std::exp2(random.unit() * 12))));
            digest.add(all.back());
        }
        std::sort(all.begin(), all.end());
        for (const int permille : {10, 500, 900, 990, 999}) {
            const Duration exact = all[std::size_t(permille) * all.size() / 1000 - 1];
            const Duration found = digest.quantile(Permille{permille});
            QVERIFY(found >= exact && found <= exact * 9 / 8 + 1us);
        }
        QCOMPARE(digest.count(), std::uint64_t(20'000));
        digest.fade();
        QVERIFY(digest.count() > 9'800 && digest.count() <= 10'000);
        QCOMPARE(LatencyDigest().quantile(Permille{990}), Duration{});
        for (const std::int64_t edge : {std::int64_t(0), std::int64_t(-5), std::int64_t(1), (std::int64_t(1) << 62)}) {
            LatencyDigest one;
            one.add(Duration(edge));
            QCOMPARE(one.count(), std::uint64_t(1));
        }
        for (std::size_t bucket = 0; bucket + 1 < std::size_t(LatencyDigest::buckets); ++bucket) {
            QCOMPARE(LatencyDigest::bucketOf(LatencyDigest::endOf(bucket)), bucket + 1);
            QCOMPARE(LatencyDigest::bucketOf(LatencyDigest::endOf(bucket) - 1ns), bucket);
        }
    }

    void theTimeoutFollowsSuccessesWithinItsBounds()
    {
        AdaptiveTimeout timeout({.configured = 1s});
        Instant now = start;
        const auto feed = [&](Duration took, int calls, bool frozen) {
            for (int i = 0; i < calls; ++i, now += 50ms)
                timeout.succeeded(took, frozen, now);
        };
        QCOMPARE(timeout.current(), Duration(1s));
        feed(600ms, 99, false);
        QCOMPARE(timeout.current(), Duration(1s)); // Too few.
        feed(600ms, 200, false);
        QVERIFY(timeout.current() >= 900ms && timeout.current() <= 1100ms);
        feed(10s, 5000, true); // Frozen.
        QVERIFY(timeout.current() <= 1100ms);
        feed(10s, 5000, false);
        QCOMPARE(timeout.current(), Duration(3s)); // The ceiling is three times what is configured.
        feed(1ms, 200'000, false);
        QCOMPARE(timeout.current(), Duration(500ms)); // And the floor half of it.
        AdaptiveTimeout fixed({.configured = 1s, .adapts = false});
        for (int i = 0; i < 1000; ++i)
            fixed.succeeded(10ms, false, start + i * 1s);
        QCOMPARE(fixed.current(), Duration(1s));
    }

    void aFallbackSaysThatItIsOne()
    {
        LastGood<std::string> kept;
        QVERIFY(!kept.get(start, 1h));
        kept.keep("ten replicas", start);
        const auto answer = lastGood(kept, 1min)(start + 30s);
        QVERIFY(answer && answer->isFallback());
        QCOMPARE(answer->value, std::string("ten replicas"));
        QCOMPARE(answer->age, Duration(30s));
        QVERIFY(!lastGood(kept, 1min)(start + 61s));
        QCOMPARE(fixedValue(7)(start)->origin, Origin::fixed);
        QCOMPARE(computedBy([](Instant now) { return now == start; })(start)->origin, Origin::computed);
        QVERIFY(!Answer<int>{1}.isFallback());
    }

    void aCallIsRetriedWithOneKeyAndThenAnswers()
    {
        World world;
        Target target;
        RetryRun run({}, Deadline::after(start, 60s), 1, "key");
        auto around = world.surroundings();
        int calls = 0;
        const auto result = protect(target, run, around, [&](const Attempt &attempt) -> Tried<int> {
            ++calls;
            world.now += 10ms;
            if (attempt.key != "key" || attempt.number != calls || attempt.deadline.left(start) > attempt.timeout + 10s)
                return {.failure = AttemptFailure::refused};
            return calls < 3 ? Tried<int>{} : Tried<int>{.value = 42};
        });
        QCOMPARE(result.attempts, 3);
        QVERIFY(result.answer && !result.answer->isFallback());
        QCOMPARE(result.answer->value, 42);
        QVERIFY(world.now > start + 100ms); // It waited between.
        QCOMPARE(target.bulkhead().inside(), 0);
    }

    void whatCannotGoIsNotCalled()
    {
        World world;
        Target target({.bulkhead = 1});
        auto around = world.surroundings();
        int calls = 0;
        const auto call = [&](const Attempt &) -> Tried<int> { return ++calls, Tried<int>{.value = 1}; };
        RetryRun late({}, Deadline{start}, 1);
        QCOMPARE(protect(target, late, around, call).obstacle, Obstacle::deadline);
        const Passage inside = target.begin(start, {});
        RetryRun full({}, {}, 1);
        QCOMPARE(protect(target, full, around, call).obstacle, Obstacle::bulkhead);
        target.abandon(inside, start);
        target.breaker().force(BreakerState::forcedOpen, start);
        RetryRun held({}, {}, 1);
        const auto result = protect(target, held, around, call, fixedValue(9));
        QCOMPARE(result.obstacle, Obstacle::breaker);
        QCOMPARE(result.answer->origin, Origin::fixed);
        QCOMPARE(calls, 0);
        QCOMPARE(target.bulkhead().inside(), 0);
        QCOMPARE(target.breaker().figures(start).calls, 0);
    }

    void anUnknownWriteEndsTheRunWithALook()
    {
        World world;
        Target target;
        auto around = world.surroundings();
        RetryRun run({}, {}, 1, "key");
        const auto result = protect(target, run, around, [](const Attempt &) -> Tried<int> { return {.failure = AttemptFailure::unknown}; });
        QCOMPARE(result.stop, RetryStop::lookFirst);
        QCOMPARE(result.attempts, 1);
        QCOMPARE(target.breaker().figures(start).failures, 1);
    }

    void ourOwnOverloadAndThrottlingAreNoFaultOfTheTarget()
    {
        QCOMPARE(resultOf(AttemptFailure::ours), CallResult::ignored);
        QCOMPARE(resultOf(AttemptFailure::throttled), CallResult::ignored);
        QCOMPARE(resultOf(AttemptFailure::refused), CallResult::success);
        QCOMPARE(resultOf(AttemptFailure::unknown), CallResult::failure);
    }

    void aTargetThatFailsIsLeftAloneAndTakenBack()
    {
        World world;
        Target target;
        auto around = world.surroundings();
        bool fails = true;
        int calls = 0;
        const auto call = [&](const Attempt &) -> Tried<int> {
            ++calls;
            world.now += 5ms;
            return fails ? Tried<int>{} : Tried<int>{.value = 1};
        };
        const auto run = [&](Duration length) {
            int answers = 0, asked = 0;
            for (const Instant end = world.now + length; world.now < end; world.now += 45ms, ++asked) {
                RetryRun attempts({.attempts = 2, .first = 1ms}, {}, std::uint64_t(asked));
                answers += bool(protect(target, attempts, around, call).answer);
            }
            return std::pair(answers, asked);
        };
        fails = false;
        run(30s);
        fails = true, calls = 0;
        const auto [none, offered] = run(60s);
        QCOMPARE(none, 0);
        QVERIFY2(calls < offered * 15 / 100, qPrintable(QString::number(calls)));
        fails = false;
        run(25s);
        const auto [answers, asked] = run(10s);
        QCOMPARE(answers, asked);
        QCOMPARE(world.turns.back(), std::string("closed"));
    }

    void nothingAllocates()
    {
        TargetPolicy policy;
        policy.adaptiveLimit = AdaptiveLimitPolicy();
        policy.breaker.windowCalls = 100;
        Target target(policy);
        RetryRun run({.attempts = 1'000'000}, {}, 1, "a key that is longer than a short string holds");
        Random random(4);
        Instant now = start;
        int turns = 0;
        const long before = allocations.load();
        for (int i = 0; i < 200'000; ++i) {
            now += 3ms;
            BreakerChange change;
            const Passage passage = target.begin(now, Deadline::after(now, 5s), CallKind::first, &change);
            turns += passage.admission.turned;
            const bool fails = random.chance(i / 20'000 % 2 ? 0.8 : 0.01);
            turns += target.end(passage, fails ? CallResult::failure : CallResult::success, now + 2ms).has_value();
            if (fails)
                run.next(AttemptFailure::failed, {}, now, target.budget(), target.isDegraded());
        }
        const long after = allocations.load();
        QCOMPARE(after - before, 0L);
        QVERIFY(turns > 20); // The cold ways were gone as well.
    }
};

QTEST_APPLESS_MAIN(TestProtection)
#include "tst_protection.moc"
