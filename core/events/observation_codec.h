// SPDX-License-Identifier: GPL-3.0-or-later
// Observations as bytes, for whoever looks over this instance's shoulder. They travel and are never kept.
//
// It is like reading a gauge out loud over the telephone: the other end writes down the same figure, with the time at
// which it was read. The catch: a figure that was misheard must not be guessed; what does not read is an error.
#pragma once

#include "core/base/result.h"
#include "core/events/resilience_events.h"
#include "core/seen/observation.h"

#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// One compact JSON object in one line; its "is" names the kind.
std::string encodeObservation(const Observation &observation);

/// The same observation to the last nanosecond. A kind this build does not know is an error.
Result<Observation> decodeObservation(std::string_view bytes);

template<class A> void describe(A &a, ProbeResult &v)
{
    a("outcome", v.outcome), a("took", v.took), a("status", v.status), a("detail", v.detail), a("began", v.began), a("ended", v.ended);
}
template<class A> void describe(A &a, CheckSeen &v) { a("check", v.check), a("result", v.result); }
template<class A> void describe(A &a, CanarySeen &v) { a("canary", v.canary), a("result", v.result); }
template<class A> void describe(A &a, ServerSeen &v)
{
    a("state", v.state), a("weight", v.weight), a("requests", v.requests), a("failures", v.failures);
}
template<class A> void describe(A &a, EdgeSeen &v)
{
    a("endpoint", v.endpoint), a("reached", v.reached), a("asked", v.asked), a("began", v.began), a("ended", v.ended);
    a("uptime", v.uptime), a("servers", v.servers), a("detail", v.detail);
}
template<class A> void describe(A &a, ForeignBreaker &v)
{
    a("name", v.name), a("program", v.program), a("state", v.state), a("failureRate", v.failureRate), a("slowRate", v.slowRate);
}
template<class A> void describe(A &a, MetricsSeen &v)
{
    a("source", v.source), a("reached", v.reached), a("asked", v.asked), a("began", v.began), a("ended", v.ended);
    a("values", v.values);
    a("breakers", v.breakers), a("detail", v.detail);
}
template<class A> void describe(A &a, OwnBreakerSeen &v)
{
    a("breaker", v.breaker), a("from", v.from), a("to", v.to), a("rule", v.rule), a("figures", v.figures);
    a("openFor", v.openFor), a("admittedPermille", v.admittedPermille), a("ended", v.ended);
}
template<class A> void describe(A &a, TargetFigures &v)
{
    a("id", v.id), a("state", v.state), a("figures", v.figures), a("untilProbe", v.untilProbe);
    a("admittedPermille", v.admittedPermille), a("inFlight", v.inFlight), a("limit", v.limit), a("queued", v.queued);
    a("queueMax", v.queueMax), a("retryBudgetPermille", v.retryBudgetPermille), a("timeout", v.timeout);
    a("refused", v.refused), a("calls", v.calls), a("failures", v.failures);
}

} // namespace siaga
