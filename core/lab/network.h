// SPDX-License-Identifier: GPL-3.0-or-later
// Who reaches whom in the lab: the observer's links to regions, edges and the world outside, the edges' to regions.
//
// A message is like a letter: it takes its time or it never arrives, and the sender cannot tell which.
#pragma once

#include "core/base/random.h"
#include "core/fleet/fleet.h"

#include <optional>

namespace siaga::lab {

/// Where something stands, in degrees.
struct Place
{
    double latitude = 0;
    double longitude = 0;
};

/// Kilometres between two places on the globe.
double distanceKm(const Place &a, const Place &b);

/// A link with all that is wrong with it now.
struct Link
{
    Duration roundTrip{};
    double loss = 0; ///< Share of messages lost, each way; 1 is cut.
};

class Network
{
public:
    /// The observer stands at `observer`; round trips follow the distance, with 10 % of jitter.
    Network(const Fleet &fleet, Place observer, const Random &random);

    /// Takes all faults away; what is still wrong is told again.
    void clear();
    void loseOwn(double share) { m_ownLoss = std::max(m_ownLoss, share); }
    void loseRegion(const RegionId &region, double share);
    void loseEdge(const EndpointId &edge, double share);
    void losePair(const EndpointId &edge, const RegionId &region, double share);

    /// Share of requests from the edge that never reach the region.
    double lossBetween(const EndpointId &edge, const RegionId &region) const;
    /// Share of messages that the observer's own link loses.
    double ownLoss() const { return m_ownLoss; }

    // One message each way: how long it takes, or nullopt when it is lost. Every link draws from its own stream.
    std::optional<Duration> toRegion(const RegionId &region);
    std::optional<Duration> toEdge(const EndpointId &edge);
    std::optional<Duration> toOutside();

private:
    struct Line
    {
        Link link;
        Random random;
    };
    std::optional<Duration> send(Line &line);

    double m_ownLoss = 0;
    std::map<RegionId, Line> m_regions;
    std::map<EndpointId, Line> m_edges;
    Line m_outside;
    std::map<std::pair<EndpointId, RegionId>, double> m_pairs;
};

} // namespace siaga::lab
