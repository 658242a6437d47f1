// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/proposals.h"

#include "core/fleet/known_places.h"
#include "core/fleet/values.h"

#include <algorithm>

namespace siaga {

namespace {

const std::vector<EdgeInventory::Backend> &backendsOf(const NewFleet::Edge &edge)
{
    static const std::vector<EdgeInventory::Backend> none;
    return edge.inventory ? edge.inventory->backends : none;
}

} // namespace

std::vector<std::string> proposedRegions(const std::vector<NewFleet::Edge> &edges)
{
    std::vector<std::string> names;
    for (const NewFleet::Edge &edge : edges)
        for (const EdgeInventory::Backend &backend : backendsOf(edge))
            for (const EdgeInventory::Server &server : backend.servers) {
                const std::string name = nameFor(server.name);
                if (!name.empty() && !name.starts_with("lab-") && std::ranges::count(names, name) == 0)
                    names.push_back(name);
            }
    return names;
}

std::vector<std::pair<std::string, std::string>> proposedServices(const std::vector<NewFleet::Edge> &edges)
{
    std::vector<std::pair<std::string, std::string>> services;
    for (const NewFleet::Edge &edge : edges)
        for (const EdgeInventory::Backend &backend : backendsOf(edge)) {
            const std::string name = nameFor(backend.name);
            const bool isTaken = std::ranges::any_of(services, [&](const auto &pair) { return pair.first == name; });
            if (!name.empty() && !backend.servers.empty() && !isTaken)
                services.emplace_back(name, backend.name);
        }
    return services;
}

const EdgeInventory::Backend *backendAt(const std::vector<NewFleet::Edge> &edges, std::string_view name)
{
    for (const NewFleet::Edge &edge : edges)
        if (const auto *backend = edge.inventory ? edge.inventory->backend(name) : nullptr)
            return backend;
    return nullptr;
}

std::string proposedServer(const EdgeInventory::Backend &backend, const NewFleet::Service &service,
                           const std::vector<std::string> &regions, std::size_t region)
{
    const auto isTaken = [&](const std::string &name) {
        return std::ranges::any_of(service.servers, [&](const auto &pair) { return pair.first != regions[region] && pair.second == name; });
    };
    for (const EdgeInventory::Server &server : backend.servers)
        if (nameFor(server.name) == regions[region] && !isTaken(server.name))
            return server.name;
    const bool fits = region < backend.servers.size() && !isTaken(backend.servers[region].name);
    return fits ? backend.servers[region].name : std::string();
}

std::optional<GivenPlace> placeFrom(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    if (const auto known = knownPlace(small))
        return GivenPlace{std::string(known->title), known->latitude, known->longitude};
    const std::size_t gap = text.find_first_of(" ,");
    const std::size_t next = gap == text.npos ? gap : text.find_first_not_of(" ,", gap);
    if (next == text.npos)
        return std::nullopt;
    const std::string latitude(text.substr(0, gap));
    const std::string longitude(text.substr(next));
    if (!mistakeInAnswer("regions.*.place.latitude", latitude).empty() || !mistakeInAnswer("regions.*.place.longitude", longitude).empty())
        return std::nullopt;
    return GivenPlace{{}, parseNumber(latitude).value_or(0), parseNumber(longitude).value_or(0)};
}

} // namespace siaga
