// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/search.h"

#include <algorithm>

namespace siaga::views {

namespace {

constexpr int judgedFrom = 3; // Letters.
constexpr int detailCost = 4; // A match in the detail weighs less than one in the text.

struct Scored
{
    Hit hit;
    int score = 0;
    bool isTogether = false; ///< The letters stand side by side.
};

bool isTogether(const std::vector<int> &lit)
{
    return lit.empty() || lit.back() - lit.front() + 1 == static_cast<int>(lit.size());
}

std::optional<Scored> scored(const Finding &finding, std::size_t number, const QString &typed)
{
    const std::optional<Match> inText = match(typed, finding.folded);
    const std::optional<Match> inDetail = match(typed, finding.foldedDetail);
    if (inText && (!inDetail || inText->score >= inDetail->score - detailCost))
        return Scored{{number, inText->lit}, inText->score, isTogether(inText->lit)};
    if (!inDetail)
        return std::nullopt;
    return Scored{{number, {}}, inDetail->score - detailCost, isTogether(inDetail->lit)};
}

/// What is worth a look before anything was typed.
bool isOffered(const Finding &finding)
{
    if (finding.kind == Finding::Kind::service || finding.kind == Finding::Kind::breaker)
        return finding.mark && *finding.mark > Status::unknown;
    return !finding.isOver && finding.whyNot.isEmpty();
}

} // namespace

const std::vector<Prefix> &prefixes()
{
    static const std::vector<Prefix> all{{"r:", Finding::Kind::region}, {"s:", Finding::Kind::service},
        {"a:", Finding::Kind::alert}, {"p:", Finding::Kind::plan}, {"b:", Finding::Kind::breaker},
        {">", Finding::Kind::command}};
    return all;
}

Query queryOf(const QString &typed)
{
    const QString trimmed = typed.trimmed();
    if (trimmed.startsWith(u'?'))
        return {std::nullopt, true, trimmed.mid(1)};
    for (const Prefix &prefix : prefixes()) {
        const QLatin1StringView known(prefix.typed);
        if (trimmed.startsWith(known, Qt::CaseInsensitive))
            return {prefix.kind, false, trimmed.mid(known.size()).trimmed()};
    }
    return {std::nullopt, false, trimmed};
}

std::vector<Hit> search(const std::vector<Finding> &findings, const Query &query, std::size_t most)
{
    std::vector<Scored> found;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (query.only && findings[i].kind != *query.only)
            continue;
        if (!query.only && query.typed.isEmpty() && !isOffered(findings[i]))
            continue;
        if (std::optional<Scored> one = scored(findings[i], i, query.typed))
            found.push_back(std::move(*one));
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Scored::score);
    if (query.typed.size() >= judgedFrom && !found.empty())
        std::erase_if(found, [best = found.front().score](const Scored &one) { return !one.isTogether && 4 * one.score < 3 * best; });
    found.resize(std::min(found.size(), most));
    std::vector<Hit> hits;
    for (Scored &one : found)
        hits.push_back(std::move(one.hit));
    return hits;
}

std::vector<Hit> recentOf(const std::vector<Finding> &findings, const QStringList &recents)
{
    std::vector<Hit> hits;
    for (const QString &name : recents) {
        const auto known = std::ranges::find(findings, name, &Finding::name);
        if (known != findings.end())
            hits.push_back({static_cast<std::size_t>(known - findings.begin()), {}});
    }
    return hits;
}

} // namespace siaga::views
