// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated balancer: weights for each service and region, and counters of what went where.
//
// It is like a signalman with a bad memory: obeys to the letter, counts what passes, and after a fall knows only what
// his rule book says. The catch: the rule book holds the placements' weights, never what he was told since.
#pragma once

#include "core/fleet/fleet.h"
#include "core/seen/observation.h"

namespace siaga::lab {

/// What faults do to an edge; the default is nothing.
struct EdgeTrouble
{
    bool dead = false;     ///< The process is gone.
    bool hostDead = false; ///< The machine is gone too: nothing even refuses a connection.
    bool refuses = false;  ///< Every change is refused.
    double replyLost = 0;  ///< Share of answers to writes that never leave.
    Duration lag{};        ///< Added to every answer.
};

using ServerKey = std::pair<ServiceId, RegionId>;

class Edge
{
public:
    Edge(const Fleet &fleet, const Endpoint &endpoint, Instant started);

    struct Server
    {
        int weight = 0;      ///< In force; zero stands for drained.
        int configured = 0;  ///< What a restart comes back with.
        double requests = 0; ///< Since the process started.
        double failures = 0;
    };

    void suffer(const EdgeTrouble &trouble) { m_trouble = trouble; }
    const EdgeTrouble &trouble() const { return m_trouble; }
    bool isAlive() const { return !m_trouble.dead && !m_trouble.hostDead; }

    /// The process starts anew and has forgotten everything.
    void restart(Instant now);
    Instant started() const { return m_started; }

    const std::map<ServerKey, Server> &servers() const { return m_servers; }
    Server *server(const ServerKey &key);
    const Server *server(const ServerKey &key) const;

    /// Sum of the weights in force of a service.
    int weightOf(const ServiceId &service) const;

    /// What a look shows at `now`.
    EdgeSeen look(const EndpointId &id, Instant began, Instant now) const;

private:
    EdgeTrouble m_trouble;
    Instant m_started;
    std::map<ServerKey, Server> m_servers;
};

} // namespace siaga::lab
