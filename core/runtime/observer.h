// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the world in the rhythm that the fleet asks for, and sooner where an engine wishes to look.
//
// It is the watchman's round: each door in turn, spread over the hour, and at once where somebody knocked. The catch:
// at most one look at a subject is under way, so a stuck door keeps nobody waiting but itself, and not even those who
// verify a plan: their look ends the one that is under way.
#pragma once

#include "core/events/engine.h"
#include "core/runtime/ports.h"

#include <map>
#include <set>

namespace siaga {

class Observer
{
public:
    explicit Observer(Ports &ports)
        : m_ports(ports)
    {
    }

    /// Watches what the fleet names, from `now` on; what it no longer names is forgotten. First rounds are spread over
    /// the interval by the subject's name, so that ten thousand checks don't start at once.
    void watch(const Fleet &fleet, Instant now);

    /// A wish of an engine; the earliest of several for one subject counts.
    void wish(const Look &look, Instant now);

    /// Starts all looks that are due, each under a new id from `nextId`.
    void start(const Fleet &fleet, Instant now, CallId &nextId);

    /// Says that a look ended; false when the id is none of ours.
    bool ended(CallId id, Instant now);

    /// When the next look is due; nullopt when nothing is watched.
    std::optional<Instant> nextDue() const;

private:
    using Subject = std::variant<CheckId, CanaryId, EndpointId, MetricsId>;
    struct Watched
    {
        Duration interval{};
        Instant due;
        bool underWay = false;
        Lane laneUnderWay = Lane::round;
        CallId call;               ///< The look under way, ...
        Driver *driver = nullptr;  ///< ... and who makes it.
        std::optional<Instant> wished;
        Lane lane = Lane::round; ///< Of the look that is due next.
        Lane wishedLane = Lane::recheck;
    };
    void schedule(const Subject &subject, Watched &watched, Instant due);
    void launch(const Subject &subject, Watched &watched, const Fleet &fleet, CallId id);

    Ports &m_ports;
    std::map<Subject, Watched> m_watched;
    std::set<std::pair<Instant, Subject>> m_queue; // Each watched subject that is not under way, by due time.
    std::map<CallId, Subject> m_started;
};

} // namespace siaga
