// SPDX-License-Identifier: GPL-3.0-or-later
// The line-drawn icons, tinted with a colour of the theme when they are painted.
//
// Like stencils: the sheet has no colour, the paint has. The catch: an icon is never alone either; a word stands beside
// it or in the accessible name of what carries it.
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QPixmap;

namespace siaga::views {

enum class Icon {
    globe, rocket, history, chartColumn, shield, heartPulse, flag, fileText, search, octagonPause, pause, play,
    circleStop, x, check, chevronRight, chevronDown, triangleAlert, info, externalLink, copy, keyboard, clock, wifiOff,
    network, server, database, gitBranch, user, bell, bellOff, lock, eye, arrowRight, cornerDownRight
};
inline constexpr int iconCount = 35;

/// A square of `size` device-independent pixels, cached by icon, colour and size.
QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio);

/// Paints it centred in `rect`, as large as fits, sharp at the painter's own resolution.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &colour);

} // namespace siaga::views
