// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated world behind the same ports as the real one: regions, services, edges, people, links, and what breaks.
//
// It is like a flight simulator: the instruments cannot tell the difference, and a crash costs nothing. The catch: it
// has no clock of its own. Tests jump from cue to cue, the console behind a real clock advances it now and then.
#pragma once

#include "core/lab/faults.h"
#include "core/lab/flow.h"
#include "core/lab/timetable.h"

#include <set>

namespace siaga::lab {

struct WorldOptions
{
    std::uint64_t seed = 1;
    Instant start;
    WallTime wall;                              ///< At `start`; each region's hour of the day follows from it.
    Place observer{-6.2, 106.8};                ///< Where Siaga stands (Jakarta).
    SiteOptions site;
    ClientOptions clients;
    Duration resolveMin = std::chrono::seconds(3); ///< How long people need to find another edge.
    Duration resolveMax = std::chrono::seconds(9);
};

/// A weight in force that changed, and by whom.
struct Effect
{
    enum class Writer { siaga, foreign, restart };
    Writer writer = Writer::siaga;
    Instant at;
    EndpointId endpoint;
    ServiceId service;
    RegionId region;
    int weightBefore = 0;
    int weight = 0;      ///< Also told when it equals weightBefore: a write that changed nothing.
    std::string key;     ///< The call's; empty for others.
};

/// What an edge did with a write that reached it.
enum class WriteEffect { applied, refused, lost };

class World
{
public:
    /// Throws BrokenInvariant when the options are out of range. The fleet is copied.
    World(const Fleet &fleet, const WorldOptions &options);
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    const Fleet &fleet() const { return m_fleet; }
    Instant now() const { return m_timetable.now(); }
    Instant start() const { return m_options.start; }
    Timetable &timetable() { return m_timetable; }

    /// Runs everything up to `until`. The world may also be left alone for long: it catches up in slices.
    void advanceTo(Instant until) { m_timetable.advanceTo(until); }
    std::optional<Instant> next() const { return m_timetable.next(); }

    // Faults. Targets that the fleet does not have break nothing.

    /// Breaks something from fault.from on (now, when that is over) until fault.until.
    FaultId inject(const Fault &fault);
    void heal(FaultId id);
    void healAll();
    /// Those that hold now or will later, oldest first.
    const std::map<FaultId, Fault> &faults() const { return m_faults; }
    /// True while the fault holds; a flapping one holds half of the time.
    bool holds(FaultId id) const { return m_holding.contains(id); }

    // What is true, for drivers and invariants.

    Network &network() { return m_network; }
    bool isRegionDead(const RegionId &region) const { return m_deadRegions.contains(region); }
    /// True while the observer cannot start probes of the region.
    bool isBlindTo(const RegionId &region) const { return m_blindTo.contains(region); }
    const Site *site(const ServiceId &service, const RegionId &region) const;
    const Edge *edge(const EndpointId &id) const;
    /// Share of requests to the service in the region that fail there, dependencies included.
    double failing(const ServiceId &service, const RegionId &region) const;
    /// Totals of each service up to now.
    const std::map<ServiceId, Totals> &totals();

    // What reaches an edge. Dead ones must not be asked.

    EdgeSeen look(const EndpointId &id, Instant began);
    WriteEffect write(const EndpointId &id, const ServerKey &server, int weight, const std::string &key);

    /// Requests that come to an edge all at once, on top of what people want anyway.
    void burst(const EndpointId &id, const ServiceId &service, double requests);

    /// Told of each effect as it happens.
    void onEffect(std::function<void(const Effect &)> listener) { m_onEffect = std::move(listener); }

    /// Told when a fault begins to hold (true) and when it ends.
    void onFault(std::function<void(const Fault &, bool)> listener) { m_onFault = std::move(listener); }

private:
    void begin(FaultId id);
    void flap(FaultId id, bool down);
    void happen(const Fault &fault);
    void reapply();
    void breakSites();
    void breakEdges();
    void breakLinks();
    Edge *edgeOf(const EndpointId &id);
    void restartEdge(std::size_t index);
    void resolveLater();
    std::vector<const Fault *> holding() const;
    void setWeight(const EndpointId &id, const ServerKey &server, int weight, Effect::Writer writer, const std::string &key);

    Fleet m_fleet;
    WorldOptions m_options;
    Timetable m_timetable;
    Random m_resolving;
    Network m_network;
    std::deque<Edge> m_edges; ///< In the fleet's order; addresses stay.
    std::map<ServerKey, Site> m_sites;
    Clients m_clients;
    Flow m_flow;
    FaultId m_lastFault;
    std::map<FaultId, Fault> m_faults;
    std::set<FaultId> m_holding;
    std::set<RegionId> m_deadRegions;
    std::set<RegionId> m_blindTo;
    std::function<void(const Effect &)> m_onEffect;
    std::function<void(const Fault &, bool)> m_onFault;
};

} // namespace siaga::lab
