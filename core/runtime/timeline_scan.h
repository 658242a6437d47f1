// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a stretch of the journal for the time bar: what people care about, and when no Siaga ran.
//
// Like skimming a diary for the days with an exclamation mark. The catch: it reads past damage, naming it, because a bar
// that ended there would hide all that came later.
#pragma once

#include "core/runtime/replay.h"

namespace siaga {

class TimelineScan
{
public:
    /// From one record to another, both included; they exist.
    TimelineScan(Seq first, Seq last);

    /// On the journal's thread: copies until `mayReadOn` says no.
    void bring(const Journal &journal, const MayReadOn &mayReadOn);

    /// True when the whole stretch was brought.
    bool isOver() const { return m_next > m_last; }

    /// On another thread, once it is over: what there is in the stretch.
    TimelinePart take() const;

private:
    void look(const StoredRecord &stored);

    Seq m_first;
    Seq m_last;
    Seq m_next;                           ///< Not yet read.
    TimePoint m_begin;
    TimePoint m_end;                      ///< Of what was read.
    bool m_any = false;                   ///< The record before the stretch does not count.
    std::vector<StoredRecord> m_brought;  ///< That may leave a mark.
    std::vector<TimeMark> m_damaged;
    std::vector<TimeAnchor> m_anchors;
};

} // namespace siaga
