// SPDX-License-Identifier: GPL-3.0-or-later
// The machine sleeps for hours in the middle of it: everything is old until it is looked at again, and nothing is
// commanded on what was seen before.
#include "app/request_ids.h"
#include "core/events/plan_events.h"
#include "tests/app/heard.h"
#include "tests/app/virtual_instance.h"

#include <QTest>

#include <algorithm>

using namespace siaga;
using namespace siaga::test;
using namespace std::chrono_literals;

namespace {

bool isCommand(const Recorded &record)
{
    const auto *intended = record.event.as<StepIntended>();
    return intended && !intended->endpoint.empty();
}

/// Nothing of this region's checks was begun since.
bool isSeenSince(const Instance &instance, const RegionId &region, Instant since)
{
    return std::ranges::any_of(instance.runner().state().fleet.checks, [&](const Check &check) {
        const auto &probes = instance.runner().seen().probes(check.id);
        return check.region == region && !probes.empty() && probes.back().began >= since;
    });
}

} // namespace

class TestSleep : public QObject
{
    Q_OBJECT

    /// An evacuation under way, stopped in its middle: `commands` of its steps were commanded.
    static void evacuate(VirtualInstance &lab, Heard &heard, int commands)
    {
        lab.pass(60s);
        lab.leader().ask(EvacuateRequested{newRequestId(), RegionId("lab-eu-west-1"), std::nullopt, Permille{0}, true});
        lab.pass(500ms);
        const auto *proposed = heard.last<PlanProposed>();
        QVERIFY(proposed);
        const auto *memory = lab.leader().runner().state().orchestrator.plan(proposed->id);
        QVERIFY(memory);
        lab.leader().ask(ApproveRequested{newRequestId(), proposed->id, memory->hash});
        for (int i = 0; i < 600 && std::ranges::count_if(heard.records, isCommand) < commands; ++i)
            lab.pass(100ms);
        QVERIFY(std::ranges::count_if(heard.records, isCommand) >= commands);
    }

private slots:
    void everythingIsOldUntilItIsSeenAgain()
    {
        VirtualInstance lab;
        lab.pass(60s);
        QVERIFY(std::ranges::all_of(lab.leader().board().regions, [](const RegionCard &card) { return card.state == RegionState::healthy && !card.stale; }));
        lab.sleep(6h);
        const NowBoard woken = lab.leader().board();
        QVERIFY(std::ranges::all_of(woken.regions, [](const RegionCard &card) { return card.stale && card.state == RegionState::unknown; }));
        QVERIFY(woken.age >= 6h);
        lab.pass(30s);
        QVERIFY(std::ranges::all_of(lab.leader().board().regions, [](const RegionCard &card) { return card.state == RegionState::healthy && !card.stale; }));
    }

    void noStepIsCommandedOnOldSight_data()
    {
        QTest::addColumn<int>("commands");
        for (int commands = 1; commands <= 6; ++commands)
            QTest::addRow("after %d", commands) << commands;
    }

    /// Wherever in the plan it falls asleep: what is commanded afterwards stands on checks of those that take over that
    /// were begun afterwards.
    void noStepIsCommandedOnOldSight()
    {
        QFETCH(int, commands);
        VirtualInstance lab;
        Heard heard(lab.leader());
        evacuate(lab, heard, commands);
        if (QTest::currentTestFailed())
            return;
        lab.sleep(6h);
        const Instant woke = lab.clock().now();
        heard.records.clear();
        std::size_t judged = 0;
        for (int i = 0; i < 1200; ++i) {
            for (; judged < heard.records.size(); ++judged)
                if (isCommand(heard.records[judged]))
                    for (const char *taker : {"lab-us-east-1", "lab-us-west-2", "lab-ap-southeast-1"})
                        QVERIFY2(isSeenSince(lab.leader(), RegionId(taker), woke), taker);
            lab.pass(100ms);
        }
        QVERIFY(lab.leader().fault().isEmpty());
        // Nothing hangs: it ended, goes on, or says what it waits for.
        QByteArray states;
        for (const auto &[id, plan] : lab.leader().runner().state().orchestrator.plans)
            states += QByteArray::number(qulonglong(id.value())) + " in state " + QByteArray::number(int(plan.state.index())) + "; ";
        const auto &plans = lab.leader().runner().state().orchestrator.plans;
        QVERIFY2(std::ranges::none_of(plans, [](const auto &entry) { return std::holds_alternative<orchestrator::Running>(entry.second.state); }), states.constData());
    }

    void whatWasApprovedInItsSleepIsLookedAtFirst()
    {
        VirtualInstance lab;
        Heard heard(lab.leader());
        lab.pass(60s);
        lab.leader().ask(EvacuateRequested{newRequestId(), RegionId("lab-eu-west-1"), std::nullopt, Permille{0}, true});
        lab.pass(500ms);
        const auto *proposed = heard.last<PlanProposed>();
        QVERIFY(proposed);
        lab.leader().ask(ApproveRequested{newRequestId(), proposed->id, lab.leader().runner().state().orchestrator.plan(proposed->id)->hash});
        lab.sleep(45s); // The request lies in the queue; the proposal has not expired.
        QVERIFY(std::ranges::none_of(heard.records, isCommand));
        const Instant woke = lab.clock().now();
        for (int i = 0; i < 300 && std::ranges::none_of(heard.records, isCommand); ++i)
            lab.pass(100ms);
        const auto command = std::ranges::find_if(heard.records, isCommand);
        if (command != heard.records.end())
            for (const char *taker : {"lab-us-east-1", "lab-us-west-2", "lab-ap-southeast-1"})
                QVERIFY2(isSeenSince(lab.leader(), RegionId(taker), woke), taker);
    }
};

QTEST_GUILESS_MAIN(TestSleep)
#include "tst_sleep.moc"
