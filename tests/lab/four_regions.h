// SPDX-License-Identifier: GPL-3.0-or-later
// The small fleet that the lab's own tests run: four regions, an edge in each, a service and what it stands on.
#pragma once

#include "core/fleet/fleet.h"

namespace siaga::lab {

inline Fleet fourRegions()
{
    Fleet fleet{.name = "Lab", .environment = "lab", .lab = true};
    fleet.regions = {{.id = RegionId("lab-us-east-1"), .title = "N. Virginia", .latitude = 38.9, .longitude = -77.4},
                     {.id = RegionId("lab-us-west-2"), .title = "Oregon", .latitude = 45.8, .longitude = -119.7},
                     {.id = RegionId("lab-eu-west-1"), .title = "Ireland", .latitude = 53.3, .longitude = -6.3},
                     {.id = RegionId("lab-ap-southeast-1"), .title = "Singapore", .latitude = 1.35, .longitude = 103.8}};
    for (const char *name : {"web", "api", "db"}) {
        Service service{.id = ServiceId(name)};
        for (const Region &region : fleet.regions)
            service.placements.push_back({.region = region.id, .capacity = 1000, .weight = 100});
        if (service.id.text() == "web") {
            service.floor = 2000;
            service.dependsOn = {ServiceId("api")};
        } else if (service.id.text() == "api") {
            service.dependsOn = {ServiceId("db")};
        }
        fleet.services.push_back(service);
    }
    for (const Region &region : fleet.regions) {
        for (const Service &service : fleet.services) {
            Check check{.id = CheckId(service.id.text() + "@" + region.id.text())};
            check.service = service.id;
            check.region = region.id;
            check.kind = service.id.text() == "db" ? CheckKind::tcp : CheckKind::http;
            check.target = service.id.text() + "." + region.id.text() + ":80";
            check.interval = std::chrono::seconds(2);
            check.bodyContains = check.kind == CheckKind::http ? "ok" : "";
            fleet.checks.push_back(check);
        }
        Endpoint edge{.id = EndpointId("edge-" + region.id.text()), .driver = "lab", .address = "lab", .region = region.id};
        edge.pollInterval = std::chrono::seconds(2);
        edge.settle = std::chrono::seconds(5);
        Endpoint::Backend backend{.service = ServiceId("web"), .name = "web"};
        for (const Region &server : fleet.regions)
            backend.servers[server.id] = server.id.text();
        edge.backends = {backend};
        fleet.endpoints.push_back(edge);
    }
    fleet.canaries = {{.id = CanaryId("outside"), .target = "outside:443", .interval = std::chrono::seconds(2)}};
    return fleet;
}

} // namespace siaga::lab
