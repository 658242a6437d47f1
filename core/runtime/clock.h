// SPDX-License-Identifier: GPL-3.0-or-later
// The only source of instants: goes on from the journal's last record, counts sleep, and never goes back.
#pragma once

#include "core/base/instant.h"

namespace siaga {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual WallTime wall() const = 0;
};

/// CLOCK_BOOTTIME, laid onto the journal's time: the moment of construction is `from`.
class BootClock : public Clock
{
public:
    explicit BootClock(Instant from);
    Instant now() const override;
    WallTime wall() const override;

private:
    Duration m_offset;
};

/// Set by hand; for the lab and for tests.
class VirtualClock : public Clock
{
public:
    explicit VirtualClock(Instant from = {}, WallTime wall = {1'767'225'600'000})
        : m_now(from)
        , m_wallOffset(wall.milliseconds - fromMilliseconds(from))
    {
    }
    Instant now() const override { return m_now; }
    WallTime wall() const override { return {fromMilliseconds(m_now) + m_wallOffset}; }

    /// Later or the same; time never goes back.
    void advanceTo(Instant to) { m_now = to > m_now ? to : m_now; }
    void jumpWall(Duration by) { m_wallOffset += std::chrono::duration_cast<std::chrono::milliseconds>(by).count(); }

private:
    static std::int64_t fromMilliseconds(Instant at)
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    }
    Instant m_now;
    std::int64_t m_wallOffset;
};

} // namespace siaga
