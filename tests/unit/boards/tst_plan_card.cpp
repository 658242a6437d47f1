// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/plan_card.h"
#include "core/orchestrator/state.h"

#include <QTest>

using namespace siaga;
using namespace siaga::orchestrator;
using namespace std::chrono_literals;

namespace  {

const RegionId east{"us-east-1"};
const ServiceId web{"web"};
const EndpointId lb{"lb-1"};
const Instant start{1h};

Fleet fleet()
{
    Fleet fleet;
    fleet.services = {{.id = web, .placements = {{.region = east, .capacity = 100, .weight = 200}}}};
    fleet.endpoints = {{.id = lb, .backends = {{.service = web, .name = "web", .servers = {{east, "e"}}}}}};
    return fleet;
}

PlanMemory proposed()
{
    PlanMemory memory{.id = PlanId(5), .autonomy = Autonomy::ask, .proposed = start, .expires = start + 15min};
    memory.plan.purpose = {.kind = PurposeKind::evacuate, .region = east};
    memory.plan.steps = {{.action = ConfirmReady{{RegionId{"us-west-2"}}}},
                         {.action = SetRegionShare{lb, web, east, Permille{500}}, .after = {0}},
                         {.action = SetRegionShare{lb, web, east, none}, .after = {1}, .pointOfNoReturn = true}};
    memory.hash = planHash(memory.plan);
    memory.steps.resize(3);
    memory.state = Proposed{};
    return memory;
}

Seen seen(Instant ended, int weight)
{
    Seen seen;
    seen.take(EdgeSeen{.endpoint = lb,
        .reached = true,
        .began = ended,
        .ended = ended,
        .servers = {{{web, east}, {.weight = weight}}}});
    return seen;
}

struct Permitted
{
    bool approve, hold, resume, abort;
    bool operator==(const Permitted &) const = default;
};

Permitted permitted(const PlanCard &card)
{
    return {card.canApprove, card.canHold, card.canResume, card.canAbort};
}

} // namespace

class TestPlanCard : public QObject
{
    Q_OBJECT

private slots:
    void aPreviewShowsWhatTheEdgeShowsNowWithItsAge()
    {
        const PlanCard card = planCard(proposed(), fleet(), seen(start, 150), start + 40s);
        QCOMPARE(card.steps[1].before->value, 750);
        QVERIFY(card.steps[1].beforeAge == 40s); // Stale, but what a plan moves away from may be.
        QCOMPARE(card.steps[2].before->value, 500); // What the stage before leaves.
        QVERIFY(!card.steps[2].beforeAge);
        QVERIFY(!card.steps[0].before);
        QCOMPARE(card.steps[2].after, std::vector{2});
        QVERIFY(card.steps[2].pointOfNoReturn);
        QVERIFY(card.left == 14min + 20s);
    }

    void anEdgeThatWasNeverSeenHasNoBefore()
    {
        QVERIFY(!planCard(proposed(), fleet(), {}, start).steps[1].before);
    }

    void aStepUnderWayShowsWhatWasSeenRightBeforeIt()
    {
        PlanMemory memory = proposed();
        memory.state = Running{};
        memory.admitted = start + 1min;
        memory.steps[0].doing = Verified{.at = start + 70s};
        memory.steps[1].doing
            = Intended{.at = start + 71s, .attempt = 2, .weight = 100, .weightBefore = 200, .calls = true};
        memory.steps[1].began = start + 70s;
        const PlanCard card = planCard(memory, fleet(), seen(start, 100), start + 90s);
        QVERIFY(card.standing == PlanStanding::running);
        QVERIFY(card.steps[1].standing == StepStanding::running);
        QCOMPARE(card.steps[1].before->value, 1000);
        QCOMPARE(card.steps[1].attempts, 2);
        QVERIFY(card.steps[1].began == start + 70s);
        QVERIFY(card.steps[0].ended == start + 70s);
        QCOMPARE(card.stepsEnded, 1);
        QVERIFY(card.lasted == 30s);
    }

    void anUndoneStepIsSaidToBeUndone()
    {
        PlanMemory memory = proposed();
        memory.state = Aborting{};
        memory.steps[1].doing = Verified{.at = start};
        memory.steps[1].undoing = Uncertain{.at = start};
        QVERIFY(planCard(memory, fleet(), {}, start).steps[1].standing == StepStanding::unsure);
        memory.steps[1].undoing = Verified{.at = start + 5s};
        const PlanCard card = planCard(memory, fleet(), {}, start + 9s);
        QVERIFY(card.steps[1].standing == StepStanding::undone);
        QVERIFY(card.steps[1].ended == start + 5s);
    }

    void aFailedStepCarriesItsReason()
    {
        PlanMemory memory = proposed();
        memory.state = Held{.reason = ByPerson{"on-call"}};
        memory.steps[1].doing = Failed{.at = start, .reason = Contradicted{lb, 0, 100}};
        const PlanCard card = planCard(memory, fleet(), {}, start);
        QVERIFY(card.steps[1].standing == StepStanding::failed);
        QVERIFY(std::holds_alternative<Contradicted>(*card.steps[1].reason));
        QVERIFY(std::holds_alternative<ByPerson>(*card.why));
    }

    void whatMayBeDoneFollowsFromTheState_data()
    {
        QTest::addColumn<int>("row");
        int row = 0;
        for (const char *name :
            {"proposed", "only noted", "expired", "waiting", "running", "held", "suspended", "aborting", "ended"})
            QTest::newRow(name) << row++;
    }

    void whatMayBeDoneFollowsFromTheState()
    {
        QFETCH(int, row);
        PlanMemory memory = proposed();
        Instant now = start;
        const std::vector<PlanState> states{Proposed{}, Proposed{}, Proposed{}, Waiting{}, Running{},
            Held{.reason = ByPolicy{}}, Suspended{}, Aborting{}, Ended{}};
        const std::vector<Permitted> wanted{{true, false, false, true}, {false, false, false, true},
            {false, false, false, true}, {false, true, false, true}, {false, true, false, true},
            {false, false, true, true}, {false, false, false, true}, {false, false, false, false},
            {false, false, false, false}};
        memory.state = states[row];
        if (row == 1)
            memory.autonomy = Autonomy::watch;
        if (row == 2)
            now = start + 15min;
        QVERIFY(permitted(planCard(memory, fleet(), {}, now)) == wanted[row]);
    }
};

QTEST_APPLESS_MAIN(TestPlanCard)
#include "tst_plan_card.moc"
