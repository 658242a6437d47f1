// SPDX-License-Identifier: GPL-3.0-or-later
// "Did you mean": the known word that is nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// Beyond so many problems nobody reads suggestions, and each costs time.
inline constexpr std::size_t suggestionsMax = 200;

/// The nearest known word; empty when none is near. Near means: the same but for capitals, '-' and '_', or at most two
/// typing slips away (a letter missing, added, changed or swapped with its neighbour); one slip for words of fewer than
/// six letters. The first of equally near ones wins.
std::string nearest(std::string_view word, const std::vector<std::string> &known);

} // namespace siaga
