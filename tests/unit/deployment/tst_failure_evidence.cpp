// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/deployment/failure_evidence.h"

#include <QTest>

using namespace siaga::deployment;

namespace {

constexpr double falseAlarms = 0.02;

struct World
{
    int slices = 120;
    std::uint64_t canaryCalls = 20; ///< A slice.
    std::uint64_t baselineCalls = 20;
    double canaryFails = 0.01;
    double baselineFails = 0.01;
};

std::uint64_t failuresOf(std::uint64_t calls, double share, siaga::Random &random)
{
    std::uint64_t failures = 0;
    for (std::uint64_t i = 0; i < calls; ++i)
        failures += random.chance(share);
    return failures;
}

std::vector<CallSlice> play(const World &world, siaga::Random random)
{
    std::vector<CallSlice> slices;
    for (int i = 0; i < world.slices; ++i)
        slices.push_back({{world.canaryCalls, failuresOf(world.canaryCalls, world.canaryFails, random)},
                          {world.baselineCalls, failuresOf(world.baselineCalls, world.baselineFails, random)}});
    return slices;
}

/// In how many of the runs an alarm was raised at any slice.
int alarms(const World &world, int runs, const auto &test)
{
    int raised = 0;
    for (int run = 0; run < runs; ++run)
        raised += test(play(world, siaga::Random(static_cast<std::uint64_t>(run) + 1)));
    return raised;
}

bool looksWorse(const std::vector<CallSlice> &slices)
{
    const double alarm = alarmFor(falseAlarms);
    return isAlarm(worseThanBaseline(slices, alarm), alarm);
}

} // namespace

class TestFailureEvidence : public QObject
{
    Q_OBJECT

private slots:
    /// Watched after every slice, a version that is no worse raises an alarm at most as often as was promised.
    void keepsItsPromise_data()
    {
        QTest::addColumn<World>("world");
        QTest::newRow("few failures") << World{};
        QTest::newRow("a small canary") << World{.canaryCalls = 5, .baselineCalls = 95};
        QTest::newRow("a third fails anyway") << World{.canaryFails = 0.33, .baselineFails = 0.33};
        QTest::newRow("most fails anyway") << World{.canaryFails = 0.9, .baselineFails = 0.9};
        QTest::newRow("next to nothing fails") << World{.canaryFails = 0.0005, .baselineFails = 0.0005};
        QTest::newRow("better than the baseline") << World{.canaryFails = 0.01, .baselineFails = 0.05};
    }

    void keepsItsPromise()
    {
        QFETCH(World, world);
        constexpr int runs = 2000;
        const int raised = alarms(world, runs, looksWorse);
        QVERIFY2(raised <= runs * falseAlarms + 3 * 6.3, qPrintable(QString::number(raised))); // Three deviations of chance.
    }

    void findsWhatIsWorse_data()
    {
        QTest::addColumn<World>("world");
        QTest::addColumn<double>("found"); // Of the runs, at least.
        QTest::newRow("5 % of errors beside none") << World{.canaryFails = 0.05, .baselineFails = 0} << 0.999;
        QTest::newRow("5 % beside 1 %") << World{.canaryFails = 0.05} << 0.99;
        QTest::newRow("half, beside a third") << World{.canaryFails = 0.5, .baselineFails = 0.33} << 0.99;
        QTest::newRow("a small canary, 10 %") << World{.canaryCalls = 5, .baselineCalls = 95, .canaryFails = 0.1} << 0.99;
    }

    void findsWhatIsWorse()
    {
        QFETCH(World, world);
        QFETCH(double, found);
        constexpr int runs = 300;
        const int raised = alarms(world, runs, looksWorse);
        QVERIFY2(raised >= runs * found, qPrintable(QString::number(raised)));
    }

    void oneErrorBesideNoneProvesNothing()
    {
        std::vector<CallSlice> slices(60, CallSlice{{10, 0}, {10, 0}});
        slices[30].canary.failures = 1;
        QVERIFY(worseThanBaseline(slices, alarmFor(falseAlarms)).highest < 0.7); // Less than a coin that fell twice.
    }

    void oneBurstIsNoAlarm()
    {
        std::vector<CallSlice> slices(20, CallSlice{{50, 0}, {50, 0}});
        slices[10].canary.failures = 50;
        QVERIFY(!looksWorse(slices));
        slices[11].canary.failures = 50;
        QVERIFY(looksWorse(slices));
    }

    void whatWasOnceProvenStays()
    {
        std::vector<CallSlice> slices(10, CallSlice{{20, 4}, {20, 0}});
        QVERIFY(looksWorse(slices));
        slices.insert(slices.end(), 200, CallSlice{{20, 0}, {20, 4}});
        QVERIFY(looksWorse(slices));
    }

    void withoutABaselineNothingIsCompared()
    {
        const std::vector<CallSlice> slices(50, CallSlice{{20, 10}, {0, 0}});
        QCOMPARE(worseThanBaseline(slices, 4).nats, 0.0);
    }

    void aLimitHoldsByItself()
    {
        const double alarm = alarmFor(falseAlarms);
        const auto isAbove = [alarm](const auto &slices) { return isAlarm(aboveLimit(slices, 0.02, alarm), alarm); };
        QVERIFY(alarms({.canaryFails = 0.02}, 2000, isAbove) <= 2000 * falseAlarms + 3 * 6.3);
        QCOMPARE(alarms({.canaryFails = 0.08, .baselineFails = 0.08}, 300, isAbove), 300);
        QCOMPARE(alarms({.canaryFails = 1}, 20, isAbove), 20);
    }
};

QTEST_APPLESS_MAIN(TestFailureEvidence)
#include "tst_failure_evidence.moc"
