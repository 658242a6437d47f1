// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QFontInfo>
#include <QPalette>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

constexpr int pixelsMin = 12; // Smaller text is not read at 03:00.

double factor(Type type)
{
    switch (type) {
    case Type::small:
        return 0.9;
    case Type::body:
        return 1;
    case Type::heading:
        return 1.2;
    case Type::title:
        return 1.6;
    case Type::figure:
        return 2.4;
    }
    return 1;
}

} // namespace

Theme Theme::of(const QWidget *widget)
{
    const bool dark = widget->palette().color(QPalette::Window).lightness() < 128;
    return Theme(dark ? Tokens::darkOnes() : Tokens::lightOnes(), widget->window()->font());
}

Theme::Theme(const Tokens &tokens, const QFont &base)
    : m_tokens(&tokens)
    , m_base(base)
    , m_em(std::max(pixelsMin, base.pixelSize() > 0 ? base.pixelSize() : QFontInfo(base).pixelSize()))
{
}

QFont Theme::font(Type type, QFont::Weight weight) const
{
    QFont font(m_base);
    font.setPixelSize(std::max(pixelsMin, static_cast<int>(std::lround(m_em * factor(type)))));
    font.setWeight(weight);
    return font;
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) { palette.setColor(role, colour); };
    set(QPalette::Window, tokens.window);
    set(QPalette::WindowText, tokens.text);
    set(QPalette::Base, tokens.surface);
    set(QPalette::AlternateBase, tokens.raised);
    set(QPalette::Text, tokens.text);
    set(QPalette::PlaceholderText, tokens.muted);
    set(QPalette::Button, tokens.surface);
    set(QPalette::ButtonText, tokens.text);
    set(QPalette::BrightText, tokens.text);
    set(QPalette::ToolTipBase, tokens.raised);
    set(QPalette::ToolTipText, tokens.text);
    set(QPalette::Highlight, tokens.accent);
    set(QPalette::HighlightedText, tokens.onAccent);
    set(QPalette::Link, tokens.accent);
    set(QPalette::LinkVisited, tokens.accent);
    set(QPalette::Light, tokens.raised);
    set(QPalette::Midlight, tokens.raised);
    set(QPalette::Mid, tokens.border);
    set(QPalette::Dark, tokens.border);
    set(QPalette::Shadow, tokens.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, mixed(tokens.surface, tokens.muted, 0.65));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tokens.muted);
    return palette;
}

} // namespace siaga::views
