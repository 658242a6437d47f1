// SPDX-License-Identifier: GPL-3.0-or-later
// Makes batches durable. It owns the journal; the core hands over a group of batches and goes no further with them
// until it hears that they are on disk.
#pragma once

#include "core/runtime/journal_reader.h"
#include "core/runtime/state.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace siaga {

/// How a group of batches ended: nullopt is durable, all of it.
using Committed = std::function<void(std::optional<AppendFailure>)>;

/// What the journal holds now, folded from its own bytes.
using Refolded = std::function<void(Result<State, Damage>)>;

class Committer : public JournalReader
{
public:
    /// At most one group is under way; each batch of it is whole or not at all. `done` may be called before this
    /// returns, or later from another thread.
    virtual void commit(std::vector<std::vector<NewRecord>> group, Committed done) = 0;

    /// After a group was refused because the head moved: goes on from the journal as it is now, and folds it. Like
    /// commit(), `done` may be called at once or later from another thread.
    virtual void refold(Refolded done) { done(Damage{{}, "what it holds cannot be read again"}); }

    /// Keeps a keyframe behind the records that were committed before; nobody waits for it.
    virtual void keep(Keyframe keyframe) = 0;
};

/// Commits at once, on the caller's thread: for the lab, for tests and for one-shot commands.
class InlineCommitter : public Committer
{
public:
    /// `journal` is not owned, so that a lab can kill the instance and keep its disk.
    explicit InlineCommitter(Journal &journal);
    void commit(std::vector<std::vector<NewRecord>> group, Committed done) override;
    void refold(Refolded done) override;
    void keep(Keyframe keyframe) override;
    void read(JournalJob job) override;

private:
    Journal &m_journal;
    Head m_head;
};

/// Takes every group for durable and keeps nothing: for looking around without leaving a trace.
class ForgettingCommitter : public Committer
{
public:
    void commit(std::vector<std::vector<NewRecord>>, Committed done) override { done(std::nullopt); }
    void keep(Keyframe) override { }
    void read(JournalJob) override { }
};

/// Commits on a thread of its own, which owns the only connection. Destruction waits for the group under way.
std::unique_ptr<Committer> makeThreadedCommitter(std::unique_ptr<Journal> journal);

} // namespace siaga
