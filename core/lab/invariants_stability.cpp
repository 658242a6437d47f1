// SPDX-License-Identifier: GPL-3.0-or-later
// Static stability: a dead Siaga changes nothing, and a stopped one nothing by itself.
#include "core/lab/invariants.h"

namespace siaga::lab {

namespace {

/// 40, first half: once it is killed, only calls that had started before still take effect.
class DeadMeansStill : public Invariant
{
public:
    explicit DeadMeansStill(Stage &stage)
        : Invariant(40, stage, "dead")
    {
    }
    void onCallStarted(const Call &call, Seq) override
    {
        const auto *write = std::get_if<SetServerWeight>(&call.what);
        if (write)
            m_latest[call.key] = now() + call.deadline + write->endpoint.settle;
    }
    void onEffect(const Effect &effect) override
    {
        if (effect.writer != Effect::Writer::siaga)
            return;
        const auto latest = m_latest.find(effect.key);
        require(latest != m_latest.end() && effect.at <= latest->second, [&] { return "an effect out of nothing: " + effect.key; });
    }
    void onKilled() override { m_dead = true; }
    void onOpened() override { m_dead = false; }
    void onRest() override
    {
        if (m_dead)
            require(!m_stage.lab.isAlive(), [] { return "it lives though it was killed"; });
    }

private:
    std::map<std::string, Instant> m_latest;
    bool m_dead = false;
};

/// 40, second half: a Stop halts what runs within a second; only a person lets it go on.
class StopHolds : public Invariant
{
public:
    explicit StopHolds(Stage &stage)
        : Invariant(40, stage, "stopped")
    {
    }
    void onCallStarted(const Call &call, Seq) override
    {
        const auto stopped = m_stage.plans.stopped();
        const auto attempts = m_stage.plans.attemptsUnder(call.key);
        if (!std::holds_alternative<SetServerWeight>(call.what) || !stopped || attempts.empty())
            return;
        if (now() <= *stopped + std::chrono::seconds(1))
            return;
        const PlanFacts *plan = m_stage.plans.plan(attempts.front()->intended.plan);
        const bool bound = plan->byPolicy() || plan->wasRunningAtStop;
        require(!bound || plan->lastPersonsWord > m_stage.plans.stoppedSeq() || plan->aborted, [&] { return call.key + " was sent after the Stop"; });
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *approved = recorded.event.as<PlanApproved>();
        if (approved && m_stage.plans.stopped())
            require(!std::holds_alternative<ByPolicy>(approved->by), [] { return "a policy approved a plan after the Stop"; });
    }
};

} // namespace

void addStabilityInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<DeadMeansStill>(stage));
    list.push_back(std::make_unique<StopHolds>(stage));
}

} // namespace siaga::lab
