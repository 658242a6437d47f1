// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/protect/breaker_paint.h"

#include "views/theme/figures.h"
#include "views/theme/icons.h"
#include "views/theme/marks.h"
#include "views/widgets/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace siaga::views {

namespace {

constexpr int padding = 12;
constexpr int barHeight = 4;
constexpr int trendEms = 6;
constexpr double trendScale = 0.1; // Less than one failure in ten stays a small bump.

int lineOf(const QFont &font)
{
    return QFontMetrics(font).height();
}

/// The lines of a card from top to bottom.
struct Lines
{
    QRectF title;
    QRectF subtitle;
    QRectF figure;
    QRectF bar;
    QRectF foot;
};

Lines linesOf(const QRectF &rect, const Theme &theme)
{
    const int small = lineOf(theme.font(Type::small));
    Lines lines;
    QRectF line = rect.adjusted(padding, padding, -padding, -padding);
    const auto take = [&line](qreal height, qreal gap) {
        const QRectF taken(line.left(), line.top(), line.width(), height);
        line.setTop(line.top() + height + gap);
        return taken;
    };
    lines.title = take(lineOf(theme.font(Type::body)), 2);
    lines.subtitle = take(small, grid);
    lines.figure = take(lineOf(theme.font(Type::heading)), halfGrid + 2);
    lines.bar = take(barHeight, grid);
    lines.foot = take(small, 0);
    return lines;
}

void paintBox(QPainter &painter, const QRectF &rect, const BreakerFace &face, const CardLook &look, const Tokens &tokens)
{
    QPainterPath outline;
    outline.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
    const QColor base = face.status == Status::emergency ? mixed(tokens.surface, tokens.emergency, 0.12) : tokens.surface;
    painter.fillPath(outline, look.selected ? tokens.raised : look.hovered ? mixed(base, tokens.raised, 0.6) : base);
    if (face.stale || face.status == Status::unknown)
        paintHatch(painter, outline, mixed(tokens.surface, tokens.unknown, 0.22));
    if (look.selected) {
        painter.save();
        painter.setClipPath(outline);
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent);
        painter.restore();
    }
    painter.setPen(QPen(face.status == Status::healthy ? tokens.border : tokens.of(face.status), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    if (look.focused)
        paintFocusRing(painter, rect, cardRadius, tokens);
}

void paintBar(QPainter &painter, const QRectF &bar, double fill, const QColor &colour, const Tokens &tokens)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(tokens.surface, tokens.border, 0.8));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    const qreal width = std::clamp(fill, 0.0, 1.0) * bar.width();
    if (width <= 0)
        return;
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max<qreal>(width, barHeight), barHeight)), barHeight / 2.0,
        barHeight / 2.0);
}

std::vector<double> withGaps(std::vector<double> trend)
{
    for (double &value : trend)
        value = value < 0 ? std::numeric_limits<double>::quiet_NaN() : value;
    return trend;
}

void paintTitle(QPainter &painter, const Lines &lines, const BreakerFace &face, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const QFont small = theme.font(Type::small, QFont::DemiBold);
    const qreal word = figuresWidth(small, face.state);
    const qreal size = small.pixelSize() - 1;
    const QRectF state(lines.title.right() - word, lines.title.top(), word, lines.title.height());
    painter.setPen(tokens.of(face.status));
    drawFigures(painter, state, Qt::AlignRight | Qt::AlignVCenter, small, face.state);
    const QRectF mark(state.left() - size - halfGrid - 1, state.center().y() - size / 2, size, size);
    paintMark(painter, mark, face.status, tokens);
    painter.setPen(tokens.text);
    drawFigures(painter, QRectF(lines.title.topLeft(), QPointF(mark.left() - grid, lines.title.bottom())),
        Qt::AlignLeft | Qt::AlignVCenter, theme.font(Type::body, QFont::DemiBold), face.title);
    painter.setPen(tokens.muted);
    drawFigures(painter, lines.subtitle, Qt::AlignLeft | Qt::AlignVCenter, theme.font(Type::small), face.subtitle);
}

/// The figure, what it is made of, and how it went; below it the bar with the mark of its limit.
void paintFigure(QPainter &painter, const Lines &lines, const BreakerFace &face, const QColor &colour, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const QFont figure = theme.font(Type::heading, QFont::DemiBold);
    const QFont small = theme.font(Type::small);
    painter.setPen(face.stale ? tokens.muted : tokens.text);
    drawFigures(painter, lines.figure, Qt::AlignLeft | Qt::AlignVCenter, figure, face.figure);
    QRectF rest = lines.figure;
    rest.setLeft(rest.left() + figuresWidth(figure, face.figure) + halfGrid);
    // What follows stands on the figure's baseline.
    rest.translate(0, QFontMetricsF(small).descent() - QFontMetricsF(figure).descent());
    const bool drawn = face.trend.size() > 1;
    const qreal trend = drawn ? trendEms * theme.em() : 0;
    rest.setRight(rest.right() - (drawn ? trend + grid : 0));
    painter.setPen(tokens.muted);
    drawFigures(painter, rest, Qt::AlignLeft | Qt::AlignBottom, small, face.unit);
    rest.setLeft(rest.left() + (face.unit.isEmpty() ? 0 : figuresWidth(small, face.unit) + grid));
    drawFigures(painter, rest, Qt::AlignLeft | Qt::AlignBottom, small, face.detail);
    if (drawn)
        paintSparkline(painter, QRectF(lines.figure.right() - trend, lines.figure.top(), trend, lines.figure.height()),
            withGaps(face.trend), colour, std::max(trendScale, face.limit.value_or(0)));
    if (!face.fill)
        return;
    paintBar(painter, lines.bar, *face.fill, colour, tokens);
    if (face.limit) {
        const qreal x = lines.bar.left() + std::clamp(*face.limit, 0.0, 1.0) * lines.bar.width();
        painter.fillRect(QRectF(std::round(x) - 1, lines.bar.top() - 3, 2, barHeight + 6), tokens.muted);
    }
}

void paintGauges(QPainter &painter, const Lines &lines, const BreakerFace &face, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const QFont small = theme.font(Type::small);
    const auto count = static_cast<double>(face.gauges.size());
    const qreal width = (lines.bar.width() - (count - 1) * padding) / count;
    qreal left = lines.bar.left();
    for (const GaugeFace &gauge : face.gauges) {
        const QRectF words(left, lines.figure.bottom() - lineOf(small), width, lineOf(small));
        const qreal value = figuresWidth(small, gauge.value);
        painter.setPen(tokens.text);
        drawFigures(painter, words, Qt::AlignRight | Qt::AlignVCenter, small, gauge.value);
        painter.setPen(tokens.muted);
        drawFigures(painter, words.adjusted(0, 0, -value - halfGrid, 0), Qt::AlignLeft | Qt::AlignVCenter, small, gauge.name);
        paintBar(painter, QRectF(left, lines.bar.top(), width, barHeight), gauge.fill, tokens.muted, tokens);
        left += width + padding;
    }
}

void paintFoot(QPainter &painter, const Lines &lines, const BreakerFace &face, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const QFont small = theme.font(Type::small);
    QRectF line = lines.foot;
    const qreal age = face.age.isEmpty() ? 0 : figuresWidth(small, face.age);
    painter.setPen(face.stale ? tokens.text : tokens.muted);
    drawFigures(painter, line, Qt::AlignRight | Qt::AlignVCenter, small, face.age);
    line.setRight(line.right() - age - (age > 0 ? grid : 0));
    const bool needsAttention = face.status > Status::unknown;
    if (face.held) {
        const qreal size = small.pixelSize();
        paintIcon(painter, QRectF(line.left(), line.center().y() - size / 2, size, size), Icon::user, tokens.text);
        line.setLeft(line.left() + size + halfGrid);
    }
    painter.setPen(needsAttention ? tokens.text : tokens.muted);
    drawFigures(painter, line, Qt::AlignLeft | Qt::AlignVCenter, small, face.next);
}

} // namespace

CardMeasures measuresOf(const Theme &theme)
{
    const Lines lines = linesOf(QRectF(0, 0, 100, 1000), theme);
    const int height = static_cast<int>(std::ceil(lines.foot.bottom())) + padding;
    const int head = (lineOf(theme.font(Type::body)) + 2 * grid + halfGrid + grid - 1) / grid * grid;
    return {.widthMin = 20 * theme.em(), .height = (height + halfGrid - 1) / halfGrid * halfGrid, .head = head,
        .fold = (lineOf(theme.font(Type::body)) + 2 * grid + grid - 1) / grid * grid, .gap = padding};
}

void paintCard(QPainter &painter, const QRectF &rect, const BreakerFace &face, const CardLook &look, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const Lines lines = linesOf(rect, theme);
    // Calm until something is wrong: forty lines in the accent's colour would outshine the one that matters.
    const QColor colour = face.stale ? tokens.unknown
        : face.status == Status::healthy ? tokens.muted
                                         : tokens.of(face.status);
    paintBox(painter, rect, face, look, tokens);
    paintTitle(painter, lines, face, theme);
    if (face.gauges.empty())
        paintFigure(painter, lines, face, colour, theme);
    else
        paintGauges(painter, lines, face, theme);
    paintFoot(painter, lines, face, theme);
}

void paintHead(QPainter &painter, const QRectF &rect, const BreakerGroupFace &group, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const QFont font = theme.font(Type::body, QFont::DemiBold);
    const QRectF line = rect.adjusted(0, 0, 0, -halfGrid);
    painter.setPen(tokens.text);
    drawFigures(painter, line, Qt::AlignLeft | Qt::AlignVCenter, font, group.title);
    painter.setPen(tokens.muted);
    drawFigures(painter, line.adjusted(figuresWidth(font, group.title) + grid, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        theme.font(Type::small), group.note);
}

void paintFold(QPainter &painter, const QRectF &rect, const BreakerGroupFace &group, const CardLook &look, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    QPainterPath outline;
    outline.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
    painter.fillPath(outline, look.hovered ? mixed(tokens.surface, tokens.raised, 0.6) : tokens.surface);
    painter.setPen(QPen(tokens.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    const QFont font = theme.font(Type::small);
    const qreal size = font.pixelSize();
    QRectF line = rect.adjusted(padding, 0, -padding, 0);
    const auto square = [&](qreal left) { return QRectF(left, line.center().y() - size / 2, size, size); };
    paintIcon(painter, square(line.left()), group.unfolded ? Icon::chevronDown : Icon::chevronRight, tokens.muted);
    paintMark(painter, square(line.left() + size + grid).adjusted(1, 1, -1, -1), Status::healthy, tokens);
    line.setLeft(line.left() + 2 * size + 2 * grid);
    const bool heads = group.cards.empty(); // Nothing stands above it that names the group.
    const QFont strong = heads ? theme.font(Type::body, QFont::DemiBold) : font;
    const QString name = heads ? group.title : group.fold;
    painter.setPen(tokens.text);
    drawFigures(painter, line, Qt::AlignLeft | Qt::AlignVCenter, strong, name);
    line.setLeft(line.left() + figuresWidth(strong, name) + grid);
    painter.setPen(tokens.muted);
    if (heads)
        drawFigures(painter, line, Qt::AlignLeft | Qt::AlignVCenter, font, group.note);
    else
        drawFigures(painter, line, Qt::AlignRight | Qt::AlignVCenter, font, group.beyond);
    if (look.focused)
        paintFocusRing(painter, rect, cardRadius, tokens);
}

} // namespace siaga::views
