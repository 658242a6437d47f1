// SPDX-License-Identifier: GPL-3.0-or-later
// A fleet in the making: what somebody answered, what was read from their edges, and what had to be assumed.
//
// Like a form that is filled in half by the applicant and half by the office, each in their own ink: the file that comes
// of it says beside each value whose it is. The catch: it is small; what it does not ask is changed in the file later.
#pragma once

#include "core/fleet/inventory.h"
#include "core/fleet/read.h"
#include "core/fleet/write.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// Whose word a value is.
enum class Ink {
    assumed,  ///< Nobody's: a guess that should be replaced.
    answered, ///< A person's.
    measured, ///< Read from an edge.
};

/// By the names in the file; regions stand for themselves as keys of the maps.
struct NewFleet
{
    struct Region
    {
        std::string id;
        std::string title;
        double latitude = 0;
        double longitude = 0;
        Ink place = Ink::answered;
    };
    struct Edge
    {
        std::string id;
        std::string address;                    ///< "unix:/path" or "tcp:HOST:PORT".
        std::optional<EdgeInventory> inventory; ///< None: it could not be read.
    };
    struct Service
    {
        std::string id;
        std::string backend;                        ///< Its name at the edges; empty: no edge knows it.
        std::map<std::string, std::string> servers; ///< By region.
        double capacity = 0;                        ///< Requests a second in each region; 0: what was measured, else assumed.
        std::map<std::string, std::string> targets; ///< By region: what is probed. May be empty.
    };

    std::string name;
    std::string environment = "production";
    std::vector<Region> regions;
    std::vector<Service> services;
    std::vector<Edge> edges;
    std::vector<std::string> canaries; ///< Targets outside all regions.
};

/// Requests a second that a service is taken to serve in a region when nobody said or measured it.
inline constexpr double capacityAssumed = 100;

/// The fleet that comes of it: all policies at `watch`. It may be invalid; readFleet() of its text tells all mistakes.
Fleet fleetOf(const NewFleet &made);

/// fleet.yaml, with a remark beside each value that says whose word it is.
std::string textOf(const NewFleet &made);

/// What readFleet() says of that text; empty when it is a fleet.
std::vector<FleetProblem> problemsOf(const NewFleet &made);

/// What is wrong with one answer by the row of the fleet's own table, as a sentence; empty when nothing is. `path` is the
/// schema's: "regions.*.place.latitude"; one that ends in '*' is a name of the file's own.
std::string mistakeInAnswer(std::string_view path, std::string_view answer);

/// A name of ours made of one at a load balancer: "BK_web.shop" gives "web.shop". Empty when nothing of it is left.
std::string nameFor(std::string_view objectName);

/// The address where an edge reaches a server, as the target of a check: "http://10.0.0.7:8080/" in mode http. Empty when
/// the edge knows none.
std::string targetFor(const EdgeInventory::Backend &backend, std::string_view server);

} // namespace siaga
