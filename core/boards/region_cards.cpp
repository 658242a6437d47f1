// SPDX-License-Identifier: GPL-3.0-or-later
// One card for each region of the fleet.
#include "core/boards/projection.h"

#include "core/events/takeover.h"

#include <algorithm>
#include <unordered_map>

namespace siaga::projection {

namespace  {

Standing standingOf(RegionState state)
{
    switch (state) {
    case RegionState::healthy:
        return Standing::healthy;
    case RegionState::degraded:
    case RegionState::unreachable:
        return Standing::warning;
    case RegionState::down:
        return Standing::critical;
    case RegionState::unknown:
        break;
    }
    return Standing::unknown;
}

Standing standingOf(Severity severity)
{
    return severity == Severity::emergency ? Standing::emergency
        : severity == Severity::critical   ? Standing::critical
                                           : Standing::warning;
}

bool standsIn(const Service &service, const RegionId &region)
{
    return service.placement(region) != nullptr;
}

/// When the newest thing about the region was seen, and whether any of its sources is still fresh.
struct Sight
{
    std::optional<Instant> newest;
    bool fresh = false;

    void add(Instant at, Instant now, Duration staleAfter)
    {
        newest = newest ? std::max(*newest, at) : at;
        fresh = fresh || now - at <= staleAfter;
    }
};

/// The checks of each region, walked once for all of them: a fleet may have ten thousand.
struct RegionChecks
{
    Sight sight;
    std::vector<const Check *> down; ///< A failing check explains most,
    std::vector<const Check *> unknown; ///< one that says nothing comes next.
    std::vector<const Check *> others;
};

/// In the order of the fleet's regions.
std::vector<RegionChecks> checksByRegion(const BoardInput &input)
{
    std::unordered_map<std::string_view, CheckState> notUp;
    for (const auto &[id, memory] : input.health.checks)
        if (memory.state != CheckState::up)
            notUp.emplace(id.text(), memory.state);
    std::vector<RegionChecks> all(input.fleet.regions.size());
    for (const Check &check : input.fleet.checks) {
        const auto where = std::ranges::find(input.fleet.regions, check.region, &Region::id);
        if (where == input.fleet.regions.end())
            continue;
        RegionChecks &region = all[static_cast<std::size_t>(where - input.fleet.regions.begin())];
        const auto &probes = input.seen.probes(check.id);
        if (!probes.empty())
            region.sight.add(probes.back().ended, input.now, staleAfter(check));
        const auto known = notUp.empty() ? notUp.end() : notUp.find(check.id.text());
        const bool isDown = known != notUp.end() && known->second == CheckState::down;
        const bool isUnknown = known != notUp.end() || probes.empty();
        (isDown ? region.down : isUnknown ? region.unknown : region.others).push_back(&check);
    }
    return all;
}

void addEdges(const BoardInput &input, const RegionId &region, Sight &sight)
{
    for (const Endpoint &endpoint : input.fleet.endpoints) {
        const auto &looks = input.seen.looks(endpoint.id);
        const auto shows = [&region](const EdgeSeen &look) {
            return look.reached && std::any_of(look.servers.begin(), look.servers.end(), [&region](const auto &entry) {
                return entry.first.second == region;
            });
        };
        if (const auto look = std::find_if(looks.rbegin(), looks.rend(), shows); look != looks.rend())
            sight.add(look->ended, input.now, staleAfter(endpoint));
    }
}

CheckRow checkRow(const BoardInput &input, const Check &check)
{
    CheckRow row{.id = check.id, .kind = check.kind, .service = check.service, .threshold = check.failuresToDown};
    if (const auto known = input.health.checks.find(check.id); known != input.health.checks.end()) {
        row.state = known->second.state;
        row.outcome = known->second.outcome;
        row.inARow = known->second.inARow;
        row.threshold = known->second.threshold;
        row.detail = known->second.detail;
    }
    if (const auto &probes = input.seen.probes(check.id); !probes.empty())
        row.age = input.now - probes.back().ended;
    // Why nothing is known of it, where that is a matter of ours: no credential, no place, a breaker that is held open.
    if (const auto &probes = input.seen.probes(check.id);
        row.state == CheckState::unknown && !probes.empty() && probes.back().outcome == ProbeOutcome::notRun) {
        row.outcome = ProbeOutcome::notRun;
        row.detail = probes.back().detail;
    }
    return row;
}

void addChecks(const BoardInput &input, const RegionChecks &checks, RegionCard &card)
{
    for (const auto *some : {&checks.down, &checks.unknown, &checks.others})
        for (const Check *check : *some) {
            if (card.checks.size() < checksListedMax)
                card.checks.push_back(checkRow(input, *check));
            else
                ++card.checksUnlisted;
        }
    // What was only guessed to be up, from its being seen, is known by now.
    const auto rank = [](const CheckRow &row) {
        return row.state == CheckState::down ? 0 : row.state == CheckState::unknown ? 1 : 2;
    };
    std::ranges::stable_sort(card.checks, std::ranges::less{}, rank);
}

std::vector<ViewRow> viewRows(const BoardInput &input, const RegionId &region)
{
    std::vector<ViewRow> rows;
    for (const auto &[key, view] : input.health.views)
        if (key.region == region)
            rows.push_back({key.endpoint, key.service, view.state, view.failed, view.requests});
    std::ranges::stable_sort(
        rows, std::ranges::greater{}, [](const ViewRow &row) { return static_cast<int>(row.state); });
    return rows;
}

void addTraffic(const BoardInput &input, const Service *busiest, RegionCard &card)
{
    if (const Placement *placement = busiest ? busiest->placement(card.id) : nullptr) {
        int all = 0;
        for (const Placement &one : busiest->placements)
            all += one.weight;
        card.traffic = trafficPartOf(input.fleet, input.seen, busiest->id, card.id, input.now);
        card.usual = Permille{(placement->weight * 1000 + all / 2) / all};
    }
    for (const Service &service : input.fleet.services) {
        const Placement *placement = service.placement(card.id);
        if (!placement)
            continue;
        if (const auto share = shareOf(input.fleet, input.seen, service.id, card.id, input.now))
            card.share = card.share
                ? ShareSeen{std::min(card.share->least, share->least), std::max(card.share->most, share->most)}
                : *share;
        const auto demand = demandOf(input.fleet, input.seen, service.id, card.id, input.now, demandWindow);
        if (!demand)
            continue;
        const Permille headroom = headroomOf(*demand, placement->capacity);
        card.headroom = card.headroom ? std::min(*card.headroom, headroom) : headroom;
    }
}

void addNeighbours(const Fleet &fleet, RegionCard &card)
{
    for (const Service &service : fleet.services)
        if (standsIn(service, card.id))
            card.services.push_back(service.id);
    for (const Region &other : fleet.regions) {
        const auto shared = [&](const ServiceId &id) { return standsIn(*fleet.service(id), other.id); };
        if (other.id != card.id && std::ranges::any_of(card.services, shared))
            card.takers.push_back(other.id);
    }
}

/// The open plan that moves the region; one that runs rather than one that is only proposed.
std::optional<PlanId> planOf(const orchestrator::State &orchestrator, const RegionId &region)
{
    std::optional<PlanId> found;
    bool runs = false;
    for (const auto &[id, memory] : orchestrator.plans) {
        const PurposeKind kind = memory.plan.purpose.kind;
        if (memory.plan.purpose.region != region || kind == PurposeKind::bake)
            continue;
        const bool runsNow = !std::holds_alternative<orchestrator::Proposed>(memory.state);
        if (!found || runsNow || !runs)
            found = id;
        runs = runs || runsNow;
    }
    return found;
}

RegionCard cardOf(const BoardInput &input, const Region &region, const RegionChecks &checks, const Service *busiest)
{
    RegionCard card{.id = region.id, .title = region.title, .latitude = region.latitude, .longitude = region.longitude};
    if (const auto known = input.health.regions.find(region.id); known != input.health.regions.end()) {
        card.state = known->second.state;
        card.evidence = known->second.evidence;
        card.lasted = input.now - known->second.since;
        card.since = wallOf(input, known->second.since);
    }
    Sight sight = checks.sight;
    addEdges(input, region.id, sight);
    if (sight.newest)
        card.age = input.now - *sight.newest;
    card.stale = sight.newest && !sight.fresh;
    card.past = input.mode == Mode::replay;
    card.standing = standingOf(card.state);
    // What nobody has seen lately is not known to be well; but of the past, sights are not kept, only what they led to.
    if (card.standing == Standing::healthy && !sight.fresh && !card.past)
        card.standing = Standing::unknown;
    if (const health::Alert *alert = regionAlert(input.health, region.id)) {
        card.alert = alert->id;
        card.standing = std::max(card.standing, standingOf(alert->severity));
    }
    const auto refused = input.recovery.refused.find({.kind = PurposeKind::evacuate, .region = region.id});
    if (refused != input.recovery.refused.end())
        card.withheld = refused->second;
    card.decidedOut = isDecidedOut(input, region.id);
    card.plan = planOf(input.orchestrator, region.id);
    addChecks(input, checks, card);
    card.views = viewRows(input, region.id);
    addTraffic(input, busiest, card);
    addNeighbours(input.fleet, card);
    return card;
}

} // namespace

const Service *busiestService(const BoardInput &input)
{
    const Service *busiest = input.fleet.services.empty() ? nullptr : &input.fleet.services.front();
    double most = 0;
    for (const Service &service : input.fleet.services) {
        const auto demand = demandOf(input.fleet, input.seen, service.id, input.now, demandWindow);
        if (demand && *demand > most) {
            most = *demand;
            busiest = &service;
        }
    }
    return busiest;
}

bool hasEdge(const Fleet &fleet, const ServiceId &service)
{
    return std::ranges::any_of(fleet.endpoints, [&service](const Endpoint &edge) { return edge.backend(service); });
}

const health::Alert *regionAlert(const health::State &health, const RegionId &region)
{
    for (const auto &[id, alert] : health.open)
        if (alert.subject.kind == AlertSubject::Kind::region && alert.subject.region == region)
            return &alert;
    return nullptr;
}

bool isDecidedOut(const BoardInput &input, const RegionId &region)
{
    bool any = false;
    for (const Service &service : input.fleet.services) {
        if (!standsIn(service, region) || !hasEdge(input.fleet, service.id))
            continue;
        const auto out = input.recovery.out.find({service.id, region});
        if (out == input.recovery.out.end() || out->second.share != none)
            return false;
        any = true;
    }
    return any;
}

WallTime wallOf(const BoardInput &input, Instant at)
{
    return {input.wall.milliseconds - std::chrono::duration_cast<std::chrono::milliseconds>(input.now - at).count()};
}

std::vector<RegionCard> regionCards(const BoardInput &input)
{
    const Service *busiest = busiestService(input);
    const std::vector<RegionChecks> checks = checksByRegion(input);
    std::vector<RegionCard> cards;
    for (std::size_t i = 0; i < checks.size(); ++i)
        cards.push_back(cardOf(input, input.fleet.regions[i], checks[i], busiest));
    return cards;
}

} // namespace siaga::projection
