// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie on the time track; for its behaviour and its paint alike.
//
// Like the staves of a score. The catch: the pointer finds a mark by its lane too, so both must read the same heights.
#pragma once

#include <QtGlobal>

namespace siaga::views {

inline constexpr int alertLane = 0; ///< Above the line.
inline constexpr int planLane = 1;  ///< On it.
inline constexpr int orderLane = 2; ///< Below it.
inline constexpr int lanes = 3;

inline constexpr int trackSide = 10;      ///< Free at both ends, for half a cursor.
inline constexpr int trackHeight = 50;
inline constexpr qreal lineHeightY = 19;  ///< Of the line's middle.

constexpr qreal laneHeight(int lane)
{
    return lane == alertLane ? 8 : lane == planLane ? lineHeightY : 29;
}

} // namespace siaga::views
