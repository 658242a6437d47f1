// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/breaker_policy.h"

namespace siaga::resilience {

namespace {

using namespace std::chrono_literals;

constexpr bool within(std::int64_t value, std::int64_t least, std::int64_t most)
{
    return value >= least && value <= most;
}

// Longest time that any field may name: sums of two must fit, and nobody waits longer.
constexpr Duration longest = std::chrono::hours(24 * 365);

const char *problemOf(const SequentialPolicy &test, Duration window)
{
    if (!test.on)
        return nullptr;
    // Written so that a NaN fails, too.
    if (!(test.alarm > 0 && test.alarm < 1e6))
        return "the sequential test's alarm must be above 0";
    if (!within(test.alarmSlices, 1, 16))
        return "the sequential test's slices must be 1 to 16";
    if (!(test.usualMin > 0 && test.usualMin <= test.usualMax && test.usualMax < 0.5))
        return "the usual share of failures must lie between 0 and 0.5";
    if (!(test.usualStart > 0 && test.usualStart < 0.5))
        return "the first usual share of failures must lie between 0 and 0.5";
    if (!(test.badFactor >= 1 && test.badFactor < 1e6 && test.badStep > 0 && test.badStep < 0.5))
        return "the bad share of failures must lie above the usual one";
    if (!(test.memory >= window && test.memory <= longest))
        return "the usual share must be learned over at least one window";
    if (!(test.burstsMax >= 1 && test.burstsMax < 1e6))
        return "bursts may dull the test by a factor of at least 1";
    if (!within(test.suspectFailures, 0, 1'000'000) || !within(test.suspectSlices, 0, 16) || !(test.suspect >= 0)
        || test.suspectWithin < 0ns || test.suspectWithin > window)
        return "a suspicion needs failures and slices of at least 0, within the window";
    return nullptr;
}

const char *problemOfTheReturn(const BreakerPolicy &policy)
{
    if (policy.openFirst < 1ms || policy.openMax < policy.openFirst || policy.openMax > longest)
        return "the open time must be at least 1 ms and must not shrink";
    if (!within(policy.openJitter.value, 0, 1000))
        return "the jitter must be 0 to 1000 permille";
    if (!within(policy.probesMax, 1, 15) || !within(policy.probesNeeded, 1, 15))
        return "probes must be 1 to 15";
    if (policy.probePermit < 1ms || policy.probePermit > longest)
        return "a probe's permit must last at least 1 ms";
    Permille before{1};
    for (const Permille share : policy.rampShares) {
        if (share < before || share > whole)
            return "the shares of the ramp must rise, from 1 to 1000 permille";
        before = share;
    }
    if (policy.rampStep < 0ns || policy.rampStep > longest || !within(policy.rampRepeats, 0, 15))
        return "a step of the ramp must not be negative, repeats must be 0 to 15";
    return nullptr;
}

} // namespace

const char *problemOf(const BreakerPolicy &policy)
{
    if (policy.window < 160ms || policy.window > 1h)
        return "the window must be 160 ms to 1 h";
    if (!within(policy.windowCalls, 0, 1024))
        return "the window must be 1 to 1024 calls, or 0 to go by time";
    if (policy.callsMin < 1)
        return "the minimum of calls must be at least 1";
    if (policy.failureRate.value < 1 || policy.slowRate.value < 1 || policy.slowOpenRate.value < 1)
        return "a rate must be at least 1 permille";
    if (policy.slowCall < 0ns)
        return "a slow call's time must not be negative";
    if (policy.consecutive < 0)
        return "failures in a row must not be negative";
    if (policy.shedFactor < whole)
        return "the shed factor must be at least 1000 permille";
    for (const Duration duration : {policy.healthyAfter, policy.degradedMin, policy.deadAfter})
        if (duration < 0ns || duration > longest)
            return "a time must not be negative or longer than a year";
    const char *const problem = problemOf(policy.sequential, policy.window);
    return problem ? problem : problemOfTheReturn(policy);
}

} // namespace siaga::resilience
