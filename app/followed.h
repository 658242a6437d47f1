// SPDX-License-Identifier: GPL-3.0-or-later
// What a Siaga that leads has told: its state, what it has seen, and the time it is there.
//
// Like the map on which a staff marks what comes in by radio: the same map as at the front, as long as every message
// arrives and in order. The catch: between two messages that belong together the map is wrong, so it is looked at only
// when it is said to be whole.
#pragma once

#include "app/frames.h"
#include "core/boards/protect_board.h"
#include "core/runtime/clock.h"
#include "core/runtime/state.h"
#include "core/seen/seen.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace siaga {

/// The leader's time, laid on a clock of this machine.
class FollowedClock : public Clock
{
public:
    /// `own` outlives it.
    explicit FollowedClock(const Clock &own)
        : m_own(own)
    {
    }

    /// At this moment it is so late there. Time goes back only when it is laid `anew`: for another leader, or for one
    /// that began again from its journal.
    void lay(Instant now, WallTime wall, bool anew);

    Instant now() const override;
    WallTime wall() const override;

private:
    const Clock &m_own;
    Duration m_ahead{};
    Instant m_laidAt; ///< By our own clock.
    WallTime m_wall;
    mutable Instant m_latest;
};

class Followed
{
public:
    /// What a frame led to.
    struct Taken
    {
        std::optional<Recorded> record;
        bool isWhole = false;
    };

    /// Takes what was told next. An error when it does not fit what was told before: then nothing of this may be shown
    /// any more.
    Result<Taken> take(const Frame &frame);

    /// Pure projections; only when the last thing taken was whole.
    NowBoard board(const Clock &clock) const;
    ProtectBoard protection(const Clock &clock) const;

    const Hello &hello() const { return m_hello; }
    const Whole &whole() const { return m_whole; }
    const State &state() const { return m_state; }
    const Seen &seen() const { return m_seen; }

private:
    Result<Taken> takeState(const Frame &frame);
    Result<Taken> takeRecord(const Frame &frame);
    void take(const OwnFigures &figures);
    Mode mode() const { return m_state.fleet.lab ? Mode::lab : Mode::live; }

    Hello m_hello;
    Whole m_whole;
    State m_state;
    bool m_hasState = false;
    Seen m_seen;
    AvailabilityCount m_availability;
    std::map<BreakerId, TargetFigures> m_figures;
};

} // namespace siaga
