// SPDX-License-Identifier: GPL-3.0-or-later
// How stock controls are drawn: Fusion, with our own flat buttons, fields, scroll bars, table headers and focus ring.
//
// A coat of paint over standard furniture: behaviour, layout and accessibility stay Qt's. A style rather than a style
// sheet, because it reads the widget's palette at each paint and so follows dark and light by itself. The catch: it
// only knows the palette; anything new it draws must take its colour from Theme::of.
#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace siaga::views {

/// How loud a button is. `danger` looks like a normal button until it is pressed in: red is for state.
enum class Emphasis { normal, primary, danger };
void setEmphasis(QAbstractButton &button, Emphasis emphasis);
Emphasis emphasisOf(const QWidget *widget);

class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returned) const override;
};

} // namespace siaga::views
