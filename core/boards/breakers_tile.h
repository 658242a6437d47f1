// SPDX-License-Identifier: GPL-3.0-or-later
// The tile that counts breakers, for page Now and for the head of page Protect.
//
// Like the lamp on the cupboard door. The catch: Siaga's own targets are only known to the instance that calls them.
#pragma once

#include "core/boards/now_board.h"

namespace siaga::projection {

struct BreakersInput
{
    const Fleet &fleet;
    const resilience::State &resilience;
    const health::State &health;
    const Seen &seen;
    Instant now;
    std::size_t ownTargets = 0; ///< That this instance calls.
    bool past = false;          ///< What was seen was not kept: it does not make a breaker unknown.
};

BreakersTile breakersTile(const BreakersInput &input);

} // namespace siaga::projection
