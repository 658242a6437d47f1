// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of registered breakers: they keep to their edges, people's holds end, and traffic moves by what was seen.
#include "core/events/request_events.h"
#include "core/lab/invariants.h"
#include "core/resilience/gate.h"

#include <algorithm>

namespace siaga::lab {

namespace {

/// 30: registered breakers make only legal transitions, each from where it was, and none by itself while it is held.
class RegisteredTurns : public Invariant
{
public:
    explicit RegisteredTurns(Stage &stage)
        : Invariant(30, stage, "registered")
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        if (const auto *turned = recorded.event.as<BreakerTurned>(); turned && turned->kind == BreakerKind::registered)
            judge(*turned);
        else if (const auto *held = recorded.event.as<BreakerHeld>())
            m_held.insert(held->breaker);
        else if (const auto *released = recorded.event.as<BreakerReleased>())
            m_held.erase(released->breaker);
        else if (const auto *reset = recorded.event.as<BreakerReset>())
            m_held.erase(reset->breaker);
    }

private:
    void judge(const BreakerTurned &turned)
    {
        BreakerState &state = m_states.emplace(turned.breaker, BreakerState::closed).first->second;
        const bool byPerson = turned.rule == BreakerRule::person || turned.rule == BreakerRule::expired;
        const bool legal = byPerson ? resilience::isPersonsEdge(turned.from, turned.to)
                                    : resilience::isOwnEdge(turned.from, turned.to) && !m_held.contains(turned.breaker);
        require(legal && state == turned.from, [&] {
            return turned.breaker.text() + " was " + std::string(nameOf(state)) + " and turned from " + std::string(nameOf(turned.from))
                + " to " + std::string(nameOf(turned.to));
        });
        state = turned.to;
    }

    std::map<BreakerId, BreakerState> m_states;
    std::set<BreakerId> m_held;
};

/// 30: what a breaker asks for takes its own service out of its own region, while it is open.
class DrainsOwnService : public Invariant
{
public:
    explicit DrainsOwnService(Stage &stage)
        : Invariant(30, stage, "drains")
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        if (const auto *turned = recorded.event.as<BreakerTurned>(); turned && turned->kind == BreakerKind::registered)
            m_states[turned->breaker] = *turned;
        const auto *proposed = recorded.event.as<PlanProposed>();
        if (!proposed)
            return;
        for (const Reason &reason : proposed->because)
            if (const auto *open = std::get_if<BreakerIsOpen>(&reason))
                judge(*open, *proposed);
    }

private:
    void judge(const BreakerIsOpen &open, const PlanProposed &proposed)
    {
        const BreakerTurned &turned = m_states[open.breaker];
        const bool claimsOwn = std::ranges::all_of(claimsOf(proposed.plan), [&](const Claim &claim) {
            return claim.service == turned.service && claim.region == turned.region;
        });
        require(turned.to == BreakerState::open && turned.effect != BreakerEffect::show && claimsOwn,
                [&] { return open.breaker.text() + " is " + std::string(nameOf(turned.to)) + " and moves traffic that is not its own"; });
    }

    std::map<BreakerId, BreakerTurned> m_states;
};

} // namespace

void addBreakerInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<RegisteredTurns>(stage));
    list.push_back(std::make_unique<DrainsOwnService>(stage));
}

} // namespace siaga::lab
