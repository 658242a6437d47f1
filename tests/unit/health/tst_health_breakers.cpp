// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/request_events.h"
#include "core/events/resilience_events.h"
#include "core/events/runtime_events.h"
#include "tests/unit/health/timeline.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;

namespace {

const std::set<std::string> onlyAlerts{"check", "region", "link", "view", "edge"};

/// A fleet with the registered breaker "b@us", whose alert is critical.
struct Ward : Timeline
{
    Ward()
        : Timeline("us: web | eu: web")
    {
        fleet.breakers = {{.id = BreakerId("b@us"), .service = ServiceId("web"), .region = RegionId("us")}};
    }

    void turn(BreakerState to, BreakerKind kind = BreakerKind::registered)
    {
        second += 1;
        BreakerTurned turned{.breaker = BreakerId("b@us"), .kind = kind, .to = to, .severity = Severity::critical};
        if (kind == BreakerKind::registered) {
            turned.service = ServiceId("web");
            turned.region = RegionId("us");
        }
        record(turned);
    }
};

} // namespace

// What breakers that turn mean for the alerts.
class TestHealthBreakers : public QObject
{
    Q_OBJECT

private slots:
    void degradedWarnsOpenIsAsLoudAsRegisteredClosedResolves()
    {
        Ward ward;
        ward.turn(BreakerState::degraded);
        QCOMPARE(ward.told(onlyAlerts), "1 alert 1 breaker us warning");
        const AlertSubject &subject = ward.state.open.at(AlertId(1)).subject;
        QVERIFY(subject.breaker == BreakerId("b@us") && subject.region == RegionId("us") && subject.service == ServiceId("web"));
        ward.turn(BreakerState::open);
        QCOMPARE(ward.told(onlyAlerts), "2 alert 1 critical unknown");
        ward.turn(BreakerState::halfOpen);
        ward.turn(BreakerState::ramping);
        QCOMPARE(ward.told(onlyAlerts), ""); // On its way, not yet well.
        ward.turn(BreakerState::closed);
        QCOMPARE(ward.told(onlyAlerts), "5 alert 1 resolved");
    }

    void itsSeverityOnlyRises()
    {
        Ward ward;
        ward.turn(BreakerState::open);
        ward.turn(BreakerState::halfOpen);
        ward.turn(BreakerState::degraded);
        QCOMPARE(ward.told(onlyAlerts), "1 alert 1 breaker us critical");
        ward.turn(BreakerState::open);
        QCOMPARE(ward.told(onlyAlerts), "");
    }

    void ourOwnAndHeldOnesRaiseNothing()
    {
        Ward ward;
        ward.turn(BreakerState::open, BreakerKind::own);
        ward.turn(BreakerState::forcedOpen);
        ward.turn(BreakerState::disabled);
        QCOMPARE(ward.told(onlyAlerts), "");
    }

    void thoseOfOthersWarn()
    {
        Ward ward;
        ward.turn(BreakerState::degraded, BreakerKind::foreign);
        QCOMPARE(ward.told(onlyAlerts), "");
        ward.turn(BreakerState::open, BreakerKind::foreign);
        QCOMPARE(ward.told(onlyAlerts), "2 alert 1 breaker warning");
        ward.record(FleetAdopted{}); // No fleet names it, and it is there all the same.
        QCOMPARE(ward.told(onlyAlerts), "");
        ward.record(BreakerGone{BreakerId("b@us")});
        QCOMPARE(ward.told(onlyAlerts), "2 alert 1 resolved");
    }

    void leavingTheFleetResolvesIt()
    {
        Ward ward;
        ward.turn(BreakerState::open);
        ward.told();
        ward.fleet.breakers.clear();
        ward.record(FleetAdopted{});
        ward.record(BreakerGone{BreakerId("b@us")});
        QCOMPARE(ward.told(onlyAlerts), "1 alert 1 resolved"); // Once.
    }

    void behindItsRegionsAlertItDoesNotEscalateByItself()
    {
        Ward ward;
        ward.passes("@");
        ward.run(5);
        ward.turn(BreakerState::open);
        ward.fails("@us");
        ward.run(60);
        ward.told();
        ward.run(500);
        const QByteArray told = ward.told(onlyAlerts);
        QVERIFY2(told.count("emergency") == 1 && !told.contains("alert 1 emergency"), told);
    }

    void aloneItEscalatesWhenNobodyTakesIt()
    {
        Ward ward;
        ward.passes("@");
        ward.run(5);
        ward.turn(BreakerState::open);
        ward.run(500);
        QVERIFY(ward.told(onlyAlerts).contains("alert 1 emergency"));
    }
};

QTEST_APPLESS_MAIN(TestHealthBreakers)
#include "tst_health_breakers.moc"
