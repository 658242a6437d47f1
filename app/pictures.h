// SPDX-License-Identifier: GPL-3.0-or-later
// The pages as PNG files, dark and light, for the README, for reviews and for reports.
#pragma once

#include "core/boards/protect_board.h"

#include <QString>

namespace siaga {

/// Paints page Now as it would stand on the screen into DIR/NAME-dark.png and DIR/NAME-light.png, 1440×900.
/// Needs a QApplication; false when a file cannot be written.
bool paintPage(const NowBoard &board, const QString &folder, const QString &name);

/// The same of page Protect.
bool paintProtection(const NowBoard &board, const ProtectBoard &protection, const QString &folder, const QString &name);

} // namespace siaga
