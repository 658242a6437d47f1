// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/now_board.h"

namespace siaga {

namespace {

void strip(RegionCard &card)
{
    card.lasted = {};
    card.age.reset();
    card.since = {}; // Reckoned back from the present wall time, so its last digit wavers.
    for (CheckRow &check : card.checks)
        check.age.reset();
}

void strip(AlertRow &row)
{
    row.lasted = {};
    row.opened = {};
    if (row.escalatesIn)
        row.escalatesIn = Duration::zero();
    for (AlertRow &explained : row.explained)
        strip(explained);
}

void strip(PlanCard &card)
{
    card.lasted = {};
    card.left = {};
    for (StepRow &step : card.steps)
        step.beforeAge.reset();
}

} // namespace

NowBoard withoutAges(NowBoard board)
{
    board.wall = {};
    board.now = {};
    board.age = {};
    for (RegionCard &card : board.regions)
        strip(card);
    for (AlertRow &row : board.alerts)
        strip(row);
    for (PlanCard &card : board.planCards)
        strip(card);
    if (board.incident) {
        board.incident->lasted = {};
        board.incident->recoveryTimeLeft = {};
        board.incident->since = {};
        if (board.incident->escalatesIn)
            board.incident->escalatesIn = Duration::zero();
    }
    return board;
}

} // namespace siaga
