// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/clock_button.h"

#include "core/words/figures.h"
#include "views/theme/figures.h"
#include "views/theme/marks.h"

#include <QPainter>

#include <cmath>

namespace siaga::views {

namespace  {

/// The other zone needs no seconds: they are the same.
QString withoutSeconds(const QString &time)
{
    return time.left(5) + time.mid(8);
}

} // namespace

ClockButton::ClockButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setShortcut(QKeySequence(Qt::Key_Z));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setAccessibleDescription(tr("Switches all times between UTC and local"));
    connect(this, &QAbstractButton::clicked, this, &ClockButton::swapZones);
    dress();
}

void ClockButton::setTime(WallTime time, bool withDay)
{
    if (time == m_time && withDay == m_withDay)
        return;
    m_time = time;
    m_withDay = withDay;
    dress();
}

void ClockButton::swapZones()
{
    m_zone = m_zone == words::Zone::utc ? words::Zone::local : words::Zone::utc;
    dress();
    emit zoneChanged(m_zone);
}

void ClockButton::dress()
{
    const words::Zone other = m_zone == words::Zone::utc ? words::Zone::local : words::Zone::utc;
    const QString loud = words::timeOfDay(m_time, m_zone);
    m_loud = m_withDay ? words::dateAndTime(m_time, m_zone) : loud;
    const QString quiet = withoutSeconds(words::timeOfDay(m_time, other));
    // Where local time is UTC the second clock would only repeat the first.
    m_quiet = quiet == withoutSeconds(loud) ? QString() : quiet;
    setAccessibleName(tr("Time: %1").arg(m_loud));
    updateGeometry();
    update();
}

QSize ClockButton::sizeHint() const
{
    const Theme theme = Theme::of(this);
    const qreal loud = figuresWidth(theme.font(Type::heading, QFont::DemiBold), m_loud);
    const qreal quiet = m_quiet.isEmpty() ? 0 : figuresWidth(theme.font(Type::body), m_quiet) + grid;
    return {static_cast<int>(std::ceil(loud + quiet)) + 2 * grid, controlHeight};
}

void ClockButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    const QFont loud = theme.font(Type::heading, QFont::DemiBold);
    const QFont quiet = theme.font(Type::body);
    const QRectF room = QRectF(rect()).adjusted(grid, 0, -grid, 0);
    painter.setPen(theme.tokens().text);
    drawFigures(painter, room, Qt::AlignLeft | Qt::AlignVCenter, loud, m_loud);
    painter.setPen(theme.tokens().muted);
    drawFigures(painter, room.adjusted(figuresWidth(loud, m_loud) + grid, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter,
        quiet, m_quiet);
    if (hasFocus())
        paintFocusRing(painter, rect(), controlRadius, theme.tokens());
}

} // namespace siaga::views

#include "moc_clock_button.cpp"
