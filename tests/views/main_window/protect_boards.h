// SPDX-License-Identifier: GPL-3.0-or-later
// Boards of page Protect made by hand, for pictures and for the tests of the page.
#pragma once

#include "core/boards/protect_board.h"

#include <memory>

namespace siaga::boards {

inline const BreakerId payEast{"payment-service@us-east-1"};
inline const BreakerId payWest{"payment-service@us-west-2"};
inline const BreakerId edgeEurope{"edge:lb-eu"};
inline const BreakerId charge{"page:payments-app:resilience4j:charge"};

/// Every breaker is closed and was seen lately.
ProtectBoard calm();

/// payment-service is open in us-east-1, which led to a plan, and ramps back in us-west-2; an edge is degraded.
ProtectBoard openAndRamping();

/// Forty registered breakers of eight services, some in each state, and one that was not seen for a while.
ProtectBoard forty();

/// Nothing is registered, and nothing was called yet.
ProtectBoard empty();

BreakerCard &cardOf(ProtectBoard &board, const BreakerId &breaker);

std::shared_ptr<const ProtectBoard> shared(ProtectBoard board);

} // namespace siaga::boards
