// SPDX-License-Identifier: GPL-3.0-or-later
// The file around the journal: who may open it, whether it can be trusted, and putting a new one in place. For this
// folder's source files and their tests.
//
// It is the porter who looks at the door before anybody looks into the book. The catch: he never opens the book itself,
// because closing any handle on it would drop the locks that SQLite holds in this process.
#pragma once

#include "core/journal/sqlite_journal.h"

namespace siaga {

/// Held while the journal is open; the system lets go of it when the process ends, however it ends.
class LockFile
{
public:
    /// Takes `path`.lock at once or says who has it. A reader in a place where it may not write goes without a lock
    /// when nobody left a lock file there.
    static Result<LockFile, JournalOpenFailure> take(const std::string &path, bool readOnly);

    LockFile(LockFile &&other) noexcept;
    LockFile &operator=(LockFile &&) = delete;
    ~LockFile();

private:
    explicit LockFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor; // Below zero: none.
};

/// What lies at a journal's path. Only meaningful while the lock is held.
enum class Found { nothing, journal, journalWithWal };

/// Looks at the file and its write-ahead log; refuses what must not be trusted. Owner and mode matter to a writer only.
Result<Found, JournalOpenFailure> inspect(const SqliteJournalOptions &options);

/// Makes an empty file of mode 0600, in place of what an interrupted creation left there.
Result<Done, JournalOpenFailure> makeEmptyFile(const std::string &path);

/// Renames the finished draft and syncs the directory.
Result<Done, JournalOpenFailure> putInPlace(const std::string &draft, const std::string &path);

/// Whether statfs(2)'s type is one where locks and syncs depend on another machine (NFS, SMB, AFS, Coda, Ceph, 9P).
bool isNetworkFileSystem(std::int64_t type);

} // namespace siaga
