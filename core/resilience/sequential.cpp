// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/sequential.h"

#include <algorithm>
#include <cmath>

namespace siaga::resilience {

namespace {

// Above this no target is worth calling, and the ratio of the successes would run away.
constexpr double badMax = 0.9;

} // namespace

Odds oddsOf(const SequentialPolicy &policy, double usual)
{
    Odds odds{.usual = std::clamp(usual, policy.usualMin, policy.usualMax)};
    odds.bad = std::min(badMax, std::max(policy.badFactor * odds.usual, odds.usual + policy.badStep));
    odds.failure = std::log(odds.bad / odds.usual);
    odds.success = std::log((1 - odds.bad) / (1 - odds.usual));
    return odds;
}

double likelihoodRatio(const Tally &tally, double usual)
{
    const double calls = tally.calls;
    const double failures = tally.failures;
    if (failures <= calls * usual)
        return 0;
    const double successes = calls - failures;
    const double wells = successes > 0 ? successes * std::log(successes / calls / (1 - usual)) : 0;
    return failures * std::log(failures / calls / usual) + wells;
}

} // namespace siaga::resilience
