// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer probably is, from what the edges say and from what is known of the world.
//
// Like a waiter who knows the table: he proposes, and takes whatever is said instead. The catch: a proposal is made of
// names alone; that two things are called alike does not make them the same.
#pragma once

#include "core/fleet/new_fleet.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace siaga {

/// Names of regions made of the servers' names, in the edges' order, each once.
std::vector<std::string> proposedRegions(const std::vector<NewFleet::Edge> &edges);

/// Services and the backends that stand for them: every backend that has a server and a usable name.
std::vector<std::pair<std::string, std::string>> proposedServices(const std::vector<NewFleet::Edge> &edges);

/// The first edge's backend of this name; nullptr when none that was read has it.
const EdgeInventory::Backend *backendAt(const std::vector<NewFleet::Edge> &edges, std::string_view name);

/// The server that stands for the region: the one that is called like it, else the one in the same place of the list. Empty
/// when there is none, or when it stands for another region of `service` already.
std::string proposedServer(const EdgeInventory::Backend &backend, const NewFleet::Service &service,
                           const std::vector<std::string> &regions, std::size_t region);

/// Where a region is, by what somebody wrote: "-6.21 106.85", or a place that is known. nullopt for neither.
struct GivenPlace
{
    std::string title; ///< Empty for two numbers.
    double latitude = 0;
    double longitude = 0;
};
std::optional<GivenPlace> placeFrom(std::string_view text);

} // namespace siaga
