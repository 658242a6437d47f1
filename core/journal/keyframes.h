// SPDX-License-Identifier: GPL-3.0-or-later
// Which keyframes to keep, and how a damaged one is told from a sound one; the same for every store.
//
// It is like photographs of a long walk: many of the last hour, one for each day before. The catch: there is a
// limit to their number, and what lies between two is walked again from the earlier one.
#pragma once

#include "core/journal/journal.h"

namespace siaga {

// A running Siaga takes one each 5,000 records, and folding these takes some 40 ms: so many keep any moment of a million
// records that near.
inline constexpr std::size_t keyframesMax = 256;
// But a large fleet's may take megabytes each: beyond so many bytes together, fewer must do.
inline constexpr std::size_t keyframesKeptMin = 64;
inline constexpr std::uint64_t keyframesBytesMax = 256 * 1024 * 1024;
inline constexpr std::size_t fingerprintLengthMax = 128;

/// Whether one of so many, of so many bytes together, is to be dropped.
bool areTooMany(std::size_t count, std::uint64_t bytes);

/// The position of the keyframe to drop from `seqs`, which is rising and has at least three: never the oldest or the
/// newest, else the one whose loss leaves the smallest hole measured against its distance from the newest.
std::size_t mostExpendable(std::span<const std::uint64_t> seqs);

/// Binds a keyframe to its bytes and to the history before it: a keyframe that is damaged, or of a journal that has
/// another record at this number, has another hash.
Hash256 keyframeHash(const Keyframe &keyframe, const Hash256 &recordHash);

} // namespace siaga
