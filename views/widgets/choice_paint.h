// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of a ChoiceList looks: the letters that were typed stand out, state and kind line up at the right.
//
// Like a line of a telephone book under a reading glass. The catch: what has no room is cut from the detail first, then
// from the text; state, key and kind are always whole.
#pragma once

#include <QRect>

class QPainter;

namespace siaga::views {

class Theme;
struct ChoiceRow;

void paintChoiceRow(QPainter &painter, const QRect &rect, const ChoiceRow &row, bool isCurrent, const Theme &theme);

} // namespace siaga::views
