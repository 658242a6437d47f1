// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/flow.h"

#include <algorithm>

namespace siaga::lab {

namespace {

/// Demand, warm-up and queueing change slowly: rates stand for this long at most.
constexpr Duration slice = std::chrono::seconds(1);

} // namespace

Flow::Flow(const Fleet &fleet, const Clients &clients, const Network &network, std::deque<Edge> &edges,
           std::map<ServerKey, Site> &sites, Instant start)
    : m_fleet(fleet)
    , m_clients(clients)
    , m_network(network)
    , m_edges(edges)
    , m_sites(sites)
    , m_start(start)
    , m_reached(start)
{
    for (const Service &service : fleet.services) {
        Source source{.service = service.id, .atEdge = std::vector<double>(edges.size())};
        for (std::size_t edge = 0; edge < edges.size(); ++edge) {
            const Endpoint::Backend *backend = fleet.endpoints[edge].backend(service.id);
            if (!backend)
                continue;
            for (const auto &[region, name] : backend->servers) {
                const ServerKey key{service.id, region};
                Edge::Server *server = edges[edge].server(key);
                if (server)
                    source.streams.push_back({.edge = edge, .key = key, .server = server, .site = &sites.at(key)});
            }
        }
        if (source.streams.empty())
            continue;
        m_totals[service.id] = {};
        m_sources.push_back(std::move(source));
    }
}

void Flow::advanceTo(Instant now)
{
    while (m_reached < now) {
        const Instant sliceBegan = m_start + (m_reached - m_start) / slice * slice;
        if (m_disturbed || sliceBegan == m_reached)
            workOut(m_reached);
        const Instant until = std::min(now, sliceBegan + slice);
        const double seconds = inSeconds(until - m_reached);
        for (Source &source : m_sources) {
            Totals &totals = m_totals[source.service];
            totals.wanted += source.wanted * seconds;
            for (Stream &stream : source.streams) {
                stream.server->requests += stream.requests * seconds;
                stream.server->failures += stream.failures * seconds;
                totals.served += stream.served * seconds;
            }
        }
        m_reached = until;
    }
}

void Flow::workOut(Instant now)
{
    m_disturbed = false;
    for (auto &[key, site] : m_sites)
        site.setLoad(0);
    for (Source &source : m_sources)
        bring(source, now);
    for (Source &source : m_sources)
        judge(source, now);
}

void Flow::bring(Source &source, Instant now)
{
    std::ranges::fill(source.atEdge, 0);
    source.wanted = 0;
    for (std::size_t area = 0; area < m_clients.areas(); ++area) {
        const double rate = m_clients.demand(area, source.service, now);
        const auto edge = m_clients.edgeOf(area, source.service);
        source.wanted += rate;
        if (edge && m_edges[*edge].isAlive())
            source.atEdge[*edge] += rate;
    }
    for (Stream &stream : source.streams) {
        const int all = m_edges[stream.edge].weightOf(source.service);
        const double share = all > 0 ? static_cast<double>(stream.server->weight) / all : 0;
        stream.requests = source.atEdge[stream.edge] * share;
        const double lost = m_network.lossBetween(m_fleet.endpoints[stream.edge].id, stream.key.second);
        stream.site->setLoad(stream.site->load() + stream.requests * (1 - lost));
    }
}

void Flow::judge(Source &source, Instant now)
{
    for (Stream &stream : source.streams) {
        const double lost = m_network.lossBetween(m_fleet.endpoints[stream.edge].id, stream.key.second);
        const double good = (1 - lost) * (1 - failing(stream.key, now));
        stream.failures = stream.requests * (1 - good);
        // An error page with status 200 looks well to the edge and bad to people.
        stream.served = stream.site->trouble().errorPage ? 0 : stream.requests * good;
    }
}

void Flow::burst(std::size_t edge, const ServiceId &service, double requests)
{
    for (Source &source : m_sources)
        for (Stream &stream : source.streams) {
            const int all = m_edges[edge].weightOf(service);
            if (stream.edge != edge || source.service != service || all == 0)
                continue;
            const double arrived = requests * stream.server->weight / all;
            stream.server->requests += arrived;
            stream.server->failures += arrived * failing(stream.key, m_reached);
        }
}

double Flow::failing(const ServerKey &key, Instant now) const
{
    const auto site = m_sites.find(key);
    const Service *service = m_fleet.service(key.first);
    if (site == m_sites.end() || !service)
        return 1;
    double good = 1 - site->second.failing(now);
    for (const ServiceId &needed : service->dependsOn)
        if (good > 0 && m_sites.contains({needed, key.second}))
            good *= 1 - failing({needed, key.second}, now);
    return 1 - good;
}

} // namespace siaga::lab
