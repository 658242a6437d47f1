// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/addresses.h"
#include "core/fleet/parts.h"

#include <set>

namespace siaga {

namespace {

constexpr std::string_view labDriver = "lab";
constexpr std::string_view tcpPrefix = "tcp:";

void checkAddress(Section &section, const Endpoint &endpoint)
{
    const bool lab = endpoint.driver == labDriver;
    if (lab != isLabAddress(endpoint.address)) {
        section.tell("address", endpoint.address,
                     lab ? "lab:NAME, as the driver is lab" : "unix:/path or tcp:HOST:PORT, as the driver is haproxy");
        return;
    }
    const bool isRemote = endpoint.address.starts_with(tcpPrefix)
        && !isLoopback(std::string_view(endpoint.address).substr(tcpPrefix.size()));
    if (isRemote && !endpoint.plaintextAccepted && section.isSound({"plaintext"}))
        section.tell("address", endpoint.address,
                     "an address on this machine, as HAProxy's runtime API is neither encrypted nor authenticated; or "
                     "plaintext: accepted");
}

void checkDriver(Section &root, Section &section, const Endpoint &endpoint, const Reading &reading)
{
    const bool lab = endpoint.driver == labDriver;
    if (root.isSound({"lab"}) && lab != reading.fleet.lab)
        section.tell("driver", endpoint.driver, reading.fleet.lab ? "lab, as in every lab fleet"
                                                                  : "haproxy, as this is no lab fleet");
    if (section.isSound({"address"}))
        checkAddress(section, endpoint);
}

void checkServers(Section &section, const Endpoint::Backend &backend, const Service &service, const Reading &reading)
{
    for (const Placement &placement : service.placements) {
        const std::string &region = placement.region.text();
        const YamlNode *const servers = section.node({"servers"});
        const bool isKnown = reading.fleet.region(placement.region) != nullptr; // Else that is the mistake.
        if (isKnown && section.isSound({"servers"}) && (!servers || !servers->find(region)))
            section.tell("servers", "no server for " + region, "one for each region in which the service stands");
    }
    for (const auto &[region, server] : backend.servers) {
        if (!service.placement(region))
            section.tellEntry("servers", region.text(), region.text(),
                              "a region in which " + service.id.text() + " stands");
    }
}

void readBackends(Section &section, Endpoint &endpoint, const Reading &reading)
{
    std::set<std::pair<std::string, std::string>> taken; // Two regions on one server would fight over its weight.
    for (auto &[id, part] : section.named("backends")) {
        Endpoint::Backend backend{.service = ServiceId(id)};
        backend.name = part.text("name");
        for (const auto &[region, server] : part.texts("servers")) {
            backend.servers.emplace(RegionId(region), server);
            if (part.isSound({"name"}) && !taken.emplace(backend.name, server).second)
                part.tellEntry("servers", region, server, "a server that stands for one region and service only");
        }
        if (const Service *const service = reading.fleet.service(backend.service))
            checkServers(part, backend, *service, reading);
        else
            part.tell("", id, "a service of this fleet", meant(reading, id, reading.fleet.services));
        endpoint.backends.push_back(std::move(backend));
    }
}

void checkRegion(Section &section, const Endpoint &endpoint, const Reading &reading)
{
    if (!endpoint.region || reading.fleet.region(*endpoint.region))
        return;
    const std::string &region = endpoint.region->text();
    section.tell("region", region, "a region of this fleet", meant(reading, region, reading.fleet.regions));
}

void checkUnique(Section &section, const Endpoint &endpoint, const Reading &reading)
{
    for (const Endpoint &other : reading.fleet.endpoints) {
        if (!endpoint.address.empty() && other.address == endpoint.address)
            section.tell("address", endpoint.address, "an address of its own; " + other.id.text() + " has this one");
    }
}

} // namespace

void readEndpoints(Section &root, Reading &reading)
{
    for (auto &[id, section] : root.named("endpoints")) {
        Endpoint endpoint{.id = EndpointId(id)};
        endpoint.driver = section.text("driver");
        endpoint.address = section.text("address");
        if (const std::string region = section.text("region"); !region.empty())
            endpoint.region = RegionId(region);
        endpoint.plaintextAccepted = section.text("plaintext") == "accepted";
        endpoint.pollInterval = section.duration("poll_interval");
        endpoint.settle = section.duration("settle");
        if (section.isSound({"driver"}))
            checkDriver(root, section, endpoint, reading);
        checkRegion(section, endpoint, reading);
        checkUnique(section, endpoint, reading);
        readBackends(section, endpoint, reading);
        reading.fleet.endpoints.push_back(std::move(endpoint));
    }
}

} // namespace siaga
