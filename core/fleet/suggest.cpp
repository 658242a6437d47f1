// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/suggest.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr std::size_t wordLengthMax = 63; // Longer ones are no slip of a name, and comparing costs the square.

std::string folded(std::string_view word)
{
    std::string plain;
    for (const char c : word) {
        if (c != '-' && c != '_')
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return plain;
}

/// Optimal string alignment: Levenshtein's distance with a swap of neighbours counted as one slip.
std::size_t slips(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t changed = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

std::string nearest(std::string_view word, const std::vector<std::string> &known)
{
    if (word.empty() || word.size() > wordLengthMax)
        return {};
    const std::string plain = folded(word);
    const std::size_t slipsMax = plain.size() >= 6 ? 2 : plain.size() >= 2 ? 1 : 0;
    std::string best;
    std::size_t bestSlips = slipsMax + 1;
    for (const std::string &candidate : known) {
        const std::string other = folded(candidate);
        if (other.size() > plain.size() + slipsMax || plain.size() > other.size() + slipsMax)
            continue;
        const std::size_t distance = slips(plain, other);
        if (distance < bestSlips) {
            bestSlips = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace siaga
