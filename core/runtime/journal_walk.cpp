// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/journal_walk.h"

#include "core/events/codec.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr std::uint64_t firstLength = 256;
constexpr std::uint64_t lengthMax = 4096;
// A walk by time ends where the wall clock is further away than any correction of it that nobody would notice.
constexpr std::int64_t clockSlack = 24 * 3600 * std::int64_t{1000}; // Milliseconds.

} // namespace

JournalWalk::JournalWalk(AuditFilter filter, WalkDirection direction, Seq start)
    : m_filter(std::move(filter))
    , m_direction(direction)
    , m_start(start)
    , m_length(firstLength)
{
}

void JournalWalk::begin(Seq head)
{
    const AuditQuery &query = m_filter.query();
    m_begun = true;
    m_low = std::max(query.from, Seq(1));
    m_high = query.to ? std::min(query.to, head) : head;
    if (m_start && m_direction == WalkDirection::older)
        m_high = std::min(m_high, m_start);
    if (m_start && m_direction == WalkDirection::newer)
        m_low = std::max(m_low, m_start);
    m_total = m_low <= m_high ? m_high.value() - m_low.value() + 1 : 0;
    m_over = m_total == 0;
}

void JournalWalk::beginStretch()
{
    const std::uint64_t length = std::min(m_length, m_high.value() - m_low.value() + 1);
    m_length = std::min(m_length * 2, lengthMax);
    m_from = m_direction == WalkDirection::older ? Seq(m_high.value() - length + 1) : m_low;
    m_to = Seq(m_from.value() + length - 1);
    m_next = m_from;
    m_whole = false;
    m_beyond = true;
}

void JournalWalk::bring(const Journal &journal, const MayGoOn &mayGoOn)
{
    if (!m_begun)
        begin(journal.head().seq);
    if (m_over || (m_whole && !m_items.empty()))
        return;
    if (m_whole)
        beginStretch();
    readStretch(journal, mayGoOn);
    if (m_next > m_to)
        endStretch();
}

void JournalWalk::readStretch(const Journal &journal, const MayGoOn &mayGoOn)
{
    bool goOn = true;
    while (m_next <= m_to && goOn) {
        const auto read = journal.read(m_next, [&](const StoredRecord &record) {
            if (record.seq > m_to)
                return false;
            look(record);
            m_next = record.seq.next();
            goOn = mayGoOn();
            return goOn && record.seq < m_to;
        });
        if (read && (!goOn || m_next > m_to))
            return;
        // Of a record that lost the one before it, that one is told; but it is the record itself that cannot be read.
        const Seq bad = read ? m_next : std::max(read.error().seq, m_next);
        m_items.push_back({bad, std::nullopt, read ? "record is missing" : read.error().what});
        m_beyond = false;
        m_next = bad.next();
        goOn = mayGoOn();
    }
}

void JournalWalk::look(const StoredRecord &record)
{
    m_beyond = m_beyond && isBeyondTime(record.wall);
    if (m_filter.mayMatch({record.seq, record.wall, record.type, record.bytes}))
        m_items.push_back({record.seq, record, {}});
}

bool JournalWalk::isBeyondTime(WallTime wall) const
{
    const AuditQuery &query = m_filter.query();
    return m_direction == WalkDirection::older
        ? query.since && wall.milliseconds < query.since->milliseconds - clockSlack
        : query.until && wall.milliseconds > query.until->milliseconds + clockSlack;
}

void JournalWalk::endStretch()
{
    m_whole = true;
    m_walked += m_to.value() - m_from.value() + 1;
    if (m_direction == WalkDirection::older)
        m_high = Seq(m_from.value() - 1);
    else
        m_low = m_to.next();
    m_over = m_low > m_high || m_beyond;
}

std::vector<WalkItem> JournalWalk::take()
{
    if (!m_whole)
        return {};
    if (m_direction == WalkDirection::older)
        std::ranges::reverse(m_items);
    return std::exchange(m_items, {});
}

RelationWalk::RelationWalk(AuditSubject subject)
    : m_subject(std::move(subject))
{
}

void RelationWalk::bring(const Journal &journal, const MayGoOn &mayGoOn)
{
    bool goOn = true;
    while (goOn && m_next <= journal.head().seq) {
        const auto read = journal.read(m_next, [&](const StoredRecord &record) {
            if (mayRelate(record.type))
                m_brought.push_back(record.bytes);
            m_next = record.seq.next();
            return goOn = mayGoOn();
        });
        if (read && !goOn)
            return;
        if (!read)
            m_next = std::max(read.error().seq, m_next).next(); // It tells nothing; the walk itself will name it.
        else if (m_next <= journal.head().seq)
            m_next = m_next.next();
    }
    m_over = m_next > journal.head().seq;
}

bool RelationWalk::take()
{
    for (const std::string &bytes : std::exchange(m_brought, {}))
        if (const auto recorded = decode(bytes))
            relate(m_relations, m_subject, recorded->event);
    return m_over;
}

} // namespace siaga
