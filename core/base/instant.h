// SPDX-License-Identifier: GPL-3.0-or-later
// Time as the fleet's journal tells it, and the wall time that stands beside it for people.
//
// An Instant is like the page number of a log book: it only grows, it goes on where the last page ended, and it
// cannot be read off a watch. The catch: there is no now(). Whoever needs the present is given it.
#pragma once

#include <chrono>
#include <cstdint>

namespace siaga {

using Duration = std::chrono::nanoseconds;

/// The journal's own clock. It has no now() on purpose: the only source of instants is core/runtime/clock.h.
struct FleetClock
{
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    using time_point = std::chrono::time_point<FleetClock>;
    static constexpr bool is_steady = true;
};

/// A moment on the journal's clock; never goes back, also across restarts and suspends.
using Instant = FleetClock::time_point;

/// Milliseconds since 1970-01-01 UTC as the machine believed at the time. For people only: no rule compares it.
struct WallTime
{
    std::int64_t milliseconds = 0;
    auto operator<=>(const WallTime &) const = default;
};

/// Whole and fractional seconds of a duration, for figures shown to people.
constexpr double inSeconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace siaga
