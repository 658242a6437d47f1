// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold whatever happens, checked against the world and the journal after every event. The numbers are those
// of the list of invariants that the project keeps.
//
// They are like the judges of a race: they watch, they blow the whistle, they push nobody. Each counts how often it
// had something to judge; one that never had proves nothing.
#pragma once

#include "core/lab/lab.h"
#include "core/lab/plan_ledger.h"
#include "core/lab/truth.h"

#include <memory>

namespace siaga::lab {

struct Violation
{
    int invariant = 0; ///< 0: the loop or the journal stopped by itself.
    std::string what;
    Seq event;         ///< The last durable record at that moment.
    Instant at;
};

/// What all invariants look at.
struct Stage
{
    explicit Stage(Lab &theLab)
        : lab(theLab)
        , truth(theLab.world())
    {
    }
    Lab &lab;
    Truth truth;
    PlanLedger plans;
    std::optional<Violation> violation; ///< The first one.
};

class Invariant : public Watcher
{
public:
    /// `half` names what of it this one judges, where several share the number: each must have something to judge.
    Invariant(int number, Stage &stage, std::string half = {})
        : m_number(number)
        , m_half(std::move(half))
        , m_stage(stage)
    {
    }
    /// "17 undo", or the bare number.
    std::string name() const { return std::to_string(m_number) + (m_half.empty() ? "" : " " + m_half); }
    std::uint64_t evaluations() const { return m_evaluations; }

    /// At the end of a run, when faults are healed and everything had time to come to rest.
    virtual void onEnd() { }

protected:
    /// Counts as one evaluation; `what` says what was found, only asked for when it does not hold.
    template<class What>
    void require(bool holds, What what)
    {
        ++m_evaluations;
        if (!holds && !m_stage.violation)
            m_stage.violation = Violation{m_number, what(), m_stage.lab.durable(), m_stage.lab.now()};
    }
    const Fleet &fleet() const { return m_stage.lab.world().fleet(); }
    World &world() const { return m_stage.lab.world(); }
    Instant now() const { return m_stage.lab.now(); }

private:
    int m_number;
    std::string m_half;
    std::uint64_t m_evaluations = 0;

protected:
    Stage &m_stage;
};

using InvariantList = std::vector<std::unique_ptr<Invariant>>;

// One function for each source file.
void addJournalInvariants(InvariantList &list, Stage &stage);
void addPlanInvariants(InvariantList &list, Stage &stage);
void addTrafficInvariants(InvariantList &list, Stage &stage);
void addStabilityInvariants(InvariantList &list, Stage &stage);
void addHealthInvariants(InvariantList &list, Stage &stage);
void addBreakerInvariants(InvariantList &list, Stage &stage);
void addCallInvariants(InvariantList &list, Stage &stage);
void addLivenessInvariants(InvariantList &list, Stage &stage);
void addNoticeInvariants(InvariantList &list, Stage &stage);

/// All of them, as one watcher of a lab.
class Invariants : public Watcher
{
public:
    explicit Invariants(Lab &lab);

    void onRecorded(const Recorded &recorded) override;
    void onCallStarted(const Call &call, Seq durable) override;
    void onCallSent(const Call &call) override;
    void onCompleted(const Completion &completion) override;
    void onNoticeStarted(const NoticeCall &call, Seq durable) override;
    void onBreakerTurned(const OwnBreakerSeen &turned) override;
    void onEffect(const Effect &effect) override;
    void onKilled() override;
    void onOpened() override;
    void onRest() override;
    /// Call once, when the run is over.
    void end();

    const std::optional<Violation> &violation() const { return m_stage.violation; }
    const PlanLedger &plans() const { return m_stage.plans; }
    /// How often each had something to judge, by name.
    std::map<std::string, std::uint64_t> evaluations() const;

private:
    template<class Tell>
    void tellAll(Tell tell);

    Stage m_stage;
    InvariantList m_list;
};

/// The text that replays a failure: `SEED=7 INVARIANT=16 EVENT=812 TRACE=…` and what was found.
std::string failureLine(std::uint64_t seed, const Violation &violation, const Hash256 &trace);

} // namespace siaga::lab
