// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <cstdint>

namespace siaga {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Decoded
{
    std::uint32_t character = 0;
    std::size_t length = 0; // Zero: not well-formed here.
};

std::uint32_t smallestOf(std::size_t length)
{
    constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    return smallest[length];
}

Decoded decode(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF5 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || text.size() < length)
        return {};
    std::uint32_t character = lead & (0xFF >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80)
            return {};
        character = (character << 6) | (next & 0x3F);
    }
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < smallestOf(length) || surrogate || character > 0x10FFFF)
        return {};
    return {character, length};
}

bool isHidden(std::uint32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    const bool zeroWidth = (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
    return control || bidirectional || zeroWidth || c == 0x2028 || c == 0x2029;
}

} // namespace

std::string plainText(std::string_view text, std::size_t lengthMax)
{
    std::string plain;
    while (!text.empty()) {
        const Decoded next = decode(text);
        const bool shown = next.length > 0 && !isHidden(next.character);
        const std::string_view piece = shown ? text.substr(0, next.length) : replacement;
        if (plain.size() + piece.size() > lengthMax)
            break;
        plain += piece;
        text.remove_prefix(next.length > 0 ? next.length : 1);
    }
    return plain;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (next.length == 0)
            return false;
        text.remove_prefix(next.length);
    }
    return true;
}

} // namespace siaga
