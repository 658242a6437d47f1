// SPDX-License-Identifier: GPL-3.0-or-later
// Journal and audit: every command stands in the journal first, was allowed, and survives a crash.
#include "core/lab/invariants.h"

#include "core/events/codec.h"

#include <algorithm>

namespace siaga::lab {

namespace {

std::string textOf(const SetServerWeight &write, const std::string &key)
{
    return key + " sets " + write.endpoint.id.text() + ' ' + write.service.text() + ' ' + write.region.text() + " to "
        + std::to_string(write.weight);
}

/// 1: every command that reaches a driver has its intention on disk before, and one answer or a restart after it.
class IntendedFirst : public Invariant
{
public:
    explicit IntendedFirst(Stage &stage)
        : Invariant(1, stage)
    {
    }
    void onCallStarted(const Call &call, Seq durable) override
    {
        const auto *write = std::get_if<SetServerWeight>(&call.what);
        if (!write)
            return;
        const auto attempts = m_stage.plans.attemptsUnder(call.key);
        const bool known = std::ranges::any_of(attempts, [&](const Attempt *attempt) {
            const StepIntended &intended = attempt->intended;
            return attempt->record.seq <= durable && intended.endpoint == write->endpoint.id && intended.region == write->region
                && intended.service == write->service && intended.weight == write->weight;
        });
        require(known, [&] { return textOf(*write, call.key) + " without a durable intention"; });
    }
    void onRecorded(const Recorded &recorded) override
    {
        if (const auto *intended = recorded.event.as<StepIntended>())
            m_unanswered[{intended->plan, intended->step, intended->leg}] = intended->attempt;
        const auto *answered = recorded.event.as<StepAnswered>();
        if (!answered)
            return;
        const auto open = m_unanswered.extract({answered->plan, answered->step, answered->leg});
        require(!open.empty() && open.mapped() == answered->attempt, [&] {
            return "an answer to no intention: step " + std::to_string(answered->step) + " of plan " + std::to_string(answered->plan.value());
        });
    }
    void onEnd() override
    {
        for (const auto &[id, plan] : m_stage.plans.plans())
            for (const StepFacts &step : plan.steps)
                for (const auto &[leg, attempts] : step.attempts)
                    for (const Attempt &attempt : attempts)
                        if (!attempt.intended.endpoint.empty())
                            require(attempt.answer || attempt.record.at < m_stage.plans.opened(), [&] {
                                return attempt.intended.key + " was intended and nothing was ever heard of it";
                            });
    }

private:
    std::map<std::tuple<PlanId, int, Leg>, int> m_unanswered; ///< The attempt.
};

/// 2: every command belongs to a plan that a person confirmed by its hash, or that a policy may run by itself.
class Authorised : public Invariant
{
public:
    explicit Authorised(Stage &stage)
        : Invariant(2, stage)
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *intended = recorded.event.as<StepIntended>();
        const PlanFacts *plan = intended ? m_stage.plans.plan(intended->plan) : nullptr;
        if (!intended)
            return;
        const bool allowed = plan && isAllowed(*plan);
        require(allowed, [&] { return "plan " + std::to_string(intended->plan.value()) + " runs and nobody allowed it"; });
    }

private:
    bool isAllowed(const PlanFacts &plan) const
    {
        const PlanProposed &proposed = plan.proposed;
        if (!plan.approved || plan.approved->hash != planHash(proposed.plan))
            return false;
        if (plan.byPolicy())
            return proposed.autonomy == Autonomy::act && proposed.requestedBy.empty();
        const auto *person = std::get_if<ByPerson>(&plan.approved->by);
        return person && m_stage.plans.wasConfirmed(proposed.id, plan.approved->hash, person->who);
    }
};

/// 3: reopening gives a prefix that holds everything acknowledged, and nothing invented.
class NothingLost : public Invariant
{
public:
    explicit NothingLost(Stage &stage)
        : Invariant(3, stage)
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        require(recorded.seq == m_last.next(), [&] { return "record " + std::to_string(recorded.seq.value()) + " out of order"; });
        m_last = recorded.seq;
    }
    void onKilled() override
    {
        const Seq onDisk = m_stage.lab.durable();
        require(onDisk >= m_last, [&] { return "the disk ends at " + std::to_string(onDisk.value()); });
        const auto verified = m_stage.lab.journal().verify([](Seq) { return true; });
        require(static_cast<bool>(verified), [&] { return "the journal is damaged: " + verified.error().what; });
    }

private:
    Seq m_last;
};

/// 4: at most one effect for each key, whatever crashes; and one leg of a step keeps its key through all attempts.
class OneEffect : public Invariant
{
public:
    explicit OneEffect(Stage &stage)
        : Invariant(4, stage)
    {
    }
    void onEffect(const Effect &effect) override
    {
        auto &keys = m_changed[{effect.endpoint, effect.service, effect.region}];
        if (effect.writer != Effect::Writer::siaga) {
            keys.clear(); // Somebody else came between: telling the edge again is a new effect.
            return;
        }
        require(!m_stage.plans.attemptsUnder(effect.key).empty(), [&] { return "an effect under an unknown key " + effect.key; });
        if (effect.weight == effect.weightBefore)
            return;
        require(keys.insert(effect.key).second, [&] { return "a second effect of " + effect.key + " at " + effect.endpoint.text(); });
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *intended = recorded.event.as<StepIntended>();
        if (!intended || intended->endpoint.empty())
            return;
        const std::tuple leg{intended->plan, intended->step, intended->leg};
        const auto key = m_keys.emplace(leg, intended->key).first;
        require(key->second == intended->key, [&] { return "a retry under another key: " + intended->key; });
        const auto owner = m_legs.emplace(intended->key, leg).first;
        require(owner->second == leg, [&] { return "two steps under one key: " + intended->key; });
    }

private:
    std::map<std::tuple<EndpointId, ServiceId, RegionId>, std::set<std::string>> m_changed;
    std::map<std::tuple<PlanId, int, Leg>, std::string> m_keys;
    std::map<std::string, std::tuple<PlanId, int, Leg>> m_legs;
};

/// 5: folding the journal again gives the live state, byte by byte.
class FoldedAgain : public Invariant
{
public:
    explicit FoldedAgain(Stage &stage)
        : Invariant(5, stage)
    {
    }
    void onRest() override
    {
        if (m_stage.lab.durable().value() >= m_next)
            compare();
    }
    void onEnd() override { compare(); }

private:
    static constexpr std::uint64_t every = 2000; // Records; folding all of them is the dearest check of all.

    void compare()
    {
        const Lab &lab = m_stage.lab;
        if (!lab.isAlive() || !lab.runner()->isDurable() || lab.state().head != lab.durable())
            return;
        m_next = lab.durable().value() + every;
        State folded;
        const auto read = lab.journal().read(Seq(1), [&](const StoredRecord &stored) {
            const auto recorded = decode(stored.bytes);
            if (recorded)
                fold(folded, *recorded);
            return static_cast<bool>(recorded);
        });
        const bool same = read && stateHash(folded) == stateHash(lab.state());
        require(same, [&] { return "folding " + std::to_string(lab.durable().value()) + " records gives another state"; });
    }

    std::uint64_t m_next = every;
};

/// 7: after a failed append no command is sent until the journal was opened again.
class SilentAfterFailure : public Invariant
{
public:
    explicit SilentAfterFailure(Stage &stage)
        : Invariant(7, stage)
    {
    }
    void onCallStarted(const Call &call, Seq) override
    {
        const auto *write = std::get_if<SetServerWeight>(&call.what);
        if (write)
            require(!m_stage.lab.isDiskPoisoned(), [&] { return textOf(*write, call.key) + " after a failed append"; });
    }
};

} // namespace

void addJournalInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<IntendedFirst>(stage));
    list.push_back(std::make_unique<Authorised>(stage));
    list.push_back(std::make_unique<NothingLost>(stage));
    list.push_back(std::make_unique<OneEffect>(stage));
    list.push_back(std::make_unique<FoldedAgain>(stage));
    list.push_back(std::make_unique<SilentAfterFailure>(stage));
}

} // namespace siaga::lab
