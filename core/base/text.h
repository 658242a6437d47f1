// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside, made harmless at the edge: whatever a server, file or person sends is shown as plain text.
#pragma once

#include <string>
#include <string_view>

namespace siaga {

/// Valid UTF-8 without control characters (C0, C1, DEL), bidirectional overrides or zero-width characters, at most
/// `lengthMax` bytes. Each dropped byte or character becomes U+FFFD, so that a reader sees that something was there.
std::string plainText(std::string_view text, std::size_t lengthMax = 512);

/// True when the bytes are well-formed UTF-8 (no overlong forms, no surrogates, nothing past U+10FFFF).
bool isUtf8(std::string_view text);

} // namespace siaga
