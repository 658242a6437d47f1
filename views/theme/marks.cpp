// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/marks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace siaga::views {

namespace {

constexpr qreal hatchStep = 6;

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

} // namespace

QPainterPath markPath(Status status, const QRectF &rect)
{
    const qreal size = std::min(rect.width(), rect.height());
    const QPointF centre = rect.center();
    const auto at = [&](qreal x, qreal y) { return centre + QPointF(x, y) * (size / 2); };
    QPainterPath path;
    switch (status) {
    case Status::healthy:
        path.addEllipse(centre, size * 0.42, size * 0.42);
        break;
    case Status::unknown:
        path.addEllipse(centre, size * 0.38, size * 0.38);
        break;
    case Status::warning:
        path = polygon({at(0, -0.86), at(0.98, 0.82), at(-0.98, 0.82)});
        break;
    case Status::critical:
        path = polygon({at(0, -1), at(1, 0), at(0, 1), at(-1, 0)});
        break;
    case Status::emergency:
        path.addRect(QRectF(at(-0.8, -0.8), at(0.8, 0.8)));
        break;
    }
    return path;
}

void paintMark(QPainter &painter, const QRectF &rect, Status status, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = tokens.of(status);
    const QPainterPath path = markPath(status, rect);
    if (status == Status::unknown) {
        const qreal width = std::max<qreal>(1.5, path.boundingRect().width() / 8);
        QPen pen(colour, width, Qt::CustomDashLine, Qt::FlatCap);
        // Eight dashes around, whatever the size; a dash pattern counts in widths of the pen.
        const qreal dash = path.length() / width / 16;
        pen.setDashPattern({dash, dash});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(QPen(colour, 1, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.setBrush(colour);
    }
    painter.drawPath(path);
    painter.restore();
}

void paintHatch(QPainter &painter, const QPainterPath &area, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(area, Qt::IntersectClip);
    painter.setPen(QPen(colour, 1));
    const QRectF bounds = area.boundingRect();
    for (qreal x = bounds.left() - bounds.height(); x < bounds.right(); x += hatchStep) {
        painter.drawLine(QPointF(x, bounds.bottom()), QPointF(x + bounds.height(), bounds.top()));
    }
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter.restore();
}

} // namespace siaga::views
