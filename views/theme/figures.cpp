// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/figures.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace siaga::views {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// The cell's width; 0 when the font's digits are equal already.
qreal cellWidth(const QFontMetricsF &metrics)
{
    qreal narrowest = metrics.horizontalAdvance(u'0');
    qreal widest = narrowest;
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        const qreal width = metrics.horizontalAdvance(QChar(digit));
        narrowest = std::min(narrowest, width);
        widest = std::max(widest, width);
    }
    return widest - narrowest < 0.01 ? 0 : widest;
}

/// Calls visit(piece, itsWidth, itsOffset) for each digit alone and each run of other characters.
template<typename Visit>
void forEachPiece(const QFontMetricsF &metrics, const QString &text, Visit visit)
{
    const qreal cell = cellWidth(metrics);
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from + 1;
        if (cell > 0 && isDigit(text[from])) {
            const QString digit = text.mid(from, 1);
            visit(digit, cell, (cell - metrics.horizontalAdvance(digit)) / 2);
        } else {
            while (to < text.size() && (cell == 0 || !isDigit(text[to]))) {
                ++to;
            }
            const QString run = text.mid(from, to - from);
            visit(run, metrics.horizontalAdvance(run), 0.0);
        }
        from = to;
    }
}

qreal widthOf(const QFontMetricsF &metrics, const QString &text)
{
    qreal width = 0;
    forEachPiece(metrics, text, [&width](const QString &, qreal piece, qreal) { width += piece; });
    return width;
}

QString elided(const QFontMetricsF &metrics, QString text, qreal room)
{
    if (widthOf(metrics, text) <= room + 0.5) {
        return text;
    }
    while (!text.isEmpty() && widthOf(metrics, text + QChar(0x2026)) > room) {
        text.chop(1);
    }
    return text + QChar(0x2026);
}

} // namespace

qreal figuresWidth(const QFont &font, const QString &text)
{
    return widthOf(QFontMetricsF(font), text);
}

void drawFigures(QPainter &painter, const QRectF &rect, int flags, const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font, painter.device());
    const QString shown = elided(metrics, text, rect.width());
    const qreal width = widthOf(metrics, shown);
    qreal x = rect.left();
    if (flags & Qt::AlignRight) {
        x = rect.right() - width;
    } else if (flags & Qt::AlignHCenter) {
        x = rect.center().x() - width / 2;
    }
    qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (flags & Qt::AlignTop) {
        baseline = rect.top() + metrics.ascent();
    } else if (flags & Qt::AlignBottom) {
        baseline = rect.bottom() - metrics.descent();
    }
    painter.setFont(font);
    forEachPiece(metrics, shown, [&](const QString &piece, qreal advance, qreal offset) {
        painter.drawText(QPointF(x + offset, baseline), piece);
        x += advance;
    });
}

} // namespace siaga::views
