// SPDX-License-Identifier: GPL-3.0-or-later
// The people who use the service: how many there are at this hour of each region's day, and which edge they come to.
//
// They are like commuters: they take the nearest station, and when it closes they need a while to walk to the next.
#pragma once

#include "core/base/random.h"
#include "core/lab/network.h"

#include <vector>

namespace siaga::lab {

struct ClientOptions
{
    double demandShare = 0.42; ///< Average demand over a day, as a share of each service's whole capacity.
    double swing = 0.35;       ///< How far a region's day swings around its average, 0 to 1.
    double noise = 0.03;       ///< Random swing on top, redrawn every five seconds.
};

class Clients
{
public:
    /// Each region of the fleet is also an area where people live. `wall` is the wall time at `start`.
    Clients(const Fleet &fleet, const ClientOptions &options, Instant start, WallTime wall, std::uint64_t seed);

    /// Requests a second that the area's people want of the service now.
    double demand(std::size_t area, const ServiceId &service, Instant now) const;

    /// The edge (its place in the fleet's list) that the area's people come to for the service; nullopt when no living
    /// edge has it.
    std::optional<std::size_t> edgeOf(std::size_t area, const ServiceId &service) const;

    /// People find the nearest of the edges that live, as names are resolved again. Indexes as in the fleet.
    void settle(const std::vector<bool> &alive);

    std::size_t areas() const { return m_areas.size(); }

private:
    struct Area
    {
        double longitude = 0;
        std::map<ServiceId, double> average;                       ///< Requests a second over a day.
        std::map<ServiceId, std::vector<std::size_t>> edges;       ///< Nearest first, only those that have the service.
        std::map<ServiceId, std::optional<std::size_t>> chosen;
    };
    double noiseAt(std::size_t area, Instant now) const;

    ClientOptions m_options;
    Instant m_start;
    WallTime m_wall;
    std::uint64_t m_seed;
    std::vector<Area> m_areas;
};

} // namespace siaga::lab
