// SPDX-License-Identifier: GPL-3.0-or-later
// Something seen. An observation says when it was true and who saw it; it is never assumed fresh, and never journaled.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/seen/breaker_seen.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace siaga {

/// The vantage point of this instance's own probes.
inline const VantageId ownVantage{"siaga"};

enum class ProbeOutcome {
    passed,
    refused,     ///< The connection was refused or reset.
    timedOut,
    badStatus,   ///< http: a status outside the accepted range.
    badBody,     ///< http: the expected text was missing.
    tlsFailed,   ///< The certificate or the handshake was not acceptable.
    malformed,   ///< What came back does not follow the protocol, or was too large.
    notResolved, ///< The name has no address.
    notRun,      ///< We could not even try (no socket, cancelled); says nothing about the target.
};
constexpr auto namesOf(ProbeOutcome)
{
    return std::array<std::string_view, 9>{"passed", "refused", "timed-out", "bad-status", "bad-body",
                                           "tls-failed", "malformed", "not-resolved", "not-run"};
}

struct ProbeResult
{
    ProbeOutcome outcome = ProbeOutcome::notRun;
    Duration took{};
    int status = 0;      ///< http: the status, 0 when there was none.
    std::string detail;  ///< Plain text of at most 200 bytes, such as the system's own word for the failure.
    Instant began;       ///< When the probe was started; the result holds for no earlier moment.
    Instant ended;
};

/// The result of one of the fleet's checks, seen from here.
struct CheckSeen
{
    CheckId check;
    ProbeResult result;
};

/// The result of a canary target outside all regions.
struct CanarySeen
{
    CanaryId canary;
    ProbeResult result;
};

/// One region's server as an edge shows it.
struct ServerSeen
{
    enum class State { ready, drain, maint, down };
    State state = State::ready;
    int weight = 0;               ///< In force now, 0 to 256.
    std::uint64_t requests = 0;   ///< Ever, since the edge started.
    std::uint64_t failures = 0;   ///< Of them: connection errors, response errors and 5xx answers; retries count too.
    bool operator==(const ServerSeen &) const = default;

    /// The weight that new requests feel: nothing in drain, maintenance or down.
    int weightInForce() const { return state == State::ready ? weight : 0; }

    /// The weight that it was told: a server that the edge's own checks hold down keeps it for when it comes back.
    int weightTold() const { return state == State::drain || state == State::maint ? 0 : weight; }
};
constexpr auto namesOf(ServerSeen::State)
{
    return std::array<std::string_view, 4>{"ready", "drain", "maint", "down"};
}

/// One look at a load balancer.
struct EdgeSeen
{
    EndpointId endpoint;
    bool reached = false;     ///< False: nothing below is known, `detail` says why.
    bool asked = true;        ///< False: it was not even looked at (a person holds its breaker open); says nothing.
    Instant began;            ///< When the look was started.
    Instant ended;
    Duration uptime{};        ///< Of the edge's process; a shorter one than before means it was restarted.
    std::map<std::pair<ServiceId, RegionId>, ServerSeen> servers; ///< Only those the fleet names.
    std::string detail;       ///< Plain text.
};

/// One look at a page of metrics.
struct MetricsSeen
{
    MetricsId source;
    bool reached = false;     ///< False: nothing below is known, `detail` says why.
    bool asked = true;        ///< False: it was not even asked (no credential, or kept back); says nothing of the page.
    Instant began;
    Instant ended;
    std::map<std::string, double> values;  ///< The series that the fleet's breakers name; absent ones are not there.
    std::vector<ForeignBreaker> breakers;  ///< At most 500, in the page's order.
    std::string detail;       ///< Plain text.
};

using Observation = std::variant<CheckSeen, CanarySeen, EdgeSeen, MetricsSeen, OwnBreakerSeen>;

} // namespace siaga
