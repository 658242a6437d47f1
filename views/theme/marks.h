// SPDX-License-Identifier: GPL-3.0-or-later
// The five shapes of status, painted: disc healthy, triangle warning, diamond critical, square emergency, a dotted and
// hatched ring for unknown.
//
// Painted rather than taken from a font, because fonts draw these five at five sizes or not at all. The catch: a mark
// is never alone; the word of its status stands beside it or in its accessible name.
#pragma once

#include "views/theme/tokens.h"

#include <QRectF>

class QPainter;
class QPainterPath;

namespace siaga::views {

/// The outline of a status inside the largest centred square of `rect`; optically equal in weight.
QPainterPath markPath(Status status, const QRectF &rect);

/// Paints the mark in its colour.
void paintMark(QPainter &painter, const QRectF &rect, Status status, const Tokens &tokens);

/// Diagonal lines over `area`, for what is stale or unknown; readable text stays readable through them.
void paintHatch(QPainter &painter, const QPainterPath &area, const QColor &colour);

/// A two-pixel ring just inside `rect` around what has the keyboard.
void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens);

} // namespace siaga::views
