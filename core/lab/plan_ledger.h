// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal says of each plan, kept a second time and in another way than the orchestrator's own state, so that
// invariants do not believe the very code they judge.
#pragma once

#include "core/events/plan_events.h"
#include "core/lab/watcher.h"

#include <map>
#include <set>
#include <tuple>

namespace siaga::lab {

/// One intention, and the answer to it.
struct Attempt
{
    Recorded record;
    StepIntended intended;
    std::optional<StepAnswered::Result> answer;
    Instant answeredAt;
};

struct StepFacts
{
    std::map<Leg, std::vector<Attempt>> attempts;
    std::map<Leg, Instant> verified;
    bool notReached = false;

    bool endedWell() const { return notReached || verified.contains(Leg::doing); }
};

struct PlanFacts
{
    PlanProposed proposed;
    Recorded proposedRecord;
    std::optional<PlanApproved> approved;
    Seq lastPersonsWord; ///< The last record by which a person let it run.
    bool admitted = false;
    bool suspended = false;
    Seq aborted;         ///< Zero: not.
    bool wasRunningAtStop = false;
    std::optional<PlanEnd> ended;
    std::vector<StepFacts> steps;

    bool byPolicy() const { return approved && std::holds_alternative<ByPolicy>(approved->by); }
    bool holdsClaims() const { return admitted && !suspended && !ended; }
};

class PlanLedger : public Watcher
{
public:
    void onRecorded(const Recorded &recorded) override;

    const std::map<PlanId, PlanFacts> &plans() const { return m_plans; }
    const PlanFacts *plan(PlanId id) const;
    /// Every intention, by its call's key: the same key for all attempts at one leg.
    std::vector<const Attempt *> attemptsUnder(const std::string &key) const;
    /// What people asked to run: plan and hash, with the record.
    bool wasConfirmed(PlanId plan, const Hash256 &hash, const std::string &person) const;

    /// A call is under way, as far as the journal tells: the worst moment for anything else to happen.
    bool hasOpenCall() const { return !m_openCalls.empty(); }

    Instant opened() const { return m_opened; }
    /// When the Stop in force was ordered.
    std::optional<Instant> stopped() const { return m_stopped; }
    Seq stoppedSeq() const { return m_stoppedSeq; }

private:
    void takeLife(const Recorded &recorded);
    void takeStep(const Recorded &recorded);
    StepFacts *step(PlanId plan, int index);

    struct Confirmation
    {
        PlanId plan;
        Hash256 hash;
        std::string person;
    };
    std::map<PlanId, PlanFacts> m_plans;
    std::vector<Confirmation> m_confirmations;
    std::set<std::tuple<PlanId, int, Leg>> m_openCalls;
    Instant m_opened;
    std::optional<Instant> m_stopped;
    Seq m_stoppedSeq;
};

} // namespace siaga::lab
