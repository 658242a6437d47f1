// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/runtime_events.h"
#include "tests/unit/health/timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;

namespace {

const std::set<std::string> noAlerts{"check", "alert", "view", "edge"};
const std::set<std::string> onlyLink{"check", "alert", "view", "edge", "region"};

Timeline settled(const char *picture, int canaries)
{
    Timeline timeline(picture);
    for (int i = 0; i < canaries; ++i)
        timeline.addCanary("canary" + std::to_string(i));
    timeline.passes("@");
    timeline.passes("canary");
    timeline.run(30);
    timeline.told();
    return timeline;
}

RegionState stateOf(const Timeline &timeline, const RegionId &region)
{
    const auto found = timeline.state.regions.find(region);
    return found == timeline.state.regions.end() ? RegionState::unknown : found->second.state;
}

/// The whole story of one pattern: what each region's check says (0 passes, 1 fails, 2 is silent), what one edge
/// outside sees of each region (0 no traffic, 1 good, 2 failed), and whether the canary passes.
Timeline patternOf(int checks, int views, bool canaryPasses)
{
    const std::vector<std::string> regions{"ap", "eu", "us"};
    Timeline timeline("ap: web | eu: web | us: web");
    timeline.addEdge("lb");
    timeline.addCanary("canary");
    timeline.fleet.policies.health.window = std::chrono::seconds(10);
    canaryPasses ? timeline.passes("canary") : timeline.fails("canary");
    for (const std::string &region : regions) {
        if (checks % 3 != 2)
            checks % 3 == 0 ? timeline.passes('@' + region) : timeline.fails('@' + region);
        timeline.serves("lb", region, views % 3 == 0 ? 0 : 50, views % 3 == 2 ? 50 : 0);
        checks /= 3;
        views /= 3;
    }
    timeline.run(40);
    return timeline;
}

} // namespace

class TestHealthOwnLink : public QObject
{
    Q_OBJECT

private slots:
    void canariesThatAllFailTwiceDistrustOurLink()
    {
        Timeline timeline = settled("us: web", 2);
        timeline.fails("canary0");
        timeline.run(90);
        QCOMPARE(timeline.told(), "");
        timeline.fails("canary1");
        timeline.run(100);
        QCOMPARE(timeline.told(), "");
        timeline.run(120);
        QCOMPARE(timeline.told(onlyLink), "101 link untrusted");
        QCOMPARE(timeline.state.ownLink.canariesFailed, 2);
    }

    void aCanaryMustPassTwiceToBeBelieved()
    {
        Timeline timeline("us: web");
        timeline.addCanary("canary");
        timeline.fails("canary");
        timeline.run(20);
        QCOMPARE(timeline.told(onlyLink), "11 link untrusted");
        timeline.passes("canary");
        timeline.run(30);
        QCOMPARE(timeline.told(onlyLink), "");
        timeline.run(40);
        QCOMPARE(timeline.told(onlyLink), "31 link trusted");
    }

    void regionsThatFailWithOurLinkAreUnreachableNeverDown()
    {
        Timeline timeline = settled("us: web db | eu: web", 1);
        timeline.fails("canary");
        timeline.run(52);
        timeline.fails("@us");
        timeline.run(90);
        QCOMPARE(timeline.told(noAlerts), "41 link untrusted, 63 region us unreachable");
    }

    void canariesThatFellSilentSayNothing()
    {
        Timeline timeline = settled("us: web", 1);
        timeline.fails("canary");
        timeline.run(45);
        QCOMPARE(timeline.told(onlyLink), "41 link untrusted");
        timeline.silent("canary");
        timeline.fails("@us");
        timeline.run(300);
        QCOMPARE(timeline.told(onlyLink), ""); // Missing results do not restore trust.
        QVERIFY(stateOf(timeline, RegionId("us")) == RegionState::unreachable);
    }

    void aCanaryThatFellSilentDoesNotVouchForTheOthers()
    {
        Timeline timeline = settled("us: web", 2);
        timeline.silent("canary0");
        timeline.fails("canary1");
        timeline.run(200);
        // The last pass of canary0 was at 21 s, and is stale after 23 s more.
        QCOMPARE(timeline.told(onlyLink), "51 link untrusted");
        QCOMPARE(timeline.state.ownLink.canaries, 1);
    }

    void everythingFailingAtOnceIsOurLink()
    {
        Timeline timeline = settled("us: web db | eu: web db | ap: web db", 0);
        timeline.fails("@");
        timeline.run(300);
        QVERIFY(timeline.told(onlyLink).endsWith("link untrusted"));
        for (const Region &region : timeline.fleet.regions)
            QVERIFY(stateOf(timeline, region.id) == RegionState::unreachable);
        QCOMPARE(timeline.state.ownLink.regionsFailed, 3);
    }

    void trustReturnsWithTheFirstCheckAndCallsNothingDownOnTheWay()
    {
        Timeline timeline = settled("us: web | eu: web | ap: web", 1);
        timeline.fails("@");
        timeline.fails("canary");
        timeline.run(100);
        timeline.told();
        timeline.passes("@");
        timeline.passes("canary");
        timeline.run(160);
        const QByteArray told = timeline.told(noAlerts);
        QVERIFY2(told.contains("link trusted"), told);
        QVERIFY2(!told.contains("down"), told);
        for (const Region &region : timeline.fleet.regions)
            QVERIFY(stateOf(timeline, region.id) == RegionState::healthy);
    }

    void whatReallyFailedIsDownOnceOurLinkIsTrustedAgain()
    {
        Timeline timeline = settled("us: web | eu: web | ap: web", 1);
        timeline.fails("@");
        timeline.fails("canary");
        timeline.run(100);
        timeline.told();
        timeline.passes("@eu");
        timeline.passes("@ap");
        timeline.passes("canary");
        timeline.run(140);
        QVERIFY(stateOf(timeline, RegionId("us")) == RegionState::down);
        const auto trusted = timeline.state.ownLink.since;
        // Three failures after trust returned, by re-checks a second apart.
        QVERIFY(timeline.state.regions.at(RegionId("us")).since - trusted >= std::chrono::seconds(2));
        QVERIFY(timeline.state.regions.at(RegionId("us")).since - trusted <= std::chrono::seconds(5));
    }

    void aRegionFallingAloneIsDownAndWitnessesAreAskedAtOnce()
    {
        Timeline timeline = settled("us: web | eu: web db | ap: web", 0);
        timeline.looks();
        timeline.fails("@us");
        timeline.run(33);
        QCOMPARE(timeline.told(noAlerts), "33 region us down");
        QCOMPARE(timeline.looks(), "web@us+1s web@us+1s web@eu+0s web@ap+0s");
    }

    void everythingDownIsBelievedWhenEdgesConfirmIt()
    {
        Timeline timeline("us: web | eu: web");
        timeline.addEdge("lb");
        timeline.passes("@");
        timeline.serves("lb", "us", 50);
        timeline.serves("lb", "eu", 50);
        timeline.run(30);
        timeline.fails("@");
        timeline.serves("lb", "us", 50, 50);
        timeline.serves("lb", "eu", 50, 50);
        timeline.run(80);
        QVERIFY(stateOf(timeline, RegionId("us")) == RegionState::down);
        QVERIFY(stateOf(timeline, RegionId("eu")) == RegionState::down);
        QVERIFY(timeline.state.ownLink.trusted);
    }

    void everythingDownIsNotBelievedWhenOnlyOneIsConfirmed()
    {
        Timeline timeline("us: web | eu: web");
        timeline.addEdge("lb");
        timeline.passes("@");
        timeline.serves("lb", "us", 50);
        timeline.serves("lb", "eu", 0);
        timeline.run(30);
        timeline.fails("@");
        timeline.serves("lb", "us", 50, 50);
        timeline.run(80);
        QVERIFY(!timeline.state.ownLink.trusted);
        QVERIFY(stateOf(timeline, RegionId("us")) == RegionState::unreachable);
        QVERIFY(stateOf(timeline, RegionId("eu")) == RegionState::unreachable);
    }

    void oneRegionAloneCannotAccuseOurLink()
    {
        Timeline timeline = settled("us: web db", 0);
        timeline.fails("@us");
        timeline.run(80);
        QVERIFY(timeline.state.ownLink.trusted);
        QVERIFY(stateOf(timeline, RegionId("us")) == RegionState::down);
    }

    void everyPatternOfThreeRegionsKeepsTheInvariants()
    {
        const std::vector<RegionId> regions{RegionId("ap"), RegionId("eu"), RegionId("us")};
        int downs = 0;
        for (int pattern = 0; pattern < 27 * 27 * 2; ++pattern) {
            const Timeline timeline = patternOf(pattern / 2 % 27, pattern / 54, pattern % 2 == 0);
            int checks = pattern / 2 % 27;
            int views = pattern / 54;
            for (const RegionId &region : regions) {
                const RegionState state = stateOf(timeline, region);
                const int check = checks % 3;
                const int view = views % 3;
                const auto text = QByteArray::number(pattern) + ' ' + QByteArray::fromStdString(region.text());
                if (state == RegionState::down) {
                    QVERIFY2(timeline.state.ownLink.trusted && check == 1 && view != 1, text);
                    ++downs;
                }
                QVERIFY2((state == RegionState::healthy) == (check == 0 && view != 2), text);
                QVERIFY2((state == RegionState::unknown) == (check == 2 && view != 2), text);
                if (check == 1 && !timeline.state.ownLink.trusted)
                    QVERIFY2(state == RegionState::unreachable, text);
                checks /= 3;
                views /= 3;
            }
            if (pattern % 2 == 1)
                QVERIFY(!timeline.state.ownLink.trusted);
        }
        QVERIFY(downs > 100);
    }
};

QTEST_APPLESS_MAIN(TestHealthOwnLink)
#include "tst_health_own_link.moc"
