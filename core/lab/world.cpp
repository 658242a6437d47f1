// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/world.h"

#include "core/base/check.h"

namespace siaga::lab {

namespace {

// One stream for each matter of chance, so that one never shifts another.
enum Domain : std::uint64_t { networkDomain = 1, siteDomain = 2, clientDomain = 3, resolveDomain = 4 };

std::deque<Edge> edgesOf(const Fleet &fleet, Instant start)
{
    std::deque<Edge> edges;
    for (const Endpoint &endpoint : fleet.endpoints)
        edges.emplace_back(fleet, endpoint, start);
    return edges;
}

std::map<ServerKey, Site> sitesOf(const Fleet &fleet, const SiteOptions &options, const Random &random)
{
    std::map<ServerKey, Site> sites;
    for (const Service &service : fleet.services)
        for (const Placement &placement : service.placements) {
            const Random own = random.stream(sites.size());
            sites.emplace(ServerKey{service.id, placement.region}, Site(placement.capacity, options, own));
        }
    return sites;
}

} // namespace

World::World(const Fleet &fleet, const WorldOptions &options)
    : m_fleet(fleet)
    , m_options(options)
    , m_timetable(options.start)
    , m_resolving(Random(options.seed).stream(resolveDomain))
    , m_network(m_fleet, options.observer, Random(options.seed).stream(networkDomain))
    , m_edges(edgesOf(m_fleet, options.start))
    , m_sites(sitesOf(m_fleet, options.site, Random(options.seed).stream(siteDomain)))
    , m_clients(m_fleet, options.clients, options.start, options.wall, Random(options.seed).stream(clientDomain).next())
    , m_flow(m_fleet, m_clients, m_network, m_edges, m_sites, options.start)
{
    SIAGA_CHECK(options.resolveMin <= options.resolveMax);
    SIAGA_CHECK(options.site.startMin <= options.site.startMax);
}

const Site *World::site(const ServiceId &service, const RegionId &region) const
{
    const auto found = m_sites.find({service, region});
    return found == m_sites.end() ? nullptr : &found->second;
}

Edge *World::edgeOf(const EndpointId &id)
{
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_fleet.endpoints[i].id == id)
            return &m_edges[i];
    return nullptr;
}

const Edge *World::edge(const EndpointId &id) const
{
    return const_cast<World *>(this)->edgeOf(id);
}

double World::failing(const ServiceId &service, const RegionId &region) const
{
    return m_flow.failing({service, region}, now());
}

const std::map<ServiceId, Totals> &World::totals()
{
    m_flow.advanceTo(now());
    return m_flow.totals();
}

EdgeSeen World::look(const EndpointId &id, Instant began)
{
    m_flow.advanceTo(now());
    const Edge *known = edge(id);
    SIAGA_CHECK(known);
    return known->look(id, began, now());
}

void World::burst(const EndpointId &id, const ServiceId &service, double requests)
{
    m_flow.advanceTo(now());
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_fleet.endpoints[i].id == id && m_edges[i].isAlive())
            m_flow.burst(i, service, requests);
}

WriteEffect World::write(const EndpointId &id, const ServerKey &server, int weight, const std::string &key)
{
    const Edge *known = edge(id);
    if (!known || !known->isAlive())
        return WriteEffect::lost;
    if (known->trouble().refuses || !known->server(server) || weight < 0 || weight > 256)
        return WriteEffect::refused;
    setWeight(id, server, weight, Effect::Writer::siaga, key);
    return WriteEffect::applied;
}

void World::setWeight(const EndpointId &id, const ServerKey &server, int weight, Effect::Writer writer, const std::string &key)
{
    Edge *known = edgeOf(id);
    Edge::Server *target = known ? known->server(server) : nullptr;
    if (!target)
        return;
    m_flow.advanceTo(now());
    const Effect effect{writer, now(), id, server.first, server.second, target->weight, weight, key};
    target->weight = weight;
    m_flow.disturb();
    if (m_onEffect)
        m_onEffect(effect);
}

void World::resolveLater()
{
    const auto range = static_cast<double>((m_options.resolveMax - m_options.resolveMin).count());
    const Duration extra(static_cast<Duration::rep>(m_resolving.unit() * range));
    m_timetable.at(now() + m_options.resolveMin + extra, [this] {
        m_flow.advanceTo(now());
        std::vector<bool> alive;
        for (const Edge &one : m_edges)
            alive.push_back(one.isAlive());
        m_clients.settle(alive);
        m_flow.disturb();
    });
}

} // namespace siaga::lab
