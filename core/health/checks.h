// SPDX-License-Identifier: GPL-3.0-or-later
// Checks: when soft results turn a hard state, and when silence does.
//
// It is like a smoke alarm that wants the smoke three times before it rings, and fresh air twice before it stops. The
// catch: nothing rings while nobody looks; silence makes a check unknown, never down and never up.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

namespace siaga::health {

/// What a check's newest result leads to: a turn, a fast re-check, or nothing. Late results lead to nothing.
Outputs checkSeen(const State &state, const CheckSeen &seen, const Context &context);

/// The checks of which no result came within staleAfter(check).
Outputs silentChecks(const State &state, const Context &context);

/// Whether the check is down by failures seen while our own link was trusted. Those from before it was trusted again
/// may have been ours: they must repeat, as many times as the check asks for.
bool confirmedDown(const State &state, const Check &check, const Context &context);

/// When the failures that hold the check down began.
Instant failingSince(const State &state, const Check &check, const Context &context);

/// Fast re-checks of what is down, once our own link is trusted again; a bounded number.
Outputs recheckAllDown(const State &state, const Context &context);

/// A fast re-check of one check that is up in each other region, to tell early whether it is our own link that broke.
Outputs witnessesFor(const State &state, const RegionId &region, const Context &context);

} // namespace siaga::health
