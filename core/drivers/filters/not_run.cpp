// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/filters/not_run.h"

#include "core/base/check.h"

namespace siaga {

using resilience::CallResult;

namespace {

constexpr int firstServerError = 500;

CallResult resultOf(const ProbeResult &result)
{
    switch (result.outcome) {
    case ProbeOutcome::notRun:
        return CallResult::ignored;
    case ProbeOutcome::passed:
    case ProbeOutcome::badBody:
        return CallResult::success;
    case ProbeOutcome::badStatus:
        return result.status >= firstServerError ? CallResult::failure : CallResult::success;
    case ProbeOutcome::refused:
    case ProbeOutcome::timedOut:
    case ProbeOutcome::tlsFailed:
    case ProbeOutcome::malformed:
    case ProbeOutcome::notResolved:
        break;
    }
    return CallResult::failure;
}

CallResult resultOf(const WriteAnswer &answer)
{
    if (answer.outcome == Outcome::refused)
        return CallResult::ignored; // Perhaps not even sent: an address or a name that cannot be.
    return answer.outcome == Outcome::done ? CallResult::success : CallResult::failure;
}

CallResult resultOfReading(bool reached)
{
    return reached ? CallResult::success : CallResult::failure;
}

const ProbeResult *probeResult(const Completion &completion)
{
    const auto *seen = std::get_if<Observation>(&completion.answer);
    if (!seen)
        return nullptr;
    if (const auto *check = std::get_if<CheckSeen>(seen))
        return &check->result;
    const auto *canary = std::get_if<CanarySeen>(seen);
    return canary ? &canary->result : nullptr;
}

} // namespace

Completion notRun(const Call &call, const std::string &why, Instant began, Instant now)
{
    const ProbeResult probe{.outcome = ProbeOutcome::notRun, .detail = why, .began = began, .ended = now};
    if (const auto *check = std::get_if<ProbeCheck>(&call.what))
        return {call.id, Observation(CheckSeen{check->check.id, probe})};
    if (const auto *canary = std::get_if<ProbeCanary>(&call.what))
        return {call.id, Observation(CanarySeen{canary->canary.id, probe})};
    if (const auto *page = std::get_if<ReadMetrics>(&call.what)) {
        MetricsSeen seen;
        seen.source = page->source.id;
        seen.asked = false;
        seen.began = began;
        seen.ended = now;
        seen.detail = why;
        return {call.id, Observation(std::move(seen))};
    }
    const auto *look = std::get_if<LookAtEdge>(&call.what);
    SIAGA_CHECK(look); // Writes are never kept back.
    EdgeSeen seen;
    seen.endpoint = look->endpoint.id;
    seen.asked = false;
    seen.began = began;
    seen.ended = now;
    seen.detail = why;
    return {call.id, Observation(std::move(seen))};
}

CallResult resultOf(const Completion &completion, bool withdrawn)
{
    if (withdrawn)
        return CallResult::ignored;
    if (const auto *answer = std::get_if<WriteAnswer>(&completion.answer))
        return resultOf(*answer);
    if (const ProbeResult *probe = probeResult(completion))
        return resultOf(*probe);
    const auto &seen = std::get<Observation>(completion.answer);
    if (const auto *edge = std::get_if<EdgeSeen>(&seen))
        return edge->asked ? resultOfReading(edge->reached) : CallResult::ignored;
    const auto *page = std::get_if<MetricsSeen>(&seen);
    return page && page->asked ? resultOfReading(page->reached) : CallResult::ignored;
}

} // namespace siaga
