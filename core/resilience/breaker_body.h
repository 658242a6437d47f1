// SPDX-License-Identifier: GPL-3.0-or-later
// What a breaker does when something happens: judging, opening, probing, the way back.
//
// The back room of breaker.h, where nobody goes while all is well. The catch: it is included by breaker.cpp only, and by
// tests that put in their own atomics.
#pragma once

#include "core/base/check.h"
#include "core/resilience/breaker.h"

#include <algorithm>
#include <limits>

namespace siaga::resilience {

/// 64 well-mixed bits of a number (SplitMix64's last steps): chance that can be replayed.
constexpr std::uint64_t mixed(std::uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

// Long before any time that is asked about, with room for differences.
inline constexpr std::int64_t longAgoMs = std::numeric_limits<std::int64_t>::min() / 4;

template<template<class> class Atomic>
BasicBreaker<Atomic>::BasicBreaker(const BreakerPolicy &policy, std::uint64_t seed)
    : m_policy(policy)
    , m_slicing(std::max<std::int64_t>(1, policy.window.count() / BasicWindow<Atomic>::slices))
    , m_suspectSlices(std::clamp<int>(int(policy.sequential.suspectWithin.count() / m_slicing.length()) + 1, 1, BasicWindow<Atomic>::slices))
    , m_seed(seed)
    , m_closedAtMs(longAgoMs)
    , m_sequential(policy.sequential)
{
    SIAGA_CHECK(problemOf(policy) == nullptr);
}

template<template<class> class Atomic>
void BasicBreaker<Atomic>::sliceFinished(const Tally &tally, std::int64_t slicesAgo)
{
    if (!m_policy.sequential.on)
        return;
    if (slicesAgo > m_policy.sequential.memory.count() / m_slicing.length())
        m_sequential.forgetSum();
    else
        m_sequential.close(m_policy.sequential, tally);
}

// What is usual is learned from slices that had a whole window's time to show a fault, while the test sees none: a burst
// that is over by then belongs to the habits of the target, also when it was suspected.
template<template<class> class Atomic>
void BasicBreaker<Atomic>::sliceLeft(const Tally &tally)
{
    const BreakerState now = state();
    const bool serves = now == BreakerState::closed || now == BreakerState::degraded;
    if (m_policy.sequential.on && serves && m_sequential.isCalm(m_policy.sequential))
        m_sequential.learn(m_policy.sequential, tally, double(m_slicing.length()) / double(m_policy.sequential.memory.count()));
}

template<template<class> class Atomic>
typename BasicBreaker<Atomic>::Sight BasicBreaker<Atomic>::look(Instant now) const
{
    const SequentialPolicy &test = m_policy.sequential;
    const std::int64_t slice = std::max(m_slicing.of(now), m_window.newest());
    Sight sight{.window = m_policy.windowCalls > 0 ? m_callWindow.sum(std::uint64_t(m_policy.windowCalls))
                                                   : m_window.sum(slice),
                .inARow = m_inARow.load(std::memory_order_relaxed)};
    if (!test.on)
        return sight;
    sight.score = m_sequential.score(test, m_window.at(slice));
    for (int back = 0; back < m_suspectSlices; ++back) {
        const Tally tally = m_window.at(slice - back);
        sight.newest += tally;
        sight.newestBad += tally.failures > 0;
    }
    const Odds odds = m_sequential.odds();
    // A share far below a bad one is no suspicion, however sure, nor is what happens among many calls: the sum finds both.
    if (test.suspectFailures > 0 && sight.newest.calls <= std::uint32_t(test.suspectCallsMax) && sight.newest.failures >= std::uint32_t(test.suspectFailures)
        && sight.newestBad >= test.suspectSlices && sight.newest.failures >= odds.bad / 3 * sight.newest.calls)
        sight.suspicion = likelihoodRatio(sight.newest, odds.usual) / m_sequential.dulling(test);
    return sight;
}

template<template<class> class Atomic>
typename BasicBreaker<Atomic>::Verdict BasicBreaker<Atomic>::verdictOn(const Sight &sight, Instant now) const
{
    using enum BreakerState;
    const SequentialPolicy &test = m_policy.sequential;
    const Tally &window = sight.window;
    const bool enough = window.calls >= std::uint32_t(m_policy.callsMin);
    const auto reaches = [&window](std::uint32_t part, Permille rate) {
        return std::uint64_t(part) * 1000 >= std::uint64_t(rate.value) * window.calls;
    };
    if (m_policy.consecutive > 0 && sight.inARow >= std::uint32_t(m_policy.consecutive))
        return Verdict{open, BreakerRule::consecutive};
    if (enough && reaches(window.failures, m_policy.failureRate))
        return Verdict{open, BreakerRule::failureRate};
    if (enough && reaches(window.slow(), m_policy.slowOpenRate))
        return Verdict{open, BreakerRule::slowRate};
    if (test.on) {
        const bool dead = inMs(now) - m_rowSinceMs.load(std::memory_order_relaxed) >= m_policy.deadAfter / std::chrono::milliseconds(1);
        // Twice: a burst of 3 s at 2 calls a second is seven failures in a row now and then.
        if (dead && sight.inARow * m_sequential.odds().failure >= 2 * test.alarm)
            return Verdict{open, BreakerRule::sequential};
        if (sight.score >= test.alarm || (test.suspectFailures > 0 && sight.suspicion >= test.suspect && sight.suspicion > 0))
            return Verdict{degraded, BreakerRule::sequential};
    }
    if (enough && reaches(window.slow(), m_policy.slowRate))
        return Verdict{degraded, BreakerRule::slowRate};
    return Verdict();
}

// Well again at half of what made it degraded, so that it does not swing on the edge.
template<template<class> class Atomic>
bool BasicBreaker<Atomic>::isWell(const Sight &sight) const
{
    const Tally &window = sight.window;
    const bool enough = window.calls >= std::uint32_t(m_policy.callsMin);
    const auto half = [&window](std::uint32_t part, Permille rate) {
        return std::uint64_t(part) * 2000 >= std::uint64_t(rate.value) * window.calls;
    };
    return sight.score <= 0 && sight.suspicion <= m_policy.sequential.suspect / 2
        && !(enough && (half(window.failures, m_policy.failureRate) || half(window.slow(), m_policy.slowRate)));
}

template<template<class> class Atomic>
std::optional<BreakerChange> BasicBreaker<Atomic>::judge(Instant now)
{
    using enum BreakerState;
    const std::uint64_t word = m_gate.load(std::memory_order_acquire);
    const Gate gate = unpack(word);
    if (gate.state != closed && gate.state != degraded && gate.state != ramping)
        return std::nullopt;
    const Sight sight = look(now);
    const Verdict verdict = verdictOn(sight, now);
    if (gate.state == ramping && verdict.to != open)
        return judgeRamp(word, sight, verdict, now);
    Gate to{.state = verdict.to, .generation = gate.generation};
    BreakerRule rule = verdict.rule;
    if (verdict.to == open) {
        to = opened(gate.generation, streakFor(gate.state, now), now);
    } else if (verdict.to == degraded || gate.state == degraded) {
        m_shed.store(sharePassing(sight), std::memory_order_relaxed);
        if (gate.state == degraded && (verdict.to == degraded || msLeft(gate, inMs(now)) > 0 || !isWell(sight)))
            return std::nullopt;
        if (gate.state == degraded)
            rule = BreakerRule::recovered;
        else
            to.deadlineMs = deadlineAfter(now, m_policy.degradedMin);
    } else {
        return std::nullopt;
    }
    const BreakerChange change = told(word, to, rule, figuresOf(sight), now);
    if (!turn(word, to))
        return std::nullopt; // Somebody else turned it at the same time, and tells.
    if (to.state == open)
        m_streak.store(streakFor(gate.state, now) + 1, std::memory_order_relaxed);
    return change;
}

// A share that was watched for its time without a word of the test is followed by the next.
template<template<class> class Atomic>
std::optional<BreakerChange> BasicBreaker<Atomic>::judgeRamp(std::uint64_t word, const Sight &sight, const Verdict &verdict,
                                                             Instant now)
{
    const Gate gate = unpack(word);
    if (msLeft(gate, inMs(now)) > 0)
        return std::nullopt;
    Gate to;
    BreakerRule rule = BreakerRule::rampStep;
    if (verdict.to == BreakerState::degraded && gate.passed < std::uint32_t(m_policy.rampRepeats)) {
        to = ramping(gate.generation, gate.probes, gate.passed + 1, now);
    } else if (verdict.to == BreakerState::degraded) {
        to = {.state = BreakerState::degraded, .generation = gate.generation,
              .deadlineMs = deadlineAfter(now, m_policy.degradedMin)};
        rule = verdict.rule;
        m_shed.store(sharePassing(sight), std::memory_order_relaxed);
    } else if (gate.probes + 1 < m_policy.rampShares.size()) {
        to = ramping(gate.generation, gate.probes + 1, 0, now);
    } else {
        to = {.state = BreakerState::closed, .generation = gate.generation};
    }
    const BreakerChange change = told(word, to, rule, figuresOf(sight), now);
    if (!turn(word, to))
        return std::nullopt;
    if (to.state != BreakerState::ramping)
        m_closedAtMs.store(inMs(now), std::memory_order_relaxed);
    return change;
}

template<template<class> class Atomic>
Admission BasicBreaker<Atomic>::allowSlowly(Instant now, std::uint64_t word, BreakerChange *change)
{
    using enum BreakerState;
    bool turned = false;
    if (stateOf(word) == ramping && msLeft(unpack(word), inMs(now)) <= 0) {
        if (const auto step = judge(now)) {
            turned = true;
            if (change)
                *change = *step;
        }
        word = m_gate.load(std::memory_order_acquire);
    }
    while (stateOf(word) == open || stateOf(word) == halfOpen)
        if (auto answer = allowProbe(now, word, turned ? nullptr : change)) {
            answer->turned |= turned; // A ramp that just ended in opening is told, too.
            return *answer;
        }
    const Gate gate = unpack(word);
    Admission admission{.generation = gate.generation, .allowed = true, .turned = turned};
    if (gate.state == forcedOpen) {
        admission.allowed = false;
        admission.reason = AdmissionReason::forcedOpen;
    } else if (gate.state == ramping) {
        admission.reason = AdmissionReason::ramp;
        admission.allowed = passes(std::uint32_t(m_policy.rampShares[gate.probes].value) * (parts / 1000));
    } else if (const std::uint32_t share = m_shed.load(std::memory_order_relaxed); gate.state == degraded && share < parts) {
        admission.reason = AdmissionReason::shed;
        admission.allowed = passes(share);
    }
    return admission;
}

// Open or half-open: an answer, or nothing when somebody else turned the word meanwhile, which is then read anew.
template<template<class> class Atomic>
std::optional<Admission> BasicBreaker<Atomic>::allowProbe(Instant now, std::uint64_t &word, BreakerChange *change)
{
    const Gate gate = unpack(word);
    const bool waits = msLeft(gate, inMs(now)) > 0;
    Gate to = probing(gate.generation, now);
    to.probes = 1;
    if (gate.state == BreakerState::open) {
        if (waits)
            return Admission{.generation = gate.generation, .reason = AdmissionReason::open};
        to.generation = (gate.generation + 1) & gateGenerationMask;
    } else if (gate.probes < std::uint32_t(m_policy.probesMax)
               && gate.probes + gate.passed < std::uint32_t(m_policy.probesNeeded)) {
        to.probes = gate.probes + 1;
        to.passed = gate.passed;
    } else if (!waits) {
        // The permits are over; should their probes come back after all, they are of an older generation.
        to.generation = (gate.generation + 1) & gateGenerationMask;
        to.passed = gate.passed;
    } else {
        return Admission{.generation = gate.generation, .reason = AdmissionReason::probesBusy};
    }
    const std::uint64_t before = word;
    if (!turn(word, to)) {
        word = m_gate.load(std::memory_order_acquire);
        return std::nullopt;
    }
    const bool turned = gate.state == BreakerState::open;
    if (turned && change)
        *change = told(before, to, BreakerRule::openTimeOver, figures(now), now);
    return Admission{.generation = to.generation, .reason = AdmissionReason::probe, .allowed = true, .isProbe = true,
                     .turned = turned};
}

// Spread evenly, not by chance: multiples of the golden ratio fill the circle without clusters.
template<template<class> class Atomic>
bool BasicBreaker<Atomic>::passes(std::uint32_t share)
{
    const std::uint32_t ticket = m_tickets.fetch_add(1, std::memory_order_relaxed);
    return (std::uint64_t(ticket * 0x9E3779B9u) * parts) >> 32 < share;
}

template<template<class> class Atomic>
std::optional<BreakerChange> BasicBreaker<Atomic>::recordProbe(Admission admission, CallResult result, Duration took, Instant now)
{
    for (;;) {
        const std::uint64_t word = m_gate.load(std::memory_order_acquire);
        Gate to = unpack(word);
        if (to.state != BreakerState::halfOpen || to.generation != admission.generation || to.probes == 0)
            return std::nullopt;
        BreakerRule rule = BreakerRule::untold;
        --to.probes;
        if (result == CallResult::failure || (result == CallResult::success && took >= m_policy.slowCall)) {
            to = opened(to.generation, streakFor(to.state, now), now);
            rule = BreakerRule::probesFailed;
        } else if (result == CallResult::success && ++to.passed >= std::uint32_t(m_policy.probesNeeded)) {
            const std::uint32_t next = (to.generation + 1) & gateGenerationMask;
            to = m_policy.rampStep > Duration{} ? ramping(next, 0, 0, now) : Gate{.generation = next};
            rule = BreakerRule::probesPassed;
        }
        const BreakerFigures seen = rule == BreakerRule::untold ? BreakerFigures{} : figures(now);
        // Wiped before anybody can count in it: half-open counts nothing.
        if (rule == BreakerRule::probesPassed)
            startAfresh();
        if (!turn(word, to))
            continue;
        if (rule == BreakerRule::untold)
            return std::nullopt;
        if (to.state == BreakerState::open)
            m_streak.store(streakFor(BreakerState::halfOpen, now) + 1, std::memory_order_relaxed);
        else
            m_closedAtMs.store(inMs(now), std::memory_order_relaxed);
        return told(word, to, rule, seen, now);
    }
}

} // namespace siaga::resilience
