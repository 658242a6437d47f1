// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/header.h"

#include "core/base/check.h"

#include <charconv>

namespace siaga {

namespace {

constexpr std::string_view seqKey = R"({"seq":")";
constexpr std::string_view atKey = R"(","at":")";
constexpr std::string_view wallKey = R"(","wall":")";
constexpr std::string_view typeKey = R"(","type":")";
constexpr std::size_t typeLengthMax = 64;

bool take(std::string_view &rest, std::string_view expected)
{
    if (!rest.starts_with(expected))
        return false;
    rest.remove_prefix(expected.size());
    return true;
}

// One number has one spelling: no plus, no leading zero, no minus zero.
template<class Integer>
bool takeInteger(std::string_view &rest, Integer &value)
{
    const std::string_view digits = rest.starts_with('-') ? rest.substr(1) : rest;
    const bool negative = digits.size() != rest.size();
    if (digits.starts_with('0') && (negative || (digits.size() > 1 && digits[1] >= '0' && digits[1] <= '9')))
        return false;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc())
        return false;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return true;
}

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isType(std::string_view type)
{
    if (type.empty() || type.size() > typeLengthMax || !isLetter(type.front()))
        return false;
    for (const char c : type) {
        if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '.')
            return false;
    }
    return true;
}

} // namespace

std::optional<RecordHeader> readHeader(std::string_view bytes)
{
    std::string_view rest = bytes;
    std::uint64_t seq = 0;
    std::int64_t at = 0;
    RecordHeader header;
    if (!take(rest, seqKey) || !takeInteger(rest, seq) || seq == 0 || !take(rest, atKey) || !takeInteger(rest, at))
        return std::nullopt;
    if (!take(rest, wallKey) || !takeInteger(rest, header.wall.milliseconds) || !take(rest, typeKey))
        return std::nullopt;
    header.type = rest.substr(0, rest.substr(0, typeLengthMax + 1).find('"'));
    rest.remove_prefix(header.type.size());
    if (!isType(header.type) || rest.size() < 2 || (rest[1] != ',' && rest[1] != '}') || rest.back() != '}')
        return std::nullopt;
    header.seq = Seq(seq);
    header.at = Instant(Duration(at));
    return header;
}

std::string writeHeader(const RecordHeader &header)
{
    SIAGA_CHECK(header.seq);
    SIAGA_CHECK(isType(header.type));
    std::string bytes(seqKey);
    bytes += std::to_string(header.seq.value());
    bytes += atKey;
    bytes += std::to_string(header.at.time_since_epoch().count());
    bytes += wallKey;
    bytes += std::to_string(header.wall.milliseconds);
    bytes += typeKey;
    bytes += header.type;
    bytes += '"';
    return bytes;
}

} // namespace siaga
