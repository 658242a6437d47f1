// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/sqlite_schema.h"

#include "core/base/check.h"
#include "core/journal/journal_file.h"

#include <sqlite3.h>
#include <sys/random.h>

#include <array>
#include <cstdio>

namespace siaga {

namespace {

constexpr int formatVersion = 1;

// "SIAG": lets file(1) and us tell a journal from any other database.
constexpr int applicationId = 0x53494147;

// A record's bytes have a limit of their own; this one bounds what a forged length can make SQLite allocate.
constexpr int lengthMax = 64 * 1024 * 1024;

// Sorted by name, as recognise() reads them. The small columns come before the bytes, so that looking at them alone
// never walks a long record's overflow pages.
constexpr std::array<std::string_view, 3> layout = {
    "CREATE TABLE keyframes(id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, fingerprint TEXT NOT NULL, "
    "hash BLOB NOT NULL, bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE records(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, wall INTEGER NOT NULL, type TEXT NOT NULL, "
    "hash BLOB NOT NULL, bytes BLOB NOT NULL) STRICT",
};

JournalOpenFailure notAJournal(const SqliteJournalOptions &options, const std::string &why)
{
    return {OpenRefusal::notAJournal, options.path + " is not a journal of Siaga: " + why, {}};
}

JournalOpenFailure sqliteFailure(sqlite3 *connection, const std::string &path)
{
    const std::string words = path + ": " + sqlite::lastWords(connection);
    switch (sqlite3_errcode(connection) & 0xff) {
    case SQLITE_BUSY:
        return {OpenRefusal::heldByAnother, path + " is held by another process that has no lock file", {}};
    case SQLITE_NOTADB:
        return {OpenRefusal::notAJournal, words, {}};
    case SQLITE_CORRUPT:
        return {OpenRefusal::damaged, words, {}};
    default:
        return {OpenRefusal::failed, words, {}};
    }
}

std::string uriOf(const std::string &path, Access access)
{
    std::string uri = "file:";
    for (const char c : path) {
        constexpr char digits[] = "0123456789abcdef";
        if (c == '%' || c == '?' || c == '#')
            uri += {'%', digits[c >> 4], digits[c & 15]};
        else
            uri += c;
    }
    return access == Access::look ? uri + "?immutable=1" : uri;
}

bool configure(sqlite3 *connection, Access access)
{
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, lengthMax);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // No timeout is set: a second process is told at once. Exclusive before the first read also keeps the index of the
    // write-ahead log in our memory instead of in a file. Debian's SQLite overwrites deleted bytes with zeros by
    // default, which would write each keyframe twice.
    if (!sqlite::run(connection, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; "
                                 "PRAGMA secure_delete=OFF; PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL; "
                                 "PRAGMA journal_size_limit=16777216"))
        return false;
    if (access == Access::write)
        return true;
    sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return sqlite::run(connection, "PRAGMA query_only=ON");
}

std::string randomId()
{
    std::array<unsigned char, 16> bytes;
    SIAGA_CHECK(getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
    std::string id;
    for (const unsigned char byte : bytes) {
        char hex[3];
        std::snprintf(hex, sizeof hex, "%02x", byte);
        id += hex;
    }
    return id;
}

bool fill(sqlite3 *connection, const std::string &deployment)
{
    const std::string id = "PRAGMA application_id=" + std::to_string(applicationId);
    if (!sqlite::run(connection, id.c_str()) || !sqlite::run(connection, "BEGIN IMMEDIATE"))
        return false;
    for (const std::string_view table : layout) {
        if (!sqlite::Statement(connection, table).run())
            return false;
    }
    sqlite::Statement insert(connection, "INSERT INTO meta(name, value) VALUES('deployment', ?1), ('format', ?2), "
                                         "('head', ?3)");
    const std::string format = std::to_string(formatVersion);
    insert.bindText(1, deployment);
    insert.bindText(2, format);
    const std::string head = headNote({});
    insert.bindText(3, head);
    // The mode is stored in the file; it is set last so that all before it went through one rollback journal.
    return insert.run() && sqlite::run(connection, "COMMIT") && sqlite::run(connection, "PRAGMA journal_mode=WAL");
}

} // namespace

Result<sqlite::Connection, JournalOpenFailure> connect(const SqliteJournalOptions &options, const std::string &path,
                                                       Access access)
{
    const int mode = access == Access::look ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const char *const vfs = options.vfs.empty() ? nullptr : options.vfs.c_str();
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(uriOf(path, access).c_str(), &opened,
                                     mode | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, vfs);
    sqlite::Connection connection(opened);
    if (!opened)
        return JournalOpenFailure{OpenRefusal::failed, path + ": out of memory", {}};
    if (code != SQLITE_OK || !configure(opened, access))
        return sqliteFailure(opened, path);
    return connection;
}

std::string headNote(const Head &head)
{
    return std::to_string(head.seq.value()) + ' ' + toHex(head.hash);
}

Result<Done, JournalOpenFailure> createJournal(const SqliteJournalOptions &options)
{
    const std::string draft = options.path + ".new";
    if (auto made = makeEmptyFile(draft); !made)
        return made.error();
    {
        Result<sqlite::Connection, JournalOpenFailure> opened = connect(options, draft, Access::write);
        if (!opened)
            return opened.error();
        const sqlite::Connection connection = std::move(opened).value();
        if (!fill(connection.get(), options.deploymentId.empty() ? randomId() : options.deploymentId))
            return sqliteFailure(connection.get(), draft);
    }
    return putInPlace(draft, options.path);
}

Result<std::string, JournalOpenFailure> recognise(sqlite3 *connection, const SqliteJournalOptions &options)
{
    sqlite::Statement application(connection, "PRAGMA application_id");
    if (!application.step())
        return sqliteFailure(connection, options.path);
    if (application.integer(0) != applicationId)
        return notAJournal(options, "another application's id");
    application.reset();

    sqlite::Statement meta(connection, "SELECT value FROM meta WHERE name IN ('deployment', 'format') ORDER BY name");
    if (!meta.step())
        return meta.failed() ? sqliteFailure(connection, options.path) : notAJournal(options, "no deployment");
    const std::string deployment(meta.bytes(0));
    if (!meta.step())
        return notAJournal(options, "no format");
    const std::string format(meta.bytes(0));
    meta.reset();
    // Newer ones may have another layout: this comes first.
    if (format != std::to_string(formatVersion))
        return JournalOpenFailure{OpenRefusal::newerFormat,
            options.path + " has format " + format.substr(0, 20) + "; this program reads " + std::to_string(formatVersion), {}};

    sqlite::Statement tables(connection, "SELECT sql FROM sqlite_schema ORDER BY name");
    for (const std::string_view expected : layout) {
        if (!tables.step() || tables.bytes(0) != expected)
            return notAJournal(options, "its tables were changed");
    }
    if (tables.step())
        return notAJournal(options, "it has more than a journal's tables");
    if (!options.deploymentId.empty() && options.deploymentId != deployment)
        return JournalOpenFailure{OpenRefusal::otherDeployment,
            options.path + " belongs to deployment " + deployment + ", not " + options.deploymentId, {}};
    return deployment;
}

} // namespace siaga
