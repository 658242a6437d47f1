// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/engine.h"

namespace siaga::resilience {

static_assert(Engine<State>);

Outputs decide(const State &, const Input &, const Context &)
{
    return {};
}

void fold(State &, const Recorded &)
{
}

std::optional<Instant> nextDeadline(const State &, const Context &)
{
    return std::nullopt;
}

} // namespace siaga::resilience
