// SPDX-License-Identifier: GPL-3.0-or-later
// The one shape of all engines: values in, events and wishes to look out.
#pragma once

#include "core/events/event.h"
#include "core/events/plan_events.h"
#include "core/fleet/fleet.h"
#include "core/seen/seen.h"

#include <concepts>
#include <optional>
#include <variant>
#include <vector>

namespace siaga {

/// Time passed; only the leader is ticked.
struct Tick
{
};

/// What became of a step's call.
struct StepCallEnded
{
    PlanId plan;
    int step = 0;
    Leg leg = Leg::doing;
    int attempt = 1;
    StepAnswered::Result result = StepAnswered::Result::unknown;
    std::string detail;
};

/// A recorded event is an input by reference: it lives as long as the turn.
using Input = std::variant<Tick, Observation, StepCallEnded, const Recorded *>;

/// All that an engine may know besides its own state.
struct Context
{
    const Fleet &fleet;
    const Seen &seen;
    Instant now;
    Seq head; ///< The last record, that a decision can name as its cause.
};

/// A bounded wish to read something soon; not journaled.
struct Look
{
    std::variant<CheckId, EndpointId, MetricsId> subject;
    Instant notBefore;
    bool verifying = false; ///< A plan waits for it: never shed, never refused by our own breakers.
    bool operator==(const Look &) const = default;
};

using Output = std::variant<Event, Look>;
using Outputs = std::vector<Output>;

/// What every engine offers; `State` folds by events alone, and folding never fails.
template<class State>
concept Engine = requires(State &state, const State &known, const Input &input, const Context &context, const Recorded &recorded) {
    { decide(known, input, context) } -> std::same_as<Outputs>;
    { fold(state, recorded) } -> std::same_as<void>;
    { nextDeadline(known, context) } -> std::same_as<std::optional<Instant>>;
};

/// The body of the event that the input records, or nullptr when it is another input.
template<class Body>
const Body *recorded(const Input &input)
{
    const auto *record = std::get_if<const Recorded *>(&input);
    return record ? (*record)->event.as<Body>() : nullptr;
}

} // namespace siaga
