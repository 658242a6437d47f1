// SPDX-License-Identifier: GPL-3.0-or-later
// Plans: their steps in order, their claims apart, their calls in time, their end.
#include "core/lab/invariants.h"

#include <algorithm>

namespace siaga::lab {

namespace {

std::string nameOfPlan(PlanId id)
{
    return "plan " + std::to_string(id.value());
}

/// 32: every call ends once, by its deadline, and one stuck target delays no other.
class CallsEnd : public Invariant
{
public:
    explicit CallsEnd(Stage &stage)
        : Invariant(32, stage)
    {
    }
    void onCallStarted(const Call &call, Seq) override
    {
        m_open[call.id] = now() + call.deadline;
        const auto *probe = std::get_if<ProbeCheck>(&call.what);
        if (!probe)
            return;
        const auto last = m_lastProbe.find(probe->check.id);
        const Duration pace = probe->check.interval + probe->check.timeout + std::chrono::seconds(1);
        if (last != m_lastProbe.end())
            require(now() - last->second <= pace, [&] { return probe->check.id.text() + " was not probed for too long"; });
        m_lastProbe[probe->check.id] = now();
    }
    void onCompleted(const Completion &completion) override
    {
        const auto call = m_open.extract(completion.id);
        require(!call.empty(), [&] { return "call " + std::to_string(completion.id.value()) + " ended twice"; });
        if (!call.empty())
            require(now() <= call.mapped(), [&] { return "call " + std::to_string(completion.id.value()) + " ended late"; });
    }
    void onKilled() override
    {
        m_open.clear();
        m_lastProbe.clear();
    }

private:
    std::map<CallId, Instant> m_open;
    std::map<CheckId, Instant> m_lastProbe;
};

/// 37: steps run in the order of what they need, and what a lost answer left open is looked at before it is repeated.
class StepsInOrder : public Invariant
{
public:
    explicit StepsInOrder(Stage &stage)
        : Invariant(37, stage)
    {
    }
    void onCompleted(const Completion &completion) override
    {
        const auto *observation = std::get_if<Observation>(&completion.answer);
        const auto *look = observation ? std::get_if<EdgeSeen>(observation) : nullptr;
        if (look && look->reached)
            m_looks[look->endpoint] = std::max(m_looks[look->endpoint], look->began);
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *intended = recorded.event.as<StepIntended>();
        const PlanFacts *plan = intended ? m_stage.plans.plan(intended->plan) : nullptr;
        if (!plan)
            return;
        const Step &step = plan->proposed.plan.steps.at(static_cast<std::size_t>(intended->step));
        if (intended->leg == Leg::doing)
            for (const int before : step.after)
                require(plan->steps.at(static_cast<std::size_t>(before)).endedWell(), [&] {
                    return nameOfPlan(intended->plan) + " began step " + std::to_string(intended->step) + " before step "
                        + std::to_string(before) + " had ended";
                });
        judgeRepetition(*intended, plan->steps.at(static_cast<std::size_t>(intended->step)));
    }

private:
    /// Only what certainly did not happen, or was looked at since, is done again.
    void judgeRepetition(const StepIntended &intended, const StepFacts &facts)
    {
        const std::vector<Attempt> &attempts = facts.attempts.at(intended.leg);
        if (attempts.size() < 2 || intended.endpoint.empty())
            return;
        const Attempt &before = attempts[attempts.size() - 2];
        if (before.answer == StepAnswered::Result::failed || before.answer == StepAnswered::Result::refused)
            return;
        const Instant inDoubtSince = before.answer ? before.answeredAt : m_stage.plans.opened();
        require(m_looks[intended.endpoint] >= inDoubtSince, [&] { return intended.key + " was repeated without a look"; });
    }
    std::map<EndpointId, Instant> m_looks;
};

/// 38: two plans never hold the same thing, not even while a call of the one that left is under way; all plans end.
class ClaimsApart : public Invariant
{
public:
    explicit ClaimsApart(Stage &stage)
        : Invariant(38, stage)
    {
    }
    void onCallStarted(const Call &call, Seq) override
    {
        const auto *write = std::get_if<SetServerWeight>(&call.what);
        if (!write)
            return;
        const auto attempts = m_stage.plans.attemptsUnder(call.key);
        if (!attempts.empty())
            m_underWay[call.id] = attempts.front()->intended.plan;
    }
    void onCompleted(const Completion &completion) override { m_underWay.erase(completion.id); }
    void onKilled() override { m_underWay.clear(); }
    void onRecorded(const Recorded &recorded) override
    {
        if (const auto *admitted = recorded.event.as<PlanAdmitted>())
            judgeHolder(admitted->id);
        if (const auto *resumed = recorded.event.as<PlanResumed>())
            judgeHolder(resumed->id);
        if (const auto *ended = recorded.event.as<PlanEnded>())
            require(!hasCall(ended->id), [&] { return nameOfPlan(ended->id) + " ended while a call of it was under way"; });
    }
    void onEnd() override
    {
        for (const auto &[id, plan] : m_stage.plans.plans())
            if (plan.approved)
                require(plan.ended.has_value(), [&] { return nameOfPlan(id) + " never ended"; });
    }

private:
    bool hasCall(PlanId id) const
    {
        return std::ranges::any_of(m_underWay, [id](const auto &call) { return call.second == id; });
    }
    void judgeHolder(PlanId id)
    {
        const PlanFacts *mine = m_stage.plans.plan(id);
        for (const auto &[other, plan] : m_stage.plans.plans()) {
            if (other == id || !mine || !overlap(claimsOf(mine->proposed.plan), claimsOf(plan.proposed.plan)))
                continue;
            require(!plan.holdsClaims(), [&] { return nameOfPlan(id) + " and " + nameOfPlan(other) + " hold the same"; });
            require(!hasCall(other), [&] { return nameOfPlan(id) + " runs while a call of " + nameOfPlan(other) + " is under way"; });
        }
    }
    std::map<CallId, PlanId> m_underWay;
};

} // namespace

void addPlanInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<CallsEnd>(stage));
    list.push_back(std::make_unique<StepsInOrder>(stage));
    list.push_back(std::make_unique<ClaimsApart>(stage));
}

} // namespace siaga::lab
