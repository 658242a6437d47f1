// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/departures.h"

#include <algorithm>

namespace siaga::recovery {

namespace {

bool isNamed(const ServerKey &server, const Fleet &fleet)
{
    const Service *service = fleet.service(server.service);
    const Endpoint *endpoint = fleet.endpoint(server.endpoint);
    const Endpoint::Backend *backend = endpoint ? endpoint->backend(server.service) : nullptr;
    return service && service->placement(server.region) && backend && backend->servers.contains(server.region);
}

template<class Map>
void serversThatLeft(const Map &known, const Fleet &fleet, std::set<ServerPlace> &left)
{
    for (const auto &[server, fact] : known)
        if (!isNamed(server, fleet))
            left.insert({server.endpoint, server.service, server.region});
}

std::set<RegionId> regionsThatLeft(const State &state, const Fleet &fleet)
{
    std::set<RegionId> left;
    for (const auto &[region, memory] : state.regions)
        left.insert(region);
    for (const auto &[place, out] : state.out)
        left.insert(place.second);
    for (const auto &[purpose, end] : state.declined)
        left.insert(purpose.region);
    for (const auto &[purpose, refusals] : state.refused)
        left.insert(purpose.region);
    std::erase_if(left, [&fleet](const RegionId &region) { return region.empty() || fleet.region(region); });
    return left;
}

std::set<EndpointId> endpointsThatLeft(const State &state, const Fleet &fleet)
{
    std::set<EndpointId> left = state.foreign;
    for (const auto &[endpoint, edge] : state.edges)
        left.insert(endpoint);
    for (const auto &[endpoint, at] : state.returned)
        left.insert(endpoint);
    std::erase_if(left, [&fleet](const EndpointId &endpoint) { return fleet.endpoint(endpoint); });
    return left;
}

/// Out of traffic is what some edge was told; without such an edge it is nothing.
void recountOut(State &state)
{
    for (auto entry = state.out.begin(); entry != state.out.end();) {
        std::optional<Permille> least;
        for (const auto &[server, decided] : state.decided)
            if (server.service == entry->first.first && server.region == entry->first.second)
                least = std::min(least.value_or(decided.share), decided.share);
        if (least && *least < whole)
            entry->second.share = *least;
        entry = least && *least < whole ? std::next(entry) : state.out.erase(entry);
    }
}

} // namespace

Outputs departures(const State &state, const Fleet &fleet)
{
    FactsDropped dropped;
    const auto regions = regionsThatLeft(state, fleet);
    const auto endpoints = endpointsThatLeft(state, fleet);
    std::set<ServerPlace> servers;
    serversThatLeft(state.decided, fleet, servers);
    serversThatLeft(state.drifts, fleet, servers);
    dropped.regions.assign(regions.begin(), regions.end());
    dropped.endpoints.assign(endpoints.begin(), endpoints.end());
    dropped.servers.assign(servers.begin(), servers.end());

    Outputs out;
    for (const RegionId &region : regions)
        if (const auto known = state.regions.find(region); known != state.regions.end() && known->second.diagnosis)
            out.emplace_back(DiagnosisEnded{region, *known->second.diagnosis});
    for (const ServerPlace &server : servers)
        if (state.drifts.contains({server.endpoint, server.service, server.region}))
            out.emplace_back(DriftEnded{server.endpoint, server.service, server.region});
    if (!regions.empty() || !endpoints.empty() || !servers.empty())
        out.emplace_back(std::move(dropped));
    return out;
}

void drop(State &state, const FactsDropped &dropped)
{
    const auto isGone = [&dropped](const Purpose &purpose) {
        return std::ranges::find(dropped.regions, purpose.region) != dropped.regions.end()
            || std::ranges::find(dropped.endpoints, purpose.endpoint) != dropped.endpoints.end();
    };
    std::erase_if(state.declined, [&](const auto &entry) { return isGone(entry.first); });
    std::erase_if(state.refused, [&](const auto &entry) { return isGone(entry.first); });
    for (const RegionId &region : dropped.regions)
        state.regions.erase(region);
    for (const EndpointId &endpoint : dropped.endpoints) {
        state.edges.erase(endpoint);
        state.returned.erase(endpoint);
        state.foreign.erase(endpoint);
    }
    for (const ServerPlace &server : dropped.servers) {
        state.decided.erase({server.endpoint, server.service, server.region});
        state.drifts.erase({server.endpoint, server.service, server.region});
    }
    recountOut(state);
}

} // namespace siaga::recovery
