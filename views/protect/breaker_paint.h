// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one card, one heading or one fold line of page Protect.
//
// Like a rubber stamp with a place for each thing. The catch: it measures with the font of the window, so places are
// asked for again when the font changes.
#pragma once

#include "views/protect/breaker_face.h"
#include "views/protect/card_places.h"
#include "views/theme/theme.h"

#include <QRectF>

class QPainter;

namespace siaga::views {

struct CardLook
{
    bool selected = false;
    bool focused = false;
    bool hovered = false;
};

CardMeasures measuresOf(const Theme &theme);
void paintCard(QPainter &painter, const QRectF &rect, const BreakerFace &face, const CardLook &look, const Theme &theme);
void paintHead(QPainter &painter, const QRectF &rect, const BreakerGroupFace &group, const Theme &theme);
void paintFold(QPainter &painter, const QRectF &rect, const BreakerGroupFace &group, const CardLook &look, const Theme &theme);

} // namespace siaga::views
