// SPDX-License-Identifier: GPL-3.0-or-later
// Records for the journal's tests: sound ones, made in a line.
//
// Like the printed "lorem ipsum" of a typesetter: right in form, without a meaning. The catch: each one says in its
// bytes how many of its batch come after it, so that a test can see whether a batch is whole.
#pragma once

#include "core/journal/header.h"
#include "core/journal/journal.h"

#include <chrono>

namespace siaga::samples {

/// A record a second after the one before; `text` must need no escaping.
inline NewRecord record(std::uint64_t seq, std::uint64_t left = 0, const std::string &text = "probe answered")
{
    NewRecord made{Seq(seq), Instant(std::chrono::seconds(seq)), {1'700'000'000'000 + std::int64_t(seq) * 1000},
        "SampleSeen", {}};
    made.bytes = writeHeader({made.seq, made.at, made.wall, made.type}) + R"(,"left":")" + std::to_string(left)
        + R"(","text":")" + text + R"("})";
    return made;
}

/// `count` records that follow the head.
inline std::vector<NewRecord> batch(Seq head, std::uint64_t count, const std::string &text = "probe answered")
{
    std::vector<NewRecord> made;
    for (std::uint64_t i = 1; i <= count; ++i)
        made.push_back(record(head.value() + i, count - i, text));
    return made;
}

/// How many of its batch come after a record of record().
inline std::uint64_t leftOf(const StoredRecord &record)
{
    constexpr std::string_view key = R"("left":")";
    const std::size_t at = record.bytes.find(key);
    return at == std::string::npos ? ~std::uint64_t(0) : std::stoull(record.bytes.substr(at + key.size(), 20));
}

} // namespace siaga::samples
