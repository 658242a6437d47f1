// SPDX-License-Identifier: GPL-3.0-or-later
// What will happen in the lab, in the order of virtual time.
//
// It is like the stage manager's book: every cue has its moment, cues of one moment keep the order they were written
// in. The catch: time stands still until somebody advances it, so a cue may write others but never wait.
#pragma once

#include "core/base/instant.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace siaga::lab {

class Timetable
{
public:
    explicit Timetable(Instant start)
        : m_now(start)
    {
    }

    Instant now() const { return m_now; }

    /// Runs `what` when time reaches `when`; a moment that is over counts as now, and still never runs inside this call.
    void at(Instant when, std::function<void()> what);

    /// The moment of the next cue; nullopt when there is none.
    std::optional<Instant> next() const;

    /// Runs every cue up to and with `until`, in order, those that they add included. Time never goes back.
    void advanceTo(Instant until);

private:
    Instant m_now;
    std::uint64_t m_written = 0; ///< Keeps cues of one moment in the order they were written.
    std::map<std::pair<Instant, std::uint64_t>, std::function<void()>> m_cues;
};

} // namespace siaga::lab
