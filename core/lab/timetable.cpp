// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/timetable.h"

#include <algorithm>

namespace siaga::lab {

void Timetable::at(Instant when, std::function<void()> what)
{
    m_cues.emplace(std::pair(std::max(when, m_now), m_written++), std::move(what));
}

std::optional<Instant> Timetable::next() const
{
    return m_cues.empty() ? std::nullopt : std::optional(m_cues.begin()->first.first);
}

void Timetable::advanceTo(Instant until)
{
    while (!m_cues.empty() && m_cues.begin()->first.first <= until) {
        auto cue = m_cues.extract(m_cues.begin());
        m_now = cue.key().first;
        cue.mapped()();
    }
    m_now = std::max(m_now, until);
}

} // namespace siaga::lab
