// SPDX-License-Identifier: GPL-3.0-or-later
// What we run, and how it is to be watched and moved: the configuration as a value.
//
// A Fleet is like a signed map: once read it never changes; another file makes another Fleet. The catch: the fleet in
// force is the one of the last FleetAdopted event, never the file on disk, which only asks.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// Parts of a thousand, for shares and ratios; integers, so that plans hash and compare exactly.
struct Permille
{
    int value = 0;
    auto operator<=>(const Permille &) const = default;
};
inline constexpr Permille none{0};
inline constexpr Permille whole{1000};

enum class Severity { warning, critical, emergency };
constexpr auto namesOf(Severity)
{
    return std::array<std::string_view, 3>{"warning", "critical", "emergency"};
}

/// How far Siaga may go by itself: log what it would do, prepare the plan and wait, or act.
enum class Autonomy { watch, ask, act };
constexpr auto namesOf(Autonomy)
{
    return std::array<std::string_view, 3>{"watch", "ask", "act"};
}

struct Region
{
    RegionId id;
    std::string title;      ///< For people, such as "N. Virginia"; the id when the file gives none.
    double latitude = 0;    ///< Degrees, -90 to 90.
    double longitude = 0;   ///< Degrees, -180 to 180.
    std::string provider;
    std::string residency;  ///< The legal area its data may stay in, such as "EU".
};

/// A service as it stands in one region.
struct Placement
{
    RegionId region;
    double capacity = 0; ///< Requests a second that this region serves when whole; above zero.
    int weight = 100;    ///< What a balancer is sent at a region share of 1000 permille; 1 to 256.
};

struct Service
{
    ServiceId id;
    std::vector<Placement> placements;   ///< In the file's order; at least one.
    double floor = 0;                    ///< Requests a second of ready capacity that must always stay in traffic.
    std::vector<ServiceId> dependsOn;    ///< Never in a circle.

    const Placement *placement(const RegionId &region) const;
};

enum class CheckKind { http, tcp };
constexpr auto namesOf(CheckKind)
{
    return std::array<std::string_view, 2>{"http", "tcp"};
}

/// How a credential is sent in the header Authorization.
enum class CredentialKind {
    bearer, ///< The value is a token.
    basic,  ///< The value is USER:PASSWORD.
};
constexpr auto namesOf(CredentialKind)
{
    return std::array<std::string_view, 2>{"bearer", "basic"};
}

/// Who we are for a target: the name of an entry in the keychain, never the secret itself.
struct Credential
{
    std::string name;       ///< Empty: nobody is asked for one.
    CredentialKind kind = CredentialKind::bearer;
    bool operator==(const Credential &) const = default;
};

/// One thing that is probed in one region. The file's check with several targets becomes one Check for each.
struct Check
{
    CheckId id;             ///< "web-http@us-east-1": the name in the file, '@', the region.
    ServiceId service;
    RegionId region;
    CheckKind kind = CheckKind::http;
    std::string target;     ///< An http(s) URL, or HOST:PORT for tcp.
    Duration interval = std::chrono::seconds(10);
    Duration timeout = std::chrono::seconds(3);
    Duration recheckInterval = std::chrono::seconds(1); ///< Pace of the fast re-checks after a first surprise.
    int failuresToDown = 3;      ///< Results in a row that turn a soft failure hard; the first one counts.
    int successesToUp = 2;       ///< Results in a row that turn it back.
    int statusMin = 200;         ///< http: accepted statuses, both ends included.
    int statusMax = 399;
    std::string bodyContains;    ///< http: text that the first 64 KiB must contain; empty asks for nothing.
    std::string caFile;          ///< https: the only certificate authority that is trusted; empty means the system's.
    Credential credential;       ///< http: only over https, or to this machine.
    Severity severity = Severity::critical;
    std::string runbook;         ///< An https link for people; may be empty.
};

/// A load balancer or another thing that Siaga talks to.
struct Endpoint
{
    /// How this endpoint calls one of our services.
    struct Backend
    {
        ServiceId service;
        std::string name;                        ///< The backend's name at the endpoint.
        std::map<RegionId, std::string> servers; ///< The server that stands for each region.
    };

    EndpointId id;
    std::string driver;      ///< "haproxy" or "lab".
    std::string address;     ///< "unix:/path" or "tcp:127.0.0.1:9999".
    std::optional<RegionId> region; ///< Where it stands and with which it may die; none: outside all regions.
    bool plaintextAccepted = false; ///< A banner stays as long as this is true.
    Duration pollInterval = std::chrono::seconds(5);
    Duration settle = std::chrono::seconds(5); ///< After an unknown write nothing conflicting is sent for this long.
    std::vector<Backend> backends;

    const Backend *backend(const ServiceId &service) const;
};

/// A place outside all regions; when it fails too, it is our own network that is broken.
struct Canary
{
    CanaryId id;
    std::string target; ///< An http(s) URL or HOST:PORT.
    Duration interval = std::chrono::seconds(10);
    Duration timeout = std::chrono::seconds(3);
};

/// A page of metrics in Prometheus' text form, as programs publish it of themselves.
struct MetricsSource
{
    MetricsId id;
    std::string address;    ///< An http(s) URL.
    Duration interval = std::chrono::seconds(15);
    Duration timeout = std::chrono::seconds(3);
    std::string caFile;     ///< https: the only certificate authority that is trusted; empty means the system's.
    Credential credential;  ///< Only over https, or to this machine.
};

/// What a registered breaker listens to, as Siaga is not in the way of the calls that it stands for.
enum class BreakerSignal {
    check,  ///< The results of one of the fleet's checks.
    edge,   ///< The counters that all edges keep of the service in the region.
    metric, ///< Counters on a page of metrics.
};
constexpr auto namesOf(BreakerSignal)
{
    return std::array<std::string_view, 3>{"check", "edge", "metric"};
}

/// What follows when a registered breaker opens.
enum class BreakerEffect {
    show,         ///< Nothing but its card and its alert: it is observing.
    proposeDrain, ///< A plan that takes the service out of the region's traffic waits for a person.
    drain,        ///< The same plan runs by itself, unless something lowers it to asking.
};
constexpr auto namesOf(BreakerEffect)
{
    return std::array<std::string_view, 3>{"show", "propose-drain", "drain"};
}

enum class Backoff { constant, exponential };
constexpr auto namesOf(Backoff)
{
    return std::array<std::string_view, 2>{"constant", "exponential"};
}

inline constexpr int breakerLooksMax = 60; ///< The window of a breaker spans no more looks; no more are kept.

/// A breaker that somebody registered for a service in one region. The file's breaker without `regions` becomes one
/// for each region in which the service stands.
struct RegisteredBreaker
{
    BreakerId id;              ///< "payment-service@us-east-1": the name in the file, '@', the region.
    ServiceId service;
    RegionId region;
    BreakerSignal signal = BreakerSignal::edge;
    CheckId check;             ///< Signal check: whose results.
    MetricsId source;          ///< Signal metric: on which page; and there the two series below.
    std::string totalSeries;   ///< A counter of all calls: a name, or a name with labels as the page writes them.
    std::string failedSeries;  ///< A counter of the failed ones.
    int failureThreshold = 5;  ///< Failures in a row that open it; 0 means that this rule is off.
    Permille failureRate{500}; ///< Of the calls in the window; with at least `callsMin` of them.
    Duration window = std::chrono::seconds(30);
    int callsMin = 20;
    Duration timeout = std::chrono::seconds(30); ///< Signal check: a result that took longer counts as failed.
    Duration reset = std::chrono::seconds(60);   ///< How long it stays open before it looks again.
    int retries = 3;           ///< Looks that it has, half-open, to find the service well before it opens again.
    Backoff backoff = Backoff::exponential; ///< Of those looks, and of `reset` when it opens again and again.
    BreakerEffect effect = BreakerEffect::show;
    Severity severity = Severity::critical; ///< Of its alert when open; degraded it warns.
};

/// Where something that reaches people outside the window happens: a lab that wakes somebody has taught nobody anything.
enum class Occasion {
    live,   ///< Not in the lab.
    always, ///< In the lab too.
    never,
};
constexpr auto namesOf(Occasion)
{
    return std::array<std::string_view, 3>{"live", "always", "never"};
}

/// A command of the user's that wakes people. It is run as it stands: no shell, nothing expanded.
struct NotifyHook
{
    ChannelId id;                     ///< "pager"; never "desktop".
    std::vector<std::string> command; ///< The program by its path from the root, then its arguments.
    Duration timeout = std::chrono::seconds(5); ///< From its start to its end; then it is killed.
    Severity from = Severity::critical;
};

inline const ChannelId desktopChannel("desktop");

/// A way to people, and the least severity that goes there.
struct NoticeChannel
{
    ChannelId id;
    Severity from = Severity::critical;
};

/// How people are woken.
struct NotifyPolicy
{
    Severity from = Severity::critical;
    Occasion desktop = Occasion::live;
    Occasion sound = Occasion::live;
    int perMinuteMax = 6;   ///< Notices on one channel; what comes beyond them is told in summaries.
    int attemptsMax = 5;    ///< For one alert at one severity on one channel.
    Duration retryAfter = std::chrono::seconds(2); ///< Doubles with each attempt, up to a minute.
    std::vector<NotifyHook> hooks;
};

struct EvacuationPolicy
{
    Autonomy autonomy = Autonomy::watch;
    Duration after = std::chrono::seconds(60);  ///< How long the hard state must have lasted.
    int checksMin = 2;                          ///< Checks of the region that must be in it.
    int vantagePointsMin = 2;                   ///< Fewer lower `act` to `ask`.
    bool whenDegraded = false;                  ///< Also propose for a degraded region, not only for one that is down.
    std::vector<Permille> steps = {Permille{500}, none}; ///< Shares to pass through; the last is the end.
    Permille headroomMin{200};                  ///< What must stay free in the regions that take over.
    int regionsOutMax = 1;                      ///< Regions out of traffic at once.
    Duration coolDown = std::chrono::minutes(10); ///< Between the end of one evacuation and the next automatic one.
};

struct RestorePolicy
{
    Autonomy autonomy = Autonomy::ask;
    Duration after = std::chrono::minutes(5); ///< How long the region must have been healthy again.
    std::vector<Permille> steps = {Permille{250}, Permille{500}, whole};
};

struct DriftPolicy
{
    Autonomy autonomy = Autonomy::ask; ///< Putting a balancer back to what was decided.
};

struct HealthPolicy
{
    Permille errorShareWarning{50};   ///< Passive checks: failed requests of all, in the window.
    Permille errorShareCritical{250};
    int requestsMin = 20;             ///< Fewer requests in the window say nothing.
    Duration window = std::chrono::seconds(20);
    Duration emergencyAfter = std::chrono::minutes(5); ///< A critical alert nobody acknowledged becomes an emergency.
};

/// Bounds of the plan machine; hitting one is an event, never silence.
struct PlanPolicy
{
    Duration proposalExpiry = std::chrono::minutes(15);
    Duration callDeadline = std::chrono::seconds(5);
    Duration verifyTimeout = std::chrono::seconds(30);
    int attemptsMax = 3;
};

struct Policies
{
    EvacuationPolicy evacuation;
    RestorePolicy restore;
    DriftPolicy drift;
    HealthPolicy health;
    PlanPolicy plans;
};

struct Fleet
{
    std::string name;         ///< "MerajutASA.id"
    std::string environment;  ///< "production"
    bool lab = false;         ///< True: everything in it is simulated; all its regions are named lab-….
    std::vector<Region> regions;
    std::vector<Service> services;
    std::vector<Check> checks;
    std::vector<Endpoint> endpoints;
    std::vector<Canary> canaries;
    std::vector<MetricsSource> metrics;
    std::vector<RegisteredBreaker> breakers;
    NotifyPolicy notify;
    Policies policies;

    // Each gives nullptr when the fleet has none of that name.
    const Region *region(const RegionId &id) const;
    const Service *service(const ServiceId &id) const;
    const Check *check(const CheckId &id) const;
    const Endpoint *endpoint(const EndpointId &id) const;
    const MetricsSource *metricsSource(const MetricsId &id) const;
    const RegisteredBreaker *breaker(const BreakerId &id) const;
    const NotifyHook *hook(const ChannelId &id) const;

    /// Whether it happens here: in the lab only `always` does.
    bool happens(Occasion occasion) const;
    /// The ways to people that are in use, the desktop first.
    std::vector<NoticeChannel> noticeChannels() const;
};

} // namespace siaga
