// SPDX-License-Identifier: GPL-3.0-or-later
// A line without axes: whether a number rose or fell, beside the number itself.
//
// Like the pulse on a bedside monitor. The catch: it says nothing alone; the figure and its unit stand above it.
#pragma once

#include <QRectF>

#include <vector>

class QColor;
class QPainter;

namespace siaga::views {

/// Paints `values`, oldest first, over the whole of `rect`, with the last one marked by a dot. More values than pixels
/// are drawn as the least and greatest of each column. NaN leaves a gap: what was not seen is not drawn. Above zero,
/// `scale` makes the height stand for 0 to at least that, so that small changes stay small.
void paintSparkline(
    QPainter &painter, const QRectF &rect, const std::vector<double> &values, const QColor &colour, double scale = 0);

} // namespace siaga::views
