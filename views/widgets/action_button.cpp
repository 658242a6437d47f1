// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/action_button.h"

#include "views/theme/figures.h"
#include "views/theme/marks.h"
#include "views/theme/plain_text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

constexpr int side = 12;
constexpr int markSize = 11;

} // namespace

ActionButton::ActionButton(const QString &text, const QKeySequence &key, QWidget *parent)
    : QPushButton(text, parent)
{
    setShortcut(key);
    setAutoDefault(false);
}

void ActionButton::setSpread(bool spread)
{
    m_spread = spread;
    update();
}

void ActionButton::setKeyShown(const QKeySequence &key)
{
    m_keyShown = key;
    updateGeometry();
    update();
}

QString ActionButton::keyText() const
{
    const QKeySequence key = m_keyShown.isEmpty() ? shortcut() : m_keyShown;
    return key.toString(QKeySequence::NativeText);
}

void ActionButton::setMark(std::optional<Status> mark)
{
    m_mark = mark;
    updateGeometry();
    update();
}

void ActionButton::disableBecause(const QString &reason)
{
    setEnabled(reason.isEmpty());
    setToolTip(plainTip(reason));
    setAccessibleDescription(plain(reason));
}

QSize ActionButton::sizeHint() const
{
    const Theme theme = Theme::of(this);
    const qreal words = figuresWidth(theme.font(Type::body, QFont::Medium), text());
    const qreal key = figuresWidth(theme.font(Type::small), keyText());
    return QSize(static_cast<int>(std::ceil(words + key)) + 2 * side + (key > 0 ? grid : 0) + (m_mark ? markSize + 6 : 0),
        std::max(controlHeight, fontMetrics().height() + 2 * halfGrid));
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const Theme theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    const Emphasis emphasis = emphasisOf(this);
    const bool red = emphasis == Emphasis::danger && isDown();
    QColor colour = emphasis == Emphasis::primary ? tokens.onAccent : red ? tokens.onStatus : tokens.text;
    QColor quiet = emphasis == Emphasis::primary || red ? colour : tokens.muted;
    if (!isEnabled()) {
        colour = quiet = palette().color(QPalette::Disabled, QPalette::ButtonText);
    }
    const QFont font = theme.font(Type::body, QFont::Medium);
    const QFont small = theme.font(Type::small);
    const QString key = keyText();
    const qreal keyWidth = key.isEmpty() ? 0 : figuresWidth(small, key) + grid;
    const qreal words = figuresWidth(font, text());
    const qreal markWidth = m_mark ? markSize + 6 : 0;
    const qreal start = m_spread ? side : std::max<qreal>(side, (width() - words - keyWidth - markWidth) / 2);
    const qreal left = start + markWidth;
    if (m_mark) {
        paintMark(painter, QRectF(start, (height() - markSize) / 2.0, markSize, markSize), *m_mark, tokens);
    }
    painter.setPen(colour);
    drawFigures(painter, QRectF(left, 0, width() - left - side - keyWidth, height()), Qt::AlignLeft | Qt::AlignVCenter,
        font, text());
    painter.setPen(quiet);
    const qreal right = m_spread ? width() - side : std::min<qreal>(width() - side, left + words + keyWidth);
    drawFigures(painter, QRectF(right - keyWidth, 0, keyWidth, height()), Qt::AlignRight | Qt::AlignVCenter, small, key);
    if (hasFocus()) {
        option.rect = rect();
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
    }
}

} // namespace siaga::views

#include "moc_action_button.cpp"
