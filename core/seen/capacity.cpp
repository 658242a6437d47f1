// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seen/capacity.h"

#include <algorithm>
#include <cmath>

namespace siaga {

namespace {

constexpr Duration rateIntervalMin = std::chrono::seconds(1); // Closer looks say more about chance than about demand.

/// Requests a second at one edge for one server, over the looks inside the window; a restart starts it anew.
std::optional<double> rateAt(const std::deque<EdgeSeen> &looks, const std::pair<ServiceId, RegionId> &server, Instant now, Duration window)
{
    const EdgeSeen *newest = nullptr;
    const EdgeSeen *oldest = nullptr;
    std::uint64_t above = 0;
    for (auto look = looks.rbegin(); look != looks.rend() && now - look->ended <= window; ++look) {
        const auto found = look->servers.find(server);
        if (!look->reached || found == look->servers.end())
            continue;
        if (newest && found->second.requests > above)
            break; // Counters fell afterwards: the edge was restarted in between.
        above = found->second.requests;
        if (!newest)
            newest = &*look;
        oldest = &*look;
    }
    if (!newest || newest->ended - oldest->ended < rateIntervalMin)
        return std::nullopt;
    const auto grown = newest->servers.at(server).requests - oldest->servers.at(server).requests;
    return static_cast<double>(grown) / inSeconds(newest->ended - oldest->ended);
}

template<class Wanted>
std::optional<double> sumOfRates(const Fleet &fleet, const Seen &seen, const ServiceId &service, Wanted wanted, Instant now, Duration window)
{
    double sum = 0;
    bool any = false;
    for (const Endpoint &endpoint : fleet.endpoints) {
        const Endpoint::Backend *backend = endpoint.backend(service);
        if (!backend || !seen.edge(endpoint.id, now, staleAfter(endpoint)))
            continue;
        for (const auto &[region, server] : backend->servers) {
            if (!wanted(region))
                continue;
            const auto rate = rateAt(seen.looks(endpoint.id), {service, region}, now, window);
            if (!rate)
                return std::nullopt;
            sum += *rate;
            any = true;
        }
    }
    return any ? std::optional(sum) : std::nullopt;
}

} // namespace

std::optional<double> demandOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, Instant now, Duration window)
{
    return sumOfRates(fleet, seen, service, [](const RegionId &) { return true; }, now, window);
}

std::optional<double> demandOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, const RegionId &region, Instant now, Duration window)
{
    return sumOfRates(fleet, seen, service, [&region](const RegionId &one) { return one == region; }, now, window);
}

double capacityOf(const Service &service, const std::set<RegionId> &out)
{
    double capacity = 0;
    for (const Placement &placement : service.placements)
        if (!out.contains(placement.region))
            capacity += placement.capacity;
    return capacity;
}

Permille headroomOf(double demand, double capacity)
{
    if (capacity <= 0)
        return Permille{-1000};
    return Permille{static_cast<int>(std::max(-1000.0, std::floor((capacity - demand) / capacity * 1000)))};
}

std::optional<ShareSeen> shareOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, const RegionId &region, Instant now)
{
    const Service *known = fleet.service(service);
    const Placement *placement = known ? known->placement(region) : nullptr;
    if (!placement)
        return std::nullopt;
    std::optional<ShareSeen> share;
    for (const Endpoint &endpoint : fleet.endpoints) {
        const EdgeSeen *edge = seen.edge(endpoint.id, now, staleAfter(endpoint));
        const auto server = edge ? edge->servers.find({service, region}) : decltype(edge->servers.end()){};
        if (!edge || server == edge->servers.end())
            continue;
        const Permille here{std::min(1000, server->second.weightInForce() * 1000 / placement->weight)};
        share = share ? ShareSeen{std::min(share->least, here), std::max(share->most, here)} : ShareSeen{here, here};
    }
    return share;
}

std::optional<Permille> trafficPartOf(const Fleet &fleet, const Seen &seen, const ServiceId &service, const RegionId &region, Instant now)
{
    double part = 0;
    int edges = 0;
    for (const Endpoint &endpoint : fleet.endpoints) {
        const EdgeSeen *edge = seen.edge(endpoint.id, now, staleAfter(endpoint));
        if (!edge)
            continue;
        int all = 0;
        int here = 0;
        for (const auto &[key, server] : edge->servers) {
            all += key.first == service ? server.weightInForce() : 0;
            here += key == std::pair(service, region) ? server.weightInForce() : 0;
        }
        if (all == 0)
            continue;
        part += static_cast<double>(here) / all;
        ++edges;
    }
    return edges ? std::optional(Permille{static_cast<int>(std::lround(part / edges * 1000))}) : std::nullopt;
}

} // namespace siaga
