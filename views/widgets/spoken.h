// SPDX-License-Identifier: GPL-3.0-or-later
// What a widget that paints itself is to a screen reader: a group, a picture, a line of words.
//
// Like the sign on a door that is only painted on the wall. The catch: Qt takes a bare QWidget for a mere container and
// says nothing of it, so every widget with a paintEvent of its own needs a role and a name; a test looks for those
// without.
#pragma once

#include <QAccessible>

class QWidget;

namespace siaga::views {

/// For widgets that Qt knows nothing about, best in their constructor; buttons, lines and tables have roles already.
void setRole(QWidget &widget, QAccessible::Role role);

/// Tells screen readers at once what the widget says by its accessible name, whatever the keyboard is on.
void announceAlert(QWidget &widget);

} // namespace siaga::views
