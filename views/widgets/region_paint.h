// SPDX-License-Identifier: GPL-3.0-or-later
// How one region looks on the map: its disc, its label, and the arc of traffic that leaves it.
//
// The map decides where; this decides how, like the stamps of a mapmaker. The catch: a label's size and its painting
// must use the same fonts, so both stand here.
#pragma once

#include "views/widgets/region_map.h"

class QPainter;
class QPainterPath;

namespace siaga::views {

struct Disc
{
    QPointF centre;
    qreal radius = 0;
};

/// Grows with the square root of the share, so that the disc's area tells the traffic.
qreal regionRadius(const RegionMark &region, const Theme &theme);
QSizeF regionLabelSize(const RegionMark &region, const Theme &theme);

void paintRegionMark(QPainter &painter, const Disc &disc, const RegionMark &region, const Tokens &tokens);
void paintRegionLabel(
    QPainter &painter, const Disc &disc, const LabelPlace &place, const RegionMark &region, const Theme &theme);
/// From one disc's rim to the other's; empty when they are too close for an arc.
QPainterPath trafficArc(const Disc &from, const Disc &to);
/// The arc, dashed, with a head.
void paintTrafficMove(QPainter &painter, const QPainterPath &arc, const QColor &colour);

} // namespace siaga::views
