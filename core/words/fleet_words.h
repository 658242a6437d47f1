// SPDX-License-Identifier: GPL-3.0-or-later
// Where the fleet on the board comes from, in words.
//
// Like the imprint of a map. The catch: it names the file that is watched; the fleet in force is the one last adopted.
#pragma once

#include "core/boards/now_board.h"

#include <QString>

namespace siaga::words {

/// "the built-in lab", "/etc/fleet.yaml", "/etc/fleet.yaml, as last time", "last adopted; its file is not known".
QString fleetOrigin(const NowBoard &board);

/// The same for little room: "built-in lab", "fleet.yaml", "fleet.yaml, as last time", "last adopted".
QString fleetOriginShort(const NowBoard &board);

} // namespace siaga::words
