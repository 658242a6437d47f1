// SPDX-License-Identifier: GPL-3.0-or-later
// Whether and when a call that failed is made once more.
//
// It is like ringing at a door: wait longer each time, not in step with the neighbours, and not at all if a note says
// "back on Monday". The catch: a write whose answer was lost may have taken effect; it is looked at before it is repeated,
// and every attempt carries the same key, so that a target can tell a repetition from a second wish.
#pragma once

#include "core/resilience/deadline.h"
#include "core/resilience/retry_budget.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace siaga::resilience {

struct RetryPolicy
{
    int attempts = 3;                                     ///< The first one included; at least 1.
    Backoff backoff = Backoff::exponential;               ///< Exponential: doubling, with decorrelated jitter; else a quarter more or less.
    Duration first = std::chrono::milliseconds(200);      ///< Median of the first wait; zero or more.
    Duration waitMax = std::chrono::seconds(10);          ///< No wait of our own is longer.
    Duration retryAfterMax = std::chrono::seconds(30);    ///< Whoever asks us to wait longer isn't asked again.
};

/// How an attempt ended badly.
enum class AttemptFailure : std::uint8_t {
    failed,    ///< It certainly had no effect (not sent, not connected), or the call only reads.
    unknown,   ///< A write that may have taken effect: its answer was lost or late.
    throttled, ///< The target has too much to do (429, 503).
    refused,   ///< The target says no; saying it again is pointless.
    ours,      ///< Our own bulkhead, breaker or cancellation; the target was not asked.
};

enum class RetryStop : std::uint8_t {
    none,       ///< Go on after `wait`.
    lookFirst,  ///< It may have taken effect: look, then tell seen(), and ask again.
    attempts,   ///< As often as the policy says.
    deadline,   ///< The wait would end past the deadline.
    budget,     ///< The target's budget is spent.
    pushedBack, ///< The target asked for more time than the policy allows, or is overloaded and did not say for how long.
    refused,
    ours,
};
constexpr auto namesOf(RetryStop)
{
    return std::array<std::string_view, 8>{"none", "look-first", "attempts", "deadline", "budget", "pushed-back", "refused", "ours"};
}

struct RetryVerdict
{
    RetryStop stop = RetryStop::none;
    Duration wait{}; ///< When it goes on: zero or more.
    bool goesOn() const { return stop == RetryStop::none; }
};

/// The attempts at one call: a value, for one thread.
class RetryRun
{
public:
    /// `key` is the idempotency key that each attempt carries; empty for reads. `seed` decides the jitter: each call its own.
    RetryRun(const RetryPolicy &policy, Deadline deadline, std::uint64_t seed, std::string key = {});

    const std::string &key() const { return m_key; }
    /// The attempt under way, from 1.
    int attempt() const { return m_attempt; }
    Deadline deadline() const { return m_deadline; }

    /// The attempt under way failed. When the verdict goes on, the next attempt has begun and its grant is taken.
    /// `retryAfter` is what the target asked for (parseRetryAfter).
    RetryVerdict next(AttemptFailure failure, std::optional<Duration> retryAfter, Instant now, RetryBudget &budget,
                      bool degraded);

    /// After `lookFirst`: it was looked at and did not take effect, so that the call may be repeated; next() is then asked
    /// again with `failed`. If it did take effect, the run is over and done.
    void seenWithoutEffect() { m_looking = false; }

private:
    Duration wait();
    double chance();

    RetryPolicy m_policy;
    Deadline m_deadline;
    std::string m_key;
    std::uint64_t m_seed;
    int m_attempt = 1;
    double m_before = 0;    // The jitter's last place on its curve.
    bool m_looking = false; // An effect is unknown until somebody looked.
};

/// What a Retry-After header asks for: seconds, or an HTTP date (RFC 9110, 10.2.3; the IMF form) seen from `now`. A
/// negative number or a date that has passed is zero; numbers beyond a hundred years are a hundred years. Nothing when it
/// is neither.
std::optional<Duration> parseRetryAfter(std::string_view header, WallTime now);

} // namespace siaga::resilience
