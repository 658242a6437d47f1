// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/lab_day.h"

#include "core/base/check.h"
#include "core/events/request_events.h"
#include "core/lab/lab_fleet.h"
#include "core/runtime/replay.h"
#include "core/runtime/timeline_scan.h"

#include <algorithm>

namespace siaga::labday {

using namespace std::chrono_literals;

namespace {

const RegionId east("lab-us-east-1");

bool always()
{
    return true;
}

} // namespace

LabDay::LabDay()
    : m_lab(lab::labFleet(), {.seed = 3})
{
    m_lab.open();
    run(3min);
    m_lab.world().inject(*lab::faultFromText("regionCrash lab-us-east-1", m_lab.now()));
    run(20s);
    m_lab.ask(EvacuateRequested{RequestId(1), east, {}, none, false}, "ayu");
    run(3s);
    const orchestrator::PlanMemory &plan = m_lab.state().orchestrator.plans.begin()->second;
    m_lab.ask(ApproveRequested{RequestId(2), plan.id, plan.hash}, "ayu");
    run(3min);
    m_lab.kill();
    run(90s);
    m_lab.open();
    run(4min);
}

NowBoard LabDay::present() const
{
    const State &state = m_lab.state();
    const AvailabilityCount nothing;
    return nowBoard({.fleet = state.fleet, .health = state.health, .recovery = state.recovery, .orchestrator = state.orchestrator,
        .resilience = state.resilience, .seen = m_lab.runner()->seen(), .availability = nothing, .now = m_lab.now(),
        .wall = {state.wall.milliseconds + std::chrono::duration_cast<std::chrono::milliseconds>(m_lab.now() - state.at).count()},
        .mode = Mode::lab, .head = head(), .leader = {}, .journalFault = {}, .loopFault = {}, .fleetProblems = {}});
}

TimelinePart LabDay::timeline() const
{
    TimelineScan scan(Seq(1), head());
    scan.bring(m_lab.journal(), always);
    SIAGA_CHECK(scan.isOver());
    return scan.take();
}

std::shared_ptr<const Moment> LabDay::moment(const PastPlace &place) const
{
    Replay replay;
    const auto there = replay.take(copyOut(m_lab.journal(), replay.toward(place), always));
    SIAGA_CHECK(there && *there);
    return std::make_shared<const Moment>(replay.moment());
}

TimeMark LabDay::mark(MarkKind kind) const
{
    const TimelinePart part = timeline();
    const auto found = std::ranges::find(part.marks, kind, &TimeMark::kind);
    SIAGA_CHECK(found != part.marks.end());
    return *found;
}

} // namespace siaga::labday
