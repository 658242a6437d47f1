// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what was meant from the few letters that were typed: "luse" finds lab-us-east-1.
//
// Like a librarian who knows a book by three letters of its spine. All letters must stand in the text in their order;
// case and diacritics don't matter. A letter counts 1; 6 more where a word begins, 3 more where the text begins, 4 more right after the letter before
// it; each gap costs 2, and 1 for each letter that is jumped over, at most 6 in all, and half of that where it ends at a
// word's beginning. The best way to lay the letters into the text counts. The catch: a score compares texts for one query only, never two queries.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace siaga::views {

/// A text as it is searched.
struct Folded
{
    QString text;               ///< Without case and diacritics.
    std::vector<int> origin;    ///< For each of its letters: where it stands in the text as it is shown.
    std::vector<bool> begins;   ///< Whether a word begins there.
};

inline constexpr int foldedMax = 160; ///< Letters of a text that are searched.
inline constexpr int typedMax = 64;   ///< Letters of a query that count.

Folded folded(const QString &text);

struct Match
{
    int score = 0;
    std::vector<int> lit; ///< Letters of the text as it is shown that were matched; ascending.
};

/// `typed` is folded here; its words may match in any order, and all must. Nothing typed matches everything, with 0.
std::optional<Match> match(const QString &typed, const Folded &text);

} // namespace siaga::views
