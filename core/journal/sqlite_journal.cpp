// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/sqlite_store.h"

#include "core/base/check.h"
#include "core/journal/sqlite_schema.h"

#include <sqlite3.h>

#include <cstring>
#include <limits>

namespace siaga {

namespace {

// About 4 MiB: some hundred appends between two checkpoints, and little to read back after a crash.
constexpr int walPagesMax = 1000;
constexpr std::uint64_t progressEvery = 10'000;
constexpr std::uint64_t tailLength = 1000;
constexpr std::int64_t fromTheStart = std::numeric_limits<std::int64_t>::min();

// The numbers fit: SQLite counts rows up to 2^63-1, and so do we.
std::int64_t column(Seq seq)
{
    return static_cast<std::int64_t>(seq.value());
}

RecordView recordIn(const sqlite::Statement &row)
{
    return {Seq(static_cast<std::uint64_t>(row.integer(0))), Instant(Duration(row.integer(1))), {row.integer(2)},
        row.bytes(3), row.bytes(5), row.bytes(4)};
}

std::optional<Damage> unreadable(sqlite3 *connection, const sqlite::Statement &statement, Seq seq)
{
    if (!statement.failed())
        return std::nullopt;
    return Damage{seq, "cannot be read: " + sqlite::lastWords(connection)};
}

} // namespace

SqliteJournal::SqliteJournal(Parts parts)
    : m_parts(std::move(parts))
{
    if (m_parts.readOnly) {
        m_poison = m_parts.path + " is open for reading only";
        return;
    }
    m_insert = std::make_unique<sqlite::Statement>(
        connection(), "INSERT INTO records(seq, at, wall, type, hash, bytes) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    m_noteHead = std::make_unique<sqlite::Statement>(connection(), "UPDATE meta SET value = ?1 WHERE name = 'head'");
    // Takes the place of SQLite's own checkpointing, which drops the errors of its syncs.
    const auto note = [](void *pages, sqlite3 *, const char *, int count) {
        *static_cast<int *>(pages) = count;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(connection(), note, &m_walPages);
}

std::optional<JournalOpenFailure> SqliteJournal::start()
{
    const auto failed = [this](OpenRefusal refusal, const std::string &words, Seq seq) {
        return JournalOpenFailure{refusal, m_parts.path + ": " + words, seq};
    };
    // What an append that failed left in the log may never have reached the disk, although we can read it: copying it
    // into the file writes and syncs it anew before anything is built on it.
    const bool writes = !m_parts.readOnly;
    if (writes && sqlite3_wal_checkpoint_v2(connection(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) != SQLITE_OK)
        return failed(OpenRefusal::failed, sqlite::lastWords(connection()), {});

    sqlite::Statement ends(connection(), "SELECT (SELECT min(seq) FROM records), (SELECT max(seq) FROM records), "
                                         "EXISTS(SELECT 1 FROM records)");
    if (!ends.step())
        return failed(writes ? OpenRefusal::damaged : OpenRefusal::failed, sqlite::lastWords(connection()), {});
    const std::int64_t first = ends.integer(0);
    const std::int64_t last = ends.integer(1);
    const bool any = ends.integer(2) != 0;
    ends.reset();
    if (!writes) {
        const std::optional<Place> place = last > 0 ? placeOf(Seq(static_cast<std::uint64_t>(last))) : std::nullopt;
        m_head = place ? place->head : Head{};
        return std::nullopt;
    }
    const auto damage = any ? checkTail(first, last) : checkEnd({});
    if (damage)
        return failed(OpenRefusal::damaged, "record " + std::to_string(damage->seq.value()) + ": " + damage->what, damage->seq);
    return std::nullopt;
}

std::optional<Damage> SqliteJournal::checkTail(std::int64_t first, std::int64_t last)
{
    if (first != 1)
        return Damage{Seq(1), "record is missing"};
    const auto length = static_cast<std::uint64_t>(last);
    const Seq begin(length > tailLength ? length - tailLength : 1);
    Result<ChainCheck, Damage> before = checkFrom(begin);
    if (!before)
        return before.error();
    ChainCheck check = *before;
    if (auto damage = walk(column(begin), check, [](const RecordView &) { return true; }))
        return damage;
    m_head = check.head();
    m_at = check.at();
    return checkEnd(m_head);
}

std::optional<SqliteJournal::Place> SqliteJournal::placeOf(Seq seq) const
{
    sqlite::Statement row(connection(), "SELECT at, hash FROM records WHERE seq = ?1");
    row.bindInteger(1, column(seq));
    if (!row.step() || row.bytes(1).size() != sizeof(Hash256::bytes))
        return std::nullopt;
    Place place{{seq, {}}, Instant(Duration(row.integer(0)))};
    std::memcpy(place.head.hash.bytes.data(), row.bytes(1).data(), place.head.hash.bytes.size());
    return place;
}

Result<ChainCheck, Damage> SqliteJournal::checkFrom(Seq first) const
{
    if (first <= Seq(1))
        return ChainCheck();
    const Seq previous(first.value() - 1);
    const std::optional<Place> place = placeOf(previous);
    if (!place)
        return Damage{previous, "record is missing or unreadable"};
    return ChainCheck(place->head, place->at);
}

std::optional<Damage> SqliteJournal::checkEnd(const Head &head) const
{
    sqlite::Statement note(connection(), "SELECT value FROM meta WHERE name = 'head'");
    if (note.step() && note.bytes(0) == headNote(head))
        return std::nullopt;
    return Damage{head.seq.next(), "the journal does not end where it noted its end"};
}

template<class Visit>
std::optional<Damage> SqliteJournal::walk(std::int64_t first, ChainCheck &check, const Visit &visit) const
{
    sqlite::Statement rows(connection(),
                           "SELECT seq, at, wall, type, hash, bytes FROM records WHERE seq >= ?1 ORDER BY seq");
    rows.bindInteger(1, first);
    while (rows.step()) {
        const RecordView record = recordIn(rows);
        if (auto damage = check.next(record))
            return damage;
        if (!visit(record))
            return std::nullopt;
    }
    return unreadable(connection(), rows, check.head().seq.next());
}

std::optional<AppendFailure> SqliteJournal::refusal(const Head &expected) const
{
    if (!m_poison.empty())
        return AppendFailure{AppendRefusal::poisoned, m_poison};
    if (expected != m_head)
        return AppendFailure{AppendRefusal::headMoved, "the journal ends at record " + std::to_string(m_head.seq.value())};
    return std::nullopt;
}

AppendFailure SqliteJournal::poison(const char *while_)
{
    m_poison = m_parts.path + ": " + while_ + ": " + sqlite::lastWords(connection());
    if (sqlite3_get_autocommit(connection()) == 0)
        sqlite::run(connection(), "ROLLBACK");
    // After a failed sync the system may have dropped our pages and still answer the next sync with success. So nothing
    // is synced or copied again by this connection, not even when it is closed.
    sqlite3_db_config(connection(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return {AppendRefusal::failed, m_poison};
}

bool SqliteJournal::store(std::span<const NewRecord> batch, Head &head)
{
    for (const NewRecord &record : batch) {
        const Head next{record.seq, chainHash(record.bytes, head.hash)};
        m_insert->bindInteger(1, column(record.seq));
        m_insert->bindInteger(2, record.at.time_since_epoch().count());
        m_insert->bindInteger(3, record.wall.milliseconds);
        m_insert->bindText(4, record.type);
        m_insert->bindBlob(5, viewOf(next.hash));
        m_insert->bindBlob(6, record.bytes);
        if (!m_insert->run())
            return false;
        head = next;
    }
    const std::string note = headNote(head);
    m_noteHead->bindText(1, note);
    return m_noteHead->run();
}

bool SqliteJournal::shortenWal()
{
    if (m_walPages < walPagesMax)
        return true;
    m_walPages = 0;
    return sqlite3_wal_checkpoint_v2(connection(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr) == SQLITE_OK;
}

Result<Head, AppendFailure> SqliteJournal::append(std::span<const NewRecord> batch, const Head &expected)
{
    SIAGA_CHECK(!batch.empty());
    if (const auto refused = refusal(expected))
        return *refused;
    checkFollows(batch, m_head.seq, m_at);
    // Before this append and not after the last: so no acknowledgement waits for it, and a failure has one meaning.
    if (!shortenWal())
        return poison("bringing the write-ahead log into the file");
    Head head = m_head;
    if (!sqlite::run(connection(), "BEGIN IMMEDIATE") || !store(batch, head) || !sqlite::run(connection(), "COMMIT"))
        return poison("appending");
    m_head = head;
    m_at = batch.back().at;
    m_unsyncedKeyframe = false;
    return m_head;
}

Result<Head, AppendFailure> SqliteJournal::appendAll(std::span<const std::vector<NewRecord>> batches,
                                                     const Head &expected)
{
    SIAGA_CHECK(!batches.empty());
    if (const auto refused = refusal(expected))
        return *refused;
    const std::size_t count = countFollowing(batches, m_head.seq);
    if (count == 0)
        return AppendFailure{AppendRefusal::headMoved, "the first batch does not follow the head"};
    // One transaction for all that follow each other: one sync, and a crash keeps all of them or none.
    std::vector<NewRecord> joined;
    for (const std::vector<NewRecord> &batch : batches.first(count))
        joined.insert(joined.end(), batch.begin(), batch.end());
    return append(joined, expected);
}

Result<Done, Damage> SqliteJournal::read(Seq first, const std::function<bool(const StoredRecord &)> &visit) const
{
    if (first > m_head.seq)
        return Done{};
    const Result<ChainCheck, Damage> before = checkFrom(first);
    if (!before)
        return before.error();
    ChainCheck check = *before;
    const auto show = [&visit](const RecordView &record) { return visit(stored(record)); };
    if (const auto damage = walk(column(first), check, show))
        return *damage;
    return Done{};
}

std::optional<Seq> SqliteJournal::seek(Instant at) const
{
    // Times never go back, so the numbers are the index: twenty steps for a million records.
    std::uint64_t low = 0;
    std::uint64_t high = m_head.seq.value();
    while (low < high) {
        const std::uint64_t middle = low + (high - low + 1) / 2;
        const std::optional<Place> place = placeOf(Seq(middle));
        if (!place)
            return std::nullopt;
        if (place->at <= at)
            low = middle;
        else
            high = middle - 1;
    }
    return low > 0 ? std::optional(Seq(low)) : std::nullopt;
}

Result<Head, Damage> SqliteJournal::verify(const std::function<bool(Seq)> &progress) const
{
    ChainCheck check;
    bool stopped = false;
    const auto report = [&progress, &stopped](const RecordView &record) {
        stopped = progress && record.seq.value() % progressEvery == 0 && !progress(record.seq);
        return !stopped;
    };
    if (const auto damage = walk(fromTheStart, check, report))
        return *damage;
    if (const auto damage = stopped ? std::nullopt : checkEnd(check.head()))
        return *damage;
    return check.head();
}

std::string deploymentOf(const Journal &journal)
{
    const auto *const kept = dynamic_cast<const SqliteJournal *>(&journal);
    return kept ? kept->deployment() : std::string();
}

} // namespace siaga
