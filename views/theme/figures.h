// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that stand still: text whose digits all take the same width, so a counting clock does not shiver and columns
// of numbers line up.
//
// Like the cells of an old cash register. The catch: Qt 6.4 cannot ask a font for its tabular digits (setFeature came
// with 6.7), and good fonts such as Inter have proportional ones; so each digit is set into a cell of the widest. Fonts
// whose digits are equal anyway (DejaVu Sans, Noto Sans) are drawn in one piece.
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace siaga::views {

/// Width in pixels of `text` as drawFigures draws it.
qreal figuresWidth(const QFont &font, const QString &text);

/// Draws one line of plain text in the painter's pen. `flags`: one horizontal and one vertical Qt::AlignmentFlag. Text
/// that is too wide is elided at its right end.
void drawFigures(QPainter &painter, const QRectF &rect, int flags, const QFont &font, const QString &text);

} // namespace siaga::views
