// SPDX-License-Identifier: GPL-3.0-or-later
// The bounded last few observations of each subject, which engines read.
//
// It is like a whiteboard in the control room: the newest notes only, wiped at a restart. The catch: an empty board
// means unknown. Losing it may delay a decision but never causes one.
#pragma once

#include "core/fleet/fleet.h"
#include "core/seen/observation.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace siaga {

inline constexpr std::size_t probesKept = 60; ///< Results kept for each check and canary.
inline constexpr std::size_t edgesKept = 64;  ///< Looks kept for each edge.
inline constexpr std::size_t metricsKept = 64; ///< Looks kept for each page of metrics.

class Seen
{
public:
    /// Takes an observation in. One that ended before the newest of its subject is put nowhere (late, reordered), nor is
    /// an edge that was not even asked: of it, silence tells.
    void take(const Observation &observation);

    /// Forgets what the fleet no longer names.
    void keepOnly(const Fleet &fleet);

    /// The results of a check, oldest first; empty when nothing was seen.
    const std::deque<ProbeResult> &probes(const CheckId &check) const;
    const std::deque<ProbeResult> &probes(const CanaryId &canary) const;

    /// The looks at an edge, oldest first; unreached ones included.
    const std::deque<EdgeSeen> &looks(const EndpointId &endpoint) const;

    /// The looks at a page of metrics, oldest first; unreached ones included.
    const std::deque<MetricsSeen> &pages(const MetricsId &source) const;

    /// The newest look that reached the edge and is at most `age` old; nullptr when there is none.
    const EdgeSeen *edge(const EndpointId &endpoint, Instant now, Duration age) const;

private:
    std::unordered_map<CheckId, std::deque<ProbeResult>> m_checks; // Ten thousand of them, all read for each board.
    std::map<CanaryId, std::deque<ProbeResult>> m_canaries;
    std::map<EndpointId, std::deque<EdgeSeen>> m_edges;
    std::map<MetricsId, std::deque<MetricsSeen>> m_metrics;
};

/// How old a look at this endpoint may be before it is stale: two missed polls.
Duration staleAfter(const Endpoint &endpoint);

/// How old a look at this page may be before it is stale: two missed rounds and the time-out.
Duration staleAfter(const MetricsSource &source);

/// How old a check's result may be before the check is unknown: two missed rounds and the time-out.
Duration staleAfter(const Check &check);

} // namespace siaga
