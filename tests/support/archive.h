// SPDX-License-Identifier: GPL-3.0-or-later
// A journal on a thread of its own, as an instance has it, with records of an incident that repeats itself.
#pragma once

#include "core/journal/memory_journal.h"
#include "core/journal/sqlite_journal.h"
#include "core/runtime/committer.h"
#include "tests/support/audit_records.h"

#include <atomic>

namespace siaga::tests {

class Archive
{
public:
    explicit Archive(std::unique_ptr<Journal> journal)
        : m_head(journal->head().seq)
        , m_committer(makeThreadedCommitter(std::move(journal)))
    {
    }

    JournalReader &reader() { return *m_committer; }
    Seq head() const { return m_head; }

    /// Hands in `count` records more; they are durable before anything that is read afterwards.
    void write(std::uint64_t count)
    {
        m_committer->commit({samples::many(m_head, count)}, [](auto) { });
        m_head = Seq(m_head.value() + count);
    }

private:
    Seq m_head;
    std::unique_ptr<Committer> m_committer;
};

/// Filled beforehand, so that a test can damage what lies on the disk.
inline std::shared_ptr<MemoryDisk> diskWith(std::uint64_t records)
{
    const auto disk = std::make_shared<MemoryDisk>();
    MemoryJournal journal(disk);
    SIAGA_CHECK(bool(journal.append(samples::many({}, records), journal.head())));
    return disk;
}

} // namespace siaga::tests
