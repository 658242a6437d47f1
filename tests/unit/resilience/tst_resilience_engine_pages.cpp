// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/resilience/resilience_timeline.h"

#include <QTest>

#include <limits>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

// A breaker that listens to counters on a page of metrics, with all that such pages do not say.
class TestResilienceEnginePages : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsReadByDifferences()
    {
        Timeline line(BreakerSignal::metric);
        line.publishes(10);
        line.run(30);
        line.publishes(10, 6);
        line.run(50);
        QVERIFY(line.told().contains(" b@us open failure-rate "));
        QVERIFY(line.state.breakers.at(BreakerId("b@us")).witnesses == std::vector{VantageId("app")});
    }

    void aCounterThatStartsAnewCountsNothing()
    {
        Timeline line(BreakerSignal::metric);
        line.breaker().failureThreshold = 0;
        line.breaker().failureRate = Permille{250};
        line.publishes(100, 10);
        line.run(31);
        line.restarts("app");
        line.publishes(100, 100);
        line.run(34); // 200 failures of 200 calls since some moment that nobody knows.
        QCOMPARE(line.told(), QByteArray(""));
        line.run(35); // 200 more, and 600 calls from before the restart, 60 of them failed.
        QCOMPARE(line.told(), QByteArray("35 b@us open failure-rate 260/800"));
    }

    void whatCannotBeReadIsUnknown_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("absent") << -2.0;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("negative") << -1.0;
    }

    void whatCannotBeReadIsUnknown()
    {
        QFETCH(double, value);
        Timeline line(BreakerSignal::metric);
        line.publishes(10, 10);
        for (const char *series : {"failed", "calls"}) {
            line.onPage = [value, series](MetricsSeen &page) {
                page.values[series] = value;
                if (value == -2)
                    page.values.erase(series);
            };
            line.run(static_cast<int>(line.second) + 30);
            QCOMPARE(line.told(), QByteArray(""));
        }
    }

    // What was read grows old in the window; a page that tells nothing must not turn anything by that.
    void aPageThatTellsNothingIsSilence()
    {
        Timeline line(BreakerSignal::metric);
        line.breaker().failureThreshold = 0;
        line.publishes(10, 0);
        line.run(19);
        line.publishes(10, 9);
        line.run(21); // The newest stretch alone is above the rate, the window is not.
        line.onPage = [](MetricsSeen &page) { page.values.clear(); };
        line.run(60);
        QCOMPARE(line.told(), QByteArray(""));
    }

    // Many programs show a counter only after it first counted.
    void aFailureCounterThatWasNeverThereStandsAtZero()
    {
        Timeline line(BreakerSignal::metric);
        line.publishes(10);
        line.onPage = [](MetricsSeen &page) {
            if (page.values["failed"] == 0)
                page.values.erase("failed");
        };
        line.run(20);
        line.publishes(10, 10);
        line.run(26);
        QVERIFY(line.told().contains(" b@us open "));
    }

    void oneThatVanishedAndCameBackIsNoBurst()
    {
        Timeline line(BreakerSignal::metric);
        line.breaker().failureThreshold = 0;
        line.breaker().failureRate = Permille{350};
        line.publishes(10, 2);
        line.run(41);
        line.onPage = [](MetricsSeen &page) { page.values.erase("failed"); };
        line.run(43);
        line.onPage = nullptr;
        line.run(80);
        QVERIFY(!line.told().contains(" open "));
    }

    void aPageThatIsNotReachedSaysNothing()
    {
        Timeline line(BreakerSignal::metric);
        line.publishes(10, 10);
        line.onPage = [](MetricsSeen &page) { page.reached = false; };
        line.run(100);
        QCOMPARE(line.told(), QByteArray(""));
    }

    void otherSubjectsAreNotHeard()
    {
        Timeline line(BreakerSignal::metric);
        line.answers(ProbeOutcome::refused);
        line.serves("e1", 10, 10);
        line.run(60);
        QCOMPARE(line.told(), QByteArray(""));
    }
};

QTEST_APPLESS_MAIN(TestResilienceEnginePages)
#include "tst_resilience_engine_pages.moc"
