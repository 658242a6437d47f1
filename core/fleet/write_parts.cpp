// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/write_parts.h"

#include "core/fleet/values.h"

#include <algorithm>

namespace siaga {

namespace {

std::vector<std::string> textsOf(const auto &names)
{
    std::vector<std::string> texts;
    for (const auto &name : names)
        texts.push_back(name.text());
    return texts;
}

void writeOverrides(YamlPage &page, const RegionId &region, const std::vector<WrittenCheck> &checks)
{
    const bool any = std::ranges::any_of(checks, [&](const WrittenCheck &check) { return check.overrides.contains(region); });
    if (!any)
        return;
    page.open("overrides");
    page.open("checks");
    for (const WrittenCheck &check : checks) {
        const auto own = check.overrides.find(region);
        if (own == check.overrides.end())
            continue;
        page.open(check.name);
        for (const WrittenField &field : own->second)
            page.field(field.name, field.text);
        page.close();
    }
    page.close();
    page.close();
}

void writeServers(YamlPage &page, const Endpoint::Backend &backend, const Service *service)
{
    std::vector<std::pair<std::string, std::string>> servers;
    // In the service's order, as people think of its regions; then whatever is left.
    for (const Placement &placement : service ? service->placements : std::vector<Placement>())
        if (const auto found = backend.servers.find(placement.region); found != backend.servers.end())
            servers.emplace_back(found->first.text(), found->second);
    for (const auto &[region, server] : backend.servers)
        if (!service || !service->placement(region))
            servers.emplace_back(region.text(), server);
    page.pairs("servers", servers);
}

} // namespace

void writeRegions(YamlPage &page, const Fleet &fleet, const std::vector<WrittenCheck> &checks)
{
    page.comment("");
    page.open("regions");
    for (const Region &region : fleet.regions) {
        page.open(region.id.text());
        if (region.title != region.id.text())
            page.field("title", region.title);
        page.pairs("place", {{"latitude", numberText(region.latitude)}, {"longitude", numberText(region.longitude)}});
        writeFields(page, "regions.*", {{"provider", region.provider}, {"residency", region.residency}});
        writeOverrides(page, region.id, checks);
        page.close();
    }
    page.close();
}

void writeServices(YamlPage &page, const Fleet &fleet)
{
    page.comment("");
    page.comment("capacity: requests a second that are served well there. weight: what a balancer is sent for the whole share.");
    page.comment("floor: ready capacity that must always stay in traffic; no plan goes below it.");
    page.open("services");
    for (const Service &service : fleet.services) {
        page.open(service.id.text());
        page.open("regions");
        for (const Placement &placement : service.placements)
            page.pairs(placement.region.text(),
                       {{"capacity", numberText(placement.capacity)}, {"weight", std::to_string(placement.weight)}});
        page.close();
        page.field("floor", numberText(service.floor));
        if (!service.dependsOn.empty())
            page.list("depends_on", textsOf(service.dependsOn));
        page.close();
    }
    page.close();
}

void writeEndpoints(YamlPage &page, const Fleet &fleet)
{
    if (fleet.endpoints.empty())
        return;
    page.comment("");
    page.comment("HAProxy's runtime API knows neither encryption nor passwords: a socket on this machine, or a tunnel's local end.");
    page.open("endpoints");
    for (const Endpoint &endpoint : fleet.endpoints) {
        page.open(endpoint.id.text());
        writeFields(page, "endpoints.*",
                    {{"driver", endpoint.driver},
                     {"address", endpoint.address},
                     {"region", endpoint.region ? endpoint.region->text() : std::string()},
                     {"plaintext", endpoint.plaintextAccepted ? "accepted" : "refused"},
                     {"poll_interval", textOf(endpoint.pollInterval)},
                     {"settle", textOf(endpoint.settle)}});
        if (!endpoint.backends.empty())
            page.open("backends");
        for (const Endpoint::Backend &backend : endpoint.backends) {
            page.open(backend.service.text());
            page.field("name", backend.name);
            writeServers(page, backend, fleet.service(backend.service));
            page.close();
        }
        if (!endpoint.backends.empty())
            page.close();
        page.close();
    }
    page.close();
}

void writeCanaries(YamlPage &page, const Fleet &fleet)
{
    if (fleet.canaries.empty())
        return;
    page.comment("");
    page.comment("Places that have nothing to do with the regions. When they fail too, the fault is near you, and nothing is moved.");
    page.open("canaries");
    for (const Canary &canary : fleet.canaries) {
        page.open(canary.id.text());
        writeFields(page, "canaries.*",
                    {{"target", canary.target}, {"interval", textOf(canary.interval)}, {"timeout", textOf(canary.timeout)}});
        page.close();
    }
    page.close();
}

void writeMetrics(YamlPage &page, const Fleet &fleet)
{
    if (fleet.metrics.empty())
        return;
    page.comment("");
    page.comment("Pages of metrics in Prometheus' text form; breakers that they show stand on page Protect.");
    page.open("metrics");
    for (const MetricsSource &source : fleet.metrics) {
        page.open(source.id.text());
        writeFields(page, "metrics.*",
                    {{"address", source.address},
                     {"interval", textOf(source.interval)},
                     {"timeout", textOf(source.timeout)},
                     {"ca_file", source.caFile},
                     {"credential", source.credential.name},
                     {"credential_kind", source.credential.name.empty() ? std::string() : wordOf(source.credential.kind)}});
        page.close();
    }
    page.close();
}

} // namespace siaga
