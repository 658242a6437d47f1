// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tile.h"

#include "views/theme/figures.h"
#include "views/theme/marks.h"
#include "views/theme/plain_text.h"
#include "views/widgets/sparkline.h"

#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

constexpr int padding = 12;
constexpr int footHeight = 20;
constexpr int barHeight = 4;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

/// Where a line of that width ends: at a blank, or with the text where it fits or has none.
qsizetype lineEnd(const QFont &font, const QString &text, qreal width)
{
    if (figuresWidth(font, text) <= width) {
        return text.size();
    }
    qsizetype end = text.lastIndexOf(u' ');
    while (end > 0 && figuresWidth(font, text.left(end)) > width) {
        end = text.lastIndexOf(u' ', end - 1);
    }
    return end > 0 ? end : text.size();
}

} // namespace

Tile::Tile(QWidget *parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void Tile::setFace(const TileFace &face)
{
    if (face == m_face) {
        return;
    }
    m_face = face;
    for (QString *text : {&m_face.caption, &m_face.figure, &m_face.unit, &m_face.detail, &m_face.age}) {
        *text = plain(*text);
    }
    setAccessibleName(m_face.caption);
    setAccessibleDescription(spoken());
    setToolTip(plainTip(m_face.detail));
    update();
}

QString Tile::spoken() const
{
    QStringList parts{m_face.unit.isEmpty() ? m_face.figure : tr("%1 %2").arg(m_face.figure, m_face.unit)};
    parts << (m_face.stale ? tr("stale, %1").arg(m_face.age) : word(m_face.status)) << m_face.detail;
    parts.removeAll(QString());
    return parts.join(tr(", "));
}

QSize Tile::sizeHint() const
{
    const Theme theme = Theme::of(this);
    const int small = lineHeight(theme.font(Type::small));
    const int height = 2 * padding + 2 * small + lineHeight(theme.font(Type::title)) + 2 * halfGrid + footHeight;
    return QSize(24 * grid, (height + grid - 1) / grid * grid);
}

QSize Tile::minimumSizeHint() const
{
    return QSize(14 * grid, sizeHint().height());
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    paintBox(painter, theme.tokens());
    paintFoot(painter, theme.tokens());
    paintWords(painter, theme);
    if (hasFocus()) {
        paintFocusRing(painter, rect(), cardRadius, theme.tokens());
    }
}

void Tile::paintBox(QPainter &painter, const Tokens &tokens) const
{
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(box, cardRadius, cardRadius);
    const bool calm = m_face.status == Status::healthy && !m_face.stale;
    const QColor base = m_face.status == Status::emergency && !m_face.stale
        ? mixed(tokens.surface, tokens.emergency, 0.12)
        : tokens.surface;
    painter.fillPath(outline, underMouse() ? mixed(base, tokens.raised, 0.7) : base);
    if (m_face.stale || m_face.status == Status::unknown) {
        paintHatch(painter, outline, mixed(tokens.surface, tokens.unknown, 0.22));
    }
    painter.setPen(QPen(calm ? tokens.border : tokens.of(m_face.stale ? Status::unknown : m_face.status), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void Tile::paintWords(QPainter &painter, const Theme &theme) const
{
    const Tokens &tokens = theme.tokens();
    const QFont small = theme.font(Type::small);
    const QFont figure = theme.font(Type::title, QFont::DemiBold);
    const qreal left = padding;
    const qreal width = this->width() - 2 * padding;
    qreal y = padding;
    QRectF line(left, y, width, lineHeight(small));
    if (m_face.stale && !m_face.age.isEmpty()) {
        const qreal age = figuresWidth(small, m_face.age);
        const qreal size = small.pixelSize() - 2;
        painter.setPen(tokens.text);
        drawFigures(painter, line, Qt::AlignRight | Qt::AlignVCenter, small, m_face.age);
        const QRectF mark(line.right() - age - size - halfGrid, line.center().y() - size / 2, size, size);
        paintMark(painter, mark, Status::unknown, tokens);
        line.setRight(mark.left() - halfGrid);
    }
    painter.setPen(tokens.muted);
    drawFigures(painter, line, Qt::AlignLeft | Qt::AlignVCenter, small, m_face.caption);
    y += line.height() + halfGrid;

    line = QRectF(left, y, width, lineHeight(figure));
    painter.setPen(m_face.stale ? tokens.muted : tokens.text);
    drawFigures(painter, line, Qt::AlignLeft | Qt::AlignVCenter, figure, m_face.figure);
    const qreal after = std::min(figuresWidth(figure, m_face.figure), width) + halfGrid;
    const QFont unit = theme.font(Type::body);
    // The unit stands on the figure's baseline.
    const qreal drop = (QFontMetricsF(figure).descent() - QFontMetricsF(unit).descent());
    painter.setPen(tokens.muted);
    drawFigures(painter, line.adjusted(after, 0, 0, -drop), Qt::AlignLeft | Qt::AlignBottom, unit, m_face.unit);
    y += line.height() + halfGrid;

    line = QRectF(left, y, width, lineHeight(small));
    if (m_face.status != Status::healthy) {
        const qreal size = small.pixelSize() - 1;
        paintMark(painter, QRectF(left, line.center().y() - size / 2, size, size), m_face.status, tokens);
        line.setLeft(left + size + halfGrid + 2);
    }
    painter.setPen(tokens.muted);
    // Where nothing is drawn at the foot there is room for a second line.
    const bool isFootFree = !m_face.fill && m_face.trend.size() < 2;
    const qsizetype end = isFootFree ? lineEnd(small, m_face.detail, line.width()) : m_face.detail.size();
    drawFigures(painter, line, Qt::AlignLeft | Qt::AlignVCenter, small, m_face.detail.left(end));
    drawFigures(painter, line.translated(0, line.height()), Qt::AlignLeft | Qt::AlignVCenter, small, m_face.detail.mid(end + 1));
}

void Tile::paintFoot(QPainter &painter, const Tokens &tokens) const
{
    const QRectF foot(padding, height() - padding - footHeight + halfGrid, width() - 2 * padding, footHeight);
    const QColor colour = m_face.stale ? tokens.unknown
        : m_face.status == Status::healthy ? tokens.accent
                                           : tokens.of(m_face.status);
    if (m_face.fill) {
        const QRectF bar(foot.left(), foot.bottom() - barHeight - halfGrid, foot.width(), barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(tokens.surface, tokens.border, 0.8));
        painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
        const qreal width = std::clamp(*m_face.fill, 0.0, 1.0) * bar.width();
        if (width > 0) {
            painter.setBrush(colour);
            painter.drawRoundedRect(
                QRectF(bar.topLeft(), QSizeF(std::max<qreal>(width, barHeight), barHeight)), barHeight / 2.0, barHeight / 2.0);
        }
    } else {
        paintSparkline(painter, foot, m_face.trend, colour);
    }
}

} // namespace siaga::views

#include "moc_tile.cpp"
