// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in one order, append-only. The journal stores bytes and numbers; it knows no event.
//
// It is like a ship's log with numbered, sewn-in pages, each carrying a fingerprint of the page before. The catch: an
// append counts only when it says so; until then it may or may not survive a crash, but never in part.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/base/sha256.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// The end of the journal: the last record's number and chain hash; zero and all zero when it is empty.
struct Head
{
    Seq seq;
    Hash256 hash;
    bool operator==(const Head &) const = default;
};

/// One record as stored. The bytes are its truth; the other fields are columns to find it by, and verifying compares
/// them with the bytes.
struct StoredRecord
{
    Seq seq;
    Instant at;
    WallTime wall;
    std::string type;   ///< The event's name.
    std::string bytes;  ///< Compact JSON that starts with the header's four fields (core/journal/header.h).
    Hash256 hash;       ///< sha256(bytes of this record ‖ hash of the one before).
};

/// A record's bytes may be this long at most: one event is a fact, not a file.
inline constexpr std::size_t recordBytesMax = 4 * 1024 * 1024;

/// What a record is before it is appended: the journal itself computes the hash.
struct NewRecord
{
    Seq seq; ///< Must follow the head without a gap.
    Instant at; ///< Never before the last record's.
    WallTime wall;
    std::string type;
    std::string bytes; ///< Its header says the same as the fields above; at most recordBytesMax.
};

enum class AppendRefusal {
    headMoved, ///< Somebody else appended: throw the state away and fold again.
    poisoned,  ///< An earlier append or sync failed: nothing is known, reopen before acting.
    failed,    ///< This append failed (disk full, I/O error); the journal is poisoned from now on.
};

struct AppendFailure
{
    AppendRefusal refusal;
    std::string detail; ///< The system's own words, for the console's banner.
};

/// A cached state, to reopen and seek fast; never a truth, thrown away when the fingerprint differs.
struct Keyframe
{
    Seq seq;                 ///< The state after this record.
    std::string fingerprint; ///< Of the state's format; at most 128 bytes.
    std::string bytes;
};

/// The first thing wrong with a journal.
struct Damage
{
    Seq seq;             ///< The first bad record.
    std::string what;    ///< "hash does not match the stored bytes"
};

/// One store. Not thread-safe: one thread owns it, and with it the only connection.
class Journal
{
public:
    virtual ~Journal() = default;

    virtual Head head() const = 0;

    /// Appends the whole batch durably (synced when this returns) or not at all, if the head is the expected one.
    /// A batch that is empty, doesn't follow the expected head, or that verify() would not accept, is a broken
    /// invariant. After `failed` every later append is refused as `poisoned`; the failed batch may or may not be there
    /// when the journal is opened again.
    virtual Result<Head, AppendFailure> append(std::span<const NewRecord> batch, const Head &expected) = 0;

    /// Several batches, each whole, with one sync; stops before the first that doesn't go on where the one before
    /// ended. The head returned says how far it went; when not even the first one goes on, that is `headMoved`.
    virtual Result<Head, AppendFailure> appendAll(std::span<const std::vector<NewRecord>> batches,
                                                  const Head &expected) = 0;

    /// Calls `visit` for the records from `first` on, in order, until it returns false or the end is reached.
    /// Each record is checked against the chain and its columns before it is shown, so that nothing is ever folded
    /// from damaged bytes: the first bad record ends it with the damage. `visit` must not append.
    virtual Result<Done, Damage> read(Seq first, const std::function<bool(const StoredRecord &)> &visit) const = 0;

    /// The number of the last record at or before the instant; nullopt before the first, or when it can't be read.
    virtual std::optional<Seq> seek(Instant at) const = 0;

    /// Keeps a keyframe of a record that is in the journal, in place of one of the same number and fingerprint. It
    /// doesn't wait for the disk, and losing it is harmless, so a failure is only forgotten. At most 256 are kept,
    /// and only 64 of long ones (core/journal/keyframes.h): dense near the head, spread over the past.
    virtual void keep(const Keyframe &keyframe) = 0;

    /// The newest undamaged keyframe of this fingerprint at or before `seq`.
    virtual std::optional<Keyframe> keyframe(Seq seq, std::string_view fingerprint) const = 0;

    /// Recomputes the whole chain and compares every column with its bytes. `progress` (may be empty) is told the last
    /// record checked now and then, and stops it by returning false (then the result is the head as far as was
    /// checked). A journal whose last records were cut off on purpose is a good, shorter one: compare its head with
    /// one noted elsewhere.
    virtual Result<Head, Damage> verify(const std::function<bool(Seq)> &progress) const = 0;
};

/// The chain's rule, in one place: sha256(bytes ‖ previous hash).
Hash256 chainHash(std::string_view bytes, const Hash256 &previous);

} // namespace siaga
