// SPDX-License-Identifier: GPL-3.0-or-later
// The board's words for how bad things are, as the widgets' words for it.
//
// Like the adapter between two plugs that mean the same. The catch: it must stay total; a new standing without a mark
// would be shown as healthy by nobody, so the compiler is asked to complain.
#pragma once

#include "core/boards/now_board.h"
#include "views/models/selection.h"
#include "views/theme/status.h"

#include <optional>

namespace siaga::views {

Status statusOf(Standing standing);
Status statusOf(Severity severity);
Mode modeOf(siaga::Mode mode);

/// Where a plan stands: what needs a person is a warning, what failed is critical.
Status statusOf(PlanStanding standing);

/// The worst of the open alerts; healthy when there is none.
Status worstOf(const AlertsTile &alerts);

/// From when on a core that says nothing is taken for one that does not work.
inline constexpr Duration silenceMax = std::chrono::seconds(10);

/// Why nothing can be asked for at the moment, in a sentence; empty when it can.
QString whyReadOnly(const NowBoard &board);

/// Why nothing can be set going: the same, and a board that may be long over. Holding, stopping and aborting are asked
/// for all the same.
QString whyNotStart(const NowBoard &board);

/// What a person types to confirm an action on `what`: the name alone in the lab, elsewhere with the mode before it.
QString confirmationFor(siaga::Mode mode, const QString &what);

/// The region's card, or nullptr.
const RegionCard *regionIn(const NowBoard &board, const RegionId &region);
/// Also those that another one explains.
const AlertRow *alertIn(const NowBoard &board, AlertId alert);
const PlanCard *planIn(const NowBoard &board, PlanId plan);

/// Where a service explains itself best: its worst open alert, else the worst region that it stands in; nothing when it
/// stands nowhere.
Selection placeOfService(const NowBoard &board, const ServiceId &service);

} // namespace siaga::views
