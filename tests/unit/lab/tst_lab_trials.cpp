// SPDX-License-Identifier: GPL-3.0-or-later
// The test stand for breakers: how faults are written, what the peers' rules do call by call, what a trial measures.
#include "core/lab/breaker_rule.h"
#include "core/lab/cascade.h"
#include "core/lab/detection_study.h"
#include "core/lab/peer_rules.h"
#include "core/lab/registered_rule.h"

#include <QTest>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

/// Calls to one rule, each answered 1 ms later; time goes on by itself.
struct Caller
{
    std::unique_ptr<TargetRule> rule;
    Duration step = 10ms;
    Instant now{1h};

    /// 'g' is answered well, 'b' badly, '.' a second without a call; the answer has '-' where the rule refused.
    QByteArray play(const QByteArray &line)
    {
        QByteArray said;
        for (const char c : line) {
            now += c == '.' ? Duration(1s) : step;
            if (c == '.')
                continue;
            const Pass pass = rule->ask(now);
            said += pass.allowed ? c : '-';
            if (pass.allowed)
                rule->tell(now + 1ms, pass, c == 'b', 1ms);
        }
        return said;
    }
    bool isOpen() const { return rule->state() == BreakerState::open; }
};

TrialSetup setupOf(const char *fault, double rate = 20)
{
    return {.habits = {.rate = rate}, .fault = *readTargetFault(fault)};
}

} // namespace

class TestLabTrials : public QObject
{
    Q_OBJECT

private slots:
    void faultsAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("same");
        for (const char *text : {"errors 10%", "errors 0.5%", "errors 100%", "latency x10", "hang", "flapping 5s", "flapping 250ms",
                                 "overload x1.5", "bad host 1 of 10"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("  Errors  10% ") << QByteArray("errors 10%");
        QTest::newRow("latency 10x") << QByteArray("latency x10");
        QTest::newRow("flapping 60s") << QByteArray("flapping 1min");
    }
    void faultsAreReadAsTheyAreWritten()
    {
        QFETCH(QByteArray, same);
        const auto fault = readTargetFault(QTest::currentDataTag());
        QVERIFY(fault);
        QCOMPARE(QByteArray::fromStdString(toText(*fault)), same);
        QVERIFY(readTargetFault(toText(*fault)) == fault);
    }

    void otherWordsAreNoFault_data()
    {
        QTest::addColumn<int>("unused");
        for (const char *text : {"", " ", "errors", "errors 10", "errors 0%", "errors -1%", "errors 101%", "errors nan%", "errors 1e1%",
                                 "errors 10% 20%", "latency 10", "latency x1", "latency xinf", "hang 5s", "flapping", "flapping 0s", "flapping -5s",
                                 "flapping 5", "overload 1.5", "bad host", "bad host 2 of 10", "bad host 1 of 0", "bad host 1 of 1.5", "none"})
            QTest::newRow(text) << 0;
    }
    void otherWordsAreNoFault() { QVERIFY(!readTargetFault(QTest::currentDataTag())); }

    void resilience4jWantsHalfOfAHundredAndOpensForAMinute()
    {
        Caller caller{makeResilience4j(1)};
        caller.play(QByteArray(51, 'g') + QByteArray(49, 'b'));
        QVERIFY(!caller.isOpen());
        caller.play("b"); // The hundred now hold 50 good and 50 bad ones.
        QVERIFY(caller.isOpen());
        QCOMPARE(caller.play("g" + QByteArray(59, '.') + "g"), QByteArray("--"));
        QCOMPARE(caller.play(".ggggggbbbb"), QByteArray("ggggggbbbb")); // Ten probes, fewer than half bad.
        QCOMPARE(caller.rule->state(), BreakerState::closed);
    }
    void resilience4jSaysNothingBelowAHundredCalls()
    {
        Caller caller{makeResilience4j(1)};
        caller.play(QByteArray(99, 'b'));
        QVERIFY(!caller.isOpen());
        caller.play("b");
        QVERIFY(caller.isOpen());
    }
    void pollyWantsATenthOfAHundredWithinThirtySeconds()
    {
        Caller caller{makePolly(1)};
        caller.play(QByteArray(90, 'g') + QByteArray(9, 'b'));
        QVERIFY(!caller.isOpen());
        caller.play("b");
        QVERIFY(caller.isOpen());
        QCOMPARE(caller.play("g....g.g"), QByteArray("--g"));
        QCOMPARE(caller.rule->state(), BreakerState::closed);
        Caller slow{makePolly(1), 500ms}; // 2 calls a second never make a hundred.
        slow.play(QByteArray(500, 'b'));
        QVERIFY(!slow.isOpen());
    }
    void hystrixWantsTwentyAndHalfAndProbesOnceInFiveSeconds()
    {
        Caller caller{makeHystrix(1)};
        caller.play(QByteArray(19, 'b') + "......");
        QVERIFY(!caller.isOpen());
        caller.play(QByteArray(20, 'b') + ".g");
        QVERIFY(caller.isOpen());
        QCOMPARE(caller.play(".....bg.....gg"), QByteArray("b-gg"));
    }
    void fiveInARowAreOutForLongerEachTime()
    {
        Caller caller{makeConsecutive(1)};
        QCOMPARE(caller.play("bbbbgbbbbbg"), QByteArray("bbbbgbbbbb-"));
        QCOMPARE(caller.play(QByteArray(28, '.') + "g"), QByteArray("-"));
        QCOMPARE(caller.play(QByteArray(12, '.') + "bbbbb" + QByteArray(45, '.') + "g"), QByteArray("bbbbb-")); // Twice 30 s now.
        QCOMPARE(caller.play(QByteArray(26, '.') + "g"), QByteArray("g"));
    }
    void brpcIsolatesAtATenthOfItsWindow()
    {
        Caller caller{makeBrpc(1)};
        caller.play(QByteArray(149, 'b'));
        QVERIFY(!caller.isOpen());
        caller.play("bb"); // 150 of the long window's 3000.
        QVERIFY(caller.isOpen());
        QCOMPARE(caller.play(".g"), QByteArray("g"));
    }

    void theSameSeedIsTheSameTrial()
    {
        for (const char *fault : {"errors 25%", "overload x1.5", "hang"}) {
            const auto once = runTrial(setupOf(fault), *makeSiaga(7));
            const auto again = runTrial(setupOf(fault), *makeSiaga(7));
            QCOMPARE(once.good, again.good);
            QCOMPARE(once.turns.size(), again.turns.size());
            QVERIFY(once.detectedAfter == again.detectedAfter);
        }
    }

    void whatIsMeasuredIsWhatTheFaultDoes()
    {
        const auto failing = runTrial(setupOf("errors 25%", 200), *makeUnprotected(1));
        QVERIFY(!failing.detectedAfter);
        QCOMPARE(failing.reached, failing.wanted);
        const double bad = 1 - double(failing.good) / double(failing.wanted);
        QVERIFY2(bad > 0.23 && bad < 0.27, qPrintable(QString::number(bad)));
        QCOMPARE(failing.possible, double(failing.good)); // Nothing is kept from the good ones.
        QCOMPARE(*failing.backAfter, Duration{});

        const auto hanging = runTrial(setupOf("hang"), *makeUnprotected(1));
        QCOMPARE(hanging.good, std::uint64_t(0));
        const auto late = runTrial(setupOf("latency x10", 200), *makeUnprotected(1));
        const double timedOut = 1 - double(late.good) / double(late.wanted);
        QVERIFY2(timedOut > 0.10 && timedOut < 0.15, qPrintable(QString::number(timedOut))); // P(500 ms * e^(0.6 z) > 1 s)
        const auto swamped = runTrial(setupOf("overload x1.5", 200), *makeUnprotected(1));
        QVERIFY(double(swamped.good) < 0.1 * double(swamped.wanted)); // It works only for those who have given up.
        QVERIFY(swamped.possible > 0.6 * double(swamped.wanted));
    }

    void refusedCallsAreLost()
    {
        class Shut : public TargetRule
        {
            Pass ask(Instant) override { return {}; }
            void tell(Instant, const Pass &, bool, Duration) override { }
            BreakerState state() const override { return BreakerState::open; }
        } shut;
        const auto outcome = runTrial(setupOf("errors 10%"), shut);
        QCOMPARE(outcome.reached, std::uint64_t(0));
        QVERIFY(outcome.possible > 0);
        QVERIFY(!outcome.backAfter);
        QVERIFY(outcome.alreadyTurned);
    }

    void usualFailuresAreOneInTwoHundredAlsoInBursts()
    {
        for (const bool bursty : {false, true}) {
            TargetHabits habits{.rate = 200, .bursty = bursty};
            CalledTarget target(habits, {}, {Instant{}, Instant{}}, 3);
            int failed = 0;
            int calls = 0;
            for (Instant now = target.nextCall(Instant{}); now < Instant{2h}; now = target.nextCall(now), ++calls)
                failed += target.call(now, target.draw()).failed;
            const double share = double(failed) / calls;
            QVERIFY2(share > 0.0035 && share < 0.0065, qPrintable(QString::number(share)));
        }
    }

    void siagaNoticesWhatTheOthersMiss()
    {
        const StudyLine own = runStudy(setupOf("errors 10%"), {"Siaga", makeSiaga}, 1, 20);
        QVERIFY(own.detectedWithin(10) == 1);
        const StudyLine peer = runStudy(setupOf("errors 10%"), {"r4j", makeResilience4j}, 1, 20);
        QCOMPARE(peer.detectedWithin(60), 0.0);
        QVERIFY(std::isinf(peer.delay(0.5)));
    }

    void aRegisteredBreakerIsJudgedAsOftenAsItIsRead()
    {
        RegisteredBreaker breaker{.id = BreakerId("pay@us"), .failureThreshold = 5, .window = 30s, .reset = 60s};
        Caller caller{std::make_unique<RegisteredRule>(breaker, 5s), 100ms};
        QCOMPARE(caller.play(QByteArray(40, 'g') + QByteArray(5, 'b')), QByteArray(40, 'g') + QByteArray(5, 'b'));
        QCOMPARE(caller.rule->state(), BreakerState::closed);
        caller.play(QByteArray(10, 'b')); // Read once: counters don't tell in which order 40 went well and 11 did not.
        QCOMPARE(caller.rule->state(), BreakerState::closed);
        caller.play(QByteArray(50, 'b')); // Read twice: all fail.
        QCOMPARE(caller.rule->state(), BreakerState::open);
        QCOMPARE(caller.play("b"), QByteArray("b")); // It stands in nobody's way.
        caller.play(QByteArray(550, 'g'));
        QCOMPARE(caller.rule->state(), BreakerState::open);
        caller.play(QByteArray(150, 'g'));
        QCOMPARE(caller.rule->state(), BreakerState::closed);
    }

    void aSickServiceDragsOthersDownUnlessProtected()
    {
        CascadeSetup setup{.fault = *readTargetFault("hang"), .faultFor = 20s, .quietAfter = 30s};
        const auto held = runCascade(setup);
        QVERIFY(held.worstLost() < 0.05);
        QVERIFY(held.amplification() < 1.1);
        QCOMPARE(runCascade(setup).reached, held.reached);
        setup.protection = Protection::none;
        QVERIFY(runCascade(setup).worstUntouchedLost() > 0.5);
    }
};

QTEST_GUILESS_MAIN(TestLabTrials)
#include "tst_lab_trials.moc"
