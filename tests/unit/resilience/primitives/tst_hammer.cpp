// SPDX-License-Identifier: GPL-3.0-or-later
// Many threads on one target at once: nothing is lost, nothing is told twice, no bound is broken. Meant to run under the
// thread sanitizer as well, which finds what the interleavings of the model cannot.
#include "core/base/random.h"
#include "core/resilience/protection.h"

#include <QTest>

#include <array>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

constexpr int threads = 4;

void together(const std::function<void(int)> &work)
{
    std::atomic<bool> go{false};
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread)
        all.emplace_back([&, thread] {
            while (!go.load()) {
            }
            work(thread);
        });
    go = true;
    for (std::thread &one : all)
        one.join();
}

// Changes into each state less those out of it.
struct Balance
{
    std::array<std::atomic<int>, 7> states{};
    void operator()(const BreakerChange &change)
    {
        ++states[std::size_t(change.to)];
        --states[std::size_t(change.from)];
    }
};

} // namespace

class TestHammer : public QObject
{
    Q_OBJECT

private slots:
    void noCallIsLostFromTheRing()
    {
        constexpr int each = 60'000;
        for (int round = 0; round < 20; ++round) {
            BasicWindow<std::atomic> window;
            together([&](int thread) {
                for (int i = 0; i < each; ++i) // Through fifteen slices, each thread at its own pace.
                    window.add(i / 4000, {.failed = i % 3 == thread % 3, .slow = i % 5 == 0});
            });
            const Tally sum = window.sum(14);
            QCOMPARE(sum.calls, std::uint32_t(threads * each));
            QCOMPARE(sum.failures, std::uint32_t(threads * each / 3));
            QCOMPARE(sum.slow(), std::uint32_t(threads * each / 5));
        }
    }

    void noCallIsLostFromTheWindowOfCalls()
    {
        BasicCallWindow<std::atomic> window;
        together([&](int thread) {
            for (int i = 0; i < 50'000; ++i)
                window.add(512, {.failed = (i + thread) % 2 == 0});
        });
        // Once all is quiet, a whole turn of successes leaves nothing behind.
        for (int i = 0; i < 512; ++i)
            window.add(512, {});
        QCOMPARE(window.sum(512), (Tally{.calls = 512}));
    }

    void everyChangeIsToldOnceAndProbesStayFew()
    {
        BreakerPolicy policy;
        policy.consecutive = 4;
        policy.openFirst = policy.openMax = 5ms;
        policy.probesMax = 1;
        policy.probesNeeded = 2;
        policy.rampStep = 5ms;
        Breaker breaker(policy, 3);
        Balance balance;
        std::atomic<std::int64_t> clock{0};
        std::array<std::atomic<int>, 4096> probing{};
        std::atomic<int> tooMany{0}, changes{0};
        const auto tell = [&](const std::optional<BreakerChange> &change) {
            if (change)
                balance(*change), ++changes;
        };
        together([&](int thread) {
            Random random{std::uint64_t(thread)};
            for (int i = 0; i < 100'000; ++i) {
                const Instant now{Duration(clock.fetch_add(10'000))};
                if (thread == 0 && i % 5000 == 0) {
                    tell(i % 10'000 ? breaker.release(now) : breaker.force(i % 20'000 ? BreakerState::disabled : BreakerState::forcedOpen, now));
                    continue;
                }
                BreakerChange change;
                const Admission admission = breaker.allow(now, &change);
                if (admission.turned)
                    tell(change);
                if (admission.isProbe && ++probing[admission.generation] > 1)
                    ++tooMany;
                if (admission.isProbe)
                    --probing[admission.generation];
                const bool fails = random.chance(i / 10'000 % 2 ? 0.9 : 0.02);
                tell(breaker.record(admission, fails ? CallResult::failure : CallResult::success, 1ms, now));
            }
        });
        QCOMPARE(tooMany.load(), 0);
        QVERIFY(changes > 100);
        for (int state = 0; state < 7; ++state)
            QCOMPARE(balance.states[std::size_t(state)].load(),
                     int(breaker.state() == BreakerState(state)) - int(BreakerState(state) == BreakerState::closed));
    }

    void theBudgetKeepsItsBound()
    {
        RetryBudget budget({.share = Permille{100}, .burst = 10, .floorEvery = 1s});
        std::atomic<int> grants{0}, successes{0};
        std::atomic<std::int64_t> clock{0};
        together([&](int) {
            for (int i = 0; i < 100'000; ++i) {
                budget.earn(), ++successes;
                for (int again = 0; again < 3; ++again)
                    grants += budget.take(Spending::retry, Instant(Duration(clock.fetch_add(100'000))), again == 1);
            }
        });
        const double seconds = double(clock.load()) / 1e9;
        QVERIFY(grants <= 10 + successes / 10 + 1 + seconds);
        QVERIFY(grants > successes / 20);
    }

    void everyPlaceComesBackAndTheRestHoldsToo()
    {
        TargetPolicy policy;
        policy.adaptiveLimit = AdaptiveLimitPolicy{.first = 3, .most = 8};
        Target target(policy);
        std::atomic<int> inside{0}, crowd{0};
        std::atomic<std::int64_t> clock{1};
        together([&](int thread) {
            Random random{std::uint64_t(thread) + 10};
            for (int i = 0; i < 50'000; ++i) {
                const Instant now{Duration(clock.fetch_add(50'000))};
                const Passage passage = target.begin(now, Deadline::after(now, 1s), CallKind(i % 3));
                if (!passage.free())
                    continue;
                if (++inside > 8)
                    ++crowd;
                --inside;
                const auto kind = random.below(50);
                target.end(passage, kind == 0 ? CallResult::ignored : kind < 3 ? CallResult::failure : CallResult::success, now + 1ms);
            }
        });
        QCOMPARE(crowd.load(), 0);
        QCOMPARE(target.bulkhead().inside(), 0);
        QVERIFY(target.bulkhead().limit() >= 1 && target.bulkhead().limit() <= 8);
    }
};

QTEST_APPLESS_MAIN(TestHammer)
#include "tst_hammer.moc"
