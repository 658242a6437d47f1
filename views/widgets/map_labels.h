// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a place for each label beside its mark, so that none covers a mark, another label or the edge.
//
// Like setting names on a printed map: beside it if there is room, above or below if not, and with a thin line when it
// has to stand off. The catch: with very many marks in one spot some label finds no place; it is then left out, and the
// mark must be told by selecting it.
#pragma once

#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace siaga::views {

struct LabelWish
{
    QPointF centre;  ///< Of the mark.
    qreal radius = 0;
    QSizeF size;     ///< Of the label.
};

struct LabelPlace
{
    QRectF rect;
    bool rightAligned = false; ///< Its text ends at the mark.
    bool detached = false;     ///< Far enough to want a line to its mark.
};

/// One entry for each wish, in its order; none where nothing fits inside `bounds`. Points to `avoid` (of a line, say)
/// are covered only when there is no better place.
std::vector<std::optional<LabelPlace>> placeLabels(
    const std::vector<LabelWish> &wishes, const QRectF &bounds, const std::vector<QPointF> &avoid = {});

} // namespace siaga::views
