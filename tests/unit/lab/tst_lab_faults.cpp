// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/describe.h"
#include "core/lab/fault_schedule.h"
#include "tests/lab/four_regions.h"

#include <QTest>

#include <set>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{};

std::string allText(const FaultSchedule &schedule)
{
    std::string text(nameOf(schedule.profile));
    for (const Fault &fault : schedule.faults)
        text += "\n" + toText(fault.from - start) + " " + toText(*fault.until - fault.from) + " " + toText(fault);
    return text;
}

} // namespace

class TestLabFaults : public QObject
{
    Q_OBJECT

private slots:
    void aFaultReadsBackWhatItSays_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("full");
        QTest::newRow("bare region") << std::string("regionCrash lab-eu") << std::string("regionCrash region=lab-eu");
        QTest::newRow("bare both") << std::string("serviceCrash lab-eu web magnitude=0.5")
                                   << std::string("serviceCrash region=lab-eu service=web magnitude=0.5");
        QTest::newRow("named") << std::string("partition edge=e1 region=r1") << std::string("partition region=r1 edge=e1");
        QTest::newRow("flapping") << std::string("flapping r1 web period=3s")
                                  << std::string("flapping region=r1 service=web period=3s");
        QTest::newRow("foreign") << std::string("foreignWrite r1 web e1 weight=7")
                                 << std::string("foreignWrite region=r1 service=web edge=e1 weight=7");
        QTest::newRow("nothing to aim at") << std::string("ownLinkFlaky magnitude=0.07")
                                           << std::string("ownLinkFlaky magnitude=0.07");
    }

    void aFaultReadsBackWhatItSays()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, full);
        const auto fault = faultFromText(text, start);
        QVERIFY(fault);
        QCOMPARE(toText(*fault), full);
        const auto again = faultFromText(full, start);
        QVERIFY(again);
        QCOMPARE(toText(*again), full);
    }

    void aFaultThatCannotBeReadIsRefused_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char *text : {"", "regionCrush lab-eu", "regionCrash", "regionCrash lab-eu web", "ownLinkCut lab-eu",
                                 "serviceCrash lab-eu", "slow r web magnitude=-1", "slow r web magnitude=nan",
                                 "slow r web magnitude=2x", "regionCrash r for=3", "regionCrash r color=red"})
            QTest::newRow(text) << std::string(text);
    }

    void aFaultThatCannotBeReadIsRefused()
    {
        QFETCH(std::string, text);
        QVERIFY(!faultFromText(text, start));
    }

    void aFaultLastsAsLongAsItsTextSays()
    {
        const auto fault = faultFromText("regionCrash r for=90s", start + 5s);
        QVERIFY(fault);
        QVERIFY(fault->until == start + 95s);
        for (const char *text : {"250ms", "90s", "15m", "2h", "0s"})
            QCOMPARE(toText(*durationFromText(text)), std::string(text));
        QVERIFY(!durationFromText("90"));
        QVERIFY(!durationFromText("-1s"));
        QVERIFY(!durationFromText("99999999999h"));
    }

    void theSameSeedDrawsTheSameFaults()
    {
        const Fleet fleet = fourRegions();
        std::set<std::string> different;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const std::string once = allText(drawFaults(fleet, seed, start + 60s, start + 30min));
            QCOMPARE(allText(drawFaults(fleet, seed, start + 60s, start + 30min)), once);
            different.insert(once);
        }
        QVERIFY(different.size() > 40);
    }

    void everyKindAndProfileComesUpButNotInEverySeed()
    {
        const Fleet fleet = fourRegions();
        std::map<FaultKind, int> seedsWith;
        std::map<Profile, int> profiles;
        constexpr int seeds = 400;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const FaultSchedule schedule = drawFaults(fleet, seed, start + 60s, start + 30min);
            ++profiles[schedule.profile];
            std::set<FaultKind> kinds;
            for (const Fault &fault : schedule.faults) {
                QVERIFY(fault.from >= start + 60s);
                QVERIFY(*fault.until <= start + 30min);
                QVERIFY(*fault.until >= fault.from);
                kinds.insert(fault.kind);
            }
            for (const FaultKind kind : kinds)
                ++seedsWith[kind];
            if (schedule.profile == Profile::onlyOne)
                QVERIFY(kinds.size() <= 1);
        }
        QCOMPARE(seedsWith.size(), faultKinds);
        for (const auto &[kind, count] : seedsWith)
            QVERIFY2(count > 40 && count < 280, std::string(nameOf(kind)).c_str());
        QVERIFY(profiles[Profile::calm] > 15 && profiles[Profile::hostile] > 60 && profiles[Profile::onlyOne] > 5);
    }
};

QTEST_APPLESS_MAIN(TestLabFaults)
#include "tst_lab_faults.moc"
