// SPDX-License-Identifier: GPL-3.0-or-later
// When the console makes itself heard, and how loud: a rule on boards, without a loudspeaker.
//
// Like the alarm of a ward: one tone when something new is bad, the same again while nobody comes, silence once somebody
// has it. The catch: silence has an end. A mute is for so many minutes; and an emergency that begins while it lasts is heard
// all the same, once, for whoever muted could not know of it.
//
// - Heard: alerts that are open and taken by nobody, each when it opens and when it is raised. The explained ones are not.
// - Again: an emergency every half minute, a critical alert every two minutes, a warning never.
// - Muted: neither, but for an emergency that is new. What opened meanwhile is heard when the mute is over.
#pragma once

#include "core/boards/now_board.h"

#include <map>
#include <optional>

namespace siaga::views {

class Alarm
{
public:
    /// The tone that is due with this board; nullopt: none. Each board once, in order.
    std::optional<Severity> hear(const NowBoard &board);

    /// Silence up to this moment of the boards' clock.
    void mute(Instant until) { m_until = until; }
    void unmute() { m_until.reset(); }
    /// What is left of it; nullopt when nothing is muted.
    std::optional<Duration> muteLeft(Instant now) const;

private:
    std::map<AlertId, Severity> m_heard;     ///< The loudest tone of each open alert so far, heard or muted away.
    std::optional<Instant> m_last;           ///< When a tone was last due.
    std::optional<Instant> m_until;
};

} // namespace siaga::views
