// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/values.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace siaga {

namespace {

using std::chrono::milliseconds;

struct Unit
{
    std::string_view name;
    std::int64_t milliseconds;
};
constexpr std::array<Unit, 4> units{{{"h", 3'600'000}, {"min", 60'000}, {"s", 1000}, {"ms", 1}}};

constexpr std::size_t digitsMax = 9; // A double holds such numbers exactly, an int too.

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSmallLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// The digits that the text starts with; empty when there are none, too many, or a leading zero.
std::string_view wholePart(std::string_view text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const bool padded = digits.size() > 1 && digits[0] == '0';
    return padded || digits.size() > digitsMax ? std::string_view() : digits;
}

int toInt(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool isAllOf(std::string_view text, std::string_view others, bool capitals)
{
    return std::ranges::all_of(text, [&](char c) {
        return isSmallLetter(c) || isDigit(c) || (capitals && c >= 'A' && c <= 'Z') || others.find(c) != others.npos;
    });
}

} // namespace

std::optional<Duration> parseDuration(std::string_view text)
{
    const std::string_view digits = wholePart(text);
    if (digits.empty())
        return std::nullopt;
    std::string_view rest = text.substr(digits.size());
    if (rest.starts_with(' '))
        rest.remove_prefix(1);
    const auto unit = std::ranges::find(units, rest, &Unit::name);
    if (unit == units.end())
        return std::nullopt;
    // Nine digits of hours would not fit; more than ten years of anything is a slip of the keyboard.
    const std::int64_t total = toInt(digits) * unit->milliseconds;
    if (total > 10LL * 366 * 24 * 3'600'000)
        return std::nullopt;
    return milliseconds(total);
}

std::string textOf(Duration duration)
{
    const std::int64_t total = std::chrono::duration_cast<milliseconds>(duration).count();
    if (total == 0)
        return "0s";
    for (const Unit &unit : units) {
        if (total % unit.milliseconds == 0)
            return std::to_string(total / unit.milliseconds) + std::string(unit.name);
    }
    return {};
}

std::optional<Permille> parseShare(std::string_view text)
{
    const std::string_view digits = wholePart(text);
    if (digits.empty() || digits.size() > 5)
        return std::nullopt;
    std::string_view rest = text.substr(digits.size());
    int tenths = 0;
    if (rest.size() >= 2 && rest[0] == '.' && isDigit(rest[1])) {
        tenths = rest[1] - '0';
        rest.remove_prefix(2);
    }
    if (rest != "%" && rest != " %")
        return std::nullopt;
    return Permille{toInt(digits) * 10 + tenths};
}

std::string textOf(Permille share)
{
    const std::string tenths = share.value % 10 ? "." + std::to_string(share.value % 10) : "";
    return std::to_string(share.value / 10) + tenths + "%";
}

std::optional<double> parseNumber(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const std::string_view unsigned_ = negative ? text.substr(1) : text;
    const std::string_view digits = wholePart(unsigned_);
    const std::string_view rest = unsigned_.substr(digits.size());
    const std::string_view fraction = rest.empty() ? rest : rest.substr(1);
    const bool fractionFits = rest.empty()
        || (rest[0] == '.' && !fraction.empty() && fraction.size() <= digitsMax && std::ranges::all_of(fraction, isDigit));
    if (digits.empty() || !fractionFits)
        return std::nullopt;
    double value = 0;
    const auto read = std::from_chars(unsigned_.data(), unsigned_.data() + unsigned_.size(), value,
                                      std::chars_format::fixed);
    if (read.ec != std::errc() || (negative && value == 0))
        return std::nullopt;
    return negative ? -value : value;
}

std::optional<int> parseInteger(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const std::string_view digits = wholePart(negative ? text.substr(1) : text);
    if (digits.empty() || digits.size() + (negative ? 1 : 0) != text.size() || (negative && digits == "0"))
        return std::nullopt;
    return negative ? -toInt(digits) : toInt(digits);
}

std::optional<std::pair<int, int>> parseStatusRange(std::string_view text)
{
    const auto isStatus = [](std::string_view part) { return part.size() == 3 && part[0] >= '1' && part[0] <= '5'; };
    const std::string_view first = wholePart(text);
    const std::string_view last = text.size() > 3 && text[3] == '-' ? wholePart(text.substr(4)) : first;
    const bool fits = text.size() == 3 || (text.size() == 7 && text[3] == '-');
    if (!fits || !isStatus(first) || !isStatus(last) || toInt(first) > toInt(last))
        return std::nullopt;
    return std::pair(toInt(first), toInt(last));
}

bool isIdentifier(std::string_view text)
{
    const bool sized = !text.empty() && text.size() <= 63;
    return sized && (isSmallLetter(text[0]) || isDigit(text[0])) && isAllOf(text, ".-", false);
}

bool isObjectName(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && isAllOf(text, "_.:-", true);
}

bool isSeries(std::string_view text)
{
    const auto nameEnd = [](std::string_view rest, std::string_view others) {
        const auto end = std::ranges::find_if_not(rest, [&](char c) { return isAllOf({&c, 1}, others, true); });
        return rest.empty() || isDigit(rest[0]) ? std::size_t(0) : static_cast<std::size_t>(end - rest.begin());
    };
    const std::size_t named = nameEnd(text, "_:");
    if (named == 0 || text.size() > 400 || !std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; }))
        return false;
    text.remove_prefix(named);
    for (bool isFirst = true; !text.empty(); isFirst = false) {
        if (!isFirst && text == "}")
            return true;
        if (text[0] != (isFirst ? '{' : ','))
            return false;
        text.remove_prefix(1);
        const std::size_t label = nameEnd(text, "_");
        if (label == 0 || !text.substr(label).starts_with("=\""))
            return false;
        text.remove_prefix(label + 2);
        std::size_t end = 0;
        while (end < text.size() && text[end] != '"')
            end += text[end] == '\\' ? 2 : 1;
        if (end >= text.size())
            return false;
        text.remove_prefix(end + 1);
        if (text.empty())
            return false; // The brace is still open.
    }
    return true;
}

bool isArgument(std::string_view text)
{
    return !text.empty() && text.size() <= 1024 && plainText(text, 1024) == text;
}

bool isPlainFileName(std::string_view text)
{
    const bool sized = !text.empty() && text.size() <= 255 && text[0] != '.';
    return sized && text.find('/') == text.npos && plainText(text, 255) == text;
}

bool isAbsolutePath(std::string_view text)
{
    const bool inside = !text.ends_with("/..") && text.find("/../") == text.npos;
    return text.starts_with('/') && text.size() > 1 && text.size() <= 4096 && inside && plainText(text, 4096) == text;
}

} // namespace siaga
