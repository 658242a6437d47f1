// SPDX-License-Identifier: GPL-3.0-or-later
// A disk in the lab: it takes its time, may fail, and keeps what was written when the process is killed.
//
// It is like a postbox: between dropping a letter and its being on record lies a moment, and in that moment anything
// may happen to the sender.
#pragma once

#include "core/base/random.h"
#include "core/journal/memory_journal.h"
#include "core/lab/timetable.h"
#include "core/runtime/committer.h"

namespace siaga::lab {

class LabCommitter : public Committer
{
public:
    /// All arguments outlive it but `random`. Syncs take 0.2 to 20 ms of virtual time.
    LabCommitter(Timetable &timetable, MemoryJournal &journal, const Random &random);

    void commit(std::vector<std::vector<NewRecord>> group, Committed done) override;
    void keep(Keyframe keyframe) override;
    void read(JournalJob job) override;

    /// The process dies now: of a group under way some first batches reach the disk, or none.
    void die();

    /// True after an append failed: nothing more may be written.
    bool isPoisoned() const { return m_poisoned; }

private:
    struct Group
    {
        std::vector<std::vector<NewRecord>> batches;
        Committed done;
    };
    void finish();

    Timetable &m_timetable;
    MemoryJournal &m_journal;
    Random m_random;
    Head m_head;
    std::shared_ptr<Group> m_underWay; ///< Cues hold it weakly, so that a dead process hears nothing.
    bool m_poisoned = false;
};

} // namespace siaga::lab
