// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of a journal's file: making it, and recognising it. For this folder's source files only.
//
// It is checked to the letter, as one checks a form before filling it in: a trigger or a view that somebody added could
// otherwise change what we write or read.
#pragma once

#include "core/journal/sqlite_handle.h"
#include "core/journal/sqlite_journal.h"

namespace siaga {

/// How the one connection is opened.
enum class Access {
    write,   ///< Read and write, exclusively.
    recover, ///< Read what is also in the write-ahead log, without bringing it into the file.
    look,    ///< Read a file that has no write-ahead log, without locking it.
};

/// Connects and sets all that the connection needs; it must be the only one on this file in this process.
Result<sqlite::Connection, JournalOpenFailure> connect(const SqliteJournalOptions &options, const std::string &path,
                                                       Access access);

/// Makes a new, empty journal at `path`: afterwards it is there whole, or not at all.
Result<Done, JournalOpenFailure> createJournal(const SqliteJournalOptions &options);

/// How meta's row "head" spells the end of the journal.
std::string headNote(const Head &head);

/// Compares format, layout and deployment; gives the deployment.
Result<std::string, JournalOpenFailure> recognise(sqlite3 *connection, const SqliteJournalOptions &options);

} // namespace siaga
