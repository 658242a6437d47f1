// SPDX-License-Identifier: GPL-3.0-or-later
// What a breaker is told: when something is wrong, when it is too much, and how to come back.
//
// It is like the rating plate of a fuse: how much current, for how long, and how soon it may be switched on again. The
// catch: each figure is a trade between noticing early and crying wolf; the defaults are those that the detection study
// ended with, and each says what it costs.
#pragma once

#include "core/base/instant.h"
#include "core/fleet/fleet.h"

#include <array>
#include <cstdint>

namespace siaga::resilience {

/// The sequential test: does what is seen still look like this target's usual failures? A CUSUM (Page 1954) of the
/// log-likelihood ratio between the usual share p0 and a bad share p1, in nats.
struct SequentialPolicy
{
    bool on = true;
    double alarm = 25;          ///< Nats; e^25 to one against chance. Above 0.
    int alarmSlices = 4;        ///< No slice gives more than alarm/alarmSlices: a burst within fewer is no alarm. 1 to 16.
    double usualMin = 0.002;    ///< p0 is learned within these bounds; 0 < usualMin <= usualMax < 0.5.
    double usualMax = 0.2;
    double usualStart = 0.005;  ///< p0 before anything was learned.
    double badFactor = 5;       ///< p1 = max(badFactor * p0, p0 + badStep), at most 0.9.
    double badStep = 0.1;
    Duration memory = std::chrono::minutes(10); ///< How slowly p0 follows; at least one window.
    double burstsMax = 30;      ///< The most by which habitual bursts may dull the test; at least 1 (never).
    /// The early word: so many failures, in so many different slices, within `suspectWithin`, whose likelihood ratio
    /// against the usual share reaches `suspect` nats. It degrades and never opens. At about 20 calls a second it is
    /// what sees a fault of 10 % within 6 s in 99.5 of 100 cases (12 failures expected, as few as 4 must do), and
    /// nothing can do so without false suspicions there: with 0.5 % usual failures it costs some hundred short ones a
    /// day at 20 calls a second, and none from 50 on. 0 failures: off.
    int suspectFailures = 4;
    int suspectSlices = 3;
    Duration suspectWithin = std::chrono::seconds(6);
    double suspect = 4;
    int suspectCallsMax = 400;  ///< Among more calls than these the sum is quick enough, and bursts are no suspicion.
};

struct BreakerPolicy
{
    // The window that the two rates are judged over: a time, in 16 slices (the current one is as yet unfinished) ...
    Duration window = std::chrono::seconds(10); ///< 160 ms to 1 h.
    /// ... or the last so many calls instead, 1 to 1024; 0: by time. The sequential test always goes by time.
    int windowCalls = 0;
    /// No rate is judged on fewer calls; at least 1. With 20, two bursts at 2 calls a second opened it once in 17 days; 30 cost
    /// nothing from 20 calls a second on.
    int callsMin = 30;

    Permille failureRate{500};          ///< At this share of failures it opens; above 1000: never.
    Duration slowCall = std::chrono::seconds(2); ///< A call that took this long is slow, failed or not.
    Permille slowRate{500};             ///< At this share of slow calls it is degraded; above 1000: never.
    Permille slowOpenRate{900};         ///< At this share of slow calls it opens; above 1000: never.
    int consecutive = 0;                ///< So many failures in a row open it; 0: off.
    SequentialPolicy sequential;
    /// With the sequential test on: no success for so long, and failures enough for two alarms, open it as well.
    Duration deadAfter = std::chrono::seconds(2);

    Duration openFirst = std::chrono::seconds(1); ///< How long it stays open the first time; at least 1 ms.
    Duration openMax = std::chrono::seconds(10);  ///< It doubles up to here, so that users are back within half a minute.
    Permille openJitter{500};           ///< The part of the open time that chance decides ("equal jitter": a half).
    Duration healthyAfter = std::chrono::seconds(30); ///< Closed for so long: the next time counts as the first.

    int probesMax = 3;                  ///< So many probes at the same time; 1 to 15.
    int probesNeeded = 3;               ///< So many must pass, none may fail or be slow; 1 to 15.
    Duration probePermit = std::chrono::seconds(30); ///< Permits of probes that never come back end after this.

    std::array<Permille, 4> rampShares{Permille{100}, Permille{250}, Permille{500}, Permille{1000}}; ///< Rising; 1 to 1000.
    Duration rampStep = std::chrono::seconds(4); ///< How long each share is watched; zero: no ramp, closed at once.
    int rampRepeats = 3;                ///< A share that is degraded is repeated so often; then all is admitted, degraded. 0-15.

    /// While degraded so many calls are admitted for each good one: share refused = (calls - K * good) / (calls + 1)
    /// (Google SRE book, "client-side throttling"); 1500 is K = 1.5 and begins to shed when a third is bad. From 1000.
    Permille shedFactor{1500};
    Duration degradedMin = std::chrono::seconds(5); ///< Degraded for at least so long.
};

/// The first rule of the ranges above that the policy breaks, as one sentence; nullptr when it may be used.
const char *problemOf(const BreakerPolicy &policy);

} // namespace siaga::resilience
