// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/runtime_events.h"
#include "tests/unit/health/timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;

namespace {

/// One letter for each result of web@us, a second apart: p passes, f fails, x could not be run.
void play(Timeline &timeline, const QByteArray &letters)
{
    for (const char letter : letters) {
        timeline.second += 1;
        timeline.result("web@us", letter == 'p' ? ProbeOutcome::passed
                            : letter == 'f'     ? ProbeOutcome::timedOut
                                                 : ProbeOutcome::notRun);
    }
}

const std::set<std::string> onlyChecks{"region", "alert", "link", "view", "edge"};

} // namespace

class TestHealthChecks : public QObject
{
    Q_OBJECT

private slots:
    void turnsAfterSoManyInARow_data()
    {
        QTest::addColumn<QByteArray>("results");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const char *results, const char *told) {
            QTest::newRow(name) << QByteArray(results) << QByteArray(told);
        };
        row("first pass is enough when nothing was known", "p", "1 check web@us up");
        row("one failure turns nothing", "pf", "1 check web@us up");
        row("nor do two", "pffpffp", "1 check web@us up");
        row("three do", "pfff", "1 check web@us up, 4 check web@us down");
        row("they must be in a row", "pffpfpfff", "1 check web@us up, 9 check web@us down");
        row("down is told once", "ppfffffff", "1 check web@us up, 5 check web@us down");
        row("one pass does not bring it back", "fffpf", "3 check web@us down");
        row("two do", "fffpp", "3 check web@us down, 5 check web@us up");
        row("flapping keeps it down", "fffpfpfpfpfp", "3 check web@us down");
        row("flapping keeps it up", "pfpffpfpffp", "1 check web@us up");
        row("what could not be run breaks no row", "pfxfxxf", "1 check web@us up, 7 check web@us down");
        row("and adds to none", "pffxxx", "1 check web@us up");
        row("from unknown, down takes three", "ff", "");
    }

    void turnsAfterSoManyInARow()
    {
        QFETCH(QByteArray, results);
        Timeline timeline("us: web");
        play(timeline, results);
        QTEST(timeline.told(onlyChecks), "told");
    }

    void aTurnSaysHowManyResultsOfHowMany()
    {
        Timeline timeline("us: web");
        play(timeline, "pfff");
        const CheckMemory &memory = timeline.state.checks.at(CheckId("web@us"));
        QCOMPARE(memory.inARow, 3);
        QCOMPARE(memory.threshold, 3);
        QVERIFY(memory.outcome == ProbeOutcome::timedOut);
        QVERIFY(memory.since == at(4));
        QVERIFY(memory.region == RegionId("us"));
    }

    void aSurpriseAsksForFastRechecksUntilItIsHard()
    {
        Timeline timeline("us: web");
        play(timeline, "p");
        QCOMPARE(timeline.looks(), "");
        play(timeline, "ff");
        QCOMPARE(timeline.looks(), "web@us+1s web@us+1s");
        play(timeline, "fffff"); // Hard by the first of them; the others surprise nobody.
        QCOMPARE(timeline.looks(), "");
        play(timeline, "p");
        QCOMPARE(timeline.looks(), "web@us+1s");
        play(timeline, "ppp");
        QCOMPARE(timeline.looks(), "");
        play(timeline, "x");
        QCOMPARE(timeline.looks(), "");
    }

    void aRealFaultIsHardWithinAnIntervalAndTwoRechecks()
    {
        Timeline timeline("us: web");
        timeline.passes("web");
        timeline.run(5);
        timeline.fails("web");
        timeline.run(40);
        QCOMPARE(timeline.told(onlyChecks), "1 check web@us up, 13 check web@us down");
        timeline.passes("web");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyChecks), "44 check web@us up");
    }

    void silenceMakesItUnknownAfterTwoRoundsAndTheTimeout()
    {
        Timeline timeline("us: web");
        timeline.result("web@us", ProbeOutcome::passed);
        timeline.run(23);
        QCOMPARE(timeline.told(onlyChecks), "0 check web@us up");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyChecks), "24 check web@us unknown");
        QCOMPARE(timeline.state.checks.at(CheckId("web@us")).inARow, 0);
    }

    void probesThatCannotRunAreSilence()
    {
        Timeline timeline("us: web");
        timeline.passes("web");
        timeline.run(1);
        timeline.fails("web", ProbeOutcome::notRun);
        timeline.run(60);
        QCOMPARE(timeline.told(onlyChecks), "1 check web@us up, 25 check web@us unknown");
    }

    void comingBackFromDownTakesTwoPassesAlsoAfterSilence()
    {
        Timeline timeline("us: web");
        timeline.result("web@us", ProbeOutcome::timedOut, 0, 0);
        play(timeline, "ff");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyChecks), "2 check web@us down, 26 check web@us unknown");
        play(timeline, "p");
        QCOMPARE(timeline.told(onlyChecks), "");
        play(timeline, "p");
        QCOMPARE(timeline.told(onlyChecks), "62 check web@us up");
    }

    void aGapBreaksTheRow()
    {
        Timeline timeline("us: web");
        play(timeline, "ff");
        timeline.second = 100;
        play(timeline, "f");
        QCOMPARE(timeline.told(onlyChecks), "");
        play(timeline, "ff");
        QCOMPARE(timeline.told(onlyChecks), "103 check web@us down");
    }

    void lateResultsTurnNothing()
    {
        Timeline timeline("us: web");
        play(timeline, "pp");
        timeline.second = 10;
        timeline.result("web@us", ProbeOutcome::passed, 9, 10);
        for (const double ended : {4.0, 5.0, 6.0, 7.0})
            timeline.result("web@us", ProbeOutcome::timedOut, ended - 3, ended);
        QCOMPARE(timeline.told(onlyChecks), "1 check web@us up");
        QCOMPARE(timeline.looks(), "");
    }

    void aRestartForgetsSoftFailuresAndKeepsHardStates()
    {
        Timeline timeline("us: web");
        play(timeline, "pff");
        timeline.seen = Seen();
        timeline.record(JournalOpened{});
        play(timeline, "ff");
        QCOMPARE(timeline.told(onlyChecks), "1 check web@us up");
        play(timeline, "f");
        QCOMPARE(timeline.told(onlyChecks), "6 check web@us down");
    }

    void aRestartedConsoleGoesUnknownOnlyWhenNothingComes()
    {
        Timeline timeline("us: web");
        play(timeline, "p");
        timeline.second = 1000;
        timeline.seen = Seen();
        timeline.record(JournalOpened{});
        timeline.run(1023);
        QCOMPARE(timeline.told(onlyChecks), "1 check web@us up");
        timeline.run(1024);
        QCOMPARE(timeline.told(onlyChecks), "1024 check web@us unknown");
    }

    void resultsOfAnotherFleetsTargetDoNotCount()
    {
        Timeline timeline("us: web");
        play(timeline, "pff");
        timeline.second = 3.5;
        timeline.record(FleetAdopted{});
        play(timeline, "f");
        QCOMPARE(timeline.told(onlyChecks), "1 check web@us up");
        timeline.result("web@us", ProbeOutcome::refused, 3.4, 4.6); // Begun before, ended after.
        timeline.result("web@us", ProbeOutcome::refused, 4.6, 4.7);
        QCOMPARE(timeline.told(onlyChecks), "");
    }

    void resultsOfUnknownChecksAreIgnored()
    {
        Timeline timeline("us: web");
        timeline.result("elsewhere@us", ProbeOutcome::refused);
        QCOMPARE(timeline.told(), "");
        QCOMPARE(timeline.looks(), "");
    }

    void theDeadlineIsTheNextWholeSecondWhileAnythingIsKnown()
    {
        Timeline timeline("us: web");
        QVERIFY(!nextDeadline(timeline.state, {timeline.fleet, timeline.seen, at(0.5), Seq()}));
        play(timeline, "p");
        QVERIFY(nextDeadline(timeline.state, {timeline.fleet, timeline.seen, at(1.5), Seq()}) == at(2));
        QVERIFY(nextDeadline(timeline.state, {timeline.fleet, timeline.seen, at(2), Seq()}) == at(3));
    }
};

QTEST_APPLESS_MAIN(TestHealthChecks)
#include "tst_health_checks.moc"
