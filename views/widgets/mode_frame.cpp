// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/mode_frame.h"

#include "views/theme/marks.h"

#include <QPainter>
#include <QPainterPath>
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

} // namespace

ModeFrame::ModeFrame(QWidget *content, Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
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
    QPainterPath frame;
    frame.addRect(rect());
    frame.addRect(rect().adjusted(frameWidth, frameWidth, -frameWidth, -frameWidth));
    if (m_mode == Mode::replay) {
        painter.fillPath(frame, mixed(tokens.window, tokens.replay, 0.45));
        for (const qreal shift : {0.0, 1.0, 2.0}) {
            paintHatch(painter, frame.translated(shift, 0).intersected(frame), tokens.replay);
        }
    } else {
        painter.fillPath(frame, tokens.of(m_mode));
    }
}

ModeBadge::ModeBadge(Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
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
