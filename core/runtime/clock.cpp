// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/clock.h"

#include <ctime>

namespace siaga {

namespace {

Duration read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

BootClock::BootClock(Instant from)
    : m_offset(from.time_since_epoch() - read(CLOCK_BOOTTIME))
{
}

Instant BootClock::now() const
{
    return Instant(read(CLOCK_BOOTTIME) + m_offset);
}

WallTime BootClock::wall() const
{
    return {std::chrono::duration_cast<std::chrono::milliseconds>(read(CLOCK_REALTIME)).count()};
}

} // namespace siaga
