// SPDX-License-Identifier: GPL-3.0-or-later
// From what was typed to what is shown, best first.
//
// Like a clerk who first listens for "a region, please" and then for its name. A prefix narrows: r: region, s: service,
// a: alert, p: plan, b: breaker, > command; ? alone asks for the prefixes. The catch: equal scores keep the catalogue's
// order, so that the same letters always give the same list.
#pragma once

#include "views/palette/finding.h"

#include <QStringList>

namespace siaga::views {

struct Query
{
    std::optional<Finding::Kind> only;
    bool asksForHelp = false;
    QString typed; ///< Without the prefix.
};

/// A prefix, and what it narrows to.
struct Prefix
{
    const char *typed;
    Finding::Kind kind;
};
const std::vector<Prefix> &prefixes();

Query queryOf(const QString &typed);

struct Hit
{
    std::size_t finding = 0;
    std::vector<int> lit;
};

/// At most `most`. Once three letters are typed, none whose letters lie apart and that fits much worse than the best:
/// with many letters something fits anywhere. Nothing typed and no prefix: what is open, the regions, the pages and the commands that can run.
std::vector<Hit> search(const std::vector<Finding> &findings, const Query &query, std::size_t most);

/// Those of the recent names that can be found now, the last one first.
std::vector<Hit> recentOf(const std::vector<Finding> &findings, const QStringList &recents);

} // namespace siaga::views
