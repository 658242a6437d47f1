// SPDX-License-Identifier: GPL-3.0-or-later
// A tooltip whose text is shown as it is.
//
// Like a note under glass. The catch: Qt's own would take text from outside for HTML, so only this one is used.
#pragma once

#include <QString>

class QWidget;

namespace siaga::views {

/// Replaces the widget's tooltip; empty: none.
void setPlainTip(QWidget &widget, const QString &text);

} // namespace siaga::views
