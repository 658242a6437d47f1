// SPDX-License-Identifier: GPL-3.0-or-later
// What a widget needs to know of the look: its colours, its fonts, its distances.
//
// Like asking the room you stand in whether the light is on: Theme::of(widget) reads the widget's own palette and its
// window's font, so a window can be dark, or large (the wall), while another is not, and nothing global has to be kept
// in step. The catch: it is a value of this moment; ask again in each paint and each change event.
#pragma once

#include "views/theme/tokens.h"

#include <QFont>

class QPalette;
class QWidget;

namespace siaga::views {

/// Distances in pixels, on a grid of eight; four inside a control.
inline constexpr int grid = 8;
inline constexpr int halfGrid = 4;
inline constexpr int cardRadius = 8;
inline constexpr int controlRadius = 6;
inline constexpr int controlHeight = 32;

/// The one type scale: 0.9, 1, 1.2, 1.6 and 2.4 em of the application's font.
enum class Type { small, body, heading, title, figure };

class Theme
{
public:
    static Theme of(const QWidget *widget);
    Theme(const Tokens &tokens, const QFont &base);

    const Tokens &tokens() const { return *m_tokens; }
    /// Never under 12 px.
    QFont font(Type type, QFont::Weight weight = QFont::Normal) const;
    /// Pixels of one em of the body text; for sizes that follow the text.
    int em() const { return m_em; }

private:
    const Tokens *m_tokens;
    QFont m_base;
    int m_em;
};

/// The palette that stock widgets get from the tokens.
QPalette paletteOf(const Tokens &tokens);

} // namespace siaga::views
