// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to calls that were never made, and what an answer to one that was made says of its target.
#pragma once

#include "core/drivers/ports/call.h"
#include "core/resilience/breaker.h"

#include <string>

namespace siaga {

/// The answer to a look that was not run: it says nothing of what was to be looked at.
Completion notRun(const Call &call, const std::string &why, Instant began, Instant now);

/// What an answer says of the target. A page with a 404, or without the wanted text, is a check's business: the target
/// answered. What we kept back ourselves, or gave up, says nothing.
resilience::CallResult resultOf(const Completion &completion, bool withdrawn);

} // namespace siaga
