// SPDX-License-Identifier: GPL-3.0-or-later
// A walk over the journal in small steps, newest or oldest first, past what cannot match.
//
// Like leafing through a log book while others write in it: a few pages, then the desk is free again for the writer. A
// page that is damaged is named and stepped over. The catch: the walk ends at the last record that there was when it
// began; what is written meanwhile is for another walk.
#pragma once

#include "core/boards/audit_query.h"
#include "core/journal/journal.h"

#include <functional>

namespace siaga {

/// Whether a job may go on with the journal in hand; asked after each record.
using MayGoOn = std::function<bool()>;

/// A record that may match, or what is wrong in its place.
struct WalkItem
{
    Seq seq;
    std::optional<StoredRecord> record;
    std::string damage;
};

enum class WalkDirection { older, newer };

class JournalWalk
{
public:
    /// Begins at `start`, or with zero at the query's last or first record.
    JournalWalk(AuditFilter filter, WalkDirection direction, Seq start);

    /// On the journal's thread: copies what may match, until `mayGoOn` says no or a stretch is read to its end.
    void bring(const Journal &journal, const MayGoOn &mayGoOn);

    /// What was brought since the last time, in the walk's order; nothing while a stretch is read in part.
    std::vector<WalkItem> take();

    /// Nothing more will be brought.
    bool isOver() const { return m_begun && m_over && m_items.empty(); }

    std::uint64_t walked() const { return m_walked; }
    /// Records in the query's range; the walk may end sooner when only earlier times follow.
    std::uint64_t total() const { return m_total; }

private:
    void begin(Seq head);
    void beginStretch();
    void readStretch(const Journal &journal, const MayGoOn &mayGoOn);
    void look(const StoredRecord &record);
    void endStretch();
    bool isBeyondTime(WallTime wall) const;

    AuditFilter m_filter;
    WalkDirection m_direction;
    Seq m_start;
    Seq m_low;                     ///< The range, both ends included.
    Seq m_high;
    Seq m_from;                    ///< The stretch, both ends included.
    Seq m_to;
    Seq m_next;                    ///< Of the stretch, not yet read.
    std::uint64_t m_length;        ///< Of the next stretch; grows, so that the first rows are there at once.
    std::uint64_t m_walked = 0;
    std::uint64_t m_total = 0;
    bool m_begun = false;
    bool m_whole = true;           ///< The stretch is read to its end.
    bool m_over = false;
    bool m_beyond = false;         ///< No record of the stretch was near the query's times.
    std::vector<WalkItem> m_items; ///< Of the stretch, by rising number.
};

/// Collects what belongs to a subject; see AuditRelations. Done before a walk that asks about something.
class RelationWalk
{
public:
    explicit RelationWalk(AuditSubject subject);

    void bring(const Journal &journal, const MayGoOn &mayGoOn);
    /// Takes in what was brought; true when the relations are complete.
    bool take();

    const AuditRelations &relations() const { return m_relations; }
    std::uint64_t walked() const { return m_next.value(); }

private:
    AuditSubject m_subject;
    AuditRelations m_relations;
    Seq m_next{1};
    std::vector<std::string> m_brought; ///< Bytes of records that may relate.
    bool m_over = false;
};

} // namespace siaga
