// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour of the console, by what it is for. No page names a colour; it asks for the token.
//
// Like the paint cupboard of a railway: two shelves, dark and light, with the same labels. The catch: a new token needs
// a line in the contrast test, or it may be unreadable on the other shelf.
#pragma once

#include "views/theme/status.h"

#include <QColor>

namespace siaga::views {

struct Tokens
{
    bool dark = true;
    QColor window;   ///< Behind everything.
    QColor surface;  ///< Cards, bars, the rail.
    QColor raised;   ///< What is hovered, selected or laid into a surface.
    QColor border;   ///< Lines around and between; never carries meaning alone.
    QColor land;     ///< The map's continents, on a surface.
    QColor text;
    QColor muted;    ///< Captions and second lines.
    QColor accent;   ///< Focus, selection, what is running.
    QColor onAccent; ///< Text on the accent.
    QColor drill;
    QColor replay;
    QColor healthy;
    QColor warning;
    QColor critical;
    QColor emergency;
    QColor unknown;
    QColor onStatus; ///< Text on a filled status colour.

    QColor of(Status status) const;
    QColor of(Mode mode) const;
    /// Text on a badge that is filled with the mode's colour.
    QColor onMode() const { return window; }

    static const Tokens &darkOnes();
    static const Tokens &lightOnes();
};

/// The ratio of WCAG 2: 1 (the same) to 21 (black on white). Both colours opaque.
double contrast(const QColor &one, const QColor &other);

/// `over` laid on `under` with `share` of its strength, 0 to 1; opaque, so that a contrast can be computed from it.
QColor mixed(const QColor &under, const QColor &over, double share);

} // namespace siaga::views
