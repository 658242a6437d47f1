// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of our own calls: breakers keep to their edges, looks on top of the rhythm to their budget, and every call
// to its deadline.
#include "core/drivers/filters/guarded_target.h"
#include "core/lab/invariants.h"
#include "core/resilience/gate.h"

#include <algorithm>

namespace siaga::lab {

namespace {

std::string_view nameOf(BreakerState state)
{
    return namesOf(state)[static_cast<std::size_t>(state)];
}

/// 30: breakers make only legal transitions; nothing but rescues goes past one that a person holds open.
class LegalTurns : public Invariant
{
public:
    explicit LegalTurns(Stage &stage)
        : Invariant(30, stage)
    {
    }
    void onKilled() override { m_states.clear(); }
    void onBreakerTurned(const OwnBreakerSeen &turned) override
    {
        BreakerState &state = m_states.emplace(turned.breaker, BreakerState::closed).first->second;
        const bool follows = state == turned.from;
        const bool legal = resilience::isOwnEdge(turned.from, turned.to)
            || (turned.rule == BreakerRule::person && resilience::isPersonsEdge(turned.from, turned.to));
        require(follows && legal, [&] {
            return turned.breaker.text() + " was " + std::string(nameOf(state)) + " and turned from " + std::string(nameOf(turned.from)) + " to "
                + std::string(nameOf(turned.to));
        });
        state = turned.to;
    }
    void onCallSent(const Call &call) override
    {
        const auto state = m_states.find(targetOf(call));
        const bool held = state != m_states.end() && state->second == BreakerState::forcedOpen;
        require(!held || call.lane == Lane::rescue, [&] { return "a look went to " + targetOf(call).text() + ", which a person holds"; });
    }

private:
    std::map<BreakerId, BreakerState> m_states;
};

/// 31: looks on top of the rhythm stay within what one outage of all checks takes, twice, and then one in ten of the
/// successes, or one in twenty seconds.
class WithinBudget : public Invariant
{
public:
    explicit WithinBudget(Stage &stage)
        : Invariant(31, stage)
        , m_shapes(targetsOf(fleet()))
        , m_since(now())
    {
    }
    void onOpened() override
    {
        m_spent.clear();
        m_since = now();
    }
    void onCallSent(const Call &call) override
    {
        const BreakerId id = targetOf(call);
        m_targets[call.id] = id;
        if (call.lane != Lane::recheck)
            return;
        Spent &spent = m_spent[id];
        ++spent.extra;
        const double burst = std::max(6, 2 * m_shapes.at(id).confirmations);
        const double byTime = 1 + static_cast<double>((now() - m_since) / std::chrono::seconds(20));
        require(spent.extra <= burst + byTime + 0.1 * spent.answered,
                [&] { return std::to_string(spent.extra) + " looks on top of the rhythm went to " + id.text(); });
    }
    void onCompleted(const Completion &completion) override
    {
        const auto sent = m_targets.extract(completion.id);
        if (!sent.empty())
            ++m_spent[sent.mapped()].answered;
    }
    void onKilled() override { m_targets.clear(); }

private:
    struct Spent
    {
        int extra = 0;
        int answered = 0;
    };
    std::map<BreakerId, TargetShape> m_shapes;
    Instant m_since;
    std::map<BreakerId, Spent> m_spent;
    std::map<CallId, BreakerId> m_targets;
};

/// 32: every call is answered by its deadline, once, however stuck its target or another is.
class InTime : public Invariant
{
public:
    explicit InTime(Stage &stage)
        : Invariant(32, stage)
    {
    }
    void onCallStarted(const Call &call, Seq) override { m_due[call.id] = now() + call.deadline; }
    void onCompleted(const Completion &completion) override
    {
        const auto due = m_due.extract(completion.id);
        require(!due.empty(), [&] { return "call " + std::to_string(completion.id.value()) + " was answered twice"; });
    }
    void onRest() override
    {
        for (const auto &[id, due] : m_due)
            require(now() <= due + grace, [&, number = id.value()] { return "call " + std::to_string(number) + " is not answered in time"; });
    }
    void onKilled() override { m_due.clear(); }

private:
    static constexpr Duration grace = std::chrono::milliseconds(1);
    std::map<CallId, Instant> m_due;
};

} // namespace

void addCallInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<LegalTurns>(stage));
    list.push_back(std::make_unique<WithinBudget>(stage));
    list.push_back(std::make_unique<InTime>(stage));
}

} // namespace siaga::lab
