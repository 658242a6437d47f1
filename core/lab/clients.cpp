// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/clients.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace siaga::lab {

namespace {

constexpr double busiestHour = 15; ///< Local time at which an area wants most.

Place placeOf(const Fleet &fleet, const Endpoint &endpoint)
{
    const Region *home = endpoint.region ? fleet.region(*endpoint.region) : nullptr;
    return home ? Place{home->latitude, home->longitude} : Place{};
}

/// The edges that have the service, nearest first.
std::vector<std::size_t> edgesNear(const Fleet &fleet, const ServiceId &service, const Place &place)
{
    std::vector<std::size_t> edges;
    for (std::size_t i = 0; i < fleet.endpoints.size(); ++i)
        if (fleet.endpoints[i].backend(service))
            edges.push_back(i);
    std::ranges::stable_sort(edges, {}, [&](std::size_t i) { return distanceKm(place, placeOf(fleet, fleet.endpoints[i])); });
    return edges;
}

} // namespace

Clients::Clients(const Fleet &fleet, const ClientOptions &options, Instant start, WallTime wall, std::uint64_t seed)
    : m_options(options)
    , m_start(start)
    , m_wall(wall)
    , m_seed(seed)
{
    for (const Region &region : fleet.regions) {
        Area area{.longitude = region.longitude};
        for (const Service &service : fleet.services) {
            const Placement *placement = service.placement(region.id);
            auto edges = edgesNear(fleet, service.id, {region.latitude, region.longitude});
            if (!placement || edges.empty())
                continue;
            area.average[service.id] = placement->capacity * options.demandShare;
            area.chosen[service.id] = edges.front();
            area.edges[service.id] = std::move(edges);
        }
        m_areas.push_back(std::move(area));
    }
}

double Clients::demand(std::size_t area, const ServiceId &service, Instant now) const
{
    const auto average = m_areas[area].average.find(service);
    if (average == m_areas[area].average.end())
        return 0;
    const double utcHours = static_cast<double>(m_wall.milliseconds) / 3'600'000 + inSeconds(now - m_start) / 3600;
    const double localHour = std::fmod(utcHours + m_areas[area].longitude / 15 + 48, 24);
    const double curve = 1 + m_options.swing * std::cos((localHour - busiestHour) / 12 * std::numbers::pi);
    return average->second * curve * (1 + m_options.noise * noiseAt(area, now));
}

double Clients::noiseAt(std::size_t area, Instant now) const
{
    // Drawn from the moment itself, so that it does not matter how often anybody asks.
    const auto slot = static_cast<std::uint64_t>((now - m_start) / std::chrono::seconds(5));
    return Random(m_seed).stream(slot * 64 + area).unit() * 2 - 1;
}

std::optional<std::size_t> Clients::edgeOf(std::size_t area, const ServiceId &service) const
{
    const auto chosen = m_areas[area].chosen.find(service);
    return chosen == m_areas[area].chosen.end() ? std::nullopt : chosen->second;
}

void Clients::settle(const std::vector<bool> &alive)
{
    for (Area &area : m_areas)
        for (auto &[service, chosen] : area.chosen) {
            const auto &edges = area.edges[service];
            const auto nearest = std::ranges::find_if(edges, [&alive](std::size_t edge) { return alive[edge]; });
            chosen = nearest == edges.end() ? std::nullopt : std::optional(*nearest);
        }
}

} // namespace siaga::lab
