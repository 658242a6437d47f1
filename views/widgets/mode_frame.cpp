// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/mode_frame.h"

#include "views/widgets/spoken.h"

#include <QPainter>
#include <QVBoxLayout>

namespace siaga::views {

namespace {

constexpr int frameWidth = 4;

QFont badgeFont(const QWidget *widget)
{
    QFont font = Theme::of(widget).font(Type::small, QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    return font;
}

/// Diagonal gaps along one side of the frame; by the side, because clipping to a rectangle costs nothing.
void paintStripes(QPainter &painter, const QRect &strip, const QColor &gap)
{
    painter.save();
    painter.setClipRect(strip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(gap, 4));
    const bool level = strip.width() > strip.height();
    const int length = level ? strip.width() : strip.height();
    for (int at = -frameWidth; at < length + frameWidth; at += 10) {
        const QPointF from = strip.topLeft() + (level ? QPointF(at, frameWidth + 2) : QPointF(-2, at + frameWidth + 2));
        painter.drawLine(from, from + QPointF(frameWidth + 4, -frameWidth - 4));
    }
    painter.restore();
}

} // namespace

ModeFrame::ModeFrame(QWidget *content, Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
    setRole(*this, QAccessible::Grouping);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(frameWidth, frameWidth, frameWidth, frameWidth);
    layout->addWidget(content);
    setMode(mode);
}

void ModeFrame::setMode(Mode mode)
{
    m_mode = mode;
    setAccessibleName(word(mode));
    update();
}

void ModeFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Theme::of(this).tokens();
    const QRect inner = rect().adjusted(frameWidth, frameWidth, -frameWidth, -frameWidth);
    const QRect strips[] = {QRect(0, 0, width(), frameWidth), QRect(0, inner.bottom() + 1, width(), frameWidth),
        QRect(0, inner.top(), frameWidth, inner.height()), QRect(inner.right() + 1, inner.top(), frameWidth, inner.height())};
    for (const QRect &strip : strips) {
        painter.fillRect(strip, tokens.of(m_mode));
        if (m_mode == Mode::replay) {
            paintStripes(painter, strip, mixed(tokens.window, tokens.replay, 0.35));
        }
    }
}

ModeBadge::ModeBadge(Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
    setRole(*this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMode(mode);
}

void ModeBadge::setMode(Mode mode)
{
    m_mode = mode;
    setAccessibleName(word(mode));
    updateGeometry();
    update();
}

QSize ModeBadge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont(this));
    return QSize(metrics.horizontalAdvance(word(m_mode)) + 3 * grid, 3 * grid);
}

void ModeBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.of(m_mode));
    painter.drawRoundedRect(rect(), halfGrid, halfGrid);
    painter.setPen(tokens.onMode());
    painter.setFont(badgeFont(this));
    painter.drawText(rect(), Qt::AlignCenter, word(m_mode));
}

} // namespace siaga::views

#include "moc_mode_frame.cpp"
