// SPDX-License-Identifier: GPL-3.0-or-later
// Requests on their way: from people through edges to services and what those depend on, as rates over time.
//
// It is like a water table: nobody counts drops; between two changes the rates stand, and counters grow by rate times
// time. The catch: whoever changes a weight or breaks something first brings the flow up to that moment.
#pragma once

#include "core/lab/clients.h"
#include "core/lab/edge.h"
#include "core/lab/site.h"

#include <deque>

namespace siaga::lab {

/// What became of the requests of a service since the world began.
struct Totals
{
    double wanted = 0; ///< All that people asked for.
    double served = 0; ///< Answered well.
};

class Flow
{
public:
    Flow(const Fleet &fleet, const Clients &clients, const Network &network, std::deque<Edge> &edges,
         std::map<ServerKey, Site> &sites, Instant start);

    /// Lets requests flow until `now`; call it before anything changes and before counters are read.
    void advanceTo(Instant now);

    /// Something changed: the rates are worked out anew.
    void disturb() { m_disturbed = true; }

    /// Requests that come to an edge all at once, on top of what flows.
    void burst(std::size_t edge, const ServiceId &service, double requests);

    /// Share of the requests to a service in a region that fail there, dependencies included; 1 when it is not there.
    double failing(const ServerKey &site, Instant now) const;

    /// Of every service that some edge has.
    const std::map<ServiceId, Totals> &totals() const { return m_totals; }

private:
    /// From one edge to one service in one region.
    struct Stream
    {
        std::size_t edge = 0;
        ServerKey key;
        Edge::Server *server = nullptr;
        Site *site = nullptr;
        double requests = 0;  ///< A second.
        double failures = 0;  ///< A second, as the edge counts them.
        double served = 0;    ///< A second, as people count them.
    };
    struct Source
    {
        ServiceId service;
        std::vector<double> atEdge; ///< Requests a second that arrive at each edge.
        std::vector<Stream> streams;
        double wanted = 0;
    };
    void workOut(Instant now);
    void bring(Source &source, Instant now);
    void judge(Source &source, Instant now);

    const Fleet &m_fleet;
    const Clients &m_clients;
    const Network &m_network;
    std::deque<Edge> &m_edges;
    std::map<ServerKey, Site> &m_sites;
    Instant m_start;
    Instant m_reached;
    bool m_disturbed = true;
    std::vector<Source> m_sources;
    std::map<ServiceId, Totals> m_totals;
};

} // namespace siaga::lab
