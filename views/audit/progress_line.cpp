// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/progress_line.h"

#include "core/words/figures.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace siaga::views {

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(3);
}

void ProgressLine::setPart(double part)
{
    m_part = std::min(part, 1.0);
    setAccessibleName(part < 0 ? QString() : tr("%1 done").arg(words::percent(m_part, 0)));
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (m_part < 0)
        return;
    QPainter painter(this);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.fillRect(rect(), tokens.border);
    painter.fillRect(QRectF(0, 0, width() * m_part, height()), tokens.accent);
}

} // namespace siaga::views

#include "moc_progress_line.cpp"
