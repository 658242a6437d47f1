// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a fleet, each read from the joined file and compared with the parts read before it.
//
// Like inspecting a house from the cellar up: each floor is checked against what it stands on, so the order is that of
// this header. The catch: a reference is compared with names only; whether it answers is seen when it is watched.
#pragma once

#include "core/fleet/section.h"
#include "core/fleet/suggest.h"
#include "core/fleet/values.h"

namespace siaga {

void readRegions(Section &root, Reading &reading);
void readServices(Section &root, Reading &reading);
void readChecks(Section &root, Reading &reading);
void readEndpoints(Section &root, Reading &reading);
void readCanaries(Section &root, Reading &reading);
void readMetrics(Section &root, Reading &reading);
void readBreakers(Section &root, Reading &reading);
void readNotify(Section &root, Reading &reading);
void readPolicies(Section &root, Reading &reading);

/// After checks and services: what a region overrides must stand in that region.
void checkOverrides(Section &root, Reading &reading);

/// The region or service that was probably meant; empty when none is near, or when so much is wrong that nobody reads on.
template<class Items>
std::string meant(const Reading &reading, std::string_view name, const Items &items)
{
    std::vector<std::string> known;
    for (const auto &item : items)
        known.push_back(item.id.text());
    return reading.problems.size() < suggestionsMax ? nearest(name, known) : std::string();
}

/// What is asked every interval must have been answered before.
template<class Probe>
void checkTimeout(Section &section, const Probe &probe)
{
    if (section.isSound({"interval", "timeout"}) && probe.timeout >= probe.interval)
        section.tell(section.has("timeout") ? "timeout" : "interval",
                     textOf(section.has("timeout") ? probe.timeout : probe.interval),
                     section.has("timeout") ? "less than the interval, " + textOf(probe.interval)
                                            : "more than the timeout, " + textOf(probe.timeout));
}

/// `credential` and `credential_kind` of a check or a page.
Credential readCredential(Section &section);

/// Tells a credential that could be read on its way to the target, or that nobody would use.
void checkCredential(Section &section, const Credential &credential, std::string_view target, const Reading &reading);

/// A service that stands in a circle of depends_on, and the circle as text "a → b → a"; empty when there is none.
struct Circle
{
    ServiceId service;
    std::string text;
};
std::optional<Circle> circleAmong(const std::vector<Service> &services);

} // namespace siaga
