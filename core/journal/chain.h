// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows what makes a journal whole; every store asks it.
//
// It is like an auditor with a stamp who walks along the pages: each page must carry the next number, the stamp of the
// page before, and on its index card the same words as on the page. The catch: he proves order and damage, not honesty,
// and a book whose last pages are torn out looks whole to him unless somebody noted its last stamp.
#pragma once

#include "core/journal/journal.h"

namespace siaga {

/// One record as it lies in the store, not copied.
struct RecordView
{
    Seq seq;
    Instant at;
    WallTime wall;
    std::string_view type;
    std::string_view bytes;
    std::string_view hash; ///< 32 bytes in a sound record.
};

/// Checks records one after the other.
class ChainCheck
{
public:
    /// Goes on behind `head`, whose record was at `at`; by default from the very beginning.
    explicit ChainCheck(const Head &head = {}, Instant at = Instant::min())
        : m_head(head)
        , m_at(at)
    {
    }

    /// The damage when this is not the sound next record; then the check is over.
    std::optional<Damage> next(const RecordView &record);

    /// The last sound record.
    const Head &head() const { return m_head; }

    /// Its time.
    Instant at() const { return m_at; }

private:
    Head m_head;
    Instant m_at;
};

/// A broken invariant unless the batch is one that verifying would accept behind this head.
void checkFollows(std::span<const NewRecord> batch, Seq head, Instant at);

/// How many of the batches go on where the one before ended, from the head on.
std::size_t countFollowing(std::span<const std::vector<NewRecord>> batches, Seq head);

/// A record with its owner, for those who keep or show it.
StoredRecord stored(const RecordView &record);

/// The raw bytes of a hash.
inline std::string_view viewOf(const Hash256 &hash)
{
    return {reinterpret_cast<const char *>(hash.bytes.data()), hash.bytes.size()};
}

} // namespace siaga
