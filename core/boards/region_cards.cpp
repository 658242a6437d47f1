// SPDX-License-Identifier: GPL-3.0-or-later
// One card for each region of the fleet.
#include "core/boards/projection.h"

#include "core/events/takeover.h"

#include <algorithm>

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

Sight sightOf(const BoardInput &input, const RegionId &region)
{
    Sight sight;
    for (const Check &check : input.fleet.checks)
        if (const auto &probes = input.seen.probes(check.id); check.region == region && !probes.empty())
            sight.add(probes.back().ended, input.now, staleAfter(check));
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
    return sight;
}

std::vector<CheckRow> checkRows(const BoardInput &input, const RegionId &region)
{
    std::vector<CheckRow> rows;
    for (const Check &check : input.fleet.checks) {
        if (check.region != region)
            continue;
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
        rows.push_back(std::move(row));
    }
    // A failing check explains most, one that says nothing comes next.
    const auto rank = [](const CheckRow &row) {
        return row.state == CheckState::down ? 0 : row.state == CheckState::unknown ? 1 : 2;
    };
    std::ranges::stable_sort(rows, std::ranges::less{}, rank);
    return rows;
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

RegionCard cardOf(const BoardInput &input, const Region &region, const Service *busiest)
{
    RegionCard card{.id = region.id, .title = region.title, .latitude = region.latitude, .longitude = region.longitude};
    if (const auto known = input.health.regions.find(region.id); known != input.health.regions.end()) {
        card.state = known->second.state;
        card.evidence = known->second.evidence;
        card.lasted = input.now - known->second.since;
        card.since = wallOf(input, known->second.since);
    }
    const Sight sight = sightOf(input, region.id);
    if (sight.newest)
        card.age = input.now - *sight.newest;
    card.stale = sight.newest && !sight.fresh;
    card.standing = standingOf(card.state);
    if (card.standing == Standing::healthy && !sight.fresh)
        card.standing = Standing::unknown; // What nobody has seen lately is not known to be well.
    if (const health::Alert *alert = regionAlert(input.health, region.id)) {
        card.alert = alert->id;
        card.standing = std::max(card.standing, standingOf(alert->severity));
    }
    const auto refused = input.recovery.refused.find({.kind = PurposeKind::evacuate, .region = region.id});
    if (refused != input.recovery.refused.end())
        card.withheld = refused->second;
    card.decidedOut = isDecidedOut(input, region.id);
    card.plan = planOf(input.orchestrator, region.id);
    card.checks = checkRows(input, region.id);
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
    std::vector<RegionCard> cards;
    for (const Region &region : input.fleet.regions)
        cards.push_back(cardOf(input, region, busiest));
    return cards;
}

} // namespace siaga::projection
