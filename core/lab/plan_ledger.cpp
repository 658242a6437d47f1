// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/plan_ledger.h"

#include "core/events/request_events.h"
#include "core/events/runtime_events.h"

#include <algorithm>

namespace siaga::lab {

void PlanLedger::onRecorded(const Recorded &recorded)
{
    if (recorded.event.as<JournalOpened>()) {
        m_opened = recorded.at;
        m_openCalls.clear();
    }
    if (const auto *request = recorded.event.as<ApproveRequested>())
        m_confirmations.push_back({request->plan, request->hash, recorded.actor.name});
    if (recorded.event.as<StopOrdered>()) {
        m_stopped = recorded.at;
        m_stoppedSeq = recorded.seq;
        for (auto &[id, plan] : m_plans)
            plan.wasRunningAtStop = plan.holdsClaims();
    }
    if (recorded.event.as<StopLifted>())
        m_stopped.reset();
    takeLife(recorded);
    takeStep(recorded);
}

void PlanLedger::takeLife(const Recorded &recorded)
{
    const Event &event = recorded.event;
    if (const auto *proposed = event.as<PlanProposed>()) {
        PlanFacts facts{.proposed = *proposed, .proposedRecord = recorded};
        facts.steps.resize(proposed->plan.steps.size());
        m_plans.emplace(proposed->id, std::move(facts));
    } else if (const auto *approved = event.as<PlanApproved>()) {
        PlanFacts &plan = m_plans.at(approved->id);
        plan.approved = *approved;
        if (!plan.byPolicy())
            plan.lastPersonsWord = recorded.seq;
    } else if (const auto *admitted = event.as<PlanAdmitted>()) {
        m_plans.at(admitted->id).admitted = true;
    } else if (const auto *suspended = event.as<PlanSuspended>()) {
        m_plans.at(suspended->id).suspended = true;
    } else if (const auto *resumed = event.as<PlanResumed>()) {
        PlanFacts &plan = m_plans.at(resumed->id);
        plan.suspended = false;
        if (std::holds_alternative<ByPerson>(resumed->by))
            plan.lastPersonsWord = recorded.seq;
    } else if (const auto *aborted = event.as<PlanAborted>()) {
        m_plans.at(aborted->id).aborted = recorded.seq;
    } else if (const auto *ended = event.as<PlanEnded>()) {
        m_plans.at(ended->id).ended = ended->end;
    }
}

void PlanLedger::takeStep(const Recorded &recorded)
{
    const Event &event = recorded.event;
    if (const auto *intended = event.as<StepIntended>()) {
        if (StepFacts *facts = step(intended->plan, intended->step))
            facts->attempts[intended->leg].push_back({.record = recorded, .intended = *intended});
        if (!intended->endpoint.empty())
            m_openCalls.insert({intended->plan, intended->step, intended->leg});
    } else if (const auto *answered = event.as<StepAnswered>()) {
        m_openCalls.erase({answered->plan, answered->step, answered->leg});
        StepFacts *facts = step(answered->plan, answered->step);
        if (facts && !facts->attempts[answered->leg].empty()) {
            Attempt &last = facts->attempts[answered->leg].back();
            last.answer = answered->result;
            last.answeredAt = recorded.at;
        }
    } else if (const auto *verified = event.as<StepVerified>()) {
        if (StepFacts *facts = step(verified->plan, verified->step))
            facts->verified.emplace(verified->leg, recorded.at);
    } else if (const auto *missed = event.as<StepNotReached>()) {
        if (StepFacts *facts = step(missed->plan, missed->step))
            facts->notReached = true;
    }
}

StepFacts *PlanLedger::step(PlanId plan, int index)
{
    const auto found = m_plans.find(plan);
    if (found == m_plans.end() || index < 0 || static_cast<std::size_t>(index) >= found->second.steps.size())
        return nullptr;
    return &found->second.steps[static_cast<std::size_t>(index)];
}

const PlanFacts *PlanLedger::plan(PlanId id) const
{
    const auto found = m_plans.find(id);
    return found == m_plans.end() ? nullptr : &found->second;
}

std::vector<const Attempt *> PlanLedger::attemptsUnder(const std::string &key) const
{
    std::vector<const Attempt *> found;
    for (const auto &[id, plan] : m_plans)
        for (const StepFacts &facts : plan.steps)
            for (const auto &[leg, attempts] : facts.attempts)
                for (const Attempt &attempt : attempts)
                    if (attempt.intended.key == key)
                        found.push_back(&attempt);
    return found;
}

bool PlanLedger::wasConfirmed(PlanId plan, const Hash256 &hash, const std::string &person) const
{
    return std::ranges::any_of(m_confirmations, [&](const Confirmation &one) {
        return one.plan == plan && one.hash == hash && one.person == person;
    });
}

} // namespace siaga::lab
