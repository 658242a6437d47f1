// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deployment/failure_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace siaga::deployment {

namespace {

// How much worse it may be: small steps are found slowly, large ones at once; the stake is split evenly.
constexpr std::array<double, 6> ratios{1.5, 2, 3, 5, 10, 30};
constexpr int slicesMin = 2; // One slice is a burst.

double times(std::uint64_t count, double logarithm)
{
    return count == 0 ? 0 : static_cast<double>(count) * logarithm; // 0 · -inf is nothing.
}

/// The mean of bets of which each has won so many nats.
double mixed(const std::array<double, ratios.size()> &nats)
{
    const double largest = *std::ranges::max_element(nats);
    double sum = 0;
    for (const double one : nats)
        sum += std::exp(one - largest);
    return largest + std::log(sum / static_cast<double>(ratios.size()));
}

/// One bet on each alternative, walked through the slices. `won` gives what a slice adds to one of them.
FailureEvidence bet(const std::vector<CallSlice> &slices, double alarm,
                    const std::function<double(const CallSlice &, double ratio)> &won)
{
    FailureEvidence evidence;
    std::array<double, ratios.size()> nats{};
    for (const CallSlice &slice : slices) {
        // Giving away what is above the cap keeps a fair bet fair.
        for (std::size_t i = 0; i < ratios.size(); ++i)
            nats[i] += std::min(won(slice, ratios[i]), alarm / slicesMin);
        const double before = evidence.nats;
        evidence.nats = mixed(nats);
        evidence.slices += evidence.nats > before;
        evidence.highest = std::max(evidence.highest, evidence.nats);
    }
    return evidence;
}

} // namespace

FailureEvidence worseThanBaseline(const std::vector<CallSlice> &slices, double alarm)
{
    return bet(slices, alarm, [](const CallSlice &slice, double ratio) {
        const double calls = static_cast<double>(slice.canary.calls);
        const double all = calls + static_cast<double>(slice.baseline.calls);
        if (calls == 0 || slice.baseline.calls == 0)
            return 0.0; // Nothing to compare with.
        // Of the failures of both sides, this share is the canary's if both are alike, and that one if it is worse.
        const double alike = calls / all;
        const double worse = ratio * alike / (ratio * alike + 1 - alike);
        return times(slice.canary.failures, std::log(worse / alike))
            + times(slice.baseline.failures, std::log((1 - worse) / (1 - alike)));
    });
}

FailureEvidence aboveLimit(const std::vector<CallSlice> &slices, double limit, double alarm)
{
    return bet(slices, alarm, [limit](const CallSlice &slice, double ratio) {
        // So much more fails, or so much less succeeds: the first alone would exceed all of it.
        const double worse = std::min(limit * ratio, 1 - (1 - limit) / ratio);
        return times(slice.canary.failures, std::log(worse / limit))
            + times(slice.canary.calls - slice.canary.failures, std::log((1 - worse) / (1 - limit)));
    });
}

double alarmFor(double falseAlarms)
{
    return -std::log(falseAlarms);
}

bool isAlarm(const FailureEvidence &evidence, double alarm)
{
    return evidence.highest >= alarm && evidence.slices >= slicesMin;
}

} // namespace siaga::deployment
