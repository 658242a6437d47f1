// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/plain_label.h"

#include "views/theme/figures.h"
#include "views/theme/plain_text.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace siaga::views {

PlainLabel::PlainLabel(const QString &text, Type type, Tone tone, QFont::Weight weight, QWidget *parent)
    : QLabel(parent)
    , m_type(type)
    , m_tone(tone)
    , m_weight(weight)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    dress();
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(plain(text, 4096));
    updateTip();
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void PlainLabel::setStatus(std::optional<Status> status)
{
    m_status = status;
    update();
}

QSize PlainLabel::sizeHint() const
{
    if (wordWrap()) {
        return QLabel::sizeHint();
    }
    const QMargins margins = contentsMargins();
    return QSize(static_cast<int>(std::ceil(figuresWidth(font(), text()))) + margins.left() + margins.right(),
        fontMetrics().height() + margins.top() + margins.bottom());
}

QSize PlainLabel::minimumSizeHint() const
{
    // Room for a few letters and the ellipsis; the tooltip has the rest.
    const int least = fontMetrics().averageCharWidth() * 4;
    return wordWrap() ? QLabel::minimumSizeHint() : QSize(std::min(sizeHint().width(), least), sizeHint().height());
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::ApplicationFontChange) {
        dress();
    }
    if (event->type() == QEvent::Show) {
        updateTip(); // Before, nobody knew how much room there would be.
    }
    return QLabel::event(event);
}

void PlainLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(this);
    if (font().pixelSize() != theme.font(m_type, m_weight).pixelSize()) {
        // Qt tells nothing of a larger font in the window to whom has a font of its own.
        QTimer::singleShot(0, this, &PlainLabel::dress);
    }
    const Tokens &tokens = theme.tokens();
    QColor colour = m_status ? tokens.of(*m_status) : colourOf(m_tone, tokens);
    if (!isEnabled()) {
        colour = palette().color(QPalette::Disabled, QPalette::WindowText);
    }
    painter.setPen(colour);
    if (wordWrap()) {
        painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextWordWrap, text());
    } else {
        drawFigures(painter, contentsRect(), static_cast<int>(alignment()), font(), text());
    }
}

void PlainLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateTip();
}

void PlainLabel::dress()
{
    const QFont wanted = Theme::of(this).font(m_type, m_weight);
    if (font() != wanted) {
        setFont(wanted);
        updateGeometry();
    }
}

void PlainLabel::updateTip()
{
    const bool cut = !wordWrap() && isVisible() && sizeHint().width() > width();
    setToolTip(cut ? plainTip(text()) : QString());
    setAccessibleDescription(cut ? text() : QString()); // Else Qt takes the tooltip, which is HTML.
}

QColor colourOf(Tone tone, const Tokens &tokens)
{
    switch (tone) {
    case Tone::text:
        return tokens.text;
    case Tone::muted:
        return tokens.muted;
    case Tone::accent:
        return tokens.accent;
    }
    return tokens.text;
}

} // namespace siaga::views

#include "moc_plain_label.cpp"
