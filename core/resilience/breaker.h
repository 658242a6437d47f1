// SPDX-License-Identifier: GPL-3.0-or-later
// A circuit breaker: it counts what goes wrong with one target and decides what may still be sent there.
//
// It is like the fuse of a house that knows its people: it dims before it cuts, tries again by itself after a while, with
// one lamp first, and then gives the rooms back one after the other. The catch: it sees only what it is told. Each call
// that was allowed must come back as record() or cancel(); a probe that never does blocks its place until its permit ends.
//
// Ask allow(), make the call if the answer says so, and hand the answer back with what the call came to:
// `if (auto change = breaker.record(admission, CallResult::success, took, now)) tell(*change)`.
//
// Any number of threads may use one breaker; nothing locks or allocates. Each change of state is handed to exactly the one
// caller who made it. Instants are zero or later and may come in any
// order; a breaker never goes back for one that is late.
#pragma once

#include "core/resilience/breaker_policy.h"
#include "core/resilience/gate.h"
#include "core/resilience/sequential.h"
#include "core/resilience/window.h"
#include "core/seen/breaker_seen.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

namespace siaga::resilience {

/// What a call came to, as the caller's own predicate says. Cancelled calls, and those that our own overload, bulkhead or
/// budget refused, are `ignored`: they say nothing about the target.
enum class CallResult : std::uint8_t { success, failure, ignored };

/// Why a call may pass or not.
enum class AdmissionReason : std::uint8_t {
    closed,     ///< Passes: nothing is wrong, it is degraded without need to shed, or a person disabled the breaker.
    probe,      ///< Passes: one of the few that try.
    ramp,       ///< Passes, or is refused: its share of the ramp.
    shed,       ///< Passes, or is refused: its share while degraded.
    open,       ///< Refused: the open time is not over.
    probesBusy, ///< Refused: as many probes as may are under way.
    forcedOpen, ///< Refused: a person holds it open.
};
constexpr auto namesOf(AdmissionReason)
{
    return std::array<std::string_view, 7>{"closed", "probe", "ramp", "shed", "open", "probes-busy", "forced-open"};
}

/// The answer to allow(), to be handed back with the result. Eight bytes; copy it freely, return it once.
struct Admission
{
    std::uint32_t generation = 0;
    AdmissionReason reason = AdmissionReason::closed;
    bool allowed = false;
    bool isProbe = false;
    bool turned = false; ///< This very call changed the state.
};

/// A change of state, with what it was judged from.
struct BreakerChange
{
    BreakerState from = BreakerState::closed;
    BreakerState to = BreakerState::closed;
    BreakerRule rule = BreakerRule::untold;
    BreakerFigures figures; ///< A `sequential` change with score < scoreAlarm is a suspicion, else an alarm.
    Duration openFor{};     ///< To open: until the first probe.
    Permille admitted{1000}; ///< What passes from now on, in expectation.
};

/// `Atomic` is std::atomic; the tests put in one that a model checker can step.
template<template<class> class Atomic>
class BasicBreaker
{
public:
    /// The policy must have no problem (problemOf). `seed` decides the jitter of the open times: give each its own, so that
    /// breakers which opened together don't come back together.
    explicit BasicBreaker(const BreakerPolicy &policy = {}, std::uint64_t seed = 0);
    BasicBreaker(const BasicBreaker &) = delete;
    BasicBreaker &operator=(const BasicBreaker &) = delete;

    /// May a call go now? `change`, if given, is written only when the answer says `turned`.
    Admission allow(Instant now, BreakerChange *change = nullptr)
    {
        const std::uint64_t word = m_gate.load(std::memory_order_acquire);
        if (stateOf(word) == BreakerState::closed) [[likely]]
            return {.generation = generationOf(word), .allowed = true};
        return allowSlowly(now, word, change);
    }

    /// What became of an allowed call that took `took` (zero or more) and ended now. Answers to an older generation (the
    /// breaker has opened, or been reset, since) are ignored, and so are admissions that were refused.
    std::optional<BreakerChange> record(Admission admission, CallResult result, Duration took, Instant now)
    {
        const std::uint64_t word = m_gate.load(std::memory_order_acquire);
        if (!admission.allowed || generationOf(word) != admission.generation)
            return std::nullopt;
        if (stateOf(word) == BreakerState::halfOpen) [[unlikely]]
            return recordProbe(admission, result, took, now);
        if (result == CallResult::ignored)
            return std::nullopt;
        const Counted call{.failed = result == CallResult::failure, .slow = took >= m_policy.slowCall};
        if (!count(call, now)) [[likely]]
            return std::nullopt;
        return judge(now);
    }

    /// An allowed call that must not count: frees its place if it was a probe. The same as recording `ignored`.
    void cancel(Admission admission, Instant now) { record(admission, CallResult::ignored, Duration{}, now); }

    BreakerState state() const { return stateOf(m_gate.load(std::memory_order_acquire)); }
    /// What the window holds now. After a pause it is empty, though no change is made by looking.
    BreakerFigures figures(Instant now) const;
    /// When open: how long until a probe may go, at least zero. Otherwise nothing.
    std::optional<Duration> untilProbe(Instant now) const;
    /// The share of calls that passes, in expectation; half-open counts as none.
    Permille admittedShare() const;
    /// What share of calls usually fails here, as learned; 0 to 1.
    double usualFailures() const { return m_sequential.odds().usual; }
    const BreakerPolicy &policy() const { return m_policy; }

    /// A person holds it open (forcedOpen) or lets everything pass (disabled); calls under way are forgotten.
    /// Nothing when it is so already. Any other state is a broken invariant.
    std::optional<BreakerChange> force(BreakerState held, Instant now, BreakerRule rule = BreakerRule::person);
    /// The end of such an order: forced open goes on to probes, disabled to closed. Nothing when there is none.
    std::optional<BreakerChange> release(Instant now, BreakerRule rule = BreakerRule::person);
    /// Closed, with an empty window and the first open time again; what is usual stays learned.
    std::optional<BreakerChange> reset(Instant now, BreakerRule rule = BreakerRule::person);

private:
    struct Verdict
    {
        BreakerState to = BreakerState::closed; ///< Open, degraded, or closed for "nothing is wrong".
        BreakerRule rule = BreakerRule::untold;
    };
    // What a judgement looks at, read once.
    struct Sight
    {
        Tally window;
        Tally newest;       // What a suspicion is judged from.
        int newestBad = 0;  // How many of its slices hold a failure.
        std::uint32_t inARow = 0;
        double score = 0;
        double suspicion = 0; // Nats.
    };

    // Takes in what the window's drum turns up.
    struct Watch
    {
        BasicBreaker &breaker;
        void finished(const Tally &tally, std::int64_t slicesAgo) const { breaker.sliceFinished(tally, slicesAgo); }
        void left(const Tally &tally) const { breaker.sliceLeft(tally); }
    };

    void sliceFinished(const Tally &tally, std::int64_t slicesAgo);
    void sliceLeft(const Tally &tally);
    bool count(Counted call, Instant now);
    Sight look(Instant now) const;
    Verdict verdictOn(const Sight &sight, Instant now) const;
    bool isWell(const Sight &sight) const;
    std::optional<BreakerChange> judge(Instant now);
    std::optional<BreakerChange> judgeRamp(std::uint64_t word, const Sight &sight, const Verdict &verdict, Instant now);

    Admission allowSlowly(Instant now, std::uint64_t word, BreakerChange *change);
    std::optional<Admission> allowProbe(Instant now, std::uint64_t &word, BreakerChange *change);
    bool passes(std::uint32_t share);
    std::optional<BreakerChange> recordProbe(Admission admission, CallResult result, Duration took, Instant now);

    Gate opened(std::uint32_t generation, std::uint32_t streak, Instant now) const;
    Gate probing(std::uint32_t generation, Instant now) const;
    Gate ramping(std::uint32_t generation, std::uint32_t step, std::uint32_t repeats, Instant now) const;
    std::uint32_t streakFor(BreakerState from, Instant now) const;
    std::uint32_t sharePassing(const Sight &sight) const;
    bool turn(std::uint64_t word, const Gate &to);
    BreakerChange told(std::uint64_t from, const Gate &to, BreakerRule rule, const BreakerFigures &figures, Instant now) const;
    BreakerFigures figuresOf(const Sight &sight) const;
    Permille admittedBy(std::uint64_t word) const;
    void startAfresh();

    // Shares of calls are kept in parts of a million, so that all of them is a whole number.
    static constexpr std::uint32_t parts = 1'000'000;

    const BreakerPolicy m_policy;
    const Slicing m_slicing;
    const int m_suspectSlices;       // How many slices a suspicion looks at, the unfinished one included.
    const std::uint64_t m_seed;
    alignas(64) Atomic<std::uint64_t> m_gate{pack({})};
    alignas(64) Atomic<std::uint32_t> m_inARow{0};
    Atomic<std::int64_t> m_rowSinceMs{0};
    Atomic<std::uint32_t> m_streak{0};     // Openings without a healthy time between.
    Atomic<std::int64_t> m_closedAtMs;
    Atomic<std::uint32_t> m_shed{parts};   // While degraded: what passes.
    Atomic<std::uint32_t> m_tickets{0};
    BasicSequential<Atomic> m_sequential;
    BasicWindow<Atomic> m_window;
    BasicCallWindow<Atomic> m_callWindow;
};

template<template<class> class Atomic>
inline bool BasicBreaker<Atomic>::count(Counted call, Instant now)
{
    const bool opened = m_window.add(m_slicing.of(now), call, Watch{*this});
    if (m_policy.windowCalls > 0) [[unlikely]]
        m_callWindow.add(static_cast<std::uint64_t>(m_policy.windowCalls), call);
    if (call.failed) {
        if (m_inARow.fetch_add(1, std::memory_order_relaxed) == 0)
            m_rowSinceMs.store(inMs(now), std::memory_order_relaxed);
    } else if (m_inARow.load(std::memory_order_relaxed) != 0) {
        m_inARow.store(0, std::memory_order_relaxed);
    }
    return opened || call.failed || call.slow;
}

using Breaker = BasicBreaker<std::atomic>;
extern template class BasicBreaker<std::atomic>;

} // namespace siaga::resilience
