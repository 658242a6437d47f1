// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/figures.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QStaticText>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

namespace siaga::views {

namespace {

constexpr std::size_t fontsMax = 16;     // The type scale in a few weights.
constexpr qsizetype piecesMax = 4096;    // Of one font; a screen shows some hundreds.

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// The width that all digits take; 0 when the font's digits are equal already.
qreal cellOf(const QFontMetricsF &metrics)
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

/// A digit or a run of other characters, laid out once: shaping letters takes longer than everything else in a frame.
struct Piece
{
    QStaticText text;
    qreal ascent = 0;  ///< From its top to its baseline; more than the font's where another font lends a sign.
    qreal width = 0;   ///< Of the letters.
    qreal advance = 0; ///< To where the next piece begins.
};

qreal ascentOf(const QString &letters, const QFont &font)
{
    QTextLayout layout(letters, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.ascent();
}

/// One font with what was laid out in it.
class LaidFont
{
public:
    explicit LaidFont(const QFont &font)
        : m_font(font)
        , m_metrics(font)
        , m_cell(cellOf(m_metrics))
    {
    }

    const QFont &font() const { return m_font; }
    const QFontMetricsF &metrics() const { return m_metrics; }

    /// Calls visit(piece) for each piece from left to right.
    template<typename Visit>
    void forEachPiece(const QString &text, Visit visit)
    {
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype to = endOfPiece(text, from);
            visit(piece(from == 0 && to == text.size() ? text : text.mid(from, to - from)));
            from = to;
        }
    }

    qreal width(const QString &text)
    {
        qreal width = 0;
        forEachPiece(text, [&width](const Piece &piece) { width += piece.advance; });
        return width;
    }

    QString elided(const QString &text, qreal room)
    {
        if (text.isEmpty() || width(text) <= room + 0.5) {
            return text;
        }
        const std::pair key(text, static_cast<int>(std::floor(room)));
        if (m_elided.size() >= piecesMax) {
            m_elided.clear();
        }
        auto known = m_elided.constFind(key);
        if (known == m_elided.constEnd()) {
            known = m_elided.insert(key, chopped(text, room));
        }
        return *known;
    }

private:
    qsizetype endOfPiece(const QString &text, qsizetype from) const
    {
        if (m_cell == 0) {
            return text.size();
        }
        qsizetype to = from + 1;
        while (!isDigit(text[from]) && to < text.size() && !isDigit(text[to])) {
            ++to;
        }
        return to;
    }

    const Piece &piece(const QString &letters)
    {
        const auto known = m_pieces.constFind(letters);
        if (known != m_pieces.constEnd()) {
            return **known;
        }
        if (m_pieces.size() >= piecesMax) {
            m_pieces.clear();
        }
        auto made = std::make_shared<Piece>();
        made->text.setTextFormat(Qt::PlainText);
        made->text.setText(letters);
        made->text.prepare({}, m_font);
        made->ascent = ascentOf(letters, m_font);
        made->width = m_metrics.horizontalAdvance(letters);
        made->advance = m_cell > 0 && isDigit(letters[0]) ? m_cell : made->width;
        return **m_pieces.insert(letters, std::move(made));
    }

    /// Measured without remembering: each attempt is looked at once only.
    qreal measured(const QString &text) const
    {
        qreal width = 0;
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype to = endOfPiece(text, from);
            width += m_cell > 0 && isDigit(text[from]) ? m_cell : m_metrics.horizontalAdvance(text.mid(from, to - from));
            from = to;
        }
        return width;
    }

    QString chopped(QString text, qreal room) const
    {
        while (!text.isEmpty() && measured(text + QChar(0x2026)) > room) {
            text.chop(1);
        }
        return text + QChar(0x2026);
    }

    QFont m_font;
    QFontMetricsF m_metrics;
    qreal m_cell;
    QHash<QString, std::shared_ptr<Piece>> m_pieces;
    QHash<std::pair<QString, int>, QString> m_elided; // By text and room.
};

/// The few fonts of the type scale are remembered, the last used first; only the GUI's thread paints.
LaidFont &laid(const QFont &font)
{
    static std::vector<std::unique_ptr<LaidFont>> fonts;
    const auto known = std::ranges::find_if(fonts, [&font](const auto &one) { return one->font() == font; });
    if (known != fonts.end()) {
        std::rotate(fonts.begin(), known, known + 1);
        return *fonts.front();
    }
    if (fonts.size() >= fontsMax) {
        fonts.pop_back();
    }
    fonts.insert(fonts.begin(), std::make_unique<LaidFont>(font));
    return *fonts.front();
}

} // namespace

qreal figuresWidth(const QFont &font, const QString &text)
{
    return laid(font).width(text);
}

void drawFigures(QPainter &painter, const QRectF &rect, int flags, const QFont &font, const QString &text)
{
    LaidFont &letters = laid(font);
    const QFontMetricsF &metrics = letters.metrics();
    const QString shown = letters.elided(text, rect.width());
    qreal x = rect.left();
    if (flags & Qt::AlignRight) {
        x = rect.right() - letters.width(shown);
    } else if (flags & Qt::AlignHCenter) {
        x = rect.center().x() - letters.width(shown) / 2;
    }
    qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (flags & Qt::AlignTop) {
        baseline = rect.top() + metrics.ascent();
    } else if (flags & Qt::AlignBottom) {
        baseline = rect.bottom() - metrics.descent();
    }
    painter.setFont(font);
    letters.forEachPiece(shown, [&](const Piece &piece) {
        painter.drawStaticText(QPointF(x + (piece.advance - piece.width) / 2, baseline - piece.ascent), piece.text);
        x += piece.advance;
    });
}

} // namespace siaga::views
