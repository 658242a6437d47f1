// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/invariants.h"

namespace siaga::lab {

namespace {

/// The instance itself found that something is wrong with it.
class NoFaultOfOurs : public Invariant
{
public:
    explicit NoFaultOfOurs(Stage &stage)
        : Invariant(0, stage)
    {
    }
    void onRest() override
    {
        if (!m_stage.lab.isAlive())
            return;
        const std::string &fault = m_stage.lab.runner()->loopFault();
        require(fault.empty(), [&] { return "the loop stopped: " + fault; });
    }
};

} // namespace

Invariants::Invariants(Lab &lab)
    : m_stage(lab)
{
    m_list.push_back(std::make_unique<NoFaultOfOurs>(m_stage));
    addJournalInvariants(m_list, m_stage);
    addPlanInvariants(m_list, m_stage);
    addTrafficInvariants(m_list, m_stage);
    addStabilityInvariants(m_list, m_stage);
    addHealthInvariants(m_list, m_stage);
    addBreakerInvariants(m_list, m_stage);
    addCallInvariants(m_list, m_stage);
    addLivenessInvariants(m_list, m_stage);
    addNoticeInvariants(m_list, m_stage);
}

template<class Tell>
void Invariants::tellAll(Tell tell)
{
    tell(m_stage.truth);
    tell(m_stage.plans);
    for (const auto &invariant : m_list)
        tell(*invariant);
}

void Invariants::onRecorded(const Recorded &recorded)
{
    tellAll([&](Watcher &watcher) { watcher.onRecorded(recorded); });
}

void Invariants::onCallStarted(const Call &call, Seq durable)
{
    tellAll([&](Watcher &watcher) { watcher.onCallStarted(call, durable); });
}

void Invariants::onCallSent(const Call &call)
{
    tellAll([&](Watcher &watcher) { watcher.onCallSent(call); });
}

void Invariants::onCompleted(const Completion &completion)
{
    tellAll([&](Watcher &watcher) { watcher.onCompleted(completion); });
}

void Invariants::onNoticeStarted(const NoticeCall &call, Seq durable)
{
    tellAll([&](Watcher &watcher) { watcher.onNoticeStarted(call, durable); });
}

void Invariants::onBreakerTurned(const OwnBreakerSeen &turned)
{
    tellAll([&](Watcher &watcher) { watcher.onBreakerTurned(turned); });
}

void Invariants::onEffect(const Effect &effect)
{
    tellAll([&](Watcher &watcher) { watcher.onEffect(effect); });
}

void Invariants::onKilled()
{
    tellAll([](Watcher &watcher) { watcher.onKilled(); });
}

void Invariants::onOpened()
{
    tellAll([](Watcher &watcher) { watcher.onOpened(); });
}

void Invariants::onRest()
{
    tellAll([](Watcher &watcher) { watcher.onRest(); });
}

void Invariants::end()
{
    for (const auto &invariant : m_list)
        invariant->onEnd();
}

std::map<std::string, std::uint64_t> Invariants::evaluations() const
{
    std::map<std::string, std::uint64_t> counts;
    for (const auto &invariant : m_list)
        counts[invariant->name()] += invariant->evaluations();
    return counts;
}

std::string failureLine(std::uint64_t seed, const Violation &violation, const Hash256 &trace)
{
    return "SEED=" + std::to_string(seed) + " INVARIANT=" + std::to_string(violation.invariant)
        + " EVENT=" + std::to_string(violation.event.value()) + " TRACE=" + toHex(trace) + "\n  at "
        + std::to_string(violation.at.time_since_epoch().count() / 1'000'000) + " ms: " + violation.what;
}

} // namespace siaga::lab
