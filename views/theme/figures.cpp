// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/figures.h"

#include <QFontMetricsF>
#include <QList>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace siaga::views {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

qreal measuredCell(const QFont &font)
{
    const QFontMetricsF metrics(font);
    qreal narrowest = metrics.horizontalAdvance(u'0');
    qreal widest = narrowest;
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        const qreal width = metrics.horizontalAdvance(QChar(digit));
        narrowest = std::min(narrowest, width);
        widest = std::max(widest, width);
    }
    return widest - narrowest < 0.01 ? 0 : widest;
}

/// The cell's width; 0 when the font's digits are equal already. Measuring ten digits takes longer than painting a
/// line, so the few fonts of the type scale are remembered; only the GUI's thread paints.
qreal cellWidth(const QFont &font)
{
    constexpr qsizetype rememberedMax = 16;
    static QList<std::pair<QFont, qreal>> remembered;
    for (const auto &[known, width] : remembered) {
        if (known == font) {
            return width;
        }
    }
    if (remembered.size() >= rememberedMax) {
        remembered.removeLast();
    }
    remembered.prepend({font, measuredCell(font)});
    return remembered.front().second;
}

struct Cells
{
    explicit Cells(const QFont &font)
        : metrics(font)
        , cell(cellWidth(font))
    {
    }

    QFontMetricsF metrics;
    qreal cell;
};

/// Calls visit(piece, itsWidth) for each digit alone and each run of other characters.
template<typename Visit>
void forEachPiece(const Cells &cells, const QString &text, Visit visit)
{
    const qreal cell = cells.cell;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from + 1;
        if (cell > 0 && isDigit(text[from])) {
            visit(text.mid(from, 1), cell);
        } else {
            while (to < text.size() && (cell == 0 || !isDigit(text[to]))) {
                ++to;
            }
            const QString run = text.mid(from, to - from);
            visit(run, cells.metrics.horizontalAdvance(run));
        }
        from = to;
    }
}

qreal widthOf(const Cells &cells, const QString &text)
{
    qreal width = 0;
    forEachPiece(cells, text, [&width](const QString &, qreal piece) { width += piece; });
    return width;
}

QString elided(const Cells &cells, QString text, qreal room)
{
    if (widthOf(cells, text) <= room + 0.5) {
        return text;
    }
    while (!text.isEmpty() && widthOf(cells, text + QChar(0x2026)) > room) {
        text.chop(1);
    }
    return text + QChar(0x2026);
}

} // namespace

qreal figuresWidth(const QFont &font, const QString &text)
{
    return widthOf(Cells(font), text);
}

void drawFigures(QPainter &painter, const QRectF &rect, int flags, const QFont &font, const QString &text)
{
    const Cells cells(font);
    const QFontMetricsF &metrics = cells.metrics;
    const QString shown = elided(cells, text, rect.width());
    const qreal width = flags & (Qt::AlignRight | Qt::AlignHCenter) ? widthOf(cells, shown) : 0;
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
    forEachPiece(cells, shown, [&](const QString &piece, qreal advance) {
        const bool digit = cells.cell > 0 && isDigit(piece[0]);
        const qreal offset = digit ? (advance - metrics.horizontalAdvance(piece)) / 2 : 0;
        painter.drawText(QPointF(x + offset, baseline), piece);
        x += advance;
    });
}

} // namespace siaga::views
