// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/lab_committer.h"

#include "core/base/check.h"

namespace siaga::lab {

LabCommitter::LabCommitter(Timetable &timetable, MemoryJournal &journal, const Random &random)
    : m_timetable(timetable)
    , m_journal(journal)
    , m_random(random)
    , m_head(journal.head())
{
}

void LabCommitter::commit(std::vector<std::vector<NewRecord>> group, Committed done)
{
    SIAGA_CHECK(!m_underWay);
    m_underWay = std::make_shared<Group>(Group{std::move(group), std::move(done)});
    // Most syncs are quick; one in twenty meets a busy disk.
    const std::uint64_t microseconds = m_random.chance(0.05) ? 20'000 : 200 + m_random.below(2'000);
    const std::weak_ptr<Group> weak = m_underWay;
    m_timetable.at(m_timetable.now() + std::chrono::microseconds(microseconds), [this, weak] {
        if (weak.lock())
            finish();
    });
}

void LabCommitter::finish()
{
    const std::shared_ptr<Group> group = std::move(m_underWay);
    m_underWay.reset();
    const auto appended = m_journal.appendAll(group->batches, m_head);
    if (!appended) {
        m_poisoned = true;
        group->done(appended.error());
        return;
    }
    m_head = *appended;
    group->done(std::nullopt);
}

void LabCommitter::keep(Keyframe keyframe)
{
    m_journal.keep(keyframe);
}

void LabCommitter::read(JournalJob job)
{
    job(m_journal);
}

void LabCommitter::die()
{
    const std::shared_ptr<Group> group = std::move(m_underWay);
    m_underWay.reset();
    if (!group || m_poisoned)
        return;
    std::uint64_t reached = m_random.below(group->batches.size() + 1);
    for (const std::vector<NewRecord> &batch : group->batches) {
        if (reached-- == 0)
            return;
        const auto appended = m_journal.append(batch, m_head);
        if (!appended)
            return;
        m_head = *appended;
    }
}

} // namespace siaga::lab
