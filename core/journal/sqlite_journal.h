// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of one machine: a SQLite file, with a lock file beside it.
//
// It is like the bound log book in a locked desk: one hand writes, everybody else is told who has the key. The catch: a
// journal that once failed to write is closed for good; open it anew, which reads back what really reached the disk.
#pragma once

#include "core/journal/journal.h"

namespace siaga {

struct SqliteJournalOptions
{
    std::string path;         ///< The file; `path-wal` and `path.lock` stand beside it.
    std::string deploymentId; ///< Must be the journal's own when given; a new journal without one gets a random one.
    bool readOnly = false;    ///< To verify or export: changes no byte, accepts damaged records, appends nothing.
    std::string vfs;          ///< Name of the SQLite file system to use; empty for the machine's own.
};

enum class OpenRefusal {
    missing,            ///< Read-only, and there is no such file.
    notAFile,           ///< A directory, a link, a pipe or a device.
    empty,              ///< Zero bytes: it was a journal once, or never; nothing is guessed.
    walWithoutDatabase, ///< The file is gone, but its write-ahead log is still there.
    notAJournal,        ///< Another program's file, or one that somebody changed the layout of.
    otherDeployment,    ///< The journal belongs to another deployment.
    newerFormat,        ///< Written by a newer Siaga.
    readOnlyFile,       ///< We may not write it.
    wrongOwner,         ///< It belongs to another user.
    openToOthers,       ///< Its mode lets group or others write it.
    networkFileSystem,  ///< Locks and syncs can't be trusted there.
    heldByAnother,      ///< A process has it open; the detail says which.
    damaged,            ///< Its end is not sound; open it read-only and verify.
    failed,             ///< The system refused; the detail has its own words.
};

constexpr auto namesOf(OpenRefusal)
{
    return std::to_array<std::string_view>({"missing", "notAFile", "empty", "walWithoutDatabase", "notAJournal",
        "otherDeployment", "newerFormat", "readOnlyFile", "wrongOwner", "openToOthers", "networkFileSystem",
        "heldByAnother", "damaged", "failed"});
}

struct JournalOpenFailure
{
    OpenRefusal refusal;
    std::string detail; ///< One plain sentence with the path, for logs and the command line.
    Seq seq;            ///< The first bad record when `damaged` and known, else zero.
};

/// Opens the journal, or makes a new one (file mode 0600) when there is none. The last thousand records are checked;
/// verify() checks them all. What a crash left in the write-ahead log is brought into the file and synced first.
///
/// The process must ignore SIGXFSZ, or a file size limit kills it in the middle of an append instead of failing it:
/// when nothing else is set up for that signal, opening sets it to be ignored.
Result<std::unique_ptr<Journal>, JournalOpenFailure> openSqliteJournal(const SqliteJournalOptions &options);

/// The deployment that a journal from openSqliteJournal belongs to; empty for other stores.
std::string deploymentOf(const Journal &journal);

} // namespace siaga
