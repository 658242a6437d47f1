// SPDX-License-Identifier: GPL-3.0-or-later
// How one service calls another: with nothing but retries, with another program's defaults, or with Siaga's protection.
//
// It is like the ways to walk on ice: run and hope, hold on to the neighbours, or test each step. The catch: every kind sees
// the same few moments, before an attempt, after it and between two, and nothing of the other side.
#pragma once

#include "core/resilience/deadline.h"

#include <array>
#include <memory>
#include <optional>
#include <string_view>

namespace siaga::lab {

enum class Protection {
    none,         ///< A time-out of 1 s and three retries, as is written in a hurry.
    resilience4j, ///< Its defaults: retry (3 attempts, 500 ms) around breaker, time limiter (1 s) and bulkhead (25).
    hystrix,      ///< Its defaults: time-out 1 s, semaphore 10, breaker; no retry.
    siaga,        ///< Breaker, retry budget, bulkhead, adaptive time-out, total deadline: resilience::Target by default.
};
constexpr auto namesOf(Protection)
{
    return std::array<std::string_view, 4>{"none", "resilience4j", "Hystrix", "Siaga"};
}

/// How an attempt ended, as its caller sees it.
enum class AttemptEnd {
    answered,
    failed,
    timedOut,
    busy,    ///< The other side had no place in its queue.
    refused, ///< It was never made: our own side refused it.
};

/// One call, with as many attempts as its guard wants.
class GuardedCall
{
public:
    virtual ~GuardedCall() = default;
    /// An attempt wants to go: how long to wait for its answer; nullopt when it must not be made.
    virtual std::optional<Duration> begin(Instant now) = 0;
    /// The attempt that begin() allowed has ended.
    virtual void end(AttemptEnd how, Instant now) = 0;
    /// After an attempt that was not answered: how long to wait before the next one; nullopt to give up.
    virtual std::optional<Duration> next(AttemptEnd how, Instant now) = 0;
};

/// All calls from one service to one other.
class Guard
{
public:
    virtual ~Guard() = default;
    virtual std::unique_ptr<GuardedCall> place(resilience::Deadline deadline, std::uint64_t seed) = 0;
    /// Whether a call that gave nothing is answered by a fallback.
    virtual bool hasFallback() const = 0;
    /// Whether the other side is told how long the answer is waited for.
    virtual bool passesDeadlines() const = 0;
};

std::unique_ptr<Guard> makeGuard(Protection protection, std::uint64_t seed);

} // namespace siaga::lab
