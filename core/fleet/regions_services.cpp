// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/parts.h"
#include "core/fleet/values.h"

#include <numeric>
#include <set>

namespace siaga {

namespace {

constexpr std::string_view labPrefix = "lab-";

std::string shownCapacity(double capacity)
{
    std::string text = std::to_string(capacity);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

/// True when every placement's capacity could be read.
bool readPlacements(Section &root, Section &section, Service &service, Reading &reading)
{
    bool isSound = true;
    for (auto &[region, base] : section.named("regions")) {
        const RegionId id(region);
        if (!reading.fleet.region(id))
            base.tell("", region, "a region of this fleet", meant(reading, region, reading.fleet.regions));
        Section placement = base.overridden(
            base.shown(), root.node({"regions", region, "overrides", "services", service.id.text()}));
        isSound = isSound && placement.isSound({"capacity"});
        const double capacity = placement.number("capacity");
        service.placements.push_back({.region = id, .capacity = capacity, .weight = placement.integer("weight")});
    }
    if (service.placements.empty() && section.isSound({"regions"}))
        section.tell("regions", "nothing", "at least one region");
    return isSound && !service.placements.empty();
}

void checkFloor(Section &section, const Service &service)
{
    const double capacity = std::accumulate(service.placements.begin(), service.placements.end(), 0.0,
                                            [](double sum, const Placement &one) { return sum + one.capacity; });
    if (service.floor > capacity)
        section.tell("floor", shownCapacity(service.floor),
                     "at most " + shownCapacity(capacity) + ", the sum of its capacities");
}

void checkDependencies(std::vector<std::pair<std::string, Section>> &sections, Reading &reading)
{
    for (std::size_t i = 0; i < sections.size(); ++i) {
        for (const ServiceId &needed : reading.fleet.services[i].dependsOn) {
            if (!reading.fleet.service(needed))
                sections[i].second.tell("depends_on", needed.text(), "a service of this fleet",
                                        meant(reading, needed.text(), reading.fleet.services));
        }
    }
    const auto circle = circleAmong(reading.fleet.services);
    for (auto &[id, section] : sections) {
        if (circle && circle->service.text() == id)
            section.tell("depends_on", circle->text, "services that do not depend on each other in a circle");
    }
}

} // namespace

void readRegions(Section &root, Reading &reading)
{
    const bool lab = reading.fleet.lab;
    for (auto &[id, section] : root.named("regions")) {
        Region region{.id = RegionId(id)};
        region.title = section.text("title", id);
        Section place = section.section("place");
        region.latitude = place.number("latitude");
        region.longitude = place.number("longitude");
        region.provider = section.text("provider");
        region.residency = section.text("residency");
        if (root.isSound({"lab"}) && lab != id.starts_with(labPrefix))
            section.tell("", id, lab ? "a name that starts with lab-, as in every lab fleet"
                                     : "a name that does not start with lab-, as this is no lab fleet");
        reading.fleet.regions.push_back(std::move(region));
    }
    if (reading.fleet.regions.empty() && root.isSound({"regions"}))
        root.tell("regions", "nothing", "at least one region");
}

void readServices(Section &root, Reading &reading)
{
    auto sections = root.named("services");
    for (auto &[id, section] : sections) {
        Service service{.id = ServiceId(id)};
        const bool isSound = readPlacements(root, section, service, reading) && section.isSound({"floor"});
        service.floor = section.number("floor");
        for (const std::string &needed : section.list("depends_on"))
            service.dependsOn.emplace_back(needed);
        if (isSound)
            checkFloor(section, service);
        reading.fleet.services.push_back(std::move(service));
    }
    if (sections.empty() && root.isSound({"services"}))
        root.tell("services", "nothing", "at least one service");
    checkDependencies(sections, reading);
}

std::optional<Circle> circleAmong(const std::vector<Service> &services)
{
    // Services whose needs are all settled leave, until none can; whoever is left stands in a circle or waits for one.
    std::map<ServiceId, std::vector<ServiceId>> left;
    for (const Service &service : services)
        left[service.id] = service.dependsOn;
    const auto isLeft = [&left](const ServiceId &id) { return left.contains(id); };
    const auto mayLeave = [&](const auto &one) { return std::ranges::none_of(one.second, isLeft); };
    for (bool isMoving = true; isMoving;)
        isMoving = std::erase_if(left, mayLeave) > 0;
    if (left.empty())
        return std::nullopt;

    std::vector<ServiceId> way{left.begin()->first};
    std::set<ServiceId> visited;
    while (visited.insert(way.back()).second)
        way.push_back(*std::ranges::find_if(left[way.back()], isLeft));
    std::string text;
    for (auto step = std::ranges::find(way, way.back()); step != way.end(); ++step)
        text += (text.empty() ? "" : " → ") + step->text();
    return Circle{way.back(), text};
}

} // namespace siaga
