// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/sqlite_schema.h"
#include "core/journal/sqlite_store.h"
#include "core/journal/wal_scan.h"

#include <csignal>

namespace siaga {

namespace {

// Past a file size limit (ulimit -f, a unit's LimitFSIZE) the default action of this signal ends the process.
void failInsteadOfDying()
{
    struct sigaction now;
    if (sigaction(SIGXFSZ, nullptr, &now) == 0 && now.sa_handler == SIG_DFL) {
        now.sa_handler = SIG_IGN;
        sigaction(SIGXFSZ, &now, nullptr);
    }
}

Access accessFor(const SqliteJournalOptions &options, Found found)
{
    if (!options.readOnly)
        return Access::write;
    return found == Found::journalWithWal ? Access::recover : Access::look;
}

} // namespace

Result<std::unique_ptr<Journal>, JournalOpenFailure> openSqliteJournal(const SqliteJournalOptions &options)
{
    failInsteadOfDying();
    Result<LockFile, JournalOpenFailure> lock = LockFile::take(options.path, options.readOnly);
    if (!lock)
        return lock.error();
    const Result<Found, JournalOpenFailure> found = inspect(options);
    if (!found)
        return found.error();
    if (*found == Found::nothing) {
        if (const auto created = createJournal(options); !created)
            return created.error();
    }
    if (const auto damage = walDamage(options.path + "-wal"))
        return JournalOpenFailure{OpenRefusal::damaged, *damage, {}};
    Result<sqlite::Connection, JournalOpenFailure> connected = connect(options, options.path, accessFor(options, *found));
    if (!connected)
        return connected.error();
    sqlite::Connection connection = std::move(connected).value();
    const Result<std::string, JournalOpenFailure> deployment = recognise(connection.get(), options);
    if (!deployment)
        return deployment.error();
    auto journal = std::make_unique<SqliteJournal>(SqliteJournal::Parts{options.path, *deployment, options.readOnly,
        std::move(lock).value(), std::move(connection)});
    if (const auto failure = journal->start())
        return *failure;
    return std::unique_ptr<Journal>(std::move(journal));
}

} // namespace siaga
