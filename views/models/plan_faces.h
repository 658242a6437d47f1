// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's card as what the widgets show: before it runs as a preview, afterwards as lanes.
//
// Like setting the same text as a contract and as a timetable. The catch: bars of steps that have not begun are only
// expected; their lengths are guesses from the kind of step and say nothing about the world.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/figures.h"
#include "views/widgets/lane_chart.h"
#include "views/widgets/plan_preview.h"

namespace siaga::views {

LanesFace lanesFace(const PlanCard &card, const NowBoard &board);
PreviewFace previewFace(const PlanCard &card, const NowBoard &board);

/// What is not ready of what the plan moves to, each a sentence.
std::vector<QString> notReady(const PlanCard &card, const NowBoard &board);

/// "plan 41 · approved by Rina · step 7 of 9 · 43 s · 7f3a·c91e".
QString planLine(const PlanCard &card);

} // namespace siaga::views
