// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/status_pill.h"

#include "views/theme/figures.h"
#include "views/theme/marks.h"
#include "views/theme/plain_text.h"
#include "views/widgets/spoken.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

int markSize(const Theme &theme)
{
    return theme.em() * 12 / 13;
}

} // namespace

SeverityMark::SeverityMark(Status status, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    setRole(*this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(status);
}

void SeverityMark::setStatus(Status status)
{
    m_status = status;
    setAccessibleName(word(status));
    update();
}

QSize SeverityMark::sizeHint() const
{
    const int size = markSize(Theme::of(this));
    return QSize(size, size);
}

void SeverityMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, rect(), m_status, Theme::of(this).tokens());
}

StatusPill::StatusPill(Status status, const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setRole(*this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setStatus(status, text);
}

void StatusPill::setStatus(Status status, const QString &text)
{
    m_status = status;
    m_text = text.isEmpty() ? word(status) : plain(text);
    setAccessibleName(text.isEmpty() ? m_text : tr("%1: %2").arg(word(status), m_text));
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const Theme theme = Theme::of(this);
    const QFont font = theme.font(Type::body, QFont::DemiBold);
    const int padding = m_status == Status::emergency ? 2 * grid : 0;
    return QSize(static_cast<int>(std::ceil(figuresWidth(font, m_text))) + markSize(theme) + grid + padding,
        QFontMetrics(font).height() + halfGrid);
}

QSize StatusPill::minimumSizeHint() const
{
    return QSize(std::min(sizeHint().width(), 8 * grid), sizeHint().height());
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    const bool filled = m_status == Status::emergency;
    const int size = markSize(theme);
    const int left = filled ? grid : 0;
    const QRectF mark(left, (height() - size) / 2.0, size, size);
    if (filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.emergency);
        painter.drawRoundedRect(QRect(0, 0, std::min(width(), sizeHint().width()), height()), halfGrid, halfGrid);
        painter.setBrush(tokens.onStatus);
        painter.drawPath(markPath(m_status, mark));
    } else {
        paintMark(painter, mark, m_status, tokens);
    }
    painter.setPen(filled ? tokens.onStatus : tokens.of(m_status));
    drawFigures(painter, QRectF(rect()).adjusted(left + size + grid - 2, 0, -left, 0), Qt::AlignLeft | Qt::AlignVCenter,
        theme.font(Type::body, QFont::DemiBold), m_text);
}

} // namespace siaga::views

#include "moc_status_pill.cpp"
