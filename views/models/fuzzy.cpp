// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/fuzzy.h"

#include <algorithm>
#include <limits>

namespace siaga::views {

namespace {

constexpr int letterWorth = 1;
constexpr int beginWorth = 6;
constexpr int firstWorth = 3;
constexpr int runWorth = 4;
constexpr int gapCost = 2;
constexpr int jumpedCostMax = 6;
constexpr int never = std::numeric_limits<int>::min() / 2;

bool isSubsequence(const QString &typed, const QString &text)
{
    qsizetype at = 0;
    for (const QChar letter : typed) {
        at = text.indexOf(letter, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

int costOfGap(int jumped, bool begins)
{
    const int cost = std::min(gapCost + jumped, jumpedCostMax);
    return begins ? cost / 2 : cost;
}

/// For each letter of the query and each of the text: the best score of a way that ends there, and where it came from.
struct Ways
{
    std::vector<int> best;
    std::vector<int> from;
    std::size_t width;

    Ways(std::size_t letters, std::size_t size)
        : best(letters * size, never)
        , from(letters * size, -1)
        , width(size)
    {
    }
    std::size_t at(std::size_t letter, std::size_t place) const { return letter * width + place; }
};

void layFirst(Ways &ways, QChar letter, const Folded &text)
{
    for (std::size_t i = 0; i < ways.width; ++i)
        if (text.text[static_cast<qsizetype>(i)] == letter)
            ways.best[i] = letterWorth + (text.begins[i] ? beginWorth : 0) + (i == 0 ? firstWorth : 0);
}

void layNext(Ways &ways, std::size_t number, QChar letter, const Folded &text)
{
    for (std::size_t i = number; i < ways.width; ++i) {
        if (text.text[static_cast<qsizetype>(i)] != letter)
            continue;
        int best = never;
        for (std::size_t before = number - 1; before < i; ++before) {
            const int way = ways.best[ways.at(number - 1, before)];
            if (way == never)
                continue;
            const int jumped = static_cast<int>(i - before) - 1;
            const int worth = way + (jumped == 0 ? runWorth : -costOfGap(jumped, text.begins[i]));
            if (worth > best) {
                best = worth;
                ways.from[ways.at(number, i)] = static_cast<int>(before);
            }
        }
        if (best != never)
            ways.best[ways.at(number, i)] = best + letterWorth + (text.begins[i] ? beginWorth : 0);
    }
}

std::optional<Match> matchOne(const QString &typed, const Folded &text)
{
    if (!isSubsequence(typed, text.text))
        return std::nullopt;
    const auto letters = static_cast<std::size_t>(typed.size());
    Ways ways(letters, static_cast<std::size_t>(text.text.size()));
    layFirst(ways, typed[0], text);
    for (std::size_t i = 1; i < letters; ++i)
        layNext(ways, i, typed[static_cast<qsizetype>(i)], text);
    const auto last = ways.best.begin() + static_cast<std::ptrdiff_t>(ways.at(letters - 1, 0));
    const auto best = std::max_element(last, ways.best.end()); // The first of equals: what is further left is read first.
    Match found{*best, {}};
    int place = static_cast<int>(best - last);
    for (std::size_t i = letters; i-- > 0 && place >= 0;) {
        found.lit.push_back(text.origin[static_cast<std::size_t>(place)]);
        place = ways.from[ways.at(i, static_cast<std::size_t>(place))];
    }
    return found;
}

} // namespace

Folded folded(const QString &text)
{
    Folded result;
    bool inWord = false;
    bool wasLower = false;
    for (qsizetype i = 0; i < text.size() && result.text.size() < foldedMax; ++i) {
        const QChar shown = text[i];
        const bool isLetter = shown.isLetterOrNumber();
        const bool isHump = wasLower && shown.isUpper(); // The M of ownMetrics.
        const bool isPlain = shown.unicode() < 0x80; // Most are, and taking apart is slow.
        for (const QChar part : isPlain ? QString(shown) : QString(shown).normalized(QString::NormalizationForm_KD)) {
            if (part.isMark())
                continue;
            result.begins.push_back(isLetter && (!inWord || isHump) && (result.origin.empty() || result.origin.back() != i));
            result.text += part.toCaseFolded();
            result.origin.push_back(static_cast<int>(i));
        }
        inWord = isLetter || (inWord && shown.isMark());
        wasLower = shown.isLower();
    }
    return result;
}

std::optional<Match> match(const QString &typed, const Folded &text)
{
    Match all;
    const QString wanted = folded(typed.left(typedMax)).text;
    for (const QString &word : wanted.split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<Match> one = matchOne(word, text);
        if (!one)
            return std::nullopt;
        all.score += one->score;
        all.lit.insert(all.lit.end(), one->lit.begin(), one->lit.end());
    }
    std::ranges::sort(all.lit);
    const auto twice = std::ranges::unique(all.lit);
    all.lit.erase(twice.begin(), twice.end());
    return all;
}

} // namespace siaga::views
