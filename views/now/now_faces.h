// SPDX-License-Identifier: GPL-3.0-or-later
// The board's values as the faces that page Now's widgets show.
//
// Like the typesetter between the reporter and the printing press. The catch: it may shorten, never invent; what the
// board does not know is said to be unknown.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/figures.h"
#include "views/widgets/alert_rows.h"
#include "views/widgets/incident_line.h"
#include "views/widgets/region_map.h"
#include "views/widgets/tile.h"

namespace siaga::views {

IncidentFace incidentFace(const Incident &incident, words::Zone zone);

/// `past`: of a moment of the past; what was only seen then was not kept, and says so.
TileFace availabilityFace(const AvailabilityTile &tile, bool past = false);
TileFace headroomFace(const HeadroomTile &tile, bool past = false);
/// `anySeen`: whether anything was seen since the start; without that nothing open means nothing known.
TileFace alertsFace(const AlertsTile &tile, bool anySeen);
TileFace plansFace(const PlansTile &tile);
TileFace breakersFace(const BreakersTile &tile, bool anySeen, bool past = false);

std::vector<RegionMark> regionMarks(const NowBoard &board);

/// An arrow for each running evacuation, from the region to each that takes over; back again for a restore.
std::vector<TrafficMove> trafficMoves(const NowBoard &board);

std::vector<AlertItem> alertItems(const NowBoard &board, words::Zone zone);

} // namespace siaga::views
