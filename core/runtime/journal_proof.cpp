// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/journal_proof.h"

namespace siaga {

/// False when the record that was sound before is another one now.
bool JournalProof::check(const StoredRecord &record)
{
    if (record.seq == m_checked.seq && record.hash != m_checked.hash)
        m_damage = Damage{record.seq, "record was changed while the journal was being verified"};
    else
        m_checked = {record.seq, record.hash};
    return !m_damage;
}

void JournalProof::bring(const Journal &journal, const MayGoOn &mayGoOn)
{
    if (m_over)
        return;
    const Head head = journal.head();
    m_head = head.seq;
    bool goOn = true;
    // The last sound record is read once more: the journal takes its hash from the store, and that may have changed.
    const auto read = journal.read(std::max(m_checked.seq, Seq(1)), [&](const StoredRecord &record) {
        goOn = check(record) && (record.seq == head.seq || mayGoOn());
        return goOn && record.seq < head.seq;
    });
    if (!read)
        m_damage = read.error();
    else if (goOn && m_checked.seq < head.seq)
        m_damage = Damage{m_checked.seq.next(), "record is missing"};
    else if (goOn && m_checked.hash != head.hash)
        m_damage = Damage{head.seq, "the last record is not the one that was written last"};
    m_over = goOn || m_damage.has_value();
}

} // namespace siaga
