// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/sqlite_store.h"

#include "core/base/check.h"
#include "core/journal/keyframes.h"

#include <sqlite3.h>

namespace siaga {

namespace {

// Keyframes don't shorten the write-ahead log, as that waits for the disk: past some 32 MiB of it they are dropped.
constexpr int walPagesForKeyframesMax = 8000;

std::int64_t column(Seq seq)
{
    return static_cast<std::int64_t>(seq.value());
}

} // namespace

bool SqliteJournal::replaceKeyframe(const Keyframe &keyframe, const Hash256 &hash)
{
    sqlite::Statement erase(connection(), "DELETE FROM keyframes WHERE seq = ?1 AND fingerprint = ?2");
    erase.bindInteger(1, column(keyframe.seq));
    erase.bindText(2, keyframe.fingerprint);
    sqlite::Statement insert(connection(),
                             "INSERT INTO keyframes(seq, fingerprint, hash, bytes) VALUES(?1, ?2, ?3, ?4)");
    insert.bindInteger(1, column(keyframe.seq));
    insert.bindText(2, keyframe.fingerprint);
    insert.bindBlob(3, viewOf(hash));
    insert.bindBlob(4, keyframe.bytes);
    return erase.run() && insert.run();
}

bool SqliteJournal::thinKeyframes(std::string_view fingerprint)
{
    std::vector<std::uint64_t> seqs;
    std::vector<std::int64_t> ids;
    std::uint64_t bytes = 0;
    std::optional<std::int64_t> foreign; // A build of another format left it: the first to go.
    sqlite::Statement all(connection(), "SELECT id, seq, fingerprint, length(bytes) FROM keyframes ORDER BY seq");
    while (all.step()) {
        ids.push_back(all.integer(0));
        seqs.push_back(static_cast<std::uint64_t>(all.integer(1)));
        bytes += static_cast<std::uint64_t>(all.integer(3));
        if (!foreign && all.bytes(2) != fingerprint)
            foreign = ids.back();
    }
    if (all.failed())
        return false;
    if (!areTooMany(seqs.size(), bytes))
        return true;
    sqlite::Statement erase(connection(), "DELETE FROM keyframes WHERE id = ?1");
    erase.bindInteger(1, foreign ? *foreign : ids[mostExpendable(seqs)]);
    return erase.run();
}

void SqliteJournal::keep(const Keyframe &keyframe)
{
    SIAGA_CHECK(keyframe.seq && keyframe.seq <= m_head.seq);
    SIAGA_CHECK(keyframe.fingerprint.size() <= fingerprintLengthMax);
    const std::optional<Place> place = placeOf(keyframe.seq);
    if (!m_poison.empty() || !place || m_walPages >= walPagesForKeyframesMax)
        return;
    // The next append's sync carries it to the disk. Only one waits like this, because wal_scan counts on it.
    const bool waits = m_unsyncedKeyframe;
    if (!waits)
        sqlite::run(connection(), "PRAGMA synchronous=NORMAL");
    const Hash256 hash = keyframeHash(keyframe, place->head.hash);
    const bool kept = sqlite::run(connection(), "BEGIN IMMEDIATE") && replaceKeyframe(keyframe, hash)
        && thinKeyframes(keyframe.fingerprint) && sqlite::run(connection(), "COMMIT");
    // A full disk only loses the keyframe, but after an I/O error nothing can be trusted any more.
    if (kept)
        m_unsyncedKeyframe = !waits;
    else if ((sqlite3_errcode(connection()) & 0xff) == SQLITE_IOERR)
        poison("keeping a keyframe");
    else if (sqlite3_get_autocommit(connection()) == 0)
        sqlite::run(connection(), "ROLLBACK");
    sqlite::run(connection(), "PRAGMA synchronous=FULL");
}

std::optional<Keyframe> SqliteJournal::keyframe(Seq seq, std::string_view fingerprint) const
{
    // Sorted without their bytes, which may be long.
    sqlite::Statement rows(connection(), "SELECT id, seq, hash FROM keyframes WHERE seq <= ?1 AND fingerprint = ?2 "
                                         "ORDER BY seq DESC");
    sqlite::Statement content(connection(), "SELECT bytes FROM keyframes WHERE id = ?1");
    rows.bindInteger(1, column(std::min(seq, m_head.seq)));
    rows.bindText(2, fingerprint);
    while (rows.step()) {
        content.reset();
        content.bindInteger(1, rows.integer(0));
        if (!content.step())
            continue;
        Keyframe keyframe{Seq(static_cast<std::uint64_t>(rows.integer(1))), std::string(fingerprint),
            std::string(content.bytes(0))};
        const std::optional<Place> place = placeOf(keyframe.seq);
        if (place && rows.bytes(2) == viewOf(keyframeHash(keyframe, place->head.hash)))
            return keyframe;
    }
    return std::nullopt;
}

} // namespace siaga
