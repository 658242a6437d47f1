// SPDX-License-Identifier: GPL-3.0-or-later
// Siaga's breakers as a page of metrics, in Prometheus' text form.
//
// It is like the row of dials on the outside of a control room: whoever walks by reads them, and needs no key. The
// catch: a page is read by machines, so a name that is on it once keeps its meaning.
#pragma once

#include "core/resilience/state.h"

#include <string>
#include <string_view>
#include <vector>

namespace siaga {

struct ExpositionInput
{
    const std::vector<TargetFigures> &targets; ///< Our own calls, as they stand now.
    const resilience::State &resilience;       ///< What else has a breaker, and what people hold.
    Instant now;
    std::string_view version;
};

/// The whole page: each family once, with its help and type; breakers in the order of their names.
std::string exposition(const ExpositionInput &input);

} // namespace siaga
