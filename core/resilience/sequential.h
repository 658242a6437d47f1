// SPDX-License-Identifier: GPL-3.0-or-later
// The sequential test: is this more failure than usual?
//
// It is like a doctor with an old patient: what counts is not the pulse but how far it is from this patient's own. Each
// failure adds evidence, each success takes some away, and the sum never falls below zero, so that a fault is seen from
// where it began. The catch: "usual" must be learned, slowly, or a creeping fault becomes the habit.
//
// Sources: E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954), for the sum; P. McCullagh and J. A. Nelder,
// "Generalized linear models" (1989), chapter 4.5, for dividing by the dispersion when failures come in bursts.
#pragma once

#include "core/resilience/breaker_policy.h"
#include "core/resilience/window.h"

#include <atomic>

namespace siaga::resilience {

/// The two shares between which the test decides, and what one call adds to the sum, in nats.
struct Odds
{
    double usual = 0;     ///< p0, within the policy's bounds.
    double bad = 0;       ///< p1, above p0, at most 0.9.
    double failure = 0;   ///< ln(p1 / p0); above zero.
    double success = 0;   ///< ln((1 - p1) / (1 - p0)); below zero.
};

/// The odds for a usual share of failures; the share is first brought within the policy's bounds.
Odds oddsOf(const SequentialPolicy &policy, double usual);

/// How much more likely the tally is under its own share of failures than under `usual` (0 to 1, exclusive), in nats;
/// zero when its share is not above the usual one. The generalised likelihood ratio of a binomial.
double likelihoodRatio(const Tally &tally, double usual);

/// What usually fails, learned from slices after they have left the window, and how the sum stands. All is kept in
/// single atomics: whoever opens a slice writes, anybody reads; when two threads write at once one may lose a slice.
template<template<class> class Atomic>
class BasicSequential
{
public:
    explicit BasicSequential(const SequentialPolicy &policy)
        : m_failures(policy.usualStart * priorCalls)
        , m_calls(priorCalls)
    {
        publish(policy);
    }

    /// Learns from one slice that left the window; `share` is the slice's length over the policy's memory, 0 to 1.
    void learn(const SequentialPolicy &policy, const Tally &left, double share)
    {
        const double usual = m_usual.load(std::memory_order_relaxed);
        const double expected = left.calls * usual;
        const double surprise = std::min(surpriseMax, (left.failures - expected) * (left.failures - expected) / (expected * (1 - usual)));
        update(m_dispersion, share, surprise);
        // The prior stays, so that a target with three calls a minute isn't judged by its last failure.
        m_failures.store((m_failures.load(std::memory_order_relaxed) - policy.usualStart * priorCalls) * (1 - share)
                             + policy.usualStart * priorCalls + left.failures, std::memory_order_relaxed);
        m_calls.store((m_calls.load(std::memory_order_relaxed) - priorCalls) * (1 - share) + priorCalls + left.calls,
                      std::memory_order_relaxed);
        publish(policy);
    }

    /// Takes a finished slice into the sum.
    void close(const SequentialPolicy &policy, const Tally &finished)
    {
        const double sum = m_sum.load(std::memory_order_relaxed) + evidence(policy, finished);
        // Kept near the alarm, so that recovery is seen as soon as the fault was.
        m_sum.store(std::clamp(sum, 0.0, policy.alarm * sumMax), std::memory_order_relaxed);
    }

    /// The sum with the slice that is as yet unfinished, in nats; never below zero.
    double score(const SequentialPolicy &policy, const Tally &current) const
    {
        return std::max(0.0, m_sum.load(std::memory_order_relaxed) + evidence(policy, current));
    }

    /// By how much habitual bursts dull the test: 1 when failures come independently.
    double dulling(const SequentialPolicy &policy) const
    {
        const double dispersion = m_dispersion.load(std::memory_order_relaxed);
        // An estimate of 1 wanders up to 2 by chance, and must cost no power.
        return dispersion < 2 ? 1 : std::min(dispersion, policy.burstsMax);
    }

    /// The sum is so low that what leaves the window was no fault, or one that is over.
    bool isCalm(const SequentialPolicy &policy) const { return m_sum.load(std::memory_order_relaxed) < policy.alarm / 4; }

    Odds odds() const
    {
        return {.usual = m_usual.load(std::memory_order_relaxed), .bad = m_bad.load(std::memory_order_relaxed),
                .failure = m_failureNats.load(std::memory_order_relaxed),
                .success = m_successNats.load(std::memory_order_relaxed)};
    }

    /// Forgets the sum, not what is usual.
    void forgetSum() { m_sum.store(0, std::memory_order_relaxed); }

private:
    static constexpr double priorCalls = 200; // What the first usual share weighs against what is learned.
    static constexpr double sumMax = 1.25;
    static constexpr double surpriseMax = 100; // So that the end of one big fault doesn't dull the test for long.

    double evidence(const SequentialPolicy &policy, const Tally &tally) const
    {
        const double nats = (tally.failures * m_failureNats.load(std::memory_order_relaxed)
                             + (tally.calls - tally.failures) * m_successNats.load(std::memory_order_relaxed));
        return std::min(nats / (nats > 0 ? dulling(policy) : 1), policy.alarm / policy.alarmSlices);
    }

    static void update(Atomic<double> &mean, double share, double value)
    {
        const double held = mean.load(std::memory_order_relaxed);
        mean.store(held + share * (value - held), std::memory_order_relaxed);
    }

    void publish(const SequentialPolicy &policy)
    {
        const Odds odds = oddsOf(policy, m_failures.load(std::memory_order_relaxed) / m_calls.load(std::memory_order_relaxed));
        m_usual.store(odds.usual, std::memory_order_relaxed);
        m_bad.store(odds.bad, std::memory_order_relaxed);
        m_failureNats.store(odds.failure, std::memory_order_relaxed);
        m_successNats.store(odds.success, std::memory_order_relaxed);
    }

    Atomic<double> m_failures;
    Atomic<double> m_calls;
    Atomic<double> m_dispersion{1};
    Atomic<double> m_sum{0};
    Atomic<double> m_usual{0};
    Atomic<double> m_bad{0};
    Atomic<double> m_failureNats{0};
    Atomic<double> m_successNats{0};
};

} // namespace siaga::resilience
