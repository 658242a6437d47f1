// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/lab_fleet.h"

#include "core/base/describe.h"

#include <chrono>

namespace siaga::lab {

namespace {

constexpr std::string_view head = R"(# SPDX-License-Identifier: GPL-3.0-or-later
# The lab: everything in it is simulated.
fleet: Lab
environment: lab
lab: true

regions:
  lab-us-east-1: {title: N. Virginia (lab), place: {latitude: 38.9, longitude: -77.4}, provider: Lab, residency: US}
  lab-us-west-2: {title: Oregon (lab), place: {latitude: 45.8, longitude: -119.7}, provider: Lab, residency: US}
  lab-eu-west-1: {title: Ireland (lab), place: {latitude: 53.3, longitude: -6.3}, provider: Lab, residency: EU}
  lab-ap-southeast-1: {title: Singapore (lab), place: {latitude: 1.35, longitude: 103.8}, provider: Lab, residency: SG}
)";

constexpr std::string_view canaries = R"(
canaries:
  lab-outside-1: {target: "canary-1.invalid:443", interval: 2s, timeout: 1s}
  lab-outside-2: {target: "canary-2.invalid:443", interval: 2s, timeout: 1s}
)";

constexpr std::string_view regions[] = {"lab-us-east-1", "lab-us-west-2", "lab-eu-west-1", "lab-ap-southeast-1"};

std::string secondsOf(Duration duration)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(duration).count()) + "s";
}

std::string servicesText(int floor)
{
    std::string text = "\nservices:\n";
    for (const std::string_view service : {"web", "api", "db"}) {
        text += "  " + std::string(service) + ":\n    regions:\n";
        for (const std::string_view region : regions)
            text += "      " + std::string(region) + ": {capacity: 1000, weight: 100}\n";
        if (service == "web")
            text += "    floor: " + std::to_string(floor) + "\n    depends_on: [api]\n";
        if (service == "api")
            text += "    depends_on: [db]\n";
    }
    return text;
}

std::string checksText()
{
    std::string text = "\nchecks:\n";
    for (const std::string_view service : {"web", "api", "db"}) {
        const bool http = service != "db";
        text += "  " + std::string(service) + ":\n    service: " + std::string(service) + "\n";
        text += http ? "    kind: http\n    body_contains: ok\n" : "    kind: tcp\n";
        text += "    interval: 2s\n    timeout: 1s\n    recheck_interval: 500ms\n    targets:\n";
        for (const std::string_view region : regions) {
            const std::string host = std::string(service) + "." + std::string(region) + ".invalid";
            text += "      " + std::string(region) + ": " + (http ? "http://" + host + "/health" : host + ":5432") + "\n";
        }
    }
    return text;
}

std::string endpointsText()
{
    std::string text = "\nendpoints:\n";
    for (const std::string_view region : regions) {
        const std::string name = "edge-" + std::string(region);
        text += "  " + name + ":\n    driver: lab\n    address: lab:" + name + "\n    region: " + std::string(region) + "\n";
        text += "    poll_interval: 2s\n    settle: 5s\n    backends:\n      web:\n        name: web\n        servers:\n";
        for (const std::string_view server : regions)
            text += "          " + std::string(server) + ": " + std::string(server) + "\n";
    }
    return text;
}

std::string policiesText(const LabPolicies &policies)
{
    std::string text = "\npolicies:\n  evacuation:\n";
    text += "    autonomy: " + std::string(nameOf(policies.evacuation)) + "\n";
    text += "    after: " + secondsOf(policies.evacuateAfter) + "\n";
    text += "    cool_down: " + secondsOf(policies.coolDown) + "\n";
    text += "    headroom_min: " + std::to_string(policies.headroomMin) + "%\n";
    text += "  restore:\n    autonomy: " + std::string(nameOf(policies.restore)) + "\n";
    text += "    after: " + secondsOf(policies.restoreAfter) + "\n";
    text += "  drift:\n    autonomy: " + std::string(nameOf(policies.drift)) + "\n";
    return text;
}

} // namespace

FleetSource labFleet(const LabPolicies &policies)
{
    std::string text(head);
    text += servicesText(policies.floor) + checksText() + endpointsText() + std::string(canaries) + policiesText(policies);
    if (!policies.breakers.empty())
        text += "\nbreakers:\n" + policies.breakers;
    if (!policies.notify.empty())
        text += "\nnotify:\n" + policies.notify;
    FleetSource source;
    source.layers.push_back({"lab.yaml", std::move(text)});
    return source;
}

} // namespace siaga::lab
