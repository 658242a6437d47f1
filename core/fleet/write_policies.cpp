// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/values.h"
#include "core/fleet/write_parts.h"

#include <algorithm>

namespace siaga {

namespace {

std::vector<std::string> sharesOf(const std::vector<Permille> &shares)
{
    std::vector<std::string> texts;
    for (const Permille share : shares)
        texts.push_back(textOf(share));
    return texts;
}

/// A section with its autonomy always shown: who reads the file is to see how far Siaga goes by itself.
void openPolicy(YamlPage &page, const std::string &name, Autonomy autonomy)
{
    page.open(name);
    page.field("autonomy", wordOf(autonomy));
}

void writeEvacuation(YamlPage &page, const EvacuationPolicy &policy)
{
    openPolicy(page, "evacuation", policy.autonomy);
    writeFields(page, "policies.evacuation",
                {{"after", textOf(policy.after)},
                 {"checks_min", std::to_string(policy.checksMin)},
                 {"vantage_points_min", std::to_string(policy.vantagePointsMin)},
                 {"when_degraded", policy.whenDegraded ? "true" : "false"},
                 {"headroom_min", textOf(policy.headroomMin)},
                 {"regions_out_max", std::to_string(policy.regionsOutMax)},
                 {"cool_down", textOf(policy.coolDown)}});
    if (policy.steps != EvacuationPolicy{}.steps)
        page.list("steps", sharesOf(policy.steps));
    page.close();
}

void writeHealth(YamlPage &page, const HealthPolicy &policy)
{
    const std::vector<WrittenField> fields = withoutDefaults("policies.health",
        {{"error_share_warning", textOf(policy.errorShareWarning)},
         {"error_share_critical", textOf(policy.errorShareCritical)},
         {"requests_min", std::to_string(policy.requestsMin)},
         {"window", textOf(policy.window)},
         {"emergency_after", textOf(policy.emergencyAfter)}});
    if (fields.empty())
        return;
    page.open("health");
    writeFields(page, "policies.health", fields);
    page.close();
}

void writePlans(YamlPage &page, const PlanPolicy &policy)
{
    const std::vector<WrittenField> fields = withoutDefaults("policies.plans",
        {{"proposal_expiry", textOf(policy.proposalExpiry)},
         {"call_deadline", textOf(policy.callDeadline)},
         {"verify_timeout", textOf(policy.verifyTimeout)},
         {"attempts_max", std::to_string(policy.attemptsMax)}});
    if (fields.empty())
        return;
    page.open("plans");
    writeFields(page, "policies.plans", fields);
    page.close();
}

/// One entry of the file: the breakers of one name, which differ in nothing but the region.
void writeBreaker(YamlPage &page, const Fleet &fleet, const RegisteredBreaker &breaker, const std::vector<std::string> &regions)
{
    page.field("service", breaker.service.text());
    std::vector<std::string> everywhere;
    if (const Service *const service = fleet.service(breaker.service))
        for (const Placement &placement : service->placements)
            everywhere.push_back(placement.region.text());
    if (regions != everywhere)
        page.list("regions", regions);
    const bool isCheck = breaker.signal == BreakerSignal::check;
    const bool isMetric = breaker.signal == BreakerSignal::metric;
    const std::string nothing;
    writeFields(page, "breakers.*",
                {{"signal", wordOf(breaker.signal)},
                 {"check", isCheck ? nameInFile(breaker.check.text()) : nothing},
                 {"source", isMetric ? breaker.source.text() : nothing},
                 {"total", isMetric ? breaker.totalSeries : nothing},
                 {"failed", isMetric ? breaker.failedSeries : nothing},
                 {"failure_threshold", std::to_string(breaker.failureThreshold)},
                 {"failure_rate", textOf(breaker.failureRate)},
                 {"window", textOf(breaker.window)},
                 {"calls_min", std::to_string(breaker.callsMin)},
                 {"timeout", isCheck ? textOf(breaker.timeout) : nothing},
                 {"reset", textOf(breaker.reset)},
                 {"retries", std::to_string(breaker.retries)},
                 {"backoff", wordOf(breaker.backoff)},
                 {"effect", wordOf(breaker.effect)},
                 {"severity", wordOf(breaker.severity)}});
}

} // namespace

void writeBreakers(YamlPage &page, const Fleet &fleet)
{
    if (fleet.breakers.empty())
        return;
    page.comment("");
    page.comment("Breakers of your own. Siaga stands in nobody's way: each listens to a signal, and its effect follows.");
    page.open("breakers");
    std::vector<std::string> written;
    for (const RegisteredBreaker &breaker : fleet.breakers) {
        const std::string name = nameInFile(breaker.id.text());
        if (std::ranges::count(written, name) > 0)
            continue;
        written.push_back(name);
        std::vector<std::string> regions;
        for (const RegisteredBreaker &other : fleet.breakers)
            if (nameInFile(other.id.text()) == name)
                regions.push_back(other.region.text());
        page.open(name);
        writeBreaker(page, fleet, breaker, regions);
        page.close();
    }
    page.close();
}

void writeNotify(YamlPage &page, const Fleet &fleet)
{
    const NotifyPolicy &policy = fleet.notify;
    std::vector<WrittenField> fields = withoutDefaults("notify", {{"from", wordOf(policy.from)},
                                                                  {"desktop", wordOf(policy.desktop)},
                                                                  {"sound", wordOf(policy.sound)},
                                                                  {"per_minute_max", std::to_string(policy.perMinuteMax)},
                                                                  {"attempts_max", std::to_string(policy.attemptsMax)},
                                                                  {"retry_after", textOf(policy.retryAfter)}});
    if (fields.empty() && policy.hooks.empty())
        return;
    page.comment("");
    page.comment("How people are woken.");
    page.open("notify");
    writeFields(page, "notify", std::move(fields));
    if (!policy.hooks.empty())
        page.open("hooks");
    for (const NotifyHook &hook : policy.hooks) {
        page.open(hook.id.text());
        page.list("command", hook.command);
        writeFields(page, "notify.hooks.*",
                    {{"timeout", textOf(hook.timeout)}, {"from", hook.from == policy.from ? std::string() : wordOf(hook.from)}});
        page.close();
    }
    if (!policy.hooks.empty())
        page.close();
    page.close();
}

void writePolicies(YamlPage &page, const Policies &policies)
{
    page.comment("");
    page.comment("watch: only log what would be done. ask: prepare the plan and wait for a person. act: do it.");
    page.open("policies");
    writeEvacuation(page, policies.evacuation);
    openPolicy(page, "restore", policies.restore.autonomy);
    writeFields(page, "policies.restore", {{"after", textOf(policies.restore.after)}});
    if (policies.restore.steps != RestorePolicy{}.steps)
        page.list("steps", sharesOf(policies.restore.steps));
    page.close();
    openPolicy(page, "drift", policies.drift.autonomy);
    page.close();
    writeHealth(page, policies.health);
    writePlans(page, policies.plans);
    page.close();
}

} // namespace siaga
