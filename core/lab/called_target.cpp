// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/called_target.h"

#include "core/base/check.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace siaga::lab {

namespace {

using namespace std::chrono_literals;

// Each draws from a stream of its own, so that one does not shift the others.
enum Domain : std::uint64_t { arrivals = 1, lucks = 2, bursts = 3 };

constexpr double burstEvery = 100;  // Seconds from the end of one to the next, on average.
constexpr double burstLength = 1;   // Seconds, exponential ...
constexpr double burstLengthMax = 3; // ... and never longer: what lasts is a fault.
constexpr Duration failsAfter = 5ms; // An error at once.
constexpr Duration queueMax = 5s;    // A queue longer than this is refused at the door.

Duration seconds(double count)
{
    return Duration(std::llround(count * 1e9));
}

/// The standard normal distribution's quantiles, by bisecting its distribution function.
std::array<double, 1026> normalQuantiles()
{
    std::array<double, 1026> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(table.size());
        double low = -8;
        double high = 8;
        for (int step = 0; step < 60; ++step) {
            const double middle = (low + high) / 2;
            (0.5 * std::erfc(-middle / std::sqrt(2.0)) < share ? low : high) = middle;
        }
        table[i] = low;
    }
    return table;
}

double normalQuantile(double share)
{
    static const std::array<double, 1026> table = normalQuantiles();
    const double place = share * static_cast<double>(table.size() - 2);
    const auto index = static_cast<std::size_t>(place);
    return table[index] + (place - static_cast<double>(index)) * (table[index + 1] - table[index]);
}

double exponential(Random &random, double mean)
{
    return -mean * std::log1p(-random.unit());
}

/// The share of failures within a burst, so that all time together has the usual share.
double shareInBurst(double usual)
{
    const double length = burstLength * (1 - std::exp(-burstLengthMax / burstLength));
    return std::min(1.0, usual * (burstEvery + length) / length);
}

} // namespace

CalledTarget::CalledTarget(const TargetHabits &habits, const TargetFault &fault, const FaultTimes &times, std::uint64_t seed)
    : m_habits(habits)
    , m_fault(fault)
    , m_times(times)
    , m_arrivals(Random(seed).stream(arrivals))
    , m_lucks(Random(seed).stream(lucks))
    , m_burstiness(Random(seed).stream(bursts))
{
    SIAGA_CHECK(habits.rate > 0);
    SIAGA_CHECK(habits.failing >= 0 && habits.failing <= 0.2);
}

Instant CalledTarget::nextCall(Instant after)
{
    return after + seconds(exponential(m_arrivals, 1 / m_habits.rate));
}

CallLuck CalledTarget::draw()
{
    CallLuck luck;
    luck.time = m_lucks.unit();
    luck.usual = m_lucks.unit();
    luck.fault = m_lucks.unit();
    return luck;
}

Duration CalledTarget::timeOf(const CallLuck &luck) const
{
    return seconds(inSeconds(m_habits.median) * std::exp(m_habits.spread * normalQuantile(luck.time)));
}

double CalledTarget::usualShare(Instant now)
{
    if (!m_habits.bursty)
        return m_habits.failing;
    while (now >= m_burstUntil) {
        m_burstFrom = m_burstUntil + seconds(exponential(m_burstiness, burstEvery));
        m_burstUntil = m_burstFrom + seconds(std::min(burstLengthMax, exponential(m_burstiness, burstLength)));
    }
    return now >= m_burstFrom ? shareInBurst(m_habits.failing) : 0;
}

CallEnd CalledTarget::ended(Duration took, bool usualFailure) const
{
    if (took < m_habits.timeout)
        return {.failed = usualFailure, .took = took};
    return {.failed = true, .byFault = !usualFailure, .took = m_habits.timeout};
}

CallEnd CalledTarget::queued(Instant now, Duration took, bool usualFailure)
{
    const Instant start = std::max(now, m_queueUntil);
    if (start - now > queueMax)
        return {.failed = true, .byFault = !usualFailure, .took = failsAfter};
    // It is worked on even when its caller has given up by then: that is what makes an overload last.
    m_queueUntil = start + seconds(m_fault.size / m_habits.rate);
    return ended(start - now + took, usualFailure);
}

bool CalledTarget::isDown(Instant now) const
{
    return (now - m_times.from) / m_fault.period % 2 == 0;
}

CallEnd CalledTarget::sick(Instant now, const CallLuck &luck, bool usualFailure)
{
    const Duration took = timeOf(luck);
    const CallEnd errorAtOnce{.failed = true, .byFault = !usualFailure, .took = failsAfter};
    switch (m_fault.kind) {
    case TargetFaultKind::none:
        break;
    case TargetFaultKind::errors:
        if (luck.fault < m_fault.size)
            return errorAtOnce;
        break;
    case TargetFaultKind::latency:
        return ended(seconds(inSeconds(took) * m_fault.size), usualFailure);
    case TargetFaultKind::hang:
        return ended(m_habits.timeout, usualFailure);
    case TargetFaultKind::flapping:
        if (isDown(now))
            return errorAtOnce;
        break;
    case TargetFaultKind::overload:
        return queued(now, took, usualFailure);
    case TargetFaultKind::badHost:
        if (luck.fault * m_fault.hosts < 1)
            return ended(m_habits.timeout, usualFailure);
        break;
    }
    return ended(took, usualFailure);
}

CallEnd CalledTarget::call(Instant now, const CallLuck &luck)
{
    const bool usualFailure = luck.usual < usualShare(now);
    return isFaulty(now) ? sick(now, luck, usualFailure) : ended(timeOf(luck), usualFailure);
}

double CalledTarget::worth(Instant now, const CallLuck &luck)
{
    const bool usualFailure = luck.usual < usualShare(now);
    if (!isFaulty(now) || m_fault.kind == TargetFaultKind::overload)
        return usualFailure ? 0 : isFaulty(now) ? 1 / m_fault.size : 1;
    return sick(now, luck, usualFailure).failed ? 0 : 1;
}

} // namespace siaga::lab
