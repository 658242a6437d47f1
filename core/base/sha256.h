// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256, for the journal's chain and the hash that an approval binds.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace siaga {

struct Hash256
{
    std::array<std::uint8_t, 32> bytes{}; ///< All zero before the first record.
    auto operator<=>(const Hash256 &) const = default;
};

/// The hash of one piece of bytes.
Hash256 sha256(std::string_view bytes);

/// The hash of two pieces one after the other, without joining them first.
Hash256 sha256(std::string_view first, std::string_view second);

/// 64 lower-case hexadecimal digits.
std::string toHex(const Hash256 &hash);

/// The first eight digits: enough for people to compare two at a glance, never for a decision.
std::string shortHex(const Hash256 &hash);

/// Reads 64 hexadecimal digits of either case into `hash`; false, and nothing is changed, for anything else.
bool fromHex(std::string_view hex, Hash256 &hash);

} // namespace siaga
