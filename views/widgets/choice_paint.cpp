// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/choice_paint.h"

#include "views/theme/figures.h"
#include "views/theme/marks.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_list.h"

#include <QPainter>

#include <algorithm>

namespace siaga::views {

namespace {

constexpr int side = 2 * grid;
constexpr int pictureSize = 16;
constexpr int textLeft = side + pictureSize + 12;
constexpr int kindEms = 6; // One column for all rows.
constexpr qreal whyNotShare = 0.5;

/// Draws at the right end of what is left, and takes its width and a gap from it.
void drawRight(QPainter &painter, QRectF &room, const QFont &font, const QString &text, qreal widthMax)
{
    if (text.isEmpty())
        return;
    const qreal width = std::min(figuresWidth(font, text) + 1, widthMax);
    const QRectF place(room.right() - width, room.top(), width, room.height());
    drawFigures(painter, place, Qt::AlignRight | Qt::AlignVCenter, font, text);
    room.setRight(place.left() - 2 * grid);
}

/// Runs of letters, typed and not typed, in two colours; gives where the text ended.
qreal drawLit(QPainter &painter, const QRectF &room, const ChoiceRow &row, const Theme &theme, const QColor &ink)
{
    const QFont font = theme.font(Type::body, QFont::Medium);
    const QFontMetricsF metrics(font);
    const QString text = metrics.elidedText(row.text, Qt::ElideRight, room.width());
    painter.setFont(font);
    const qreal baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    qreal left = room.left();
    for (qsizetype i = 0; i < text.size();) {
        const bool isLit = std::ranges::binary_search(row.lit, static_cast<int>(i));
        qsizetype end = i;
        while (end < text.size() && std::ranges::binary_search(row.lit, static_cast<int>(end)) == isLit)
            ++end;
        const QString run = text.mid(i, end - i);
        painter.setPen(isLit ? theme.tokens().accent : ink);
        painter.drawText(QPointF(left, baseline), run);
        left += metrics.horizontalAdvance(run);
        i = end;
    }
    return left;
}

void paintPicture(QPainter &painter, const QRect &rect, const ChoiceRow &row, const Tokens &tokens)
{
    const QRectF place(rect.left() + side, rect.top() + (rect.height() - pictureSize) / 2.0, pictureSize, pictureSize);
    if (row.mark)
        paintMark(painter, place.adjusted(2, 2, -2, -2), *row.mark, tokens);
    else
        paintIcon(painter, place, row.icon, tokens.muted);
}

void paintHeading(QPainter &painter, const QRect &rect, const ChoiceRow &row, const Theme &theme)
{
    painter.setPen(theme.tokens().muted);
    drawFigures(painter, QRectF(rect).adjusted(side, grid, -side, 0), Qt::AlignLeft | Qt::AlignVCenter,
        theme.font(Type::small, QFont::DemiBold), row.text);
}

} // namespace

void paintChoiceRow(QPainter &painter, const QRect &rect, const ChoiceRow &row, bool isCurrent, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (row.isHeading) {
        paintHeading(painter, rect, row, theme);
        return painter.restore();
    }
    if (isCurrent) {
        const QRectF ground = QRectF(rect).adjusted(grid, 1, -grid, -1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.raised);
        painter.drawRoundedRect(ground, controlRadius, controlRadius);
        paintFocusRing(painter, ground, controlRadius, tokens);
    }
    paintPicture(painter, rect, row, tokens);
    const QFont small = theme.font(Type::small);
    QRectF room = QRectF(rect).adjusted(textLeft, 0, -side, 0);
    painter.setPen(tokens.muted);
    if (!row.kind.isEmpty()) {
        const qreal width = std::max<qreal>(kindEms * theme.em(), figuresWidth(small, row.kind) + 1);
        drawFigures(painter, QRectF(room.right() - width, room.top(), width, room.height()), Qt::AlignRight | Qt::AlignVCenter, small, row.kind);
        room.setRight(room.right() - width - grid);
    }
    drawRight(painter, room, small, row.keys, room.width());
    const bool isOff = !row.whyNot.isEmpty();
    if (isOff) {
        drawRight(painter, room, small, row.whyNot, room.width() * whyNotShare);
    } else if (row.mark) {
        painter.setPen(tokens.of(*row.mark));
        drawRight(painter, room, small, row.state, room.width());
    } else {
        drawRight(painter, room, small, row.state, room.width());
    }
    const qreal end = drawLit(painter, room, row, theme, isOff ? tokens.muted : tokens.text) + 12;
    painter.setPen(tokens.muted);
    if (!row.detail.isEmpty() && room.right() - end > 3 * theme.em())
        drawFigures(painter, QRectF(end, room.top(), room.right() - end, room.height()), Qt::AlignLeft | Qt::AlignVCenter, small, row.detail);
    painter.restore();
}

} // namespace siaga::views
