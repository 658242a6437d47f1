// SPDX-License-Identifier: GPL-3.0-or-later
// One service in one region: instances that start slowly, serve up to a limit, slow down near it, and can be broken.
//
// It is like a kitchen: cooks come in one by one, each can only do so much, and beyond that guests leave hungry.
#pragma once

#include "core/base/random.h"
#include "core/fleet/fleet.h"

#include <vector>

namespace siaga::lab {

/// How a service behaves when nothing is wrong.
struct SiteOptions
{
    int instances = 4;
    Duration latency = std::chrono::milliseconds(40);  ///< Of one request at no load.
    Duration startMin = std::chrono::seconds(8);       ///< From the start of an instance until it listens.
    Duration startMax = std::chrono::seconds(25);
    Duration warmUp = std::chrono::seconds(20);        ///< Then until it serves its full share.
    Duration edgeTimeout = std::chrono::seconds(5);    ///< What takes longer counts as failed at the edges.
};

/// What faults do to a site; the default is nothing.
struct SiteTrouble
{
    double down = 0;       ///< Share of the instances that are dead.
    double slow = 1;       ///< Factor on the latency.
    double failing = 0;    ///< Share of requests that fail.
    bool lying = false;    ///< The health endpoint hides the failures.
    bool errorPage = false;///< Status 200 with the wrong body; counts as failed for people, not for status codes.
    bool operator==(const SiteTrouble &) const = default;
};

class Site
{
public:
    Site(double capacity, const SiteOptions &options, const Random &random);

    /// Instances that come back start slowly.
    void suffer(const SiteTrouble &trouble, Instant now);
    const SiteTrouble &trouble() const { return m_trouble; }

    /// Requests a second offered from now on.
    void setLoad(double rate) { m_load = rate; }
    double load() const { return m_load; }

    /// Requests a second that can be served now.
    double readyCapacity(Instant now) const;

    /// True when at least one instance accepts connections.
    bool isListening(Instant now) const;

    /// Share of the offered requests that fail here by the site's own fault, overload included.
    double failing(Instant now) const;

    /// What a request takes, queueing included.
    Duration latency(Instant now) const;

private:
    struct Instance
    {
        bool dead = false;
        Instant listens; ///< From when on; the epoch for those that were there from the beginning.
    };
    double readyShare(const Instance &instance, Instant now) const;

    double m_capacity;
    SiteOptions m_options;
    Random m_random;
    SiteTrouble m_trouble;
    double m_load = 0;
    std::vector<Instance> m_instances;
};

} // namespace siaga::lab
