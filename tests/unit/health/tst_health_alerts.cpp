// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/runtime_events.h"
#include "tests/unit/health/timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;

namespace {

const std::set<std::string> onlyAlerts{"check", "region", "link", "view", "edge"};

Timeline settled(const char *picture)
{
    Timeline timeline(picture);
    timeline.passes("@");
    timeline.run(5);
    timeline.told();
    return timeline;
}

const Alert &alertOf(const Timeline &timeline, std::uint64_t id)
{
    return timeline.state.open.at(AlertId(id));
}

void acknowledge(Timeline &timeline, std::uint64_t id, const char *by)
{
    timeline.record(AcknowledgeRequested{RequestId(9), AlertId(id), "looking"}, by);
}

template<class Body>
const Body *last(const Timeline &timeline)
{
    return timeline.journal.back().event.as<Body>();
}

} // namespace

class TestHealthAlerts : public QObject
{
    Q_OBJECT

private slots:
    void aCheckAndItsRegionEachOpenOneAlert()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.fails("@us");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyAlerts), "13 alert 1 check web@us critical, 13 alert 2 region us critical");
        const Alert &check = alertOf(timeline, 1);
        QVERIFY(check.since == at(11)); // The first failure of the row.
        QVERIFY(check.opened == at(13));
        QVERIFY(check.subject.region == RegionId("us"));
        QVERIFY(check.subject.service == ServiceId("web"));
        const Alert &region = alertOf(timeline, 2);
        QVERIFY(region.regionState == RegionState::down);
        QVERIFY(region.since == at(11));
        QVERIFY(timeline.journal.at(region.cause.value() - 1).event.as<RegionTurned>());
        QVERIFY(timeline.journal.at(check.cause.value() - 1).event.as<CheckTurned>());
    }

    void bothAreResolvedWhenTheyAreWell()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.fails("@us");
        timeline.run(30);
        timeline.told();
        timeline.passes("@us");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyAlerts), "34 alert 1 resolved, 34 alert 2 resolved");
        QVERIFY(timeline.state.open.empty());
        QCOMPARE(timeline.state.resolved.size(), std::size_t(2));
        QVERIFY(timeline.state.resolved.back().resolved == at(34));
    }

    void severityFollowsTheRegion_data()
    {
        QTest::addColumn<QByteArray>("fails");
        QTest::addColumn<QByteArray>("alert");
        QTest::newRow("one of three") << QByteArray("a@us") << QByteArray("region us warning");
        QTest::newRow("all") << QByteArray("@us") << QByteArray("critical down");
    }

    void severityFollowsTheRegion()
    {
        QFETCH(QByteArray, fails);
        QFETCH(QByteArray, alert);
        Timeline timeline = settled("us: a b c | eu: web");
        timeline.fails(fails.toStdString());
        timeline.run(60);
        const QByteArray told = timeline.told(onlyAlerts);
        QVERIFY2(told.contains(alert), told);
    }

    void mostChecksDownIsCritical()
    {
        Timeline timeline = settled("us: a b c | eu: web");
        timeline.fails("a@us");
        timeline.fails("b@us");
        timeline.run(60);
        QVERIFY(alertOf(timeline, 2).subject.kind == AlertSubject::Kind::region);
        QVERIFY(alertOf(timeline, 2).severity == Severity::critical);
        QVERIFY(alertOf(timeline, 2).regionState == RegionState::degraded);
    }

    void failedRequestsAboveTheCriticalShareAreCritical_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("severity");
        QTest::newRow("a tenth") << 5 << static_cast<int>(Severity::warning);
        QTest::newRow("a third") << 17 << static_cast<int>(Severity::critical);
    }

    void failedRequestsAboveTheCriticalShareAreCritical()
    {
        QFETCH(int, failures);
        QFETCH(int, severity);
        Timeline timeline("us: web");
        timeline.addEdge("lb");
        timeline.passes("@");
        timeline.serves("lb", "us", 50, failures);
        timeline.run(60);
        QCOMPARE(timeline.state.open.size(), std::size_t(1)); // Views open none of their own.
        QCOMPARE(static_cast<int>(alertOf(timeline, 1).severity), severity);
    }

    void severityNeverSinksUntilSomebodyTookIt()
    {
        Timeline timeline = settled("us: a b c | eu: web");
        timeline.fails("@us");
        timeline.run(30);
        QVERIFY(alertOf(timeline, 2).severity == Severity::critical);
        timeline.passes("a@us");
        timeline.passes("b@us");
        timeline.run(60);
        QVERIFY(alertOf(timeline, 2).severity == Severity::critical);
        QVERIFY(alertOf(timeline, 2).regionState == RegionState::degraded); // But its state is told.
        acknowledge(timeline, 2, "dewi");
        timeline.silent("c@us");
        timeline.run(90);
        timeline.fails("c@us");
        timeline.run(120);
        timeline.passes("c@us");
        timeline.run(150);
        QVERIFY(!timeline.state.open.contains(AlertId(2)));
    }

    void anAcknowledgedAlertMaySink()
    {
        Timeline timeline = settled("us: a b c | eu: web");
        timeline.fails("@us");
        timeline.run(30);
        acknowledge(timeline, 2, "dewi");
        timeline.passes("a@us");
        timeline.passes("b@us");
        timeline.run(60);
        QVERIFY(alertOf(timeline, 2).severity == Severity::warning);
        QCOMPARE(alertOf(timeline, 2).acknowledgedBy, std::string("dewi"));
    }

    void criticalAlertsNobodyTookBecomeEmergencies()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.fails("@us");
        timeline.run(312);
        QVERIFY(!timeline.told(onlyAlerts).contains("emergency"));
        timeline.run(700);
        // Five minutes after 13 s, once, and only for the region: the check's alert stays behind it.
        QCOMPARE(timeline.told(onlyAlerts), "313 alert 2 emergency down");
    }

    void whatWasTakenDoesNotEscalate()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.fails("@us");
        timeline.run(100);
        timeline.told();
        acknowledge(timeline, 2, "dewi");
        timeline.run(1000);
        QCOMPARE(timeline.told(onlyAlerts), "100 alert 2 taken by dewi");
    }

    void theTimeToAnEmergencyBeginsWhenItTurnsCritical()
    {
        Timeline timeline = settled("us: a b c | eu: web");
        timeline.fails("a@us");
        timeline.fleet.checks[0].severity = Severity::warning;
        timeline.run(200);
        timeline.fails("@us");
        timeline.run(400);
        QVERIFY(!timeline.told(onlyAlerts).contains("emergency"));
        timeline.run(520);
        QVERIFY(timeline.told(onlyAlerts).contains("alert 2 emergency down"));
    }

    void silenceResolvesNothing()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.fails("@us");
        timeline.run(30);
        timeline.told();
        timeline.silent("@us");
        timeline.run(100);
        QCOMPARE(timeline.told(onlyAlerts), "47 alert 2 critical unknown");
        QCOMPARE(timeline.state.open.size(), std::size_t(2));
    }

    void silenceLetsNoSeveritySink()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.fails("@us");
        timeline.run(30);
        acknowledge(timeline, 2, "dewi");
        timeline.silent("@us");
        timeline.run(100);
        QVERIFY(alertOf(timeline, 2).severity == Severity::critical);
        QVERIFY(alertOf(timeline, 2).regionState == RegionState::unknown);
    }

    void aRegionThatFallsSilentIsAWarning()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.silent("@us");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyAlerts), "25 alert 1 region us warning");
        timeline.passes("@us");
        timeline.run(70);
        QVERIFY(timeline.told(onlyAlerts).endsWith("alert 1 resolved"));
    }

    void aRegionNeverHeardOfIsNoAlarm()
    {
        Timeline timeline("us: web | eu: web");
        timeline.passes("@eu");
        timeline.run(300);
        QCOMPARE(timeline.told(onlyAlerts), "");
    }

    void anUnreachableEdgeIsAWarningUntilItAnswers()
    {
        Timeline timeline("us: web");
        timeline.addEdge("lb");
        timeline.serves("lb", "us", 50);
        timeline.run(30);
        timeline.unreached("lb");
        timeline.run(50);
        QCOMPARE(timeline.told(onlyAlerts), "33 alert 1 edge lb warning");
        QVERIFY(alertOf(timeline, 1).since == at(32));
        timeline.notLookedAt("lb");
        timeline.run(100);
        QCOMPARE(timeline.told(onlyAlerts), ""); // Unknown by now, which resolves nothing.
        timeline.unreached("lb", false);
        timeline.run(110);
        QCOMPARE(timeline.told(onlyAlerts), "101 alert 1 resolved");
    }

    void ourOwnLinkIsCritical()
    {
        Timeline timeline("us: web");
        timeline.addCanary("canary");
        timeline.fails("canary");
        timeline.run(30);
        QCOMPARE(timeline.told(onlyAlerts), "11 alert 1 own-link critical");
        timeline.passes("canary");
        timeline.run(60);
        QCOMPARE(timeline.told(onlyAlerts), "41 alert 1 resolved");
    }

    void driftIsAWarningUntilItEnds()
    {
        Timeline timeline("us: web | eu: web");
        timeline.addEdge("lb");
        timeline.record(Drifted{EndpointId("lb"), ServiceId("web"), RegionId("us"), 0, 100}, "recovery");
        timeline.record(Drifted{EndpointId("lb"), ServiceId("web"), RegionId("us"), 0, 50}, "recovery");
        timeline.record(DriftEnded{EndpointId("lb"), ServiceId("web"), RegionId("eu")}, "recovery");
        QCOMPARE(timeline.told(onlyAlerts), "0 alert 1 drift lb us warning");
        timeline.record(DriftEnded{EndpointId("lb"), ServiceId("web"), RegionId("us")}, "recovery");
        QCOMPARE(timeline.told(onlyAlerts), "0 alert 1 resolved");
    }

    void acknowledgingIsAnswered()
    {
        Timeline timeline = settled("us: web | eu: web");
        timeline.fails("@us");
        timeline.run(30);
        acknowledge(timeline, 1, "dewi");
        QVERIFY(last<RequestGranted>(timeline));
        QCOMPARE(last<RequestGranted>(timeline)->id.value(), std::uint64_t(9));
        QCOMPARE(alertOf(timeline, 1).acknowledgedBy, std::string("dewi"));
        QCOMPARE(alertOf(timeline, 1).note, std::string("looking"));
        acknowledge(timeline, 1, "budi"); // The shift changes.
        QCOMPARE(alertOf(timeline, 1).acknowledgedBy, std::string("budi"));
    }

    void acknowledgingWhatIsNotOpenIsRefusedWithAReason()
    {
        Timeline timeline = settled("us: web | eu: web");
        acknowledge(timeline, 7, "dewi");
        QVERIFY(last<RequestRefused>(timeline));
        QVERIFY(last<RequestRefused>(timeline)->reasons == std::vector<Reason>{NotInFleet{"alert 7"}});
        timeline.fails("@us");
        timeline.run(30);
        timeline.passes("@us");
        timeline.run(60);
        acknowledge(timeline, 1, "dewi");
        QVERIFY(last<RequestRefused>(timeline));
        QVERIFY(last<RequestRefused>(timeline)->reasons == std::vector<Reason>{NotInThatState{"resolved"}});
    }

    void numbersAreNeverUsedTwice()
    {
        Timeline timeline = settled("us: web | eu: web");
        for (int round = 0; round < 3; ++round) {
            timeline.fails("@us");
            timeline.run(static_cast<int>(timeline.second) + 30);
            timeline.passes("@us");
            timeline.run(static_cast<int>(timeline.second) + 30);
        }
        QCOMPARE(timeline.state.lastAlert.value(), std::uint64_t(6));
        QCOMPARE(timeline.told(onlyAlerts).count("resolved"), 6);
    }

    void resolvedAlertsAreKeptUpToABound()
    {
        State state;
        const auto folded = [&state](Event event) {
            fold(state, {Seq(1), at(1), {}, Epoch(1), {}, std::move(event)});
        };
        for (std::uint64_t id = 1; id <= resolvedKept + 10; ++id) {
            folded(AlertOpened{.alert = AlertId(id)});
            folded(AlertResolved{AlertId(id)});
        }
        QCOMPARE(state.resolved.size(), resolvedKept);
        QCOMPARE(state.resolved.back().id.value(), std::uint64_t(resolvedKept + 10));
    }

    void foldingWhatNobodyOpenedChangesNothing()
    {
        State state;
        for (Event event : {Event(AlertResolved{AlertId(3)}), Event(AlertAcknowledged{AlertId(3), "x", ""}),
                            Event(AlertSeverityChanged{.alert = AlertId(3)}), Event(UnknownEvent{"Later", "{}"})})
            fold(state, {Seq(1), at(1), {}, Epoch(1), {}, std::move(event)});
        QVERIFY(state.open.empty() && state.resolved.empty());
    }
};

QTEST_APPLESS_MAIN(TestHealthAlerts)
#include "tst_health_alerts.moc"
