// SPDX-License-Identifier: GPL-3.0-or-later
// The board's breakers as the faces that page Protect's cards show.
//
// Like the typesetter of page Now's. The catch: it may shorten and fold away, never invent.
#pragma once

#include "core/boards/protect_board.h"
#include "views/protect/breaker_face.h"

#include <QSet>

namespace siaga::views {

BreakerFace breakerFace(const BreakerCard &card);

/// The groups that have a card which matches `filter`. Calm ones of Siaga's own calls and of other programs are folded
/// into a line unless their group is in `unfolded`, or something is looked for.
std::vector<BreakerGroupFace> breakerGroups(const ProtectBoard &board, const QSet<QString> &unfolded, const QString &filter);

} // namespace siaga::views
