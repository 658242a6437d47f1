// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/timeline_scan.h"

#include "core/events/codec.h"

#include <algorithm>

namespace siaga {

TimelineScan::TimelineScan(Seq first, Seq last)
    : m_first(first)
    , m_last(last)
    , m_next(first.value() > 1 ? Seq(first.value() - 1) : first) // The one before tells how long nothing ran.
{
    SIAGA_CHECK(first && first <= last);
}

void TimelineScan::bring(const Journal &journal, const MayReadOn &mayReadOn)
{
    bool goOn = true;
    while (goOn && !isOver()) {
        const auto read = journal.read(m_next, [&](const StoredRecord &stored) {
            if (stored.seq > m_last)
                return false;
            look(stored);
            m_next = stored.seq.next();
            goOn = mayReadOn();
            return goOn && stored.seq < m_last;
        });
        if (read && (!goOn || isOver()))
            return;
        // Of a record that lost the one before it, that one is told; but it is the record itself that cannot be read.
        const Seq bad = read ? m_next : std::max(read.error().seq, m_next);
        if (bad >= m_first)
            m_damaged.push_back({.seq = bad, .at = m_end.at, .wall = m_end.wall, .kind = MarkKind::damaged, .standing = Standing::critical});
        m_next = bad.next();
        goOn = mayReadOn();
    }
}

void TimelineScan::look(const StoredRecord &stored)
{
    const TimePoint point{stored.seq, stored.at, stored.wall};
    const bool opened = stored.type == JournalOpened::name;
    if (stored.seq >= m_first) {
        if (!std::exchange(m_any, true))
            m_begin = point;
        if (opened || stored.type == WallJumped::name)
            m_anchors.push_back({point, m_end.seq ? std::optional(m_end) : std::nullopt, opened});
        if (mayMark(stored.type))
            m_brought.push_back(stored);
    }
    m_end = point;
}

TimelinePart TimelineScan::take() const
{
    TimelinePart part{m_begin, m_end, m_damaged, m_anchors};
    if (!m_any) // Nothing of it can be read: it stands where the record before stands.
        part.first = part.last = m_end;
    part.first.seq = m_first;
    part.last.seq = m_last;
    for (const StoredRecord &stored : m_brought)
        if (const auto recorded = decode(stored.bytes))
            if (auto mark = markOf(*recorded))
                part.marks.push_back(std::move(*mark));
    std::ranges::sort(part.marks, {}, &TimeMark::seq);
    return part;
}

} // namespace siaga
