// SPDX-License-Identifier: GPL-3.0-or-later
// Every breaker as lines of text and as JSON: the same board as page Protect's.
#pragma once

#include "core/boards/protect_board.h"

#include <QStringList>

class QJsonObject;

namespace siaga {

/// Worst first in each group; calm ones of Siaga's own calls and of other programs are only counted.
QStringList resilienceLines(const ProtectBoard &board);

QJsonObject resilienceJson(const ProtectBoard &board);

} // namespace siaga
