// SPDX-License-Identifier: GPL-3.0-or-later
// A journal in memory, with failures on demand: for the lab and for tests.
//
// The disk is what survives a crash, the journal a process that has it open: drop the journal, make another on the same
// disk, and you have restarted. Several journals on one disk are several instances that share one log. The catch: they
// share it within one thread.
#pragma once

#include "core/journal/journal.h"

namespace siaga {

/// What survives. Public, so that a test can damage it.
struct MemoryDisk
{
    struct KeptKeyframe
    {
        Keyframe keyframe;
        Hash256 hash;
    };
    std::vector<StoredRecord> records;
    std::vector<KeptKeyframe> keyframes; ///< By rising number.
};

class MemoryJournal final : public Journal
{
public:
    explicit MemoryJournal(std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>());

    /// The next append is refused as `headMoved`, as if another instance had been quicker.
    void refuseNext();

    /// The next append fails after `batchesKept` of its batches reached the disk all the same (at most as many as
    /// there are): zero is a lost write, one or more a write whose answer was lost. The journal is poisoned then.
    void failNext(std::size_t batchesKept = 0, std::string detail = "injected failure");

    /// What this journal is kept on: make another one on it to restart.
    const std::shared_ptr<MemoryDisk> &disk() const { return m_disk; }

    Head head() const override;
    Result<Head, AppendFailure> append(std::span<const NewRecord> batch, const Head &expected) override;
    Result<Head, AppendFailure> appendAll(std::span<const std::vector<NewRecord>> batches,
                                          const Head &expected) override;
    Result<Done, Damage> read(Seq first, const std::function<bool(const StoredRecord &)> &visit) const override;
    std::optional<Seq> seek(Instant at) const override;
    void keep(const Keyframe &keyframe) override;
    std::optional<Keyframe> keyframe(Seq seq, std::string_view fingerprint) const override;
    Result<Head, Damage> verify(const std::function<bool(Seq)> &progress) const override;

private:
    struct Failure
    {
        std::size_t batchesKept;
        std::string detail;
    };
    std::optional<AppendFailure> refusal(const Head &expected);
    void store(std::span<const NewRecord> batch);

    std::shared_ptr<MemoryDisk> m_disk;
    bool m_refuseNext = false;
    std::optional<Failure> m_failNext;
    std::string m_poison; // Empty while sound.
};

} // namespace siaga
