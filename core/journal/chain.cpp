// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/chain.h"

#include "core/base/check.h"
#include "core/journal/header.h"

#include <cstring>

namespace siaga {

Hash256 chainHash(std::string_view bytes, const Hash256 &previous)
{
    return sha256(bytes, viewOf(previous));
}

std::optional<Damage> ChainCheck::next(const RecordView &record)
{
    const Seq expected = m_head.seq.next();
    if (record.seq != expected)
        return Damage{expected, record.seq < expected ? "record number out of order" : "record is missing"};
    if (record.bytes.size() > recordBytesMax)
        return Damage{expected, "record is longer than 4 MiB"};
    const Hash256 hash = chainHash(record.bytes, m_head.hash);
    if (record.hash != viewOf(hash))
        return Damage{expected, "hash does not match the stored bytes and the record before"};
    const std::optional<RecordHeader> header = readHeader(record.bytes);
    if (!header)
        return Damage{expected, "bytes do not start with a record's header"};
    if (*header != RecordHeader{record.seq, record.at, record.wall, record.type})
        return Damage{expected, "columns differ from the stored bytes"};
    if (record.at < m_at)
        return Damage{expected, "time goes back"};
    m_head = {expected, hash};
    m_at = record.at;
    return std::nullopt;
}

void checkFollows(std::span<const NewRecord> batch, Seq head, Instant at)
{
    SIAGA_CHECK(!batch.empty());
    for (const NewRecord &record : batch) {
        SIAGA_CHECK(record.seq == head.next());
        SIAGA_CHECK(record.at >= at);
        SIAGA_CHECK(record.bytes.size() <= recordBytesMax);
        const std::optional<RecordHeader> header = readHeader(record.bytes);
        SIAGA_CHECK(header.has_value());
        const RecordHeader columns{record.seq, record.at, record.wall, record.type};
        SIAGA_CHECK(*header == columns);
        head = record.seq;
        at = record.at;
    }
}

std::size_t countFollowing(std::span<const std::vector<NewRecord>> batches, Seq head)
{
    std::size_t count = 0;
    for (const std::vector<NewRecord> &batch : batches) {
        SIAGA_CHECK(!batch.empty());
        if (batch.front().seq != head.next())
            break;
        head = batch.back().seq;
        ++count;
    }
    return count;
}

StoredRecord stored(const RecordView &record)
{
    StoredRecord copy{record.seq, record.at, record.wall, std::string(record.type), std::string(record.bytes), {}};
    SIAGA_CHECK(record.hash.size() == copy.hash.bytes.size());
    std::memcpy(copy.hash.bytes.data(), record.hash.data(), record.hash.size());
    return copy;
}

} // namespace siaga
