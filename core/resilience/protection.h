// SPDX-License-Identifier: GPL-3.0-or-later
// All of it around one target, in one order.
//
// It is like the way into a bank: the doorman, the counter with its places, the clock on the wall, each in its place. The
// order, from the outside in, is always
//
//     fallback ( total deadline ( retry ( breaker ( bulkhead ( budget ( time-out ( call )))))))
//
// A refused call costs no place, a call without a place costs no grant, and each attempt is judged by itself. The catch: a
// target is what fails together (a host and port, an endpoint), not what is called the same.
//
// Whoever can wait writes one line, protect(); whoever gets answers later uses begin() and end() around each attempt.
#pragma once

#include "core/resilience/adaptive_limit.h"
#include "core/resilience/adaptive_timeout.h"
#include "core/resilience/breaker.h"
#include "core/resilience/bulkhead.h"
#include "core/resilience/fallback.h"
#include "core/resilience/retry.h"

namespace siaga::resilience {

struct TargetPolicy
{
    BreakerPolicy breaker;
    RetryPolicy retry;
    RetryBudgetPolicy budget;
    int bulkhead = 20;                                ///< Calls at the same time; at least 1. With adaptiveLimit: ignored.
    std::optional<AdaptiveLimitPolicy> adaptiveLimit; ///< The bulkhead's limit is found out.
    AdaptiveTimeoutPolicy timeout;
};

/// What kind of call goes to the target.
enum class CallKind : std::uint8_t { first, retry, hedge };

/// Why a call may not go.
enum class Obstacle : std::uint8_t {
    none,
    deadline, ///< There is no time left for it.
    breaker,  ///< See the admission's reason.
    bulkhead, ///< All places are taken.
    budget,   ///< A hedge that the target's budget does not bear.
};
constexpr auto namesOf(Obstacle)
{
    return std::array<std::string_view, 5>{"none", "deadline", "breaker", "bulkhead", "budget"};
}

/// The way in for one attempt; goes back to end() or abandon() exactly once if it is free.
struct Passage
{
    Obstacle obstacle = Obstacle::none;
    CallKind kind = CallKind::first;
    Admission admission;
    Instant began;
    Duration timeout{}; ///< The target's time-out, or what the deadline leaves.
    bool free() const { return obstacle == Obstacle::none; }
};

/// One target with all that protects it. Any number of threads; nothing locks or allocates.
class Target
{
public:
    explicit Target(const TargetPolicy &policy = {}, std::uint64_t seed = 0)
        : m_policy(policy)
        , m_breaker(policy.breaker, seed)
        , m_budget(policy.budget)
        , m_limit(policy.adaptiveLimit.value_or(AdaptiveLimitPolicy()))
        , m_bulkhead(policy.adaptiveLimit ? policy.adaptiveLimit->first : policy.bulkhead)
        , m_timeout(policy.timeout)
    {
    }

    /// Asks for the way in. A retry's grant was taken by RetryRun::next(); a hedge's is taken here. `change` is written
    /// when the passage's admission says `turned`.
    Passage begin(Instant now, Deadline deadline, CallKind kind = CallKind::first, BreakerChange *change = nullptr)
    {
        Passage passage{.kind = kind, .began = now};
        if (deadline.left(now) <= Duration{}) {
            passage.obstacle = Obstacle::deadline;
            return passage;
        }
        passage.admission = m_breaker.allow(now, change);
        if (!passage.admission.allowed) {
            passage.obstacle = Obstacle::breaker;
            return passage;
        }
        if (!m_bulkhead.enter()) {
            m_breaker.cancel(passage.admission, now);
            passage.obstacle = Obstacle::bulkhead;
            return passage;
        }
        if (passage.admission.isProbe || kind == CallKind::hedge) [[unlikely]] {
            const Spending spending = passage.admission.isProbe ? Spending::probe : Spending::hedge;
            if (!m_budget.take(spending, now, m_breaker.state() != BreakerState::closed)) {
                abandon(passage, now);
                passage.obstacle = Obstacle::budget;
                return passage;
            }
        }
        passage.timeout = std::min(m_timeout.current(), deadline.left(now));
        return passage;
    }

    /// What became of it. `ignored` for a call that was cancelled or that our own overload ended.
    std::optional<BreakerChange> end(const Passage &passage, CallResult result, Instant now)
    {
        if (!passage.free())
            return std::nullopt;
        const Duration took = std::max(now - passage.began, Duration{});
        if (m_policy.adaptiveLimit && result != CallResult::ignored
            && m_limit.record(took, result == CallResult::failure, m_bulkhead.inside(), now))
            m_bulkhead.setLimit(m_limit.limit());
        m_bulkhead.leave();
        if (result == CallResult::success) {
            m_timeout.succeeded(took, m_breaker.state() != BreakerState::closed, now);
            if (passage.kind == CallKind::first)
                m_budget.earn();
        }
        return m_breaker.record(passage.admission, result, took, now);
    }

    /// It was never made, or says nothing.
    void abandon(const Passage &passage, Instant now) { end(passage, CallResult::ignored, now); }

    /// Whether retries and hedges cost more now: the breaker is anything but closed or disabled.
    bool isDegraded() const
    {
        const BreakerState state = m_breaker.state();
        return state != BreakerState::closed && state != BreakerState::disabled;
    }

    Breaker &breaker() { return m_breaker; }
    RetryBudget &budget() { return m_budget; }
    Bulkhead &bulkhead() { return m_bulkhead; }
    const AdaptiveTimeout &timeout() const { return m_timeout; }
    const TargetPolicy &policy() const { return m_policy; }

private:
    const TargetPolicy m_policy;
    Breaker m_breaker;
    RetryBudget m_budget;
    AdaptiveLimit m_limit;
    Bulkhead m_bulkhead;
    AdaptiveTimeout m_timeout;
};

/// What the call is told about the attempt that it makes.
struct Attempt
{
    int number = 1;         ///< From 1.
    const std::string &key; ///< The same in every attempt.
    Duration timeout{};     ///< For this attempt.
    Deadline deadline;      ///< For calls that it makes itself.
};

/// What an attempt came to: a value, or how it failed.
template<class T>
struct Tried
{
    std::optional<T> value;
    AttemptFailure failure = AttemptFailure::failed; ///< Without a value.
    std::optional<Duration> retryAfter;              ///< What the target asked for.
};

/// What the whole came to: an answer, or why there is none.
template<class T>
struct Protected
{
    std::optional<Answer<T>> answer;
    int attempts = 0;                     ///< Calls that were really made.
    Obstacle obstacle = Obstacle::none;   ///< What kept the last attempt from being made.
    RetryStop stop = RetryStop::none;     ///< Why it was not repeated; `lookFirst`: a write that may have taken effect.
};

/// How a caller that can wait reads the clock, waits, and hears of breakers that turn. `now()` gives an Instant,
/// `wait(Duration)` returns when it is over, `tell(const BreakerChange &)` may do nothing.
template<class Now, class Wait, class Tell>
struct Surroundings
{
    Now now;
    Wait wait;
    Tell tell;
};

/// An overload answer says nothing about the target's health, nor does what we did ourselves; a plain refusal is an answer.
constexpr CallResult resultOf(AttemptFailure failure)
{
    const bool counts = failure == AttemptFailure::failed || failure == AttemptFailure::unknown;
    return counts ? CallResult::failure : failure == AttemptFailure::refused ? CallResult::success : CallResult::ignored;
}

/// Makes `call(const Attempt &)`, which gives a Tried<T>, with all protection of the target, before `run`'s deadline.
template<class Call, class Now, class Wait, class Tell>
auto protect(Target &target, RetryRun &run, Surroundings<Now, Wait, Tell> &around, Call &&call)
{
    using T = typename decltype(call(std::declval<const Attempt &>()).value)::value_type;
    Protected<T> result;
    for (CallKind kind = CallKind::first;; kind = CallKind::retry) {
        BreakerChange change;
        const Passage passage = target.begin(around.now(), run.deadline(), kind, &change);
        if (passage.admission.turned)
            around.tell(change);
        if (!passage.free()) {
            result.obstacle = passage.obstacle;
            return result;
        }
        ++result.attempts;
        Tried<T> tried = call(Attempt{run.attempt(), run.key(), passage.timeout, run.deadline().within(passage.began, passage.timeout)});
        const Instant ended = around.now();
        const CallResult counts = tried.value ? CallResult::success : resultOf(tried.failure);
        if (const auto turned = target.end(passage, counts, ended))
            around.tell(*turned);
        if (tried.value) {
            result.answer = Answer<T>{std::move(*tried.value)};
            return result;
        }
        const RetryVerdict verdict = run.next(tried.failure, tried.retryAfter, ended, target.budget(), target.isDegraded());
        result.stop = verdict.stop;
        if (!verdict.goesOn())
            return result;
        around.wait(verdict.wait);
    }
}

/// The same, with a fallback (fallback.h) for when there is no answer; the result's answer says that it is one.
template<class Call, class Now, class Wait, class Tell, class Fallback>
auto protect(Target &target, RetryRun &run, Surroundings<Now, Wait, Tell> &around, Call &&call, Fallback &&fallback)
{
    auto result = protect(target, run, around, std::forward<Call>(call));
    if (!result.answer)
        result.answer = fallback(around.now());
    return result;
}

} // namespace siaga::resilience
