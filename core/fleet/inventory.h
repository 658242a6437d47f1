// SPDX-License-Identifier: GPL-3.0-or-later
// What an edge says it has, whatever the fleet says: its version, how much we may do there, backends and servers.
//
// Like the list that a caretaker reads out at the door before anybody has a plan of the house. The catch: it is of the
// moment it was read; a reload may change all of it.
#pragma once

#include "core/base/instant.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// What the socket that was asked lets its caller do.
enum class EdgeLevel {
    unknown,    ///< The edge did not say.
    reading,    ///< HAProxy's "user": looks only, and not at everything.
    operating,  ///< "operator": all looks, few changes, no weights.
    everything, ///< "admin"
};
constexpr auto namesOf(EdgeLevel)
{
    return std::array<std::string_view, 4>{"unknown", "user", "operator", "admin"};
}

struct EdgeInventory
{
    struct Server
    {
        std::string name;
        std::string address;  ///< "10.0.0.7:8080"; empty when the edge knows no port of it.
        int weight = 0;       ///< As configured, 0 to 256; what it goes back to after a reload.
        int weightNow = 0;    ///< In force.
        std::string status;   ///< In the edge's own words: "UP", "MAINT", "no check".
        int perSecondMax = 0; ///< The most new sessions in one second since the edge started.
        bool hasAgent = false; ///< An agent beside it may set its weight and state at any time.
        bool operator==(const Server &) const = default;
    };
    struct Backend
    {
        std::string name;
        std::string mode;      ///< "http" or "tcp".
        std::string algorithm; ///< "roundrobin"; empty when the level is too low to be told.
        std::vector<Server> servers;
        const Server *server(std::string_view wanted) const
        {
            for (const Server &one : servers)
                if (one.name == wanted)
                    return &one;
            return nullptr;
        }
        bool operator==(const Backend &) const = default;
    };

    std::string version; ///< "2.6.12-1+deb12u4"
    EdgeLevel level = EdgeLevel::unknown;
    std::vector<Backend> backends; ///< In the edge's order; those without a server too.

    const Backend *backend(std::string_view wanted) const
    {
        for (const Backend &one : backends)
            if (one.name == wanted)
                return &one;
        return nullptr;
    }
    bool operator==(const EdgeInventory &) const = default;
};

/// Whether the version ("2.6.12-1+deb12u4") is one whose runtime API we know: 2.6 or newer. False for what is no version.
bool isNewEnough(std::string_view version);

/// What came of asking an edge for it once.
struct InventoryAnswer
{
    std::optional<EdgeInventory> inventory;
    bool reached = false; ///< A connection came about and the question went out.
    std::string why;      ///< Why there is no inventory, plain text of at most 200 bytes.
    Duration took{};
};

} // namespace siaga
