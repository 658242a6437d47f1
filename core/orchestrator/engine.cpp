// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/engine.h"

#include "core/events/runtime_events.h"
#include "core/orchestrator/admission.h"
#include "core/orchestrator/departures.h"
#include "core/orchestrator/execution.h"
#include "core/orchestrator/requests.h"

#include <algorithm>

namespace siaga::orchestrator {

namespace {

void append(Outputs &all, Outputs more)
{
    std::ranges::move(more, std::back_inserter(all));
}

bool tellsEvent(const Outputs &outputs)
{
    return std::ranges::any_of(outputs, [](const Output &output) { return std::holds_alternative<Event>(output); });
}

/// What every open plan may conclude now. Plans are looked at in the order of their numbers; once one changes what it
/// holds, the others wait for that to be folded.
Outputs concludeAll(const State &state, const Context &context)
{
    Outputs out;
    for (const auto &[id, plan] : state.plans) {
        const bool admitting = isAny<Proposed, Waiting, Suspended>(plan.state);
        if (admitting && tellsEvent(out))
            continue;
        if (admitting)
            append(out, admit(plan, state, context));
        if (isAny<Running, Held, Suspended, Aborting>(plan.state) && !(admitting && tellsEvent(out)))
            append(out, advance(plan, state, context));
    }
    return out;
}

/// A proposal or a waiting plan that is aborted touches nothing: it simply ends.
Outputs endUnstarted(const PlanAborted &aborted, const State &state)
{
    const auto open = state.plans.find(aborted.id);
    if (open == state.plans.end() || open->second.admitted)
        return {};
    return {PlanEnded{aborted.id, PlanEnd::aborted, {}}};
}

/// Proposals to restore or to put back stand on weights that are gone once another plan has moved the same traffic.
/// Evacuations stay: a rescue that waits its turn must have it.
Outputs endOvertaken(const PlanEnded &ended, const State &state, Instant now)
{
    Outputs out;
    const PlanMemory *by = state.plan(ended.id);
    if (!by || !by->commanded)
        return out;
    for (const auto &[id, plan] : state.plans) {
        const PurposeKind kind = plan.plan.purpose.kind;
        const bool standsOnWeights = kind == PurposeKind::reassert || kind == PurposeKind::restore;
        const bool older = plan.proposed < now; // What was drafted in this very turn knows of it.
        if (older && standsOnWeights && isAny<Proposed, Waiting>(plan.state) && overlap(claimsOf(plan.plan), claimsOf(by->plan)))
            out.emplace_back(PlanEnded{id, PlanEnd::superseded, {}});
    }
    return out;
}

Outputs onRecorded(const Recorded &recorded, const State &state, const Context &context)
{
    if (const auto *proposed = recorded.event.as<PlanProposed>())
        return receive(*proposed, state);
    if (const auto *aborted = recorded.event.as<PlanAborted>())
        if (Outputs ended = endUnstarted(*aborted, state); !ended.empty())
            return ended;
    if (const auto *ended = recorded.event.as<PlanEnded>())
        return endOvertaken(*ended, state, context.now);
    if (recorded.event.as<FleetAdopted>())
        return departures(state, context.fleet);
    return respond(recorded, state, context);
}

} // namespace

Outputs decide(const State &state, const Input &input, const Context &context)
{
    Outputs out;
    if (const auto *recorded = std::get_if<const Recorded *>(&input)) {
        out = onRecorded(**recorded, state, context);
    } else if (const auto *ended = std::get_if<StepCallEnded>(&input)) {
        const auto plan = state.plans.find(ended->plan);
        if (plan != state.plans.end())
            out = answer(plan->second, *ended);
    }
    // What was just concluded must be folded before anything else is concluded from the old state.
    if (out.empty() && !state.plans.empty())
        out = concludeAll(state, context);
    return out;
}

std::optional<Instant> nextDeadline(const State &state, const Context &context)
{
    std::optional<Instant> next;
    for (const auto &[id, plan] : state.plans) {
        const auto one = nextDeadline(plan, context);
        if (one && (!next || *one < *next))
            next = one;
    }
    return next;
}

} // namespace siaga::orchestrator
