// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines in virtual time for the resilience engine: a check, two edges and a page of metrics that follow a mood, and
// what was told of the breakers that listen to them.
//
// It is like a puppet theatre: set how things go, let the seconds run, read the transcript. The catch: as in the loop,
// each event is folded at once and then becomes an input, before anything else is looked at.
#pragma once

#include "core/resilience/engine.h"

#include <QByteArray>

#include <functional>

namespace siaga::resilience {

/// Seconds since the timeline began.
Instant at(double seconds);

class Timeline
{
public:
    /// One service "web" in the regions us and eu; check "web@us" every 2 s, edges "e1" (outside) and "e2" (in us) every
    /// 2 s, page "app" every 2 s. One breaker "b@us": window 10 s, 5 failures in a row, 50 % of 20 calls, reset 30 s.
    explicit Timeline(BreakerSignal signal);
    RegisteredBreaker &breaker() { return fleet.breakers.front(); }

    /// How the check answers from now on; silent() stops it.
    void answers(ProbeOutcome outcome, double tookSeconds = 0.1);
    /// What an edge counts each second from now on, and what the page does.
    void serves(const std::string &edge, double calls, double failures = 0);
    void publishes(double calls, double failures = 0);
    /// Nobody looks any more, at anything.
    void silent();
    /// An edge's process, or the program behind the page, counts from zero again.
    void restarts(const std::string &source);
    void serverIs(const std::string &edge, ServerSeen::State shown) { m_counters[edge].server = shown; }
    /// Changes each page of metrics before it is seen.
    std::function<void(MetricsSeen &)> onPage;

    /// Lets the seconds up to this one pass: a tick when one is due, then the looks.
    void run(int untilSecond);

    void see(const Observation &observation);
    void record(Event event, const std::string &person = {});
    void hold(const std::string &breaker, BreakerHold hold, double seconds, const std::string &reason = "why");
    void reset(const std::string &breaker);

    /// What was told since it was last asked: "12 b@us open consecutive 5/5" (time, breaker, state, rule, failures/calls).
    QByteArray told();
    /// The looks asked for since it was last asked, as "web@us+1s".
    QByteArray looks();
    BreakerState stateOf(const std::string &breaker) const;
    Context context() const { return {fleet, seen, at(second), Seq(journal.size())}; }

    Fleet fleet;
    Seen seen;
    State state;
    double second = 0;
    std::vector<Recorded> journal;

private:
    struct Counters
    {
        double due = 1;
        double upSince = -1000;
        double perSecond = 0;
        double failing = 0;
        double calls = 0;
        double failures = 0;
        ServerSeen::State server = ServerSeen::State::ready;
    };

    void look(const std::string &name, Counters &counters);
    void take(const Input &input);
    void wish(const Look &look);

    std::map<std::string, Counters> m_counters; ///< Of "web@us", "e1", "e2" and "app", as far as somebody looks.
    ProbeResult m_answer;
    std::size_t m_told = 0;
    std::vector<std::string> m_looks;
};

} // namespace siaga::resilience
