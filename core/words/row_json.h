// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a board as JSON, the same on the command line and when it is copied from the window.
//
// Like the same receipt from the till and from the machine at the door. The catch: keys and stored names are never
// translated and never renamed, as programs read them; only a headline is a sentence in the reader's language.
#pragma once

#include "core/boards/protect_board.h"

#include <QJsonObject>

namespace siaga::words {

QJsonObject toJson(const RegionCard &region);
QJsonObject toJson(const AlertRow &alert);
QJsonObject toJson(const PlanCard &plan);
QJsonObject toJson(const BreakerCard &card);

} // namespace siaga::words
