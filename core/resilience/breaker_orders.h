// SPDX-License-Identifier: GPL-3.0-or-later
// What a breaker tells of itself, what a person may order, and how each gate is made.
//
// The other half of the back room: the signs on the doors and the master key. The catch: it is included by breaker.cpp
// only, and by tests that put in their own atomics.
#pragma once

#include "core/resilience/breaker_body.h"

namespace siaga::resilience {

template<template<class> class Atomic>
BreakerFigures BasicBreaker<Atomic>::figuresOf(const Sight &sight) const
{
    return {.calls = int(sight.window.calls), .failures = int(sight.window.failures), .slow = int(sight.window.slow()),
            .inARow = int(std::min(sight.inARow, std::uint32_t(std::numeric_limits<int>::max()))), .score = sight.score,
            .scoreAlarm = m_policy.sequential.on ? m_policy.sequential.alarm : 0};
}

template<template<class> class Atomic>
BreakerFigures BasicBreaker<Atomic>::figures(Instant now) const
{
    return figuresOf(look(now));
}

template<template<class> class Atomic>
std::optional<Duration> BasicBreaker<Atomic>::untilProbe(Instant now) const
{
    const Gate gate = unpack(m_gate.load(std::memory_order_acquire));
    if (gate.state != BreakerState::open)
        return std::nullopt;
    return std::chrono::milliseconds(std::max<std::int64_t>(0, msLeft(gate, inMs(now))));
}

template<template<class> class Atomic>
Permille BasicBreaker<Atomic>::admittedShare() const
{
    return admittedBy(m_gate.load(std::memory_order_acquire));
}

template<template<class> class Atomic>
Permille BasicBreaker<Atomic>::admittedBy(std::uint64_t word) const
{
    const Gate gate = unpack(word);
    switch (gate.state) {
    case BreakerState::closed:
    case BreakerState::disabled:
        return whole;
    case BreakerState::degraded:
        return {static_cast<int>(m_shed.load(std::memory_order_relaxed) / (parts / 1000))};
    case BreakerState::ramping:
        return m_policy.rampShares[gate.probes];
    case BreakerState::open:
    case BreakerState::halfOpen:
    case BreakerState::forcedOpen:
        return siaga::none;
    }
    return siaga::none;
}

// The share refused is (calls - K * good) / (calls + 1). Only what was admitted is counted, so that it settles where
// the target's own share of good calls puts it.
template<template<class> class Atomic>
std::uint32_t BasicBreaker<Atomic>::sharePassing(const Sight &sight) const
{
    const double calls = sight.window.calls;
    const double refused = (calls - m_policy.shedFactor.value / 1000.0 * sight.window.good()) / (calls + 1);
    if (refused <= 0 || sight.window.calls < std::uint32_t(m_policy.callsMin))
        return parts;
    return static_cast<std::uint32_t>((1 - refused) * parts);
}

// Doubles with each opening, and chance takes away up to `openJitter` of it.
template<template<class> class Atomic>
Gate BasicBreaker<Atomic>::opened(std::uint32_t generation, std::uint32_t streak, Instant now) const
{
    Duration time = m_policy.openFirst;
    for (std::uint32_t doubled = 0; doubled < streak && time < m_policy.openMax; ++doubled)
        time = std::min(time * 2, m_policy.openMax);
    const std::uint32_t next = (generation + 1) & gateGenerationMask;
    const double chance = double(mixed(m_seed + (std::uint64_t(next) + 1) * 0x9E3779B97F4A7C15ULL) >> 11) * 0x1.0p-53;
    const double kept = 1 - m_policy.openJitter.value / 1000.0 * chance;
    return {.state = BreakerState::open, .generation = next,
            .deadlineMs = deadlineAfter(now, Duration(static_cast<std::int64_t>(double(time.count()) * kept)))};
}

template<template<class> class Atomic>
Gate BasicBreaker<Atomic>::probing(std::uint32_t generation, Instant now) const
{
    return {.state = BreakerState::halfOpen, .generation = generation, .deadlineMs = deadlineAfter(now, m_policy.probePermit)};
}

template<template<class> class Atomic>
Gate BasicBreaker<Atomic>::ramping(std::uint32_t generation, std::uint32_t step, std::uint32_t repeats, Instant now) const
{
    return {.state = BreakerState::ramping, .generation = generation, .probes = step, .passed = repeats,
            .deadlineMs = deadlineAfter(now, m_policy.rampStep)};
}

// How many openings there were before this one without a healthy time between.
template<template<class> class Atomic>
std::uint32_t BasicBreaker<Atomic>::streakFor(BreakerState from, Instant now) const
{
    const bool served = from == BreakerState::closed || from == BreakerState::degraded;
    const std::int64_t servedMs = inMs(now) - m_closedAtMs.load(std::memory_order_relaxed);
    return served && servedMs >= m_policy.healthyAfter / std::chrono::milliseconds(1)
        ? 0 : m_streak.load(std::memory_order_relaxed);
}

template<template<class> class Atomic>
bool BasicBreaker<Atomic>::turn(std::uint64_t word, const Gate &to)
{
    return m_gate.compare_exchange_strong(word, pack(to), std::memory_order_acq_rel, std::memory_order_acquire);
}

template<template<class> class Atomic>
BreakerChange BasicBreaker<Atomic>::told(std::uint64_t from, const Gate &to, BreakerRule rule, const BreakerFigures &figures,
                                         Instant now) const
{
    BreakerChange change{.from = stateOf(from), .to = to.state, .rule = rule, .figures = figures,
                         .admitted = admittedBy(pack(to))};
    if (to.state == BreakerState::open)
        change.openFor = std::chrono::milliseconds(std::max<std::int64_t>(0, msLeft(to, inMs(now))));
    return change;
}

template<template<class> class Atomic>
void BasicBreaker<Atomic>::startAfresh()
{
    m_window.forget();
    if (m_policy.windowCalls > 0)
        m_callWindow.forget();
    m_sequential.forgetSum();
    m_inARow.store(0, std::memory_order_relaxed);
    m_tickets.store(0, std::memory_order_relaxed);
}

template<template<class> class Atomic>
std::optional<BreakerChange> BasicBreaker<Atomic>::force(BreakerState held, Instant now, BreakerRule rule)
{
    const bool isOrder = held == BreakerState::forcedOpen || held == BreakerState::disabled;
    SIAGA_CHECK(isOrder);
    for (;;) {
        const std::uint64_t word = m_gate.load(std::memory_order_acquire);
        if (stateOf(word) == held)
            return std::nullopt;
        const Gate to{.state = held, .generation = (generationOf(word) + 1) & gateGenerationMask};
        if (turn(word, to))
            return told(word, to, rule, figures(now), now);
    }
}

template<template<class> class Atomic>
std::optional<BreakerChange> BasicBreaker<Atomic>::release(Instant now, BreakerRule rule)
{
    for (;;) {
        const std::uint64_t word = m_gate.load(std::memory_order_acquire);
        const std::uint32_t next = (generationOf(word) + 1) & gateGenerationMask;
        if (stateOf(word) != BreakerState::forcedOpen && stateOf(word) != BreakerState::disabled)
            return std::nullopt;
        const bool probes = stateOf(word) == BreakerState::forcedOpen;
        const Gate to = probes ? probing(next, now) : Gate{.generation = next};
        const BreakerFigures seen = figures(now);
        // What was counted while disabled was never judged, and must not be judged all at once.
        if (!probes)
            startAfresh();
        if (turn(word, to))
            return told(word, to, rule, seen, now);
    }
}

template<template<class> class Atomic>
std::optional<BreakerChange> BasicBreaker<Atomic>::reset(Instant now, BreakerRule rule)
{
    for (;;) {
        const std::uint64_t word = m_gate.load(std::memory_order_acquire);
        const Gate to{.generation = (generationOf(word) + 1) & gateGenerationMask};
        const BreakerFigures seen = figures(now);
        startAfresh();
        if (!turn(word, to))
            continue;
        m_streak.store(0, std::memory_order_relaxed);
        m_closedAtMs.store(longAgoMs, std::memory_order_relaxed);
        if (stateOf(word) == BreakerState::closed)
            return std::nullopt;
        return told(word, to, rule, seen, now);
    }
}

} // namespace siaga::resilience
