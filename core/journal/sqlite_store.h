// SPDX-License-Identifier: GPL-3.0-or-later
// The store behind openSqliteJournal, for this folder's source files only.
#pragma once

#include "core/journal/chain.h"
#include "core/journal/journal_file.h"
#include "core/journal/sqlite_handle.h"

namespace siaga {

class SqliteJournal final : public Journal
{
public:
    struct Parts
    {
        std::string path;
        std::string deployment;
        bool readOnly;
        LockFile lock;
        sqlite::Connection connection;
    };

    explicit SqliteJournal(Parts parts);

    /// Finds the head and, for a writer, brings the write-ahead log into the file and checks the last records. To be
    /// called once, before anything else.
    std::optional<JournalOpenFailure> start();

    const std::string &deployment() const { return m_parts.deployment; }

    Head head() const override { return m_head; }
    Result<Head, AppendFailure> append(std::span<const NewRecord> batch, const Head &expected) override;
    Result<Head, AppendFailure> appendAll(std::span<const std::vector<NewRecord>> batches,
                                          const Head &expected) override;
    Result<Done, Damage> read(Seq first, const std::function<bool(const StoredRecord &)> &visit) const override;
    std::optional<Seq> seek(Instant at) const override;
    void keep(const Keyframe &keyframe) override;
    std::optional<Keyframe> keyframe(Seq seq, std::string_view fingerprint) const override;
    Result<Head, Damage> verify(const std::function<bool(Seq)> &progress) const override;

private:
    /// The record's chain hash and time, unchecked.
    struct Place
    {
        Head head;
        Instant at;
    };
    std::optional<Place> placeOf(Seq seq) const;
    Result<ChainCheck, Damage> checkFrom(Seq first) const;

    /// Compares the head with the file's own note of it, which each append renews: a damaged page can make the last
    /// records vanish without leaving a trace in the chain.
    std::optional<Damage> checkEnd(const Head &head) const;

    /// Checks the last records, of which `first` and `last` are the lowest and highest number in the file.
    std::optional<Damage> checkTail(std::int64_t first, std::int64_t last);

    /// Checks the records from `first` on and shows each to `visit` until that returns false.
    template<class Visit>
    std::optional<Damage> walk(std::int64_t first, ChainCheck &check, const Visit &visit) const;

    std::optional<AppendFailure> refusal(const Head &expected) const;
    AppendFailure poison(const char *while_);
    bool store(std::span<const NewRecord> batch, Head &head);
    bool shortenWal();
    bool replaceKeyframe(const Keyframe &keyframe, const Hash256 &hash);
    bool thinKeyframes(std::string_view fingerprint);
    sqlite3 *connection() const { return m_parts.connection.get(); }

    Parts m_parts; // The connection is closed before the lock is released; the statements before both.
    std::unique_ptr<sqlite::Statement> m_insert;
    std::unique_ptr<sqlite::Statement> m_noteHead;
    Head m_head;
    Instant m_at = Instant::min();    // Of the head's record.
    std::string m_poison;             // Empty while appending is allowed.
    int m_walPages = 0;               // In the write-ahead log after the last commit.
    bool m_unsyncedKeyframe = false;  // A keyframe was committed since the last sync.
};

} // namespace siaga
