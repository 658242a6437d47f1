// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/breaker_signal.h"

#include <algorithm>

namespace siaga::projection {

namespace {

constexpr std::size_t resultsInAPoint = 5; // One result is all or nothing; a few in a row make a share.

/// The share of failures in each few results that follow each other.
std::vector<double> slidingShares(const std::vector<CallReading> &results)
{
    std::vector<double> shares;
    for (std::size_t i = resultsInAPoint; i <= results.size(); ++i) {
        int failures = 0;
        for (std::size_t j = i - resultsInAPoint; j < i; ++j)
            failures += results[j].failures;
        shares.push_back(static_cast<double>(failures) / resultsInAPoint);
    }
    return shares;
}

/// Edges are read in one rhythm: their newest readings stand beside each other.
std::vector<CallReading> besideEachOther(const std::vector<CallTrack> &tracks)
{
    std::vector<CallReading> newestFirst;
    for (const CallTrack &track : tracks) {
        std::size_t i = 0;
        for (auto one = track.readings.rbegin(); one != track.readings.rend(); ++one, ++i) {
            if (i == newestFirst.size())
                newestFirst.emplace_back();
            newestFirst[i].calls += one->calls;
            newestFirst[i].failures += one->failures;
        }
    }
    std::ranges::reverse(newestFirst);
    return newestFirst;
}

std::vector<double> sharesOf(const std::vector<CallReading> &readings)
{
    std::vector<double> shares;
    for (const CallReading &one : readings)
        shares.push_back(one.calls > 0 ? static_cast<double>(one.failures) / one.calls : -1);
    return shares;
}

} // namespace

SignalSeen signalOf(const RegisteredBreaker &breaker, const std::vector<CallTrack> &tracks, Instant now)
{
    const bool isCheck = breaker.signal == BreakerSignal::check;
    SignalSeen signal;
    for (const CallTrack &track : tracks) {
        for (const CallReading &reading : track.readings) {
            if (reading.ended > now - breaker.window) {
                signal.figures.calls += reading.calls;
                signal.figures.failures += reading.failures;
            }
            if (isCheck)
                signal.figures.inARow = reading.failures > 0 ? signal.figures.inARow + 1 : 0;
        }
    }
    if (isCheck && !tracks.empty())
        signal.trend = slidingShares(tracks.front().readings);
    else
        signal.trend = sharesOf(besideEachOther(tracks));
    return signal;
}

} // namespace siaga::projection
