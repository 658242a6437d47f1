// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/executor.h"

namespace siaga {

namespace {

StepAnswered::Result resultOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::done:
        return StepAnswered::Result::done;
    case Outcome::refused:
        return StepAnswered::Result::refused;
    case Outcome::failed:
        return StepAnswered::Result::failed;
    case Outcome::unknown:
        break;
    }
    return StepAnswered::Result::unknown;
}

std::optional<PlanId> withdrawnBy(const Event &event)
{
    if (const auto *held = event.as<PlanHeld>())
        return held->id;
    if (const auto *suspended = event.as<PlanSuspended>())
        return suspended->id;
    if (const auto *aborted = event.as<PlanAborted>())
        return aborted->id;
    if (const auto *ended = event.as<PlanEnded>())
        return ended->id;
    return std::nullopt;
}

} // namespace

void Executor::start(const Recorded &recorded, const Fleet &fleet, Epoch epoch, CallId id)
{
    const auto *intended = recorded.event.as<StepIntended>();
    if (!intended || intended->endpoint.empty() || recorded.epoch != epoch)
        return;
    const Endpoint *endpoint = fleet.endpoint(intended->endpoint);
    Traffic *driver = endpoint ? m_ports.traffic(*endpoint) : nullptr;
    if (!driver) {
        m_unstarted.push_back({intended->plan, intended->step, intended->leg, intended->attempt, StepAnswered::Result::failed, "no driver"});
        return;
    }
    Call call{.id = id, .what = SetServerWeight{*endpoint, intended->service, intended->region, intended->weight}};
    call.deadline = fleet.policies.plans.callDeadline;
    call.lane = Lane::rescue;
    call.key = intended->key;
    call.fence = epoch;
    m_started[id] = {intended->plan, intended->step, intended->leg, intended->attempt, call.permit};
    driver->start(call);
}

void Executor::withdraw(const Recorded &recorded)
{
    const auto plan = withdrawnBy(recorded.event);
    if (!plan)
        return;
    for (auto &[id, started] : m_started)
        if (started.plan == *plan)
            started.permit.withdraw();
}

void Executor::withdrawAll()
{
    for (auto &[id, started] : m_started)
        started.permit.withdraw();
}

void Executor::abandon()
{
    withdrawAll();
    m_started.clear();
    m_unstarted.clear();
}

std::optional<StepCallEnded> Executor::ended(CallId id, const WriteAnswer &answer)
{
    const auto found = m_started.find(id);
    if (found == m_started.end())
        return std::nullopt;
    const Started started = found->second;
    m_started.erase(found);
    return StepCallEnded{started.plan, started.step, started.leg, started.attempt, resultOf(answer.outcome), answer.detail};
}

std::vector<StepCallEnded> Executor::takeUnstarted()
{
    return std::exchange(m_unstarted, {});
}

} // namespace siaga
