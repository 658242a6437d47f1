// SPDX-License-Identifier: GPL-3.0-or-later
// Breakers as anybody may see them: our own, and those that other programs publish.
//
// A breaker is a fuse with a memory: it counts what goes wrong, cuts the line before the wire burns, and lets current
// back in little by little. The catch: what it counts is a sample, so each figure says of how many calls it speaks.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

enum class BreakerState {
    closed,     ///< Everything passes.
    degraded,   ///< Something is wrong but most calls are well: an alert, fewer retries, load shed in proportion.
    open,       ///< Nothing passes until its time is over.
    halfOpen,   ///< A few probes pass at the same time.
    ramping,    ///< A growing share passes, each step judged like the whole.
    forcedOpen, ///< A person holds it open.
    disabled,   ///< A person holds it closed: everything passes, whatever is counted.
};
constexpr auto namesOf(BreakerState)
{
    return std::array<std::string_view, 7>{"closed", "degraded", "open", "half-open", "ramping", "forced-open", "disabled"};
}

/// What made a breaker change its state.
enum class BreakerRule {
    untold,       ///< Not told, as by other programs.
    failureRate,  ///< Too many of the calls in the window failed.
    slowRate,     ///< Too many of them were slow.
    consecutive,  ///< Too many failed in a row.
    sequential,   ///< The sequential test: more failures than this target's usual share explains.
    openTimeOver, ///< It was open for long enough to probe.
    probesPassed,
    probesFailed,
    rampStep,     ///< The next share of the ramp, or all of it.
    recovered,    ///< Degraded, and well again.
    person,       ///< Forced, disabled, released or reset.
    expired,      ///< What a person ordered came to its end.
};
constexpr auto namesOf(BreakerRule)
{
    return std::array<std::string_view, 12>{"untold",       "failure-rate",  "slow-rate", "consecutive", "sequential", "open-time-over",
                                            "probes-passed", "probes-failed", "ramp-step", "recovered",   "person",     "expired"};
}

/// What a state was judged from.
struct BreakerFigures
{
    int calls = 0;    ///< In the window; only those that count.
    int failures = 0; ///< Of them.
    int slow = 0;     ///< Of them: slower than the policy's `slowCall`, failed or not.
    int inARow = 0;   ///< The newest failures without a success between.
    double score = 0;           ///< The sequential test's sum, in nats.
    double scoreAlarm = 0;      ///< Where it alarms; 0 when the test is off.
    bool operator==(const BreakerFigures &) const = default;
};

/// One of this instance's own targets changed the state of its breaker.
struct OwnBreakerSeen
{
    BreakerId breaker; ///< "edge:lb-us", "probe:10.0.0.1:443", "metrics:payments".
    BreakerState from = BreakerState::closed;
    BreakerState to = BreakerState::closed;
    BreakerRule rule = BreakerRule::untold;
    BreakerFigures figures;
    Duration openFor{};        ///< When it opened: until the first probe.
    int admittedPermille = 1000; ///< When it ramps: the share that passes.
    Instant ended;             ///< When it changed.
};

/// One of this instance's own targets as it stands at a moment: its breaker and all else that guards the calls to it.
/// Nothing of it is journaled, and it says nothing of moments before.
struct TargetFigures
{
    BreakerId id;
    BreakerState state = BreakerState::closed;
    BreakerFigures figures;
    Duration untilProbe{};       ///< Open: until it looks again by itself; zero in any other state.
    int admittedPermille = 1000; ///< The share of calls that passes now.
    int inFlight = 0;
    int limit = 1;               ///< The most that may be in flight; rescues come on top.
    int queued = 0;
    int queueMax = 0;            ///< A call beyond it is not run.
    int retryBudgetPermille = 1000; ///< What is left of the budget for looks on top of the rhythm.
    Duration timeout{};          ///< What the next look in the rhythm gets; zero before there was one.
    std::uint64_t refused = 0;   ///< Calls that were not run: held, out of budget, no place. Since this instance began.
    std::uint64_t calls = 0;     ///< Calls that were run. Since this instance began.
    std::uint64_t failures = 0;  ///< Of them.
    bool operator==(const TargetFigures &) const = default;
};

/// A breaker that another program publishes.
struct ForeignBreaker
{
    std::string name;    ///< As the program calls it, plain text of at most 120 bytes.
    std::string program; ///< "resilience4j", "envoy", "haproxy".
    BreakerState state = BreakerState::closed;
    double failureRate = -1; ///< 0 to 1; below zero: not told.
    double slowRate = -1;    ///< 0 to 1; below zero: not told.
    bool operator==(const ForeignBreaker &) const = default;
};

} // namespace siaga
