// SPDX-License-Identifier: GPL-3.0-or-later
// What a widget paints, as words and places instead of pixels: renders it onto a device that writes down each text.
//
// Like a stenographer who sits in the painter's seat. The catch: it sees what the widget itself paints and none of its
// children; pictures of letters (a pixmap) are not letters to it.
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace siaga::tests {

struct PaintedText
{
    QString text;
    QRectF place; ///< In the widget's coordinates: from ascender to baseline, so that lines may stand close.
};

struct Painting
{
    QList<PaintedText> texts;
    bool any = false; ///< It painted something at all, text or not.
};

/// What the widget's own paintEvent paints.
Painting paintingOf(QWidget &widget);

} // namespace siaga::tests
