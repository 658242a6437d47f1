// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a button as a person does: by what stands on it, where it can be seen.
#pragma once

#include "views/widgets/action_button.h"

namespace siaga::tests {

/// The first visible button with that text below the widget; nullptr when there is none.
inline views::ActionButton *visibleButton(const QWidget &widget, const char *text)
{
    for (views::ActionButton *button : widget.findChildren<views::ActionButton *>())
        if (button->isVisible() && button->text() == QString::fromUtf8(text))
            return button;
    return nullptr;
}

} // namespace siaga::tests
