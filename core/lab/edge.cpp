// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/edge.h"

namespace siaga::lab {

Edge::Edge(const Fleet &fleet, const Endpoint &endpoint, Instant started)
    : m_started(started)
{
    for (const Endpoint::Backend &backend : endpoint.backends) {
        const Service *service = fleet.service(backend.service);
        for (const auto &[region, name] : backend.servers) {
            const Placement *placement = service ? service->placement(region) : nullptr;
            if (placement) // A server without a placement is a name that the edge has never heard of.
                m_servers[{backend.service, region}] = {.weight = placement->weight, .configured = placement->weight};
        }
    }
}

void Edge::restart(Instant now)
{
    m_started = now;
    for (auto &[key, server] : m_servers)
        server = {.weight = server.configured, .configured = server.configured};
}

Edge::Server *Edge::server(const ServerKey &key)
{
    const auto found = m_servers.find(key);
    return found == m_servers.end() ? nullptr : &found->second;
}

const Edge::Server *Edge::server(const ServerKey &key) const
{
    const auto found = m_servers.find(key);
    return found == m_servers.end() ? nullptr : &found->second;
}

int Edge::weightOf(const ServiceId &service) const
{
    int sum = 0;
    for (const auto &[key, server] : m_servers)
        sum += key.first == service ? server.weight : 0;
    return sum;
}

EdgeSeen Edge::look(const EndpointId &id, Instant began, Instant now) const
{
    EdgeSeen seen{.endpoint = id, .reached = true, .began = began, .ended = now, .uptime = now - m_started};
    for (const auto &[key, server] : m_servers) {
        ServerSeen shown;
        shown.state = server.weight > 0 ? ServerSeen::State::ready : ServerSeen::State::drain;
        shown.weight = server.weight;
        shown.requests = static_cast<std::uint64_t>(server.requests);
        shown.failures = static_cast<std::uint64_t>(server.failures);
        seen.servers.emplace(key, shown);
    }
    return seen;
}

} // namespace siaga::lab
