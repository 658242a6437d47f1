// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/network.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace siaga::lab {

namespace {

constexpr double jitterShare = 0.1;

Link linkOver(double km)
{
    // Light in fibre makes about 200 km in a millisecond, there and back; 4 ms for what stands in between.
    return {.roundTrip = std::chrono::microseconds(static_cast<std::int64_t>(4000 + km * 10))};
}

} // namespace

double distanceKm(const Place &a, const Place &b)
{
    constexpr double degree = std::numbers::pi / 180;
    constexpr double earthRadiusKm = 6371;
    const double north = (b.latitude - a.latitude) * degree / 2;
    const double east = (b.longitude - a.longitude) * degree / 2;
    const double chord = std::sin(north) * std::sin(north)
        + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * std::sin(east) * std::sin(east);
    return 2 * earthRadiusKm * std::asin(std::min(1.0, std::sqrt(chord)));
}

Network::Network(const Fleet &fleet, Place observer, const Random &random)
    : m_outside{linkOver(500), random.stream(0)}
{
    std::uint64_t line = 0;
    for (const Region &region : fleet.regions) {
        const double km = distanceKm(observer, {region.latitude, region.longitude});
        m_regions.emplace(region.id, Line{linkOver(km), random.stream(1 + line++)});
    }
    line = 0;
    for (const Endpoint &endpoint : fleet.endpoints) {
        const Region *home = endpoint.region ? fleet.region(*endpoint.region) : nullptr;
        const double km = home ? distanceKm(observer, {home->latitude, home->longitude}) : 500;
        m_edges.emplace(endpoint.id, Line{linkOver(km), random.stream(1001 + line++)});
    }
}

void Network::clear()
{
    m_ownLoss = 0;
    for (auto &[region, line] : m_regions)
        line.link.loss = 0;
    for (auto &[edge, line] : m_edges)
        line.link.loss = 0;
    m_pairs.clear();
}

void Network::loseRegion(const RegionId &region, double share)
{
    const auto line = m_regions.find(region);
    if (line != m_regions.end())
        line->second.link.loss = std::max(line->second.link.loss, share);
}

void Network::loseEdge(const EndpointId &edge, double share)
{
    const auto line = m_edges.find(edge);
    if (line != m_edges.end())
        line->second.link.loss = std::max(line->second.link.loss, share);
}

void Network::losePair(const EndpointId &edge, const RegionId &region, double share)
{
    double &loss = m_pairs[{edge, region}];
    loss = std::max(loss, share);
}

double Network::lossBetween(const EndpointId &edge, const RegionId &region) const
{
    const auto pair = m_pairs.find({edge, region});
    return pair == m_pairs.end() ? 0 : pair->second;
}

std::optional<Duration> Network::toRegion(const RegionId &region)
{
    const auto line = m_regions.find(region);
    return line == m_regions.end() ? std::nullopt : send(line->second);
}

std::optional<Duration> Network::toEdge(const EndpointId &edge)
{
    const auto line = m_edges.find(edge);
    return line == m_edges.end() ? std::nullopt : send(line->second);
}

std::optional<Duration> Network::toOutside()
{
    return send(m_outside);
}

std::optional<Duration> Network::send(Line &line)
{
    // Both numbers are drawn in any case, so that a fault does not shift what the link does afterwards.
    const double luck = line.random.unit();
    const double jitter = line.random.unit();
    const double arrives = (1 - m_ownLoss) * (1 - line.link.loss);
    if (luck >= arrives)
        return std::nullopt;
    const double half = static_cast<double>(line.link.roundTrip.count()) / 2;
    return Duration(static_cast<Duration::rep>(half * (1 + jitterShare * jitter)));
}

} // namespace siaga::lab
