// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/runtime_events.h"
#include "core/health/testimony.h"
#include "tests/unit/health/timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;

namespace {

const std::set<std::string> onlyRegions{"check", "alert", "link", "view", "edge"};

RegionState stateOf(const Timeline &timeline, const char *region)
{
    const auto found = timeline.state.regions.find(RegionId(region));
    return found == timeline.state.regions.end() ? RegionState::unknown : found->second.state;
}

QByteArray vantages(const std::vector<VantageId> &ids)
{
    std::string text;
    for (const VantageId &id : ids)
        text += (text.empty() ? "" : " ") + id.text();
    return QByteArray::fromStdString(text);
}

/// Two regions with two checks each, all passing, and two edges outside that serve both.
Timeline settled()
{
    Timeline timeline("us: web db | eu: web db");
    timeline.addEdge("lb1");
    timeline.addEdge("lb2");
    timeline.passes("@");
    for (const char *edge : {"lb1", "lb2"})
        for (const char *region : {"us", "eu"})
            timeline.serves(edge, region, 50);
    timeline.run(30);
    timeline.told();
    timeline.looks();
    return timeline;
}

void both(Timeline &timeline, const char *region, int failures)
{
    for (const char *edge : {"lb1", "lb2"})
        timeline.serves(edge, region, 50, failures);
}

} // namespace

class TestHealthRegions : public QObject
{
    Q_OBJECT

private slots:
    void aCleanRunTellsEachRegionOnceAndNoAlert()
    {
        Timeline timeline = settled();
        QVERIFY(stateOf(timeline, "us") == RegionState::healthy);
        QVERIFY(stateOf(timeline, "eu") == RegionState::healthy);
        timeline.run(1800);
        QCOMPARE(timeline.told(), "");
        QVERIFY(timeline.state.open.empty());
    }

    void aRegionIsDownWhenItsChecksAndItsEdgesSaySo()
    {
        Timeline timeline = settled();
        timeline.fails("@us");
        both(timeline, "us", 50);
        timeline.run(45);
        // As long as the edges' window still looks good, it is unreachable only from here.
        const QByteArray told = timeline.told(onlyRegions);
        QVERIFY2(told.endsWith("region us down"), told);
        QVERIFY(!told.contains("eu"));
        const RegionEvidence &evidence = timeline.state.regions.at(RegionId("us")).evidence;
        QCOMPARE(vantages(evidence.agreeing), "siaga lb1 lb2");
        QCOMPARE(vantages(evidence.disagreeing), "");
        QCOMPARE(evidence.checksDown, 2);
        QVERIFY(evidence.failed >= Permille{250});
    }

    void aSecondVantagePointIsToldThoughTheStateStays()
    {
        Timeline timeline("us: web | eu: web");
        timeline.addEdge("lb1");
        timeline.passes("@");
        timeline.serves("lb1", "us", 0);
        timeline.run(30);
        timeline.fails("@us");
        timeline.run(60);
        QVERIFY(stateOf(timeline, "us") == RegionState::down);
        const Instant since = timeline.state.regions.at(RegionId("us")).since;
        QCOMPARE(vantages(timeline.state.regions.at(RegionId("us")).evidence.agreeing), "siaga");
        timeline.serverIs("lb1", "us", ServerSeen::State::down);
        timeline.run(80);
        QCOMPARE(vantages(timeline.state.regions.at(RegionId("us")).evidence.agreeing), "siaga lb1");
        QVERIFY(timeline.state.regions.at(RegionId("us")).since == since);
    }

    void aRegionThatEdgesServeFromIsOnlyUnreachableFromHere()
    {
        Timeline timeline = settled();
        timeline.fails("@us");
        timeline.run(300);
        QVERIFY(stateOf(timeline, "us") == RegionState::unreachable);
        QVERIFY(!timeline.told(onlyRegions).contains("down"));
        QCOMPARE(vantages(timeline.state.regions.at(RegionId("us")).evidence.disagreeing), "lb1 lb2");
    }

    void anEdgeInsideTheRegionIsNoIndependentWitness()
    {
        Timeline timeline("us: web | eu: web");
        timeline.addEdge("lb-us", "us");
        timeline.passes("@");
        timeline.serves("lb-us", "us", 50);
        timeline.run(30);
        QCOMPARE(vantages(timeline.state.regions.at(RegionId("us")).evidence.disagreeing), "siaga");
        timeline.fails("@us");
        timeline.run(60);
        QVERIFY(stateOf(timeline, "us") == RegionState::down);
        QCOMPARE(vantages(timeline.state.regions.at(RegionId("us")).evidence.agreeing), "siaga");
    }

    void healthChecksThatLieAreOverruled()
    {
        Timeline timeline = settled();
        both(timeline, "us", 17); // A third fails, and every check passes.
        timeline.run(60);
        QVERIFY(timeline.told(onlyRegions).endsWith("region us degraded"));
        const RegionEvidence &evidence = timeline.state.regions.at(RegionId("us")).evidence;
        QCOMPARE(vantages(evidence.agreeing), "lb1 lb2");
        QCOMPARE(vantages(evidence.disagreeing), "siaga");
        QCOMPARE(evidence.checksUp, 2);
    }

    void oneCheckOfTwoDegrades()
    {
        Timeline timeline = settled();
        timeline.fails("db@us");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyRegions), "33 region us degraded");
        timeline.passes("db@us");
        timeline.run(90);
        QVERIFY(timeline.told(onlyRegions).endsWith("region us healthy"));
    }

    void silenceIsUnknownNeverHealthyNorDown()
    {
        Timeline timeline = settled();
        timeline.silent("@us");
        timeline.notLookedAt("lb1");
        timeline.notLookedAt("lb2");
        timeline.run(90);
        QVERIFY(timeline.told(onlyRegions).contains("region us unknown"));
        QVERIFY(stateOf(timeline, "us") == RegionState::unknown);
        QVERIFY(stateOf(timeline, "eu") == RegionState::healthy); // Its own checks still pass.
    }

    void aDownRegionGoneSilentIsUnknownNotDown()
    {
        Timeline timeline("us: web | eu: web");
        timeline.passes("@");
        timeline.run(10);
        timeline.fails("@us");
        timeline.run(40);
        timeline.silent("@us");
        timeline.run(90);
        QVERIFY(timeline.told(onlyRegions).endsWith("region us unknown"));
    }

    void edgesThatWentBlindDoNotMakeItHealthy()
    {
        Timeline timeline = settled();
        both(timeline, "us", 25);
        timeline.run(60);
        timeline.told();
        timeline.unreached("lb1");
        timeline.unreached("lb2");
        timeline.run(600);
        QVERIFY(stateOf(timeline, "us") == RegionState::degraded);
        QCOMPARE(vantages(timeline.state.regions.at(RegionId("us")).evidence.agreeing), ""); // They say nothing now.
        timeline.unreached("lb1", false);
        timeline.unreached("lb2", false);
        both(timeline, "us", 0);
        timeline.run(700);
        QVERIFY(stateOf(timeline, "us") == RegionState::healthy);
    }

    void aRegionWatchedByEdgesAlone()
    {
        Timeline timeline("us:| eu: web");
        timeline.addEdge("lb1");
        timeline.serves("lb1", "us", 50);
        timeline.run(30);
        QVERIFY(stateOf(timeline, "us") == RegionState::healthy);
        timeline.serves("lb1", "us", 50, 50);
        timeline.run(60);
        QVERIFY(stateOf(timeline, "us") == RegionState::degraded);
        timeline.serves("lb1", "us", 0);
        timeline.run(120);
        QVERIFY(stateOf(timeline, "us") == RegionState::unknown);
    }

    void statesSurviveARestartUntilSilenceIsCertain()
    {
        Timeline timeline = settled();
        timeline.seen = Seen();
        timeline.record(JournalOpened{});
        timeline.run(300);
        QCOMPARE(timeline.told(), "");
    }

    void theRulesHoldForEveryTestimony()
    {
        int judged = 0;
        for (int up = 0; up <= 2; ++up)
            for (int down = 0; down <= 2; ++down)
                for (int unknown = 0; unknown <= 2; ++unknown)
                    for (int bits = 0; bits < 16; ++bits) {
                        const Testimony t{.checksUp = up, .checksDown = down, .checksUnknown = unknown,
                                          .linkSuspect = (bits & 1) != 0, .viewGood = (bits & 2) != 0,
                                          .viewBad = (bits & 4) != 0, .viewBlind = (bits & 8) != 0};
                        const RegionState state = verdictOn(t);
                        ++judged;
                        if (state == RegionState::down)
                            QVERIFY(down > 0 && up == 0 && !t.linkSuspect && !t.viewGood);
                        if (state == RegionState::healthy)
                            QVERIFY(down == 0 && !t.viewBad && !t.viewBlind && (up > 0 || (unknown == 0 && t.viewGood)));
                        if (state == RegionState::unknown)
                            QVERIFY(up == 0 && down == 0 && !t.viewBad);
                        if (state == RegionState::unreachable)
                            QVERIFY(down > 0 && (t.linkSuspect || (up == 0 && t.viewGood && !t.viewBad)));
                        if (up > 0 && down > 0 && !t.linkSuspect)
                            QVERIFY(state == RegionState::degraded);
                        if (up == 0 && down == 0 && unknown > 0 && !t.viewBad)
                            QVERIFY(state == RegionState::unknown);
                    }
        QCOMPARE(judged, 27 * 16);
    }
};

QTEST_APPLESS_MAIN(TestHealthRegions)
#include "tst_health_regions.moc"
