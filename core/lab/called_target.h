// SPDX-License-Identifier: GPL-3.0-or-later
// One target that calls go to, as it really is: how long it takes, how often it fails anyway, and a fault for a while.
//
// It is like a counter clerk with a stopwatch beside: usually quick, now and then a mistake, and today for an hour unwell.
// The catch: what a call would meet is drawn before anybody decides whether it may go, so that all rules face the same luck.
#pragma once

#include "core/base/random.h"
#include "core/lab/target_fault.h"

namespace siaga::lab {

/// A target on its usual days.
struct TargetHabits
{
    double rate = 20;              ///< Calls a second that want to go there; above 0.
    double failing = 0.005;        ///< The usual share of failures, 0 to 0.2.
    bool bursty = false;           ///< They come in bursts of half a second to a few, not one by one.
    Duration median = std::chrono::milliseconds(50);
    double spread = 0.6;           ///< Sigma of the log-normal times: the 99th percentile is four times the median.
    Duration timeout = std::chrono::seconds(1); ///< The caller gives up; the call has failed.
};

struct FaultTimes
{
    Instant from;
    Instant until;
};

/// What chance has in store for one call.
struct CallLuck
{
    double time = 0;  ///< The quantile of its time; all four in [0, 1).
    double usual = 0; ///< Below the usual share: a usual failure.
    double fault = 0; ///< Below the fault's share: it meets the fault.
};

struct CallEnd
{
    bool failed = false;
    bool byFault = false; ///< Failed, and would not have but for the fault.
    Duration took{};
};

class CalledTarget
{
public:
    CalledTarget(const TargetHabits &habits, const TargetFault &fault, const FaultTimes &times, std::uint64_t seed);

    /// When the next call wants to go: Poisson. Never called for a moment that is over.
    Instant nextCall(Instant after);

    /// Draws for one call; always the same numbers, whether or not the call goes.
    CallLuck draw();

    /// The call goes. Moments must not go back.
    CallEnd call(Instant now, const CallLuck &luck);

    /// How good the call could at best be answered now, whether it goes or not: 0 or 1, and under overload the share that
    /// the target has capacity for.
    double worth(Instant now, const CallLuck &luck);

    bool isFaulty(Instant now) const { return now >= m_times.from && now < m_times.until; }

private:
    Duration timeOf(const CallLuck &luck) const;
    double usualShare(Instant now);
    CallEnd sick(Instant now, const CallLuck &luck, bool usualFailure);
    CallEnd ended(Duration took, bool usualFailure) const;
    CallEnd queued(Instant now, Duration took, bool usualFailure);
    bool isDown(Instant now) const;

    TargetHabits m_habits;
    TargetFault m_fault;
    FaultTimes m_times;
    Random m_arrivals;
    Random m_lucks;
    Random m_burstiness;
    Instant m_burstFrom;
    Instant m_burstUntil;
    Instant m_queueUntil;            ///< Overload: when the work that is queued will be done.
};

} // namespace siaga::lab
