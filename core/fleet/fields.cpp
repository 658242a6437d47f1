// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/schema.h"

namespace siaga {

namespace {

using enum FieldType;

constexpr double second = 1000; // Durations in this table are in milliseconds.
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;
constexpr std::string_view autonomies = "watch ask act";

constexpr FieldSpec table[] = {
    {.path = "fleet", .type = text, .max = 80, .required = true, .meaning = "What the fleet is called on every page."},
    {.path = "environment", .type = identifier, .required = true,
     .meaning = "Which environment this file describes unless another one is chosen at the start (--env)."},
    {.path = "lab", .type = boolean, .fallback = "false",
     .meaning = "True: everything is simulated; every region's name starts with lab-, every driver is lab."},
    {.path = "overlays", .type = fileNames, .max = 16,
     .meaning = "Files beside the main file, each a partial fleet; a later one wins, field by field."},

    {.path = "regions.*.title", .type = text, .max = 60, .meaning = "For people, such as N. Virginia; else the name."},
    {.path = "regions.*.place.latitude", .type = number, .min = -90, .max = 90, .unit = "degrees", .required = true,
     .meaning = "Where it stands on the map."},
    {.path = "regions.*.place.longitude", .type = number, .min = -180, .max = 180, .unit = "degrees",
     .required = true, .meaning = "Where it stands on the map."},
    {.path = "regions.*.provider", .type = text, .max = 60, .meaning = "Who runs it, for people."},
    {.path = "regions.*.residency", .type = text, .max = 60,
     .meaning = "The legal area that its data may stay in, such as EU."},

    {.path = "services.*.regions.*.capacity", .type = number, .min = 0.001, .max = 10'000'000,
     .unit = "requests a second", .required = true, .perRegion = true,
     .meaning = "What the service serves in this region when all of it is well."},
    {.path = "services.*.regions.*.weight", .type = integer, .min = 1, .max = 256, .fallback = "100",
     .perRegion = true, .meaning = "What a balancer is sent when the region takes its whole share."},
    {.path = "services.*.floor", .type = number, .min = 0, .max = 10'000'000, .unit = "requests a second",
     .fallback = "0", .meaning = "Ready capacity that must always stay in traffic; no plan goes below it."},
    {.path = "services.*.depends_on", .type = identifiers, .max = 64,
     .meaning = "Services it needs; their alerts explain its own. Never in a circle."},

    {.path = "checks.*.service", .type = identifier, .required = true, .meaning = "The service that it tells about."},
    {.path = "checks.*.kind", .type = word, .choices = "http tcp", .fallback = "http",
     .meaning = "http asks for a page, tcp only connects."},
    {.path = "checks.*.targets.*", .type = target, .required = true,
     .meaning = "What is probed, for each region: a URL for http, HOST:PORT for tcp. Each becomes a check of its own."},
    {.path = "checks.*.interval", .type = duration, .min = 100, .max = hour, .fallback = "10s", .perRegion = true,
     .meaning = "How often."},
    {.path = "checks.*.timeout", .type = duration, .min = 10, .max = minute, .fallback = "3s", .perRegion = true,
     .meaning = "How long an answer may take; less than the interval."},
    {.path = "checks.*.recheck_interval", .type = duration, .min = 100, .max = minute, .fallback = "1s",
     .perRegion = true, .meaning = "The pace of fast re-checks after a first surprise."},
    {.path = "checks.*.failures_to_down", .type = integer, .min = 1, .max = 100, .fallback = "3", .perRegion = true,
     .meaning = "Failures in a row until it counts as down."},
    {.path = "checks.*.successes_to_up", .type = integer, .min = 1, .max = 100, .fallback = "2", .perRegion = true,
     .meaning = "Successes in a row until it counts as up again."},
    {.path = "checks.*.status", .type = statusRange, .fallback = "200-399", .perRegion = true,
     .meaning = "http: accepted statuses."},
    {.path = "checks.*.body_contains", .type = text, .max = 1024, .perRegion = true,
     .meaning = "http: text that the first 64 KiB of the answer must contain."},
    {.path = "checks.*.ca_file", .type = path, .perRegion = true,
     .meaning = "https: the only certificate authority that is trusted; else the system's."},
    {.path = "checks.*.severity", .type = word, .choices = "warning critical emergency", .fallback = "critical",
     .perRegion = true, .meaning = "How loud its alert is."},
    {.path = "checks.*.runbook", .type = link, .perRegion = true, .meaning = "What people read when it alerts."},

    {.path = "endpoints.*.driver", .type = word, .choices = "haproxy lab", .required = true,
     .meaning = "What kind of thing it is."},
    {.path = "endpoints.*.address", .type = address, .required = true,
     .meaning = "haproxy: unix:/path or tcp:HOST:PORT of its runtime API; lab: lab:NAME."},
    {.path = "endpoints.*.region", .type = identifier,
     .meaning = "Where it stands and with which it may die; none: outside all regions."},
    {.path = "endpoints.*.credential", .type = identifier,
     .meaning = "The name of a keychain entry, never the secret itself."},
    {.path = "endpoints.*.plaintext", .type = word, .choices = "refused accepted", .fallback = "refused",
     .meaning = "accepted: its runtime API may be reached unencrypted across a network; a banner stays."},
    {.path = "endpoints.*.poll_interval", .type = duration, .min = 200, .max = hour, .fallback = "5s",
     .meaning = "How often its weights and counters are read."},
    {.path = "endpoints.*.settle", .type = duration, .min = 0, .max = 10 * minute, .fallback = "5s",
     .meaning = "After an unknown write nothing conflicting is sent for this long."},
    {.path = "endpoints.*.backends.*.name", .type = objectName, .required = true,
     .meaning = "What it calls the service."},
    {.path = "endpoints.*.backends.*.servers.*", .type = objectName, .required = true,
     .meaning = "The server that stands for each region."},

    {.path = "canaries.*.target", .type = target, .required = true,
     .meaning = "A URL or HOST:PORT outside all regions; when it fails too, our own network is broken."},
    {.path = "canaries.*.interval", .type = duration, .min = 100, .max = hour, .fallback = "10s",
     .meaning = "How often."},
    {.path = "canaries.*.timeout", .type = duration, .min = 10, .max = minute, .fallback = "3s",
     .meaning = "How long an answer may take; less than the interval."},

    {.path = "metrics.*.address", .type = link, .required = true,
     .meaning = "A page of metrics in Prometheus' text form; breakers that it shows stand beside our own."},
    {.path = "metrics.*.interval", .type = duration, .min = second, .max = hour, .fallback = "15s",
     .meaning = "How often it is read."},
    {.path = "metrics.*.timeout", .type = duration, .min = 10, .max = minute, .fallback = "3s",
     .meaning = "How long an answer may take; less than the interval."},
    {.path = "metrics.*.ca_file", .type = path,
     .meaning = "https: the only certificate authority that is trusted; else the system's."},

    {.path = "breakers.*.service", .type = identifier, .required = true, .meaning = "Whose calls it stands for."},
    {.path = "breakers.*.regions", .type = identifiers, .max = 64,
     .meaning = "Where; else everywhere the service stands. Each becomes a breaker of its own."},
    {.path = "breakers.*.signal", .type = word, .choices = "check edge metric", .fallback = "edge",
     .meaning = "What it listens to: a check's results, the counters of all edges, or counters on a page of metrics."},
    {.path = "breakers.*.check", .type = identifier, .meaning = "Signal check: whose results."},
    {.path = "breakers.*.source", .type = identifier, .meaning = "Signal metric: the page, a name under metrics."},
    {.path = "breakers.*.total", .type = series,
     .meaning = "Signal metric: the counter of all calls; by its name alone, all its series are added up."},
    {.path = "breakers.*.failed", .type = series, .meaning = "Signal metric: the counter of failed calls."},
    {.path = "breakers.*.failure_threshold", .type = integer, .min = 0, .max = 1000, .fallback = "5",
     .meaning = "Failures in a row that open it; 0: not judged."},
    {.path = "breakers.*.failure_rate", .type = share, .min = 1, .max = 1000, .fallback = "50%",
     .meaning = "Failures of all calls in the window that open it."},
    {.path = "breakers.*.window", .type = duration, .min = second, .max = hour, .fallback = "30s",
     .meaning = "The time over which calls are counted."},
    {.path = "breakers.*.calls_min", .type = integer, .min = 1, .max = 1'000'000, .fallback = "20",
     .meaning = "Fewer calls in the window have no failure rate."},
    {.path = "breakers.*.timeout", .type = duration, .min = 10, .max = hour, .fallback = "30s",
     .meaning = "Signal check: a result that took longer counts as failed; the check's own timeout may come first."},
    {.path = "breakers.*.reset", .type = duration, .min = second, .max = day, .fallback = "60s",
     .meaning = "How long it stays open before it looks whether all is well again."},
    {.path = "breakers.*.retries", .type = integer, .min = 1, .max = 100, .fallback = "3",
     .meaning = "Looks that it has to find the service well before it opens again."},
    {.path = "breakers.*.backoff", .type = word, .choices = "constant exponential", .fallback = "exponential",
     .meaning = "Whether the time between those looks, and reset when it opens again and again, doubles."},
    {.path = "breakers.*.effect", .type = word, .choices = "show propose-drain drain", .fallback = "show",
     .meaning = "What follows when it opens: nothing but its alert, a plan for a person, or the plan at once."},
    {.path = "breakers.*.severity", .type = word, .choices = "warning critical emergency", .fallback = "critical",
     .meaning = "How loud its alert is when it is open; degraded, it warns."},

    {.path = "policies.evacuation.autonomy", .type = word, .choices = autonomies, .fallback = "watch",
     .meaning = "How far Siaga may go by itself in taking a region out of traffic."},
    {.path = "policies.evacuation.after", .type = duration, .min = 0, .max = day, .fallback = "60s",
     .meaning = "How long the region must have been down."},
    {.path = "policies.evacuation.checks_min", .type = integer, .min = 1, .max = 1000, .fallback = "2",
     .meaning = "Checks of the region that must be down."},
    {.path = "policies.evacuation.vantage_points_min", .type = integer, .min = 1, .max = 100, .fallback = "2",
     .meaning = "Independent observers; with fewer, act is lowered to ask."},
    {.path = "policies.evacuation.when_degraded", .type = boolean, .fallback = "false",
     .meaning = "Also propose it for a region that is only degraded."},
    {.path = "policies.evacuation.steps", .type = shares, .min = 0, .max = 999, .fallback = "50%, 0%",
     .meaning = "Shares of its traffic to pass through, falling; the last is 0%."},
    {.path = "policies.evacuation.headroom_min", .type = share, .min = 0, .max = 1000, .fallback = "20%",
     .meaning = "What must stay free in the regions that take over."},
    {.path = "policies.evacuation.regions_out_max", .type = integer, .min = 1, .max = 100, .fallback = "1",
     .meaning = "Regions out of traffic at once."},
    {.path = "policies.evacuation.cool_down", .type = duration, .min = 0, .max = day, .fallback = "10min",
     .meaning = "Between the end of one evacuation and the next automatic one."},

    {.path = "policies.restore.autonomy", .type = word, .choices = autonomies, .fallback = "ask",
     .meaning = "How far Siaga may go by itself in bringing a region back."},
    {.path = "policies.restore.after", .type = duration, .min = 0, .max = day, .fallback = "5min",
     .meaning = "How long the region must have been healthy again."},
    {.path = "policies.restore.steps", .type = shares, .min = 1, .max = 1000, .fallback = "25%, 50%, 100%",
     .meaning = "Shares to pass through, rising; the last is 100%."},

    {.path = "policies.drift.autonomy", .type = word, .choices = autonomies, .fallback = "ask",
     .meaning = "How far Siaga may go by itself in putting a balancer back to what was decided."},

    {.path = "policies.health.error_share_warning", .type = share, .min = 1, .max = 1000, .fallback = "5%",
     .meaning = "Failed requests, as the edges count them, that warn."},
    {.path = "policies.health.error_share_critical", .type = share, .min = 1, .max = 1000, .fallback = "25%",
     .meaning = "Failed requests that are critical; not below the warning."},
    {.path = "policies.health.requests_min", .type = integer, .min = 1, .max = 1'000'000, .fallback = "20",
     .meaning = "Fewer requests in the window say nothing."},
    {.path = "policies.health.window", .type = duration, .min = second, .max = hour, .fallback = "20s",
     .meaning = "The time over which they are counted."},
    {.path = "policies.health.emergency_after", .type = duration, .min = second, .max = day, .fallback = "5min",
     .meaning = "A critical alert that nobody acknowledged becomes an emergency."},

    {.path = "policies.plans.proposal_expiry", .type = duration, .min = 10 * second, .max = day, .fallback = "15min",
     .meaning = "How long a proposed plan waits for an answer."},
    {.path = "policies.plans.call_deadline", .type = duration, .min = 100, .max = 5 * minute, .fallback = "5s",
     .meaning = "How long one call may take."},
    {.path = "policies.plans.verify_timeout", .type = duration, .min = second, .max = hour, .fallback = "30s",
     .meaning = "How long a step's effect may take to be seen."},
    {.path = "policies.plans.attempts_max", .type = integer, .min = 1, .max = 10, .fallback = "3",
     .meaning = "Calls for one step until the plan is held."},
};

} // namespace

std::span<const FieldSpec> fieldTable()
{
    return table;
}

} // namespace siaga
