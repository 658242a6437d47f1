// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/code_block.h"

#include "views/theme/plain_text.h"
#include "views/theme/theme.h"
#include "views/widgets/spoken.h"

#include <QFontDatabase>
#include <QPainter>

#include <algorithm>

namespace siaga::views {

namespace {

constexpr int padding = 12;

} // namespace

CodeBlock::CodeBlock(const QStringList &lines, QWidget *parent)
    : QWidget(parent)
{
    for (const QString &line : lines)
        m_lines << plain(line);
    setRole(*this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(m_lines.join(QLatin1Char('\n')));
}

QFont CodeBlock::letters() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(Theme::of(this).font(Type::body).pixelSize());
    return font;
}

QSize CodeBlock::sizeHint() const
{
    const QFontMetrics metrics(letters());
    int width = 0;
    for (const QString &line : m_lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    return {width + 2 * padding, static_cast<int>(m_lines.size()) * metrics.lineSpacing() + 2 * padding};
}

QSize CodeBlock::minimumSizeHint() const
{
    return {20 * grid, sizeHint().height()};
}

void CodeBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(rect(), controlRadius, controlRadius);
    painter.setFont(letters());
    painter.setPen(tokens.text);
    const QFontMetrics metrics(letters());
    int y = padding + metrics.ascent();
    for (const QString &line : m_lines) {
        painter.drawText(padding, y, metrics.elidedText(line, Qt::ElideRight, width() - 2 * padding));
        y += metrics.lineSpacing();
    }
}

} // namespace siaga::views

#include "moc_code_block.cpp"
