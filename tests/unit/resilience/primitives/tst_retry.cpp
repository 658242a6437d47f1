// SPDX-License-Identifier: GPL-3.0-or-later
// Retries: when, how often, and never in vain; and the purse that pays for them.
#include "core/base/random.h"
#include "core/resilience/retry.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{Duration(1h)};
constexpr WallTime wall{784111777000}; // Sun, 06 Nov 1994 08:49:37 GMT.

} // namespace

class TestRetry : public QObject
{
    Q_OBJECT

private slots:
    void stopsForEachReason_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("retryAfterMs"); // Below zero: not told.
        QTest::addColumn<int>("deadlineMs");
        QTest::addColumn<int>("stop");
        const auto row = [](const char *name, AttemptFailure failure, int after, int deadline, RetryStop stop) {
            QTest::newRow(name) << int(failure) << after << deadline << int(stop);
        };
        row("goes on", AttemptFailure::failed, -1, 60'000, RetryStop::none);
        row("a lost answer is looked at", AttemptFailure::unknown, -1, 60'000, RetryStop::lookFirst);
        row("a refusal stays one", AttemptFailure::refused, -1, 60'000, RetryStop::refused);
        row("our own overload", AttemptFailure::ours, -1, 60'000, RetryStop::ours);
        row("overload that names no time", AttemptFailure::throttled, -1, 60'000, RetryStop::pushedBack);
        row("overload that names a time", AttemptFailure::throttled, 2'000, 60'000, RetryStop::none);
        row("a time that is too long", AttemptFailure::throttled, 30'001, 60'000, RetryStop::pushedBack);
        row("a failure that names too long a time", AttemptFailure::failed, 99'999'999, 60'000, RetryStop::pushedBack);
        row("past the deadline", AttemptFailure::throttled, 2'000, 2'000, RetryStop::deadline);
    }
    void stopsForEachReason()
    {
        QFETCH(int, failure);
        QFETCH(int, retryAfterMs);
        QFETCH(int, deadlineMs);
        QFETCH(int, stop);
        RetryBudget budget({.burst = 1000});
        RetryRun run({}, Deadline::after(start, std::chrono::milliseconds(deadlineMs)), 1, "key");
        const std::optional<Duration> after = retryAfterMs < 0 ? std::nullopt : std::optional<Duration>(std::chrono::milliseconds(retryAfterMs));
        const RetryVerdict verdict = run.next(AttemptFailure(failure), after, start, budget, false);
        QCOMPARE(int(verdict.stop), stop);
        QCOMPARE(run.attempt(), verdict.goesOn() ? 2 : 1);
        if (verdict.goesOn())
            QVERIFY(verdict.wait >= after.value_or(Duration{}));
        else
            QCOMPARE(budget.left(), whole); // A grant that is not used is not taken.
    }

    void everyAttemptCarriesTheSameKeyAndTheyEnd()
    {
        RetryBudget budget({.burst = 1000});
        RetryRun run({.attempts = 4}, {}, 7, "plan 4, step 2, do");
        int attempts = 1;
        while (run.next(AttemptFailure::failed, {}, start, budget, false).goesOn()) {
            ++attempts;
            QCOMPARE(run.key(), std::string("plan 4, step 2, do"));
        }
        QCOMPARE(attempts, 4);
        QCOMPARE(run.next(AttemptFailure::failed, {}, start, budget, false).stop, RetryStop::attempts);
    }

    void anUnknownWriteIsLookedAtBeforeItIsRepeated()
    {
        RetryBudget budget({.burst = 1000});
        RetryRun run({}, {}, 7, "key");
        QCOMPARE(run.next(AttemptFailure::unknown, {}, start, budget, false).stop, RetryStop::lookFirst);
        // Nothing else brings it past the look.
        QCOMPARE(run.next(AttemptFailure::failed, {}, start, budget, false).stop, RetryStop::lookFirst);
        run.seenWithoutEffect();
        QVERIFY(run.next(AttemptFailure::failed, {}, start, budget, false).goesOn());
        QCOMPARE(run.attempt(), 2);
    }

    void waitsDoubleInTheMedianAreBoundedAndSpread()
    {
        std::vector<std::vector<Duration>> waits(5);
        for (std::uint64_t seed = 0; seed < 4000; ++seed) {
            RetryBudget budget({.burst = 1000});
            RetryRun run({.attempts = 6, .first = 100ms, .waitMax = 1500ms}, {}, seed);
            for (auto &of : waits)
                of.push_back(run.next(AttemptFailure::failed, {}, start, budget, false).wait);
        }
        Duration before{};
        for (std::size_t at = 0; at < waits.size(); ++at) {
            std::sort(waits[at].begin(), waits[at].end());
            const Duration median = waits[at][2000];
            QVERIFY(waits[at].front() >= Duration{} && waits[at].back() <= 1500ms);
            // The curve begins flat: the second wait is hardly longer than the first.
            QVERIFY(median > before);
            if (at > 1 && at < 4) // The last one is cut off.
                QVERIFY2(median > before * 3 / 2 && median < before * 5 / 2, qPrintable(QString::number(median / 1ms)));
            before = median;
            if (at == 4)
                break;
            // No two in a thousand go together: the middle half is at least a quarter of the median wide.
            QVERIFY(waits[at][3000] - waits[at][1000] > median / 4);
        }
        QVERIFY(waits[0][2000] > 85ms && waits[0][2000] < 115ms);
    }

    void fixedWaitsStayNearTheirLength()
    {
        RetryBudget budget({.burst = 1000});
        RetryRun run({.attempts = 50, .backoff = Backoff::constant, .first = 100ms}, {}, 3);
        for (int i = 0; i < 49; ++i) {
            const Duration wait = run.next(AttemptFailure::failed, {}, start, budget, false).wait;
            QVERIFY(wait >= 75ms && wait <= 125ms);
        }
    }

    void retryAfterIsReadWithinBounds_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<qint64>("seconds"); // -1: it is nothing that we know.
        QTest::newRow("seconds") << "120" << qint64(120);
        QTest::newRow("with blanks") << " 3\t" << qint64(3);
        QTest::newRow("negative") << "-5" << qint64(0);
        QTest::newRow("huge") << "99999999" << qint64(99'999'999);
        QTest::newRow("beyond 64 bits") << "99999999999999999999999" << qint64(3'155'760'000);
        QTest::newRow("a date to come") << "Sun, 06 Nov 1994 08:51:37 GMT" << qint64(120);
        QTest::newRow("a date of 1970") << "Thu, 01 Jan 1970 00:00:00 GMT" << qint64(0);
        QTest::newRow("a far date") << "Fri, 31 Dec 9999 23:59:59 GMT" << qint64(3'155'760'000);
        QTest::newRow("no such day") << "Sun, 31 Feb 1994 08:49:37 GMT" << qint64(-1);
        QTest::newRow("no such hour") << "Sun, 06 Nov 1994 24:49:37 GMT" << qint64(-1);
        QTest::newRow("not a month") << "Sun, 06 ovD 1994 08:49:37 GMT" << qint64(-1);
        QTest::newRow("a number with a sign inside") << "Sun, -6 Nov 1994 08:49:37 GMT" << qint64(-1);
        QTest::newRow("fraction") << "1.5" << qint64(-1);
        QTest::newRow("nothing") << "" << qint64(-1);
        QTest::newRow("minus alone") << "-" << qint64(-1);
        QTest::newRow("words") << "soon" << qint64(-1);
    }
    void retryAfterIsReadWithinBounds()
    {
        QFETCH(QString, header);
        QFETCH(qint64, seconds);
        const auto read = parseRetryAfter(header.toStdString(), wall);
        QCOMPARE(read ? read->count() / 1'000'000'000 : -1, seconds);
    }

    void thePurseKeepsItsBound()
    {
        // Whatever happens in whatever order: grants <= burst + share of successes + floor.
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            Random random(seed);
            const RetryBudgetPolicy policy{.share = Permille{int(random.below(200))}, .burst = int(random.below(10)),
                                           .floorEvery = std::chrono::seconds(random.below(30)), .floorBurst = 1 + int(random.below(3))};
            RetryBudget budget(policy);
            Instant now = start;
            std::int64_t grants = 0, successes = 0;
            const double eager = random.unit();
            for (int i = 0; i < 3000; ++i) {
                now += std::chrono::milliseconds(random.below(300));
                if (random.chance(eager))
                    grants += budget.take(random.chance(0.2) ? Spending::hedge : Spending::retry, now, random.chance(0.3));
                else
                    budget.earn(), ++successes;
                const double floor = policy.floorEvery > 0s ? policy.floorBurst + inSeconds(now - start) / inSeconds(policy.floorEvery) : 0;
                QVERIFY(double(grants) <= policy.burst + double(successes) * policy.share.value / 1000 + floor);
            }
        }
    }

    void retriesStayUnderATenthOfManyCalls()
    {
        RetryBudget budget;
        Instant now = start;
        int retries = 0;
        for (int call = 0; call < 1200; ++call, now += 50ms) { // A minute at 20 a second, half of it failing.
            if (call % 2)
                budget.earn();
            else
                retries += budget.take(Spending::retry, now, false);
        }
        QVERIFY2(retries > 40 && retries < 120, qPrintable(QString::number(retries)));
    }

    void degradedHalvesAndProbesGoAnyway()
    {
        RetryBudget budget({.burst = 4, .floorEvery = 0s});
        QVERIFY(!budget.take(Spending::hedge, start, true));
        QVERIFY(budget.take(Spending::retry, start, true));
        QVERIFY(budget.take(Spending::retry, start, true));
        QVERIFY(!budget.take(Spending::retry, start, true));
        for (int i = 0; i < 10; ++i)
            QVERIFY(budget.take(Spending::probe, start, false));
        // What probes owe is paid back before anything is granted: four of debt and one to spend, at 80 permille.
        int needed = 0;
        while (!budget.take(Spending::retry, start, false))
            budget.earn(), ++needed;
        QCOMPARE(needed, 63);
    }

    void deadlinesOnlyShrink()
    {
        const Deadline total = Deadline::after(start, 10s);
        QCOMPARE(total.within(start, 3s).left(start), Duration(3s));
        QCOMPARE(total.within(start + 9s, 3s).left(start + 9s), Duration(1s));
        QCOMPARE(total.left(start + 11s), Duration{});
        QVERIFY(!total.passed(start + 10s));
        QVERIFY(total.passed(start + 10s + 1ns));
        QCOMPARE(Deadline().left(start), Duration::max());
        QCOMPARE(Deadline::after(start, Duration::max()).at, Instant::max());
        QCOMPARE(Deadline::after(start, -5s).left(start), Duration{});
    }
};

QTEST_APPLESS_MAIN(TestRetry)
#include "tst_retry.moc"
