// SPDX-License-Identifier: GPL-3.0-or-later
// The world on a flat sheet: the coastline that comes with the program, and where a place lies on it.
//
// Natural Earth's projection (a polynomial by T. Patterson and others): round enough to look like the earth, with
// meridians that barely bend, so that east stays to the right. The catch: distances and areas are not to scale.
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace siaga::views {

/// Where a place lies; x grows eastwards, y southwards; the whole width is about 5.5. Degrees, clamped to their range.
QPointF projected(double latitude, double longitude);

/// The part of the projection that is worth showing: no Antarctica, no empty Arctic.
QRectF inhabitedWorld();

/// All coastlines, projected; read once from the program's resources.
const std::vector<QPolygonF> &landOutlines();

} // namespace siaga::views
