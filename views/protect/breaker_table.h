// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of page Protect as rows of words: for those who do not see the cards, and for those who rather compare
// columns.
//
// Like the list of fuses glued inside the box. The catch: only cards that are shown are listed; a folded group is one
// row that says how many it stands for.
#pragma once

#include "views/protect/breaker_face.h"
#include "views/widgets/painted_parts.h"

namespace siaga::views {

PartTable breakerTable(const std::vector<BreakerGroupFace> &groups, const QString &title);

/// The little line as words, "failed, oldest first: 0, 4, 30 %", with a dash where nothing was counted; empty without.
QString trendWords(const BreakerFace &face);

} // namespace siaga::views
