// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/region_paint.h"

#include "views/theme/figures.h"
#include "views/theme/marks.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

struct LabelFonts
{
    explicit LabelFonts(const Theme &theme)
        : title(theme.font(Type::small, QFont::DemiBold))
        , line(theme.font(Type::small))
        , lineHeight(QFontMetrics(line).height())
        , mark(line.pixelSize() - 2)
    {
    }

    QFont title;
    QFont line;
    int lineHeight;
    qreal mark;
};

} // namespace

qreal regionRadius(const RegionMark &region, const Theme &theme)
{
    const double share = std::clamp(region.permille.value_or(0), 0, 1000) / 1000.0;
    return theme.em() * (0.75 + 1.0 * std::sqrt(share));
}

QSizeF regionLabelSize(const RegionMark &region, const Theme &theme)
{
    const LabelFonts fonts(theme);
    const qreal width = std::max({figuresWidth(fonts.title, region.title),
        figuresWidth(fonts.line, region.state) + fonts.mark + halfGrid, figuresWidth(fonts.line, region.detail)});
    return QSizeF(std::ceil(width) + 1, fonts.lineHeight * (region.detail.isEmpty() ? 2 : 3));
}

void paintRegionMark(QPainter &painter, const Disc &disc, const RegionMark &region, const Tokens &tokens)
{
    const QColor colour = tokens.of(region.status);
    QPainterPath circle;
    circle.addEllipse(disc.centre, disc.radius, disc.radius);
    painter.fillPath(circle, mixed(tokens.surface, colour, 0.28));
    if (region.status == Status::unknown) {
        paintHatch(painter, circle, mixed(tokens.surface, colour, 0.6));
    }
    painter.setPen(QPen(colour, 1.5, region.status == Status::unknown ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(circle);
    const qreal mark = std::min(disc.radius * 0.95, 13.0);
    const QPointF corner(mark / 2, mark / 2);
    if (region.status != Status::unknown) {
        paintMark(painter, QRectF(disc.centre - corner, disc.centre + corner), region.status, tokens);
    }
}

void paintRegionLabel(
    QPainter &painter, const Disc &disc, const LabelPlace &place, const RegionMark &region, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const LabelFonts fonts(theme);
    const QRectF rect = place.rect;
    if (place.detached) {
        const QPointF near(std::clamp(disc.centre.x(), rect.left(), rect.right()),
            std::clamp(disc.centre.y(), rect.top(), rect.bottom()));
        QLineF leader(near, disc.centre);
        leader.setLength(std::max<qreal>(0, leader.length() - disc.radius - 2));
        painter.setPen(QPen(tokens.muted, 1));
        painter.drawLine(leader);
    }
    const int side = place.rightAligned ? Qt::AlignRight : Qt::AlignLeft;
    const auto row = [&](int number) {
        return QRectF(rect.left(), rect.top() + number * fonts.lineHeight, rect.width(), fonts.lineHeight);
    };
    painter.setPen(tokens.text);
    drawFigures(painter, row(0), side | Qt::AlignVCenter, fonts.title, region.title);
    painter.setPen(tokens.of(region.status));
    QRectF state = row(1);
    const qreal used = figuresWidth(fonts.line, region.state) + fonts.mark + halfGrid;
    const qreal left = place.rightAligned ? state.right() - used : state.left();
    paintMark(painter, QRectF(left, state.center().y() - fonts.mark / 2, fonts.mark, fonts.mark), region.status, tokens);
    state.setLeft(left + fonts.mark + halfGrid);
    drawFigures(painter, state, Qt::AlignLeft | Qt::AlignVCenter, fonts.line, region.state);
    if (!region.detail.isEmpty()) {
        painter.setPen(tokens.muted);
        drawFigures(painter, row(2), side | Qt::AlignVCenter, fonts.line, region.detail);
    }
}

QPainterPath trafficArc(const Disc &from, const Disc &to)
{
    const QLineF chord(from.centre, to.centre);
    if (chord.length() < from.radius + to.radius + 16) {
        return {};
    }
    // It rises with the distance, northwards, where few labels stand.
    const QPointF top = chord.center() - QPointF(0, std::clamp(chord.length() * 0.25, 12.0, 80.0));
    const auto rim = [&top](const Disc &disc) {
        QLineF out(disc.centre, top);
        out.setLength(disc.radius + 7);
        return out.p2();
    };
    QPainterPath arc(rim(from));
    arc.quadTo(top, rim(to));
    return arc;
}

void paintTrafficMove(QPainter &painter, const QPainterPath &arc, const QColor &colour)
{
    if (arc.isEmpty()) {
        return;
    }
    QPen pen(colour, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 3});
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(arc, pen);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QLineF into(arc.pointAtPercent(1), arc.pointAtPercent(0.9));
    for (const qreal turn : {28.0, -28.0}) {
        QLineF barb(into);
        barb.setAngle(into.angle() + turn);
        barb.setLength(7);
        painter.drawLine(barb);
    }
}

} // namespace siaga::views
