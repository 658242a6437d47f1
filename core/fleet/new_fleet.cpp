// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/new_fleet.h"

#include "core/fleet/schema.h"
#include "core/fleet/values.h"

#include <algorithm>
#include <array>

namespace siaga {

namespace {

constexpr std::string_view fileName = "fleet.yaml"; // How problems name the text that is no file yet.

bool isHttp(const std::string &target)
{
    return target.find("://") != target.npos;
}

/// What an edge that was read knows of a service's server in a region; nullptr when none does.
const EdgeInventory::Server *serverOf(const NewFleet &made, const NewFleet::Service &service, const std::string &region)
{
    const auto named = service.servers.find(region);
    for (const NewFleet::Edge &edge : made.edges) {
        const EdgeInventory::Backend *const backend = edge.inventory ? edge.inventory->backend(service.backend) : nullptr;
        const EdgeInventory::Server *const server = backend && named != service.servers.end() ? backend->server(named->second) : nullptr;
        if (server)
            return server;
    }
    return nullptr;
}

/// Whoever names neither a server nor a target means that the service stands everywhere.
bool standsIn(const NewFleet::Service &service, const std::string &region)
{
    const bool anywhere = service.servers.empty() && service.targets.empty();
    return anywhere || service.servers.contains(region) || service.targets.contains(region);
}

Placement placementOf(const NewFleet &made, const NewFleet::Service &service, const std::string &region)
{
    Placement placement{.region = RegionId(region), .capacity = service.capacity};
    const EdgeInventory::Server *const server = serverOf(made, service, region);
    if (placement.capacity <= 0)
        placement.capacity = server && server->perSecondMax > 0 ? server->perSecondMax : capacityAssumed;
    if (server && server->weight > 0)
        placement.weight = server->weight;
    return placement;
}

/// An edge that was read has what it says; one that was not is taken to be like the others.
bool hasBackend(const NewFleet::Edge &edge, const NewFleet::Service &service)
{
    return !service.backend.empty() && !service.servers.empty() && (!edge.inventory || edge.inventory->backend(service.backend));
}

Endpoint endpointOf(const NewFleet &made, const NewFleet::Edge &edge)
{
    Endpoint endpoint{.id = EndpointId(edge.id), .driver = "haproxy", .address = edge.address};
    for (const NewFleet::Service &service : made.services) {
        if (!hasBackend(edge, service))
            continue;
        Endpoint::Backend backend{.service = ServiceId(service.id), .name = service.backend};
        for (const auto &[region, server] : service.servers)
            backend.servers.emplace(RegionId(region), server);
        endpoint.backends.push_back(std::move(backend));
    }
    return endpoint;
}

void addChecks(Fleet &fleet, const NewFleet &made, const NewFleet::Service &service)
{
    for (const CheckKind kind : {CheckKind::http, CheckKind::tcp}) {
        for (const NewFleet::Region &region : made.regions) {
            const auto target = service.targets.find(region.id);
            if (target == service.targets.end() || isHttp(target->second) != (kind == CheckKind::http))
                continue;
            fleet.checks.push_back({.id = CheckId(service.id + (kind == CheckKind::http ? "-http@" : "-tcp@") + region.id),
                                    .service = ServiceId(service.id),
                                    .region = RegionId(region.id),
                                    .kind = kind,
                                    .target = target->second});
        }
    }
}

/// With fewer checks than the policy wants, no region could ever be found down.
int checksWanted(const Fleet &fleet)
{
    int least = EvacuationPolicy{}.checksMin;
    for (const Region &region : fleet.regions) {
        const auto count = std::ranges::count(fleet.checks, region.id, &Check::region);
        if (count > 0)
            least = std::min(least, static_cast<int>(count));
    }
    return least;
}

std::string hostIn(const std::string &target)
{
    std::string host = isHttp(target) ? target.substr(target.find("://") + 3) : target;
    return nameFor(host.substr(0, host.find_first_of(":/?")));
}

void addCanaries(Fleet &fleet, const NewFleet &made)
{
    for (const std::string &target : made.canaries) {
        const std::string host = hostIn(target);
        std::string id = host.empty() ? "canary" : host;
        for (int again = 2; std::ranges::count(fleet.canaries, CanaryId(id), &Canary::id) > 0; ++again)
            id = (host.empty() ? "canary" : host) + "-" + std::to_string(again);
        fleet.canaries.push_back({.id = CanaryId(id), .target = target});
    }
}

std::string placementRemark(const NewFleet &made, const NewFleet::Service &service, const std::string &region)
{
    const EdgeInventory::Server *const server = serverOf(made, service, region);
    const std::string weight = server && server->weight > 0 ? "weight read from HAProxy; " : "";
    if (service.capacity > 0)
        return weight + "capacity as answered";
    if (server && server->perSecondMax > 0)
        return weight + "capacity measured: the most that HAProxy has seen in a second; it may serve more";
    return weight + "capacity assumed: measure it";
}

std::string edgeRemark(const NewFleet::Edge &edge)
{
    if (!edge.inventory)
        return "not reached when this was written";
    const auto level = namesOf(edge.inventory->level)[static_cast<std::size_t>(edge.inventory->level)];
    return "read: HAProxy " + edge.inventory->version + ", level " + std::string(level);
}

FleetNotes notesOf(const NewFleet &made)
{
    FleetNotes notes;
    notes.head = {"The fleet that Siaga watches, written by siaga init. Change what you like:",
                  "siaga check tells every mistake at once, siaga fleet reference every field.",
                  "There is no secret in this file. Beside each value stands whose word it is:",
                  "read or measured, as answered, or assumed."};
    for (const NewFleet::Region &region : made.regions)
        notes.remarks[{"regions", region.id, "place"}] = region.place == Ink::assumed ? "assumed from the name; for the map" : "as answered; for the map";
    for (const NewFleet::Service &service : made.services) {
        for (const NewFleet::Region &region : made.regions)
            notes.remarks[{"services", service.id, "regions", region.id}] = placementRemark(made, service, region.id);
        notes.remarks[{"services", service.id, "floor"}] = "assumed: 0 guards nothing";
        for (const auto &[region, target] : service.targets) {
            bool isRead = false;
            for (const NewFleet::Edge &edge : made.edges) {
                const EdgeInventory::Backend *const backend = edge.inventory ? edge.inventory->backend(service.backend) : nullptr;
                const auto server = service.servers.find(region);
                isRead = isRead || (backend && server != service.servers.end() && targetFor(*backend, server->second) == target);
            }
            for (const char *const kind : {"-http", "-tcp"})
                notes.remarks[{"checks", service.id + kind, "targets", region}] = isRead ? "address read from HAProxy" : "as answered";
        }
    }
    for (const NewFleet::Edge &edge : made.edges) {
        notes.remarks[{"endpoints", edge.id}] = edgeRemark(edge);
        for (const NewFleet::Service &service : made.services)
            notes.remarks[{"endpoints", edge.id, "backends", service.id}] = edge.inventory ? "backend read; regions as answered" : "assumed to be as at the others";
    }
    notes.remarks[{"policies", "evacuation", "checks_min"}] = "as some region has no more checks than that";
    notes.remarks[{"policies", "evacuation", "autonomy"}] = "assumed, as all of them: it moves nothing until you say so";
    return notes;
}

} // namespace

Fleet fleetOf(const NewFleet &made)
{
    Fleet fleet{.name = made.name, .environment = made.environment};
    for (const NewFleet::Region &region : made.regions)
        fleet.regions.push_back({.id = RegionId(region.id),
                                 .title = region.title.empty() ? region.id : region.title,
                                 .latitude = region.latitude,
                                 .longitude = region.longitude});
    for (const NewFleet::Service &service : made.services) {
        Service one{.id = ServiceId(service.id)};
        for (const NewFleet::Region &region : made.regions)
            if (standsIn(service, region.id))
                one.placements.push_back(placementOf(made, service, region.id));
        fleet.services.push_back(std::move(one));
        addChecks(fleet, made, service);
    }
    for (const NewFleet::Edge &edge : made.edges)
        fleet.endpoints.push_back(endpointOf(made, edge));
    addCanaries(fleet, made);
    fleet.policies.evacuation.autonomy = Autonomy::watch;
    fleet.policies.restore.autonomy = Autonomy::watch;
    fleet.policies.drift.autonomy = Autonomy::watch;
    fleet.policies.evacuation.checksMin = checksWanted(fleet);
    return fleet;
}

std::string textOf(const NewFleet &made)
{
    return fleetText(fleetOf(made), notesOf(made));
}

std::vector<FleetProblem> problemsOf(const NewFleet &made)
{
    const auto reading = readFleet({.layers = {{std::string(fileName), textOf(made)}}, .environment = {}});
    return reading ? std::vector<FleetProblem>() : reading.error();
}

std::string mistakeInAnswer(std::string_view path, std::string_view answer)
{
    const FieldSpec name{.type = FieldType::identifier};
    const bool isName = path.ends_with("*") && !fieldSpec(path);
    const FieldSpec *const spec = isName ? &name : fieldSpec(path);
    if (!spec)
        return {};
    const YamlNode node{.kind = YamlNode::Kind::scalar, .text = std::string(answer)};
    const auto mistake = mistakeIn(*spec, node);
    if (mistake)
        return "found " + mistake->found + ", expected " + mistake->expected;
    if (path == "regions.*" && answer.starts_with("lab-"))
        return "found " + std::string(answer) + ", expected a name that does not start with lab-, as this is no lab fleet";
    return {};
}

std::string nameFor(std::string_view objectName)
{
    std::string name;
    for (const char c : objectName) {
        const char small = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        const bool fits = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || small == '.' || small == '-';
        name += fits ? small : '-';
    }
    constexpr std::array<std::string_view, 5> prefixes{"bk-", "be-", "backend-", "pool-", "bck-"};
    for (const std::string_view prefix : prefixes)
        if (name.starts_with(prefix) && name.size() > prefix.size())
            name.erase(0, prefix.size());
    name.erase(0, std::min(name.find_first_not_of(".-"), name.size()));
    name.resize(std::min<std::size_t>(name.size(), 63));
    return isIdentifier(name) ? name : std::string();
}

std::string targetFor(const EdgeInventory::Backend &backend, std::string_view server)
{
    const EdgeInventory::Server *const found = backend.server(server);
    if (!found || found->address.empty())
        return {};
    return backend.mode == "http" ? "http://" + found->address + "/" : found->address;
}

} // namespace siaga
