// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/parts.h"
#include "core/fleet/values.h"

namespace siaga {

namespace {

/// What the file says of one breaker, and the fleet that it is compared with.
struct Registering
{
    Section &root;
    Section &section;
    const Reading &reading;
    const RegisteredBreaker &breaker; ///< Without a region yet.
    std::string check;                ///< The check's name in the file.
    const Service *service = nullptr;

    bool isSound(std::initializer_list<std::string_view> names) const { return section.isSound(names); }
};

/// Fields that a signal does not read, where somebody relies on one.
void checkUse(const Registering &one)
{
    static const std::vector<std::string_view> unread[] = {
        {"source", "total", "failed"},                     // check
        {"check", "source", "total", "failed", "timeout"}, // edge
        {"check", "timeout"},                              // metric
    };
    for (const std::string_view name : unread[static_cast<std::size_t>(one.breaker.signal)]) {
        if (!one.section.has(name) || !one.isSound({name}))
            continue;
        const std::string_view of = name == "check" || name == "timeout" ? "check" : "metric";
        const std::string signal(namesOf(BreakerSignal{})[static_cast<std::size_t>(one.breaker.signal)]);
        one.section.tell(name, "a field of breakers with the signal " + std::string(of), "nothing, as the signal is " + signal);
    }
}

/// True when the field is there; told when it is not.
bool isGiven(const Registering &one, std::string_view name, const std::string &value, const char *expected)
{
    if (!one.isSound({name}))
        return false;
    if (value.empty())
        one.section.tell(name, "nothing", expected);
    return !value.empty();
}

std::string namesIn(const YamlNode *table, const Registering &one, std::string_view name)
{
    std::vector<std::string> known;
    for (const YamlNode::Entry &entry : table ? table->entries : std::vector<YamlNode::Entry>())
        known.push_back(entry.key);
    return one.reading.problems.size() < suggestionsMax ? nearest(name, known) : std::string();
}

/// How many looks fall into the window; the rates are judged on them.
void checkWindow(const Registering &one, Duration interval, const std::string &subject)
{
    const Duration window = one.breaker.window;
    if (!one.isSound({"window"}) || interval <= Duration::zero())
        return;
    if (window < 2 * interval)
        one.section.tell("window", textOf(window), "at least " + textOf(2 * interval) + ", two looks at " + subject);
    if (window > breakerLooksMax * interval)
        one.section.tell("window", textOf(window), "at most " + textOf(breakerLooksMax * interval)
                             + ", as the last " + std::to_string(breakerLooksMax) + " looks at " + subject + " are kept");
}

/// A check gives few results, so that a share of them is seldom worth anything; whoever asks for it is told when never.
void checkRate(const Registering &one, const Check &check)
{
    if (!one.isSound({"failure_rate", "calls_min", "window", "failure_threshold"}) || check.interval <= Duration::zero())
        return;
    const auto results = std::min<std::int64_t>(one.breaker.window / check.interval, breakerLooksMax);
    if (one.breaker.callsMin <= results)
        return;
    const std::string reason = "as " + check.id.text() + " gives " + std::to_string(results) + " results in the window of "
        + textOf(one.breaker.window);
    if (one.section.has("calls_min"))
        one.section.tell("calls_min", std::to_string(one.breaker.callsMin), "at most " + std::to_string(results) + ", " + reason);
    else if (one.section.has("failure_rate"))
        one.section.tell("failure_rate", textOf(one.breaker.failureRate), "a calls_min that is reached, " + reason);
    else if (one.breaker.failureThreshold == 0)
        one.section.tell("failure_threshold", "0", "at least 1, or a calls_min that is reached, " + reason);
}

/// True when the check exists and is one of the service.
bool checkIsKnown(const Registering &one)
{
    if (!isGiven(one, "check", one.check, "a check of the service, as the signal is check"))
        return false;
    const YamlNode *const checks = one.root.node({"checks"});
    const YamlNode *const check = one.root.node({"checks", one.check});
    if (!check) {
        one.section.tell("check", one.check, "a check of this fleet", namesIn(checks, one, one.check));
        return false;
    }
    const YamlNode *const service = check->find("service");
    if (one.service && service && service->kind == YamlNode::Kind::scalar && service->text != one.service->id.text()
        && one.reading.fleet.service(ServiceId(service->text)))
        one.section.tell("check", one.check, "a check of " + one.service->id.text() + "; this one is of " + service->text);
    return true;
}

void checkTarget(const Registering &one, const RegionId &region, bool isFirst)
{
    if (const Check *const check = one.reading.fleet.check(CheckId(one.check + "@" + region.text()))) {
        if (isFirst)
            checkRate(one, *check);
        return;
    }
    const YamlNode *const targets = one.root.node({"checks", one.check, "targets"});
    if (targets && targets->kind == YamlNode::Kind::map && !targets->find(region.text()))
        one.section.tell("check", one.check, "a check with a target in " + region.text() + ", or regions without it");
}

void checkSource(const Registering &one)
{
    const std::string &source = one.breaker.source.text();
    isGiven(one, "total", one.breaker.totalSeries, "the counter of all calls, as the signal is metric");
    isGiven(one, "failed", one.breaker.failedSeries, "the counter of failed calls, as the signal is metric");
    if (!isGiven(one, "source", source, "a page under metrics, as the signal is metric"))
        return;
    if (const MetricsSource *const page = one.reading.fleet.metricsSource(one.breaker.source))
        checkWindow(one, page->interval, source);
    else
        one.section.tell("source", source, "a page under metrics", namesIn(one.root.node({"metrics"}), one, source));
}

const Endpoint *edgeOf(const Fleet &fleet, const ServiceId &service, const RegionId &region)
{
    for (const Endpoint &endpoint : fleet.endpoints)
        if (const auto *backend = endpoint.backend(service); backend && backend->servers.contains(region))
            return &endpoint;
    return nullptr;
}

/// Edges are needed to count with, and to drain through.
void checkEdges(const Registering &one, const RegionId &region, bool isFirst)
{
    const bool counts = one.breaker.signal == BreakerSignal::edge;
    const bool drains = one.breaker.effect != BreakerEffect::show && one.isSound({"effect"});
    const auto isOfEndpoints = [](const FleetProblem &problem) { return problem.field.starts_with("endpoints."); };
    if (!one.service || (!counts && !drains) || std::ranges::any_of(one.reading.problems, isOfEndpoints))
        return;
    const Endpoint *const edge = edgeOf(one.reading.fleet, one.service->id, region);
    if (edge && counts && isFirst)
        checkWindow(one, edge->pollInterval, edge->id.text());
    const std::string missing = "no endpoint with a server for " + one.service->id.text() + " in " + region.text();
    if (!edge && counts)
        one.section.tell("signal", missing, "one that counts its calls, or another signal");
    else if (!edge)
        one.section.tell("effect", missing, "show, or an endpoint that can take it out of traffic");
}

/// The regions that it stands for; those that the fleet does not have are told.
std::vector<RegionId> regionsOf(const Registering &one, const std::vector<std::string> &named)
{
    std::vector<RegionId> regions;
    for (const std::string &name : named) {
        const RegionId region(name);
        if (!one.reading.fleet.region(region))
            one.section.tell("regions", name, "a region of this fleet", meant(one.reading, name, one.reading.fleet.regions));
        else if (one.service && !one.service->placements.empty() && !one.service->placement(region))
            one.section.tell("regions", name, "a region in which " + one.service->id.text() + " stands");
        else
            regions.push_back(region);
    }
    return regions;
}

/// Where the service stands, unless the file names fewer regions.
std::vector<std::string> namedRegions(Section &section, const Service *service, const Reading &reading)
{
    std::vector<std::string> everywhere;
    for (const Placement &placement : service ? service->placements : std::vector<Placement>())
        if (reading.fleet.region(placement.region)) // Else that is the mistake.
            everywhere.push_back(placement.region.text());
    const std::vector<std::string> named = section.list("regions", everywhere);
    if (section.has("regions") && section.isSound({"regions"}) && named.empty())
        section.tell("regions", "an empty list", "at least one region, or no such field for all of them");
    return named;
}

RegisteredBreaker readSettings(Section &section)
{
    RegisteredBreaker breaker;
    breaker.service = ServiceId(section.text("service"));
    breaker.signal = section.word<BreakerSignal>("signal");
    breaker.source = MetricsId(section.text("source"));
    breaker.totalSeries = section.text("total");
    breaker.failedSeries = section.text("failed");
    breaker.failureThreshold = section.integer("failure_threshold");
    breaker.failureRate = section.share("failure_rate");
    breaker.window = section.duration("window");
    breaker.callsMin = section.integer("calls_min");
    breaker.timeout = section.duration("timeout");
    breaker.reset = section.duration("reset");
    breaker.retries = section.integer("retries");
    breaker.backoff = section.word<Backoff>("backoff");
    breaker.effect = section.word<BreakerEffect>("effect");
    breaker.severity = section.word<Severity>("severity");
    return breaker;
}

} // namespace

void readMetrics(Section &root, Reading &reading)
{
    for (auto &[id, section] : root.named("metrics")) {
        MetricsSource source{.id = MetricsId(id)};
        source.address = section.text("address");
        source.interval = section.duration("interval");
        source.timeout = section.duration("timeout");
        source.caFile = section.text("ca_file");
        source.credential = readCredential(section);
        checkTimeout(section, source);
        if (!source.caFile.empty() && section.isSound({"ca_file", "address"}) && source.address.starts_with("http://"))
            section.tell("ca_file", source.caFile, "an https:// address, as http:// has no certificate");
        if (section.isSound({"address"}))
            checkCredential(section, source.credential, source.address, reading);
        reading.fleet.metrics.push_back(std::move(source));
    }
}

void readBreakers(Section &root, Reading &reading)
{
    for (auto &[name, section] : root.named("breakers")) {
        RegisteredBreaker breaker = readSettings(section);
        const Service *const service = reading.fleet.service(breaker.service);
        const Registering one{root, section, reading, breaker, section.text("check"), service};
        if (!service && section.isSound({"service"}))
            section.tell("service", breaker.service.text(), "a service of this fleet",
                         meant(reading, breaker.service.text(), reading.fleet.services));
        const std::vector<RegionId> regions = regionsOf(one, namedRegions(section, service, reading));
        const bool knowsSignal = section.isSound({"signal"});
        if (knowsSignal)
            checkUse(one);
        if (knowsSignal && breaker.signal == BreakerSignal::metric)
            checkSource(one);
        const bool hasCheck = knowsSignal && breaker.signal == BreakerSignal::check && checkIsKnown(one);
        for (const RegionId &region : regions) {
            const bool isFirst = region == regions.front(); // What is the same everywhere is told once.
            if (hasCheck)
                checkTarget(one, region, isFirst);
            if (knowsSignal)
                checkEdges(one, region, isFirst);
            RegisteredBreaker own = breaker;
            own.id = BreakerId(name + "@" + region.text());
            own.region = region;
            own.check = one.check.empty() ? CheckId() : CheckId(one.check + "@" + region.text());
            reading.fleet.breakers.push_back(std::move(own));
        }
    }
}

} // namespace siaga
