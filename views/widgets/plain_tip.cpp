// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/plain_tip.h"

#include "views/theme/plain_text.h"

#include <QWidget>

namespace siaga::views {

void setPlainTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(plainTip(text));
}

} // namespace siaga::views
