// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/style.h"

#include "views/theme/marks.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int scrollBarWidth = 12;
constexpr int sliderMin = 32;
constexpr const char *emphasisProperty = "emphasis";

const Tokens &tokensOf(const QStyleOption &option)
{
    return option.palette.color(QPalette::Window).lightness() < 128 ? Tokens::darkOnes() : Tokens::lightOnes();
}

void paintBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &line)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), controlRadius, controlRadius);
    painter.restore();
}

void paintButton(QPainter &painter, const QStyleOption &option, Emphasis emphasis)
{
    const Tokens &tokens = tokensOf(option);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    QColor fill = hovered ? tokens.raised : tokens.surface;
    QColor line = hovered ? mixed(tokens.border, tokens.muted, 0.5) : tokens.border;
    if (emphasis == Emphasis::primary && enabled) {
        fill = hovered ? mixed(tokens.accent, tokens.text, 0.12) : tokens.accent;
        line = fill;
    }
    if (down) {
        // A filled one goes on towards the text's colour, away from that of its words.
        fill = emphasis == Emphasis::danger ? tokens.critical
            : emphasis == Emphasis::primary && enabled ? mixed(tokens.accent, tokens.text, 0.25)
                                                       : mixed(fill, tokens.border, 0.6);
        line = emphasis == Emphasis::danger ? tokens.critical : line;
    }
    paintBox(painter, option.rect, fill, line);
}

/// The focus of a button that has the ring's own colour: a line of its words' colour, a little inside.
void paintRingInside(QPainter &painter, const QRect &rect, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -3), controlRadius - 3, controlRadius - 3);
    painter.restore();
}

/// A ring, and a dot in it when it is the chosen one; the focus ring stands around its words.
void paintChoice(QPainter &painter, const QStyleOption &option)
{
    const Tokens &tokens = tokensOf(option);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const QColor ink = !enabled ? tokens.border : on ? tokens.accent : tokens.muted;
    const qreal size = std::min(option.rect.width(), option.rect.height()) - 2;
    const QPointF centre = QRectF(option.rect).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.5));
    painter.setBrush(option.palette.color(QPalette::Base));
    painter.drawEllipse(centre, size / 2, size / 2);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(centre, size / 4, size / 4);
    }
    painter.restore();
}

QColor buttonTextColour(const QStyleOption &option, Emphasis emphasis)
{
    const Tokens &tokens = tokensOf(option);
    if (!(option.state & QStyle::State_Enabled)) {
        return option.palette.color(QPalette::Disabled, QPalette::ButtonText);
    }
    if (emphasis == Emphasis::primary) {
        return tokens.onAccent;
    }
    return emphasis == Emphasis::danger && (option.state & QStyle::State_Sunken) ? tokens.onStatus : tokens.text;
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, QRect slider)
{
    const Tokens &tokens = tokensOf(option);
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    slider = option.orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(active ? tokens.muted : mixed(tokens.border, tokens.muted, 0.4));
    painter.drawRoundedRect(slider, 3, 3);
    painter.restore();
}

QRect sliderRect(const QStyleOptionSlider &option)
{
    const bool vertical = option.orientation == Qt::Vertical;
    const int room = vertical ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const int length = range > 0 ? std::clamp(int(qint64(option.pageStep) * room / (range + option.pageStep)),
                                       std::min(sliderMin, room), room)
                                 : room;
    const int offset = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, room - length, option.upsideDown);
    return vertical ? QRect(option.rect.left(), option.rect.top() + offset, option.rect.width(), length)
                    : QRect(option.rect.left() + offset, option.rect.top(), length, option.rect.height());
}

} // namespace

void setEmphasis(QAbstractButton &button, Emphasis emphasis)
{
    button.setProperty(emphasisProperty, static_cast<int>(emphasis));
    button.update();
}

Emphasis emphasisOf(const QWidget *widget)
{
    return widget ? static_cast<Emphasis>(widget->property(emphasisProperty).toInt()) : Emphasis::normal;
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(*option);
    switch (element) {
    case PE_PanelButtonCommand:
        paintButton(*painter, *option, emphasisOf(widget));
        return;
    case PE_IndicatorRadioButton:
        paintChoice(*painter, *option);
        return;
    case PE_PanelLineEdit:
        paintBox(*painter, option->rect, option->palette.color(QPalette::Base), tokens.border);
        if (option->state & State_HasFocus) {
            paintFocusRing(*painter, option->rect, controlRadius, tokens);
        }
        return;
    case PE_FrameLineEdit:
        return; // Part of the panel above.
    case PE_FrameFocusRect:
        if (emphasisOf(widget) == Emphasis::primary && (option->state & State_Enabled)) {
            paintRingInside(*painter, option->rect, tokens.onAccent);
        } else {
            paintFocusRing(*painter, option->rect, controlRadius, tokens);
        }
        return;
    case PE_PanelScrollAreaCorner:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton tinted(*button);
            tinted.palette.setColor(QPalette::ButtonText, buttonTextColour(*option, emphasisOf(widget)));
            QProxyStyle::drawControl(element, &tinted, painter, widget);
            return;
        }
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        const Tokens &tokens = tokensOf(*option);
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), tokens.border);
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet(*header);
            quiet.palette.setColor(QPalette::ButtonText, tokensOf(*option).muted);
            quiet.state &= ~State_On; // No bold for the column of the current cell.
            // The words of a heading begin where those of its cells do.
            quiet.rect.setLeft(quiet.rect.left() + 2 * grid - pixelMetric(PM_HeaderMargin, option, widget));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            paintScrollBar(*painter, *bar, sliderRect(*bar));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    const QRect slider = sliderRect(*bar);
    const QRect all = bar->rect;
    const bool vertical = bar->orientation == Qt::Vertical;
    switch (part) {
    case SC_ScrollBarGroove:
        return all;
    case SC_ScrollBarSlider:
        return slider;
    case SC_ScrollBarSubPage:
        return vertical ? QRect(all.topLeft(), QPoint(all.right(), slider.top() - 1))
                        : QRect(all.topLeft(), QPoint(slider.left() - 1, all.bottom()));
    case SC_ScrollBarAddPage:
        return vertical ? QRect(QPoint(all.left(), slider.bottom() + 1), all.bottomRight())
                        : QRect(QPoint(slider.right() + 1, all.top()), all.bottomRight());
    default:
        return {}; // No arrows.
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonFocusRect) {
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        result = QSize(size.width() + 3 * grid, std::max(controlHeight, size.height() + grid));
    } else if (type == CT_LineEdit || type == CT_ComboBox) {
        result.setHeight(std::max(controlHeight, result.height()));
    } else if (type == CT_HeaderSection) {
        result.setHeight(controlHeight);
    }
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return sliderMin;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace siaga::views

#include "moc_style.cpp"
