// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/addresses.h"
#include "core/fleet/parts.h"
#include "core/fleet/values.h"

namespace siaga {

namespace {

void checkRegion(Section &base, const Check &check, const Service *service, const Reading &reading)
{
    const std::string &region = check.region.text();
    if (!reading.fleet.region(check.region))
        base.tellEntry("targets", region, region, "a region of this fleet",
                       meant(reading, region, reading.fleet.regions));
    else if (service && !service->placements.empty() && !service->placement(check.region))
        base.tellEntry("targets", region, region, "a region in which " + service->id.text() + " stands");
}

void checkTarget(Section &base, const Check &check)
{
    if (!base.isSound({"kind"}))
        return;
    const std::string &region = check.region.text();
    if (check.kind == CheckKind::http && !isHttpUrl(check.target))
        base.tellEntry("targets", region, check.target, "an http:// or https:// URL, as the kind is http");
    if (check.kind == CheckKind::tcp && !isHostAndPort(check.target))
        base.tellEntry("targets", region, check.target, "HOST:PORT, as the kind is tcp");
}

/// Fields that would be without effect, where somebody relies on one.
void checkUse(Section &own, const Check &check)
{
    for (const char *const name : {"status", "body_contains", "ca_file", "credential", "credential_kind"}) {
        if (check.kind == CheckKind::tcp && own.has(name) && own.isSound({name}))
            own.tell(name, "a field of http checks", "nothing, as the kind is tcp");
    }
    if (check.kind == CheckKind::http && !check.caFile.empty() && check.target.starts_with("http://"))
        own.tell("ca_file", check.caFile, "https:// targets, as http:// has no certificate");
}

void readSettings(Section &own, Check &check)
{
    check.interval = own.duration("interval");
    check.timeout = own.duration("timeout");
    check.recheckInterval = own.duration("recheck_interval");
    check.failuresToDown = own.integer("failures_to_down");
    check.successesToUp = own.integer("successes_to_up");
    std::tie(check.statusMin, check.statusMax) = parseStatusRange(own.text("status")).value_or(std::pair(200, 399));
    check.bodyContains = own.text("body_contains");
    check.caFile = own.text("ca_file");
    check.credential = readCredential(own);
    check.severity = own.word<Severity>("severity");
    check.runbook = own.text("runbook");
}

} // namespace

void readChecks(Section &root, Reading &reading)
{
    for (auto &[name, base] : root.named("checks")) {
        const ServiceId id(base.text("service"));
        const CheckKind kind = base.word<CheckKind>("kind");
        const Service *const service = reading.fleet.service(id);
        if (!service && base.isSound({"service"}))
            base.tell("service", id.text(), "a service of this fleet",
                      meant(reading, id.text(), reading.fleet.services));
        const auto targets = base.texts("targets");
        const YamlNode *const table = base.node({"targets"});
        if (base.isSound({"targets"}) && (!table || table->entries.empty()))
            base.tell("targets", "nothing", "at least one region with its target");
        for (const auto &[region, target] : targets) {
            Check check{.service = id, .region = RegionId(region), .kind = kind, .target = target};
            check.id = CheckId(name + "@" + region);
            const YamlNode *const overrides = root.node({"regions", region, "overrides", "checks", name});
            // A mistake that is not the region's own is shown once, under the check itself.
            Section own = base.overridden(joined("checks", check.id.text()), overrides);
            readSettings(own, check);
            Section &toldAt = overrides ? own : base;
            checkRegion(base, check, service, reading);
            checkTarget(base, check);
            checkUse(toldAt, check);
            if (check.kind == CheckKind::http)
                checkCredential(toldAt, check.credential, check.target, reading);
            checkTimeout(toldAt, check);
            reading.fleet.checks.push_back(std::move(check));
        }
    }
}

void readCanaries(Section &root, Reading &reading)
{
    for (auto &[id, section] : root.named("canaries")) {
        Canary canary{.id = CanaryId(id)};
        canary.target = section.text("target");
        canary.interval = section.duration("interval");
        canary.timeout = section.duration("timeout");
        checkTimeout(section, canary);
        reading.fleet.canaries.push_back(std::move(canary));
    }
}

void checkOverrides(Section &root, Reading &reading)
{
    for (auto &[region, section] : root.named("regions")) {
        const RegionId id(region);
        const Section overrides = section.section("overrides");
        for (auto &[name, own] : overrides.named("checks")) {
            if (!reading.fleet.check(CheckId(name + "@" + region)))
                own.tell("", name, "a check with a target in " + region);
        }
        for (auto &[name, own] : overrides.named("services")) {
            const Service *const service = reading.fleet.service(ServiceId(name));
            if (!service || !service->placement(id))
                own.tell("", name, "a service that stands in " + region, meant(reading, name, reading.fleet.services));
        }
    }
}

} // namespace siaga
