// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that takes as long as the test wants: a group is on its way until it is let go.
#pragma once

#include "core/runtime/committer.h"

#include <utility>

namespace siaga {

class HoldingCommitter : public Committer
{
public:
    explicit HoldingCommitter(Journal &journal)
        : m_journal(journal)
        , m_head(journal.head())
    {
    }

    void commit(std::vector<std::vector<NewRecord>> group, Committed done) override
    {
        m_group = std::move(group);
        m_done = std::move(done);
    }
    void keep(Keyframe) override { }
    void read(JournalJob) override { }

    bool isHolding() const { return m_done != nullptr; }

    /// The group under way reaches the disk, or fails.
    void letGo()
    {
        const Committed done = std::exchange(m_done, nullptr);
        const auto appended = m_journal.appendAll(std::exchange(m_group, {}), m_head);
        if (appended)
            m_head = *appended;
        done(appended ? std::nullopt : std::optional(appended.error()));
    }

private:
    Journal &m_journal;
    Head m_head;
    std::vector<std::vector<NewRecord>> m_group;
    Committed m_done;
};

} // namespace siaga
