// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines in virtual time for the health engine: probes that follow a mood, edges that count, and what was told.
//
// It is like a puppet theatre: set who passes and who fails, let the seconds run, read the transcript. The catch: as in
// the loop, each event is folded at once and then becomes an input, before anything else is looked at.
#pragma once

#include "core/health/engine.h"

#include <QByteArray>

#include <set>

namespace siaga::health {

/// Seconds since the timeline began.
Instant at(double seconds);

class Timeline
{
public:
    /// "us: web db | eu: web": regions with one check for each word, "web@us" and so on; every 10 s, time-out 3 s,
    /// 3 failures, 2 successes, re-check after 1 s. Edges and canaries are added to `fleet` by the two functions below.
    explicit Timeline(const std::string &picture);
    void addEdge(const std::string &name, const std::string &region = {});
    void addCanary(const std::string &name);

    /// How the named checks and canaries answer from now on when run() probes them; all whose name contains `part`.
    void passes(const std::string &part) { setMood(part, ProbeOutcome::passed); }
    void fails(const std::string &part, ProbeOutcome how = ProbeOutcome::refused) { setMood(part, how); }
    void silent(const std::string &part);

    /// What an edge's counters grow by each second for "web" in a region; run() looks at it every 5 s from now on.
    void serves(const std::string &edge, const std::string &region, int requests, int failures = 0);
    void serverIs(const std::string &edge, const std::string &region, ServerSeen::State shown);
    void unreached(const std::string &edge, bool now = true);
    void restarts(const std::string &edge);
    void notLookedAt(const std::string &edge);

    /// Lets the seconds up to this one pass: due probes and looks, then a tick.
    void run(int untilSecond);

    void see(const Observation &observation);
    void result(const std::string &check, ProbeOutcome outcome, double began, double ended);
    void result(const std::string &check, ProbeOutcome outcome) { result(check, outcome, second, second); }
    void record(Event event, const std::string &actor = "health");
    void tick();

    /// What was told since it was last asked, as "12 check web@us down, 12 region us degraded". Kinds left out by
    /// `without` are not listed: "check", "region", "view", "edge", "link", "alert".
    QByteArray told(const std::set<std::string> &without = {});
    /// The looks asked for since it was last asked, as "web@us+1s".
    QByteArray looks();

    Fleet fleet;
    Seen seen;
    State state;
    double second = 0;
    std::vector<Recorded> journal;

private:
    struct Puppet
    {
        double due = 0;
        double every = 10;
    };
    struct Counters
    {
        int perSecond = 0;
        int failing = 0;
        ServerSeen server;
    };
    struct EdgePuppet
    {
        double due = 0;
        double upSince = -1000;
        bool reached = true;
        bool looked = true;
        std::map<std::string, Counters> regions;
    };

    void setMood(const std::string &part, ProbeOutcome mood);
    void probeWhatIsDue();
    void lookAt(const std::string &name, EdgePuppet &edge);
    void take(const Input &input);
    void wish(const Look &look);
    Context context() const { return {fleet, seen, at(second), Seq(journal.size())}; }

    std::map<std::string, ProbeOutcome> m_moods;
    std::map<std::string, Puppet> m_probes;
    std::map<std::string, EdgePuppet> m_edges;
    std::size_t m_told = 0;
    std::vector<std::string> m_looks;
};

} // namespace siaga::health
