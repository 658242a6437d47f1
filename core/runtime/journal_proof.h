// SPDX-License-Identifier: GPL-3.0-or-later
// Recomputes the whole chain in small steps, while the journal is being written.
//
// Like the auditor who checks the log book on board, page by page, whenever the writer lays it down. The catch: he is
// done when he has caught up with the writer, and proves order and damage, not honesty: note the head elsewhere.
#pragma once

#include "core/runtime/journal_walk.h"

namespace siaga {

class JournalProof
{
public:
    /// On the journal's thread: checks on from where it stopped, until `mayGoOn` says no.
    void bring(const Journal &journal, const MayGoOn &mayGoOn);

    /// The last sound record.
    const Head &checked() const { return m_checked; }
    /// The journal's own end when it was last looked at.
    Seq head() const { return m_head; }
    bool isOver() const { return m_over; }
    /// Why it is over before the head.
    const std::optional<Damage> &damage() const { return m_damage; }

private:
    bool check(const StoredRecord &record);

    Head m_checked;
    Seq m_head;
    std::optional<Damage> m_damage;
    bool m_over = false;
};

} // namespace siaga
