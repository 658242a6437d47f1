// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence, gathered call by call, that a version fails more than it may: it can be looked at after every slice, and
// still keeps its promise of how often it cries wolf.
//
// It is a bet at fair odds against the version: under "it is no worse" nobody can expect to win, so whoever has made 200
// out of 1 was lucky with a chance of at most 1 in 200. The catch: the bet is fair for calls that fail by themselves;
// failures come in bursts, so one slice may never win more than half of what an alarm takes.
//
// Sources: J. Ville, "Étude critique de la notion de collectif" (1939), for the bound over all times at once; A. Wald,
// "Sequential analysis" (1947), for the likelihood ratio, mixed here over several alternatives; W. Hoeffding, "Probability
// inequalities for sums of bounded random variables" (1963), theorem 4: failures of a common pool are drawn without
// replacement, which only makes a convex bet poorer, so the bound holds for large shares of failures too.
#pragma once

#include <cstdint>
#include <vector>

namespace siaga::deployment {

struct CallCount
{
    std::uint64_t calls = 0;
    std::uint64_t failures = 0; ///< Of them.
    bool operator==(const CallCount &) const = default;
};

/// What both sides served in one slice of time.
struct CallSlice
{
    CallCount canary;
    CallCount baseline;
    bool operator==(const CallSlice &) const = default;
};

/// How much was won, as a natural logarithm.
struct FailureEvidence
{
    double nats = 0;   ///< Now.
    double highest = 0; ///< At its highest so far, which is what the bound speaks of; never below zero.
    int slices = 0;    ///< Slices that added some.
};

/// That the canary fails more often than the baseline beside it. Only the share of the calls that each side had counts,
/// so a baseline without any failure proves nothing by itself.
FailureEvidence worseThanBaseline(const std::vector<CallSlice> &slices, double alarm);

/// That the canary's share of failures is above `limit` (0 to 1, exclusive), whatever the baseline does.
FailureEvidence aboveLimit(const std::vector<CallSlice> &slices, double limit, double alarm);

/// What an alarm takes, in nats, so that it is false with at most this chance (0 to 1, exclusive) over all time.
double alarmFor(double falseAlarms);

/// An alarm needs the sum and at least two slices that speak for it.
bool isAlarm(const FailureEvidence &evidence, double alarm);

} // namespace siaga::deployment
