// SPDX-License-Identifier: GPL-3.0-or-later
// One card for each listed breaker.
#include "core/boards/breaker_signal.h"
#include "core/boards/protecting.h"

#include <algorithm>
#include <cmath>

namespace siaga::projection {

namespace {

bool caused(const orchestrator::PlanMemory &memory, BreakerId &by)
{
    for (const Reason &reason : memory.because)
        if (const auto *open = std::get_if<BreakerIsOpen>(&reason)) {
            by = open->breaker;
            return true;
        }
    return false;
}

WallTime wallOf(const ProtectInput &input, Instant at)
{
    const auto ago = std::chrono::duration_cast<std::chrono::milliseconds>(input.now - at);
    return {input.wall.milliseconds - ago.count()};
}

std::optional<Permille> shareOf(int some, int all)
{
    return all > 0 ? std::optional(Permille{static_cast<int>(std::int64_t{some} * 1000 / all)}) : std::nullopt;
}

std::optional<Permille> told(double rate)
{
    return rate < 0 ? std::nullopt : std::optional(Permille{static_cast<int>(std::lround(rate * 1000))});
}

HoldRow holdRow(const ProtectInput &input, const resilience::Held &held)
{
    return {held.hold, held.by, held.reason, wallOf(input, held.since), wallOf(input, held.until),
        std::max(Duration{}, held.until - input.now)};
}

/// What the journal knows of it: turns, since when, and who holds it.
void addMemory(const ProtectInput &input, BreakerCard &card)
{
    const auto held = input.resilience.held.find(card.id);
    if (held != input.resilience.held.end()) {
        card.held = holdRow(input, held->second);
        card.lasted = input.now - held->second.since;
        card.since = card.held->since;
    }
    const auto known = input.resilience.breakers.find(card.id);
    if (known == input.resilience.breakers.end())
        return;
    const resilience::BreakerMemory &memory = known->second;
    card.rule = memory.rule;
    card.opens = memory.opens;
    card.witnesses = memory.witnesses;
    for (auto turn = memory.turns.rbegin(); turn != memory.turns.rend() && card.turns.size() < turnsListedMax; ++turn)
        card.turns.push_back({turn->to, turn->rule, turn->figures, wallOf(input, turn->at), input.now - turn->at});
    // A state that nothing turned into since the journal began has no beginning that is worth telling.
    if (!card.held && (!memory.turns.empty() || memory.state != BreakerState::closed)) {
        card.lasted = input.now - memory.since;
        card.since = wallOf(input, memory.since);
    }
    if (memory.state == BreakerState::ramping)
        card.admitted = memory.admitted;
    if (card.state == BreakerState::open && memory.openFor > Duration{})
        card.untilProbe = std::max(Duration{}, memory.since + memory.openFor - input.now);
}

void addContext(const BreakerIndex &index, BreakerCard &card)
{
    if (const health::Alert *alert = index.alert(card.id))
        card.alert = alert->id;
    card.plan = index.plan(card.id);
}

BreakerState memoryState(const ProtectInput &input, const BreakerId &id)
{
    const auto known = input.resilience.breakers.find(id);
    return known == input.resilience.breakers.end() ? BreakerState::closed : known->second.state;
}

} // namespace

BreakerIndex::BreakerIndex(const ProtectInput &input)
{
    for (const auto &[id, alert] : input.health.open)
        if (alert.subject.kind == AlertSubject::Kind::breaker)
            m_alerts[alert.subject.breaker] = &alert;
    BreakerId by;
    const auto add = [&](const orchestrator::PlanMemory &memory) {
        if (caused(memory, by))
            m_plans[by] = {memory.id, planStanding(memory)};
    };
    // Later ones replace earlier ones, and open ones those that ended.
    for (const orchestrator::PlanMemory &memory : input.orchestrator.ended)
        add(memory);
    for (const auto &[id, memory] : input.orchestrator.plans)
        add(memory);
}

const health::Alert *BreakerIndex::alert(const BreakerId &breaker) const
{
    const auto found = m_alerts.find(breaker);
    return found == m_alerts.end() ? nullptr : found->second;
}

std::optional<CausedPlan> BreakerIndex::plan(const BreakerId &breaker) const
{
    const auto found = m_plans.find(breaker);
    return found == m_plans.end() ? std::nullopt : std::optional(found->second);
}

BreakerState shownState(const resilience::State &state, const BreakerId &breaker, BreakerState own)
{
    const auto held = state.held.find(breaker);
    if (held == state.held.end())
        return own;
    return held->second.hold == BreakerHold::open ? BreakerState::forcedOpen : BreakerState::disabled;
}

Standing standingOf(Severity severity)
{
    return severity == Severity::emergency ? Standing::emergency
        : severity == Severity::critical   ? Standing::critical
                                           : Standing::warning;
}

Standing standingOf(BreakerState state, Standing open)
{
    switch (state) {
    case BreakerState::closed:
        return Standing::healthy;
    case BreakerState::open:
        return open;
    case BreakerState::degraded:
    case BreakerState::halfOpen:
    case BreakerState::ramping:
    case BreakerState::forcedOpen:
    case BreakerState::disabled:
        break;
    }
    return Standing::warning;
}

Standing openStanding(const Fleet &fleet, const BreakerId &breaker, const health::Alert *alert)
{
    if (alert)
        return standingOf(alert->severity);
    // Of Siaga's own calls and of other programs an open breaker says that something is guarded, not that users suffer.
    const RegisteredBreaker *registered = fleet.breaker(breaker);
    return registered ? standingOf(registered->severity) : Standing::warning;
}

BreakerCard registeredCard(const ProtectInput &input, const BreakerIndex &index, const RegisteredBreaker &breaker)
{
    BreakerCard card{.id = breaker.id, .title = breaker.id.text(), .kind = BreakerKind::registered};
    card.state = shownState(input.resilience, card.id, memoryState(input, card.id));
    const Instant since = countedSince(input.resilience, breaker);
    const SignalSeen signal = signalOf(breaker, tracksOf(breaker, input.fleet, input.seen, since), input.now);
    const SignalSight sight = sightOf(breaker, input.fleet, input.seen, input.now);
    card.figures = signal.figures;
    card.failed = shareOf(card.figures.failures, card.figures.calls);
    card.trend = signal.trend;
    if (sight.newest)
        card.age = input.now - *sight.newest;
    card.stale = sight.newest && !sight.fresh;
    card.standing = standingOf(card.state, openStanding(input.fleet, card.id, index.alert(card.id)));
    card.past = input.mode == Mode::replay;
    if (card.standing == Standing::healthy && !sight.fresh && !card.past)
        card.standing = Standing::unknown; // What nobody has seen lately is not known to be well.
    card.service = breaker.service;
    card.region = breaker.region;
    card.signal = breaker.signal;
    card.source = breaker.signal == BreakerSignal::check ? breaker.check.text()
        : breaker.signal == BreakerSignal::metric        ? breaker.source.text()
                                                         : std::string();
    card.limits = BreakerLimits{breaker.failureRate, breaker.callsMin, breaker.failureThreshold, breaker.window,
        breaker.timeout, breaker.reset, breaker.retries, breaker.backoff};
    card.effect = breaker.effect;
    addMemory(input, card);
    addContext(index, card);
    return card;
}

BreakerCard ownCard(const ProtectInput &input, const BreakerIndex &index, const TargetFigures &target)
{
    BreakerCard card{.id = target.id, .title = target.id.text(), .kind = BreakerKind::own};
    if (const auto colon = card.title.find(':'); colon != std::string::npos)
        card.title.erase(0, colon + 1); // The group says the rest.
    card.state = shownState(input.resilience, card.id, target.state);
    card.figures = target.figures;
    card.failed = shareOf(card.figures.failures, card.figures.calls);
    card.slow = shareOf(card.figures.slow, card.figures.calls);
    card.own = target;
    if (target.calls > 0)
        card.age = Duration{};
    card.standing = standingOf(card.state, openStanding(input.fleet, card.id, index.alert(card.id)));
    if (card.standing == Standing::healthy && target.calls == 0)
        card.standing = Standing::unknown; // Nothing was called yet.
    addMemory(input, card);
    card.admitted = Permille{target.admittedPermille};
    card.untilProbe = card.state == BreakerState::open ? std::optional(target.untilProbe) : std::nullopt;
    addContext(index, card);
    return card;
}

BreakerCard foreignCard(const ProtectInput &input, const BreakerIndex &index, const Rank &rank,
    const ForeignBreaker &published, std::optional<Duration> age, bool fresh)
{
    BreakerCard card{.id = rank.id, .title = published.name, .kind = BreakerKind::foreign};
    card.state = rank.state;
    card.standing = rank.standing;
    card.failed = told(published.failureRate);
    card.slow = told(published.slowRate);
    card.source = published.program;
    card.age = age;
    card.stale = age && !fresh;
    addMemory(input, card);
    addContext(index, card);
    return card;
}

} // namespace siaga::projection
