// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest world that the runtime can work on: regions that answer or not, edges that keep weights and count
// requests. For unit tests of the runtime; scenarios and seeds use core/lab.
#pragma once

#include "core/runtime/runner.h"

#include <map>
#include <set>

namespace siaga {

/// A virtual clock that can be set back, as a broken one is.
class BenchClock : public VirtualClock
{
public:
    Instant now() const override { return VirtualClock::now() - back; }
    Duration back{};
};

class FakeWorld : public Prober, public Traffic
{
public:
    struct Command
    {
        Instant at;
        EndpointId endpoint;
        RegionId region;
        int weight = 0;
        std::string key;
    };

    explicit FakeWorld(VirtualClock &clock)
        : m_clock(clock)
    {
    }

    // What is broken; regions and endpoints by name.
    std::set<std::string> down;       ///< Regions whose checks are refused and whose requests fail.
    std::set<std::string> edgesDown;  ///< Edges that cannot be reached; they keep their weights.
    std::set<std::string> blindEdges; ///< Edges that cannot be read, but take writes.
    std::set<std::string> loseReply;  ///< Edges that take the next write and lose its answer; one each.
    std::set<std::string> refuse;     ///< Edges that answer writes with an error.
    bool linkCut = false;             ///< Nothing is reached from here.
    bool noDriver = false;            ///< This build has no driver for any edge.
    double requestsPerSecond = 100;   ///< At each edge.
    Notifier *notifier = nullptr;     ///< Who tells people, from the next start on; nobody.

    std::vector<Command> commands;    ///< Writes that took effect.
    std::map<std::pair<std::string, std::string>, int> weights; ///< (edge, region) to weight.

    void connect(Runner *runner) { m_runner = runner; }
    Ports ports();
    void start(const Call &call) override;
    void cancel(CallId) override { }

    /// Hands over what is due; gives the next due moment.
    std::optional<Instant> deliver();

    /// All weights back to what the configuration says, as a reload does.
    void forget(const std::string &edge, int weight = 100);

private:
    Completion answer(const Call &call);
    WriteAnswer write(const SetServerWeight &write, const Call &call);
    EdgeSeen look(const LookAtEdge &look);
    ProbeResult probe(const RegionId &region) const;
    void serve(const Endpoint &endpoint);

    VirtualClock &m_clock;
    Runner *m_runner = nullptr;
    std::multimap<Instant, Call> m_calls;
    std::map<std::string, Instant> m_servedUntil;
    std::map<std::pair<std::string, std::string>, ServerSeen> m_counters;
};

/// A fleet as a picture: regions by name, one edge in each, service "web" everywhere with capacity 200.
FleetSource pictureFleet(const std::vector<std::string> &regions, const std::string &policies = {});

/// Runner, world, journal and clock, stepped in virtual time.
class Bench
{
public:
    explicit Bench(const FleetSource &fleet, Journal &journal);

    /// Lets time pass, taking everything that falls due on the way.
    void run(Duration lasts);

    /// Runs until the condition holds, at most `most`; says whether it did.
    bool runUntil(const std::function<bool()> &condition, Duration most = std::chrono::minutes(10));

    /// As a kill -9 and a new start: what was not durable is gone, calls under way are answered to nobody.
    void restart();

    /// All durable records, decoded, since this bench began.
    std::vector<Recorded> recorded;
    template<class Body>
    std::vector<Body> all() const
    {
        std::vector<Body> bodies;
        for (const Recorded &one : recorded)
            if (const Body *body = one.event.as<Body>())
                bodies.push_back(*body);
        return bodies;
    }

    BenchClock clock;
    FakeWorld world;
    Journal &journal;
    std::unique_ptr<Runner> runner;

private:
    void boot();
    FleetSource m_fleet;
    std::unique_ptr<InlineCommitter> m_committer;
};

} // namespace siaga
