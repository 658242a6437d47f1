// SPDX-License-Identifier: GPL-3.0-or-later
// The protection of calls that are coroutines, on a clock that only waiting moves.
#include <QTest>

#include "core/drivers/coroutine/protect_task.h"

#include <stdexcept>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

using Result = Protected<int>;

/// What the calls answer, one after another; the last one for ever.
struct Bench
{
    explicit Bench(std::vector<Tried<int>> script, const TargetPolicy &policy = {})
        : answers(std::move(script))
        , target(std::make_shared<Target>(policy, 7))
    {
    }

    Result run(Duration total = 30s) { return QCoro::waitFor(begin(total)); }

    QCoro::Task<Result> begin(Duration total = 30s)
    {
        const RetryRun attempts(target->policy().retry, Deadline::after(now, total), 11, "plan-7/3");
        TaskSurroundings around{.now = [this] { return now; },
                                .wait = [this](Duration wait) { return pass(wait); },
                                .tell = [this](const BreakerChange &change) { turns.push_back(change); }};
        return protectTask<int>(target, attempts, around, [this](const Attempt &attempt) { return answer(attempt); });
    }

    QCoro::Task<bool> pass(Duration wait)
    {
        now += wait;
        waited.push_back(wait);
        co_return goesOn;
    }
    QCoro::Task<Tried<int>> answer(const Attempt &attempt)
    {
        keys.push_back(attempt.key);
        timeouts.push_back(attempt.timeout);
        now += took;
        if (throws)
            throw std::runtime_error("of the caller's own");
        const Tried<int> tried = answers[std::min(next, answers.size() - 1)];
        ++next;
        co_return tried;
    }

    std::vector<Tried<int>> answers;
    std::shared_ptr<Target> target;
    Instant now = Instant(1000s);
    Duration took = 10ms;
    bool goesOn = true;
    bool throws = false;
    std::size_t next = 0;
    std::vector<std::string> keys;
    std::vector<Duration> timeouts;
    std::vector<Duration> waited;
    std::vector<BreakerChange> turns;
};

const Tried<int> well{.value = 42};
const Tried<int> failed{.failure = AttemptFailure::failed};
const Tried<int> unknown{.failure = AttemptFailure::unknown};

} // namespace

class TestProtectTask : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerIsHandedOn()
    {
        Bench bench({well});
        const Result result = bench.run();
        QCOMPARE(result.answer->value, 42);
        QCOMPARE(result.attempts, 1);
        QVERIFY(!result.answer->isFallback());
        QVERIFY(bench.waited.empty());
    }

    void whatFailsIsTriedAgainUnderTheSameKey()
    {
        Bench bench({failed, failed, well});
        const Result result = bench.run();
        QCOMPARE(result.answer->value, 42);
        QCOMPARE(result.attempts, 3);
        QCOMPARE(bench.waited.size(), std::size_t(2));
        for (const std::string &key : bench.keys)
            QCOMPARE(key, std::string("plan-7/3"));
        QCOMPARE(bench.target->bulkhead().inside(), 0);
    }

    void aWriteWithoutAnAnswerIsLookedAtFirst()
    {
        Bench bench({unknown});
        const Result result = bench.run();
        QVERIFY(!result.answer);
        QVERIFY(result.stop == RetryStop::lookFirst);
        QCOMPARE(result.attempts, 1);
    }

    void theTotalDeadlineHoldsForAllAttempts()
    {
        Bench bench({failed});
        bench.took = 2s;
        const Instant began = bench.now;
        const Result result = bench.run(3s);
        QVERIFY(!result.answer);
        QVERIFY(bench.now - began <= 5s);
        for (const Duration timeout : bench.timeouts)
            QVERIFY(timeout <= 3s);
    }

    void anOpenBreakerLetsNothingThrough()
    {
        Bench bench({well});
        bench.target->breaker().force(BreakerState::forcedOpen, bench.now);
        const Result result = bench.run();
        QVERIFY(result.obstacle == Obstacle::breaker);
        QCOMPARE(result.attempts, 0);
        QVERIFY(bench.keys.empty());
    }

    void aBreakerThatTurnsIsTold()
    {
        TargetPolicy policy;
        policy.breaker.consecutive = 2;
        Bench bench({failed}, policy);
        bench.run();
        QCOMPARE(bench.turns.size(), std::size_t(1));
        QVERIFY(bench.turns.front().to == BreakerState::open);
    }

    void whoeverEndsIsNotKeptWaiting()
    {
        Bench bench({failed});
        bench.goesOn = false;
        const Result result = bench.run();
        QVERIFY(result.stop == RetryStop::ours);
        QCOMPARE(result.attempts, 1);
        QCOMPARE(bench.target->bulkhead().inside(), 0);
    }

    void anExceptionGivesThePlaceBack()
    {
        Bench bench({well});
        bench.throws = true;
        const auto task = bench.begin(); // Nothing in it waits for the event loop, which would not hear of the exception.
        QVERIFY(task.isReady());
        QCOMPARE(bench.target->bulkhead().inside(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProtectTask)
#include "tst_protect_task.moc"
