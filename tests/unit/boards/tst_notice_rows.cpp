// SPDX-License-Identifier: GPL-3.0-or-later
// What the board tells of who was told, and of the next escalation.
#include "core/boards/availability.h"
#include "core/boards/now_board.h"
#include "core/health/state.h"
#include "core/orchestrator/state.h"
#include "core/recovery/state.h"
#include "core/resilience/state.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

const RegionId us{"us"};
const ChannelId pager{"pager"};

/// One region that is down, told to nobody yet.
struct World
{
    Fleet fleet;
    health::State health;
    recovery::State recovery;
    orchestrator::State orchestrator;
    resilience::State resilience;
    Seen seen;
    AvailabilityCount availability;
    Instant now{1h};

    World()
    {
        fleet.regions = {{.id = us}};
        fleet.notify.hooks = {{.id = pager, .command = {"/bin/page"}}};
        health.open[AlertId(1)] = {.id = AlertId(1), .subject = {.kind = AlertSubject::Kind::region, .region = us}, .severity = Severity::critical,
                                   .since = now - 60s, .opened = now - 60s, .raised = now - 60s};
    }
    health::Alert &alert() { return health.open.at(AlertId(1)); }
    BoardInput input() const
    {
        return {.fleet = fleet, .health = health, .recovery = recovery, .orchestrator = orchestrator, .resilience = resilience, .seen = seen,
                .availability = availability, .now = now};
    }
    AlertRow row() const { return nowBoard(input()).alerts.front(); }
};

} // namespace

class TestNoticeRows : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOwedIsOnItsWay()
    {
        const AlertRow row = World().row();
        QCOMPARE(row.notices.size(), std::size_t(2));
        QVERIFY(row.notices[0].channel == desktopChannel && !row.notices[0].outcome);
        QVERIFY(row.notices[1].channel == pager && !row.notices[1].outcome);
    }

    void whatFailedIsTriedWhileAttemptsAreLeft()
    {
        World world;
        world.alert().notices[pager] = {.severity = Severity::critical, .outcome = NoticeOutcome::failed, .attempts = 4, .wall = {77}, .detail = "exit 1"};
        const NoticeRow row = world.row().notices[1];
        QVERIFY(row.outcome == NoticeOutcome::failed && row.tryingAgain && row.at == WallTime{77} && row.detail == "exit 1" && row.attempts == 4);
        world.alert().notices[pager].attempts = 5;
        QVERIFY(!world.row().notices[1].tryingAgain);
    }

    void deliveredAndRaisedItIsToldAnew()
    {
        World world;
        world.alert().notices[pager] = {.severity = Severity::critical, .outcome = NoticeOutcome::delivered, .attempts = 1, .told = Severity::critical};
        QVERIFY(!world.row().notices[1].tryingAgain);
        world.alert().severity = Severity::emergency;
        QVERIFY(world.row().notices[1].tryingAgain);
    }

    void takenItIsOwedToNobody()
    {
        World world;
        world.alert().acknowledgedBy = "ayu";
        QVERIFY(world.row().notices.empty());
        world.alert().notices[pager] = {.severity = Severity::critical, .outcome = NoticeOutcome::failed, .attempts = 1, .detail = "exit 1"};
        QCOMPARE(world.row().notices.size(), std::size_t(1)); // What was tried stays on it.
        QVERIFY(!world.row().notices[0].tryingAgain);
    }

    void aWarningIsOwedToNobody()
    {
        World world;
        world.alert().severity = Severity::warning;
        QVERIFY(world.row().notices.empty());
    }

    void theCountdownStandsOnTheRowAndOnTheIncident()
    {
        World world;
        QVERIFY(world.row().escalatesIn == 4min); // Five minutes, one of them over.
        QVERIFY(nowBoard(world.input()).incident->escalatesIn == 4min);
        world.now += 10min;
        QVERIFY(world.row().escalatesIn == 0s); // Never below: the tick that raises it is near.
        world.alert().acknowledgedBy = "ayu";
        QVERIFY(!world.row().escalatesIn && !nowBoard(world.input()).incident->escalatesIn);
    }

    void anAgeingCountdownIsNoNews()
    {
        World world;
        const NowBoard before = withoutAges(nowBoard(world.input()));
        world.now += 1s;
        NowBoard after = withoutAges(nowBoard(world.input()));
        QVERIFY(before.alerts == after.alerts && before.incident == after.incident);
    }

    void anAlertIsFoundByItsNumber()
    {
        const World world;
        QVERIFY(alertRow(world.input(), AlertId(1)) == world.row());
        QVERIFY(!alertRow(world.input(), AlertId(2)));
    }

    void soundsFollowTheFleet()
    {
        World world;
        QVERIFY(nowBoard(world.input()).sounds);
        world.fleet.lab = true;
        QVERIFY(!nowBoard(world.input()).sounds);
        world.fleet.notify.sound = Occasion::always;
        QVERIFY(nowBoard(world.input()).sounds);
    }
};

QTEST_GUILESS_MAIN(TestNoticeRows)
#include "tst_notice_rows.moc"
