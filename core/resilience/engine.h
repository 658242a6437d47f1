// SPDX-License-Identifier: GPL-3.0-or-later
// Which calls are to be protected from which target: registered breakers judged by their signals, our own and other
// programs' as they tell, and what people hold.
//
// Like a switchboard operator with a list of fuses: some report by themselves, some are read off a dial. The catch: it
// stands in nobody's way; what it opens is a card, an alert and at most the wish for a plan.
#pragma once

#include "core/events/engine.h"
#include "core/resilience/state.h"

namespace siaga::resilience {

Outputs decide(const State &state, const Input &input, const Context &context);
void fold(State &state, const Recorded &recorded);
std::optional<Instant> nextDeadline(const State &state, const Context &context);

} // namespace siaga::resilience
