// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/now_board.h"

#include "core/base/text.h"
#include "core/boards/breakers_tile.h"
#include "core/boards/projection.h"
#include "core/events/takeover.h"

#include <algorithm>

namespace siaga {

namespace projection {

namespace  {

/// The smallest headroom of all services with these regions left out. nullopt when a service's demand is unknown.
struct Least
{
    Permille headroom;
    ServiceId service;
};

std::optional<Least> leastHeadroom(const BoardInput &input, const std::set<RegionId> &out)
{
    std::optional<Least> least;
    for (const Service &service : input.fleet.services) {
        if (!hasEdge(input.fleet, service.id))
            continue; // Nothing counts its requests, so it can never be known.
        const auto demand = demandOf(input.fleet, input.seen, service.id, input.now, demandWindow);
        if (!demand)
            return std::nullopt;
        std::set<RegionId> notThere = out;
        for (const auto &[key, standing] : input.recovery.out)
            if (key.first == service.id && standing.share == none)
                notThere.insert(key.second);
        const Permille headroom = headroomOf(*demand, capacityOf(service, notThere));
        if (!least || headroom < least->headroom)
            least = Least{headroom, service.id};
    }
    return least;
}

/// Regions that nobody would move traffic to: their capacity is not counted, just as plans do not count it.
std::set<RegionId> regionsNotHealthy(const BoardInput &input)
{
    std::set<RegionId> lost;
    for (const Region &region : input.fleet.regions) {
        const auto known = input.health.regions.find(region.id);
        if (known == input.health.regions.end() || known->second.state != RegionState::healthy)
            lost.insert(region.id);
    }
    return lost;
}

bool runs(const orchestrator::PlanState &state)
{
    return std::holds_alternative<orchestrator::Running>(state) || std::holds_alternative<orchestrator::Waiting>(state)
        || std::holds_alternative<orchestrator::Aborting>(state);
}

bool isHeld(const orchestrator::PlanState &state)
{
    return std::holds_alternative<orchestrator::Held>(state) || std::holds_alternative<orchestrator::Suspended>(state);
}

std::optional<Instant> newestSight(const BoardInput &input, const std::vector<RegionCard> &cards)
{
    std::optional<Instant> newest;
    const auto add = [&newest](Instant at) { newest = newest ? std::max(*newest, at) : at; };
    for (const RegionCard &card : cards)
        if (card.age)
            add(input.now - *card.age);
    for (const Canary &canary : input.fleet.canaries)
        if (const auto &probes = input.seen.probes(canary.id); !probes.empty())
            add(probes.back().ended);
    for (const Endpoint &endpoint : input.fleet.endpoints)
        if (const auto &looks = input.seen.looks(endpoint.id); !looks.empty())
            add(looks.back().ended);
    return newest;
}

} // namespace

AvailabilityTile availabilityTile(const AvailabilityCount &count)
{
    AvailabilityTile tile{.measured = count.measured, .requests = count.requests, .failures = count.failures};
    if (count.requests > 0) {
        const double failed = static_cast<double>(count.failures) / static_cast<double>(count.requests);
        tile.ratio = 1 - std::min(1.0, failed);
    }
    return tile;
}

HeadroomTile headroomTile(const BoardInput &input)
{
    HeadroomTile tile{.wanted = input.fleet.policies.evacuation.headroomMin};
    const std::set<RegionId> down = regionsNotHealthy(input);
    if (down.size() == input.fleet.regions.size())
        return tile; // Nothing is known to be healthy: that is no figure.
    for (const Region &region : input.fleet.regions)
        if (down.contains(region.id) || isDecidedOut(input, region.id))
            tile.out.push_back(region.id);
    const auto now = leastHeadroom(input, down);
    if (!now)
        return tile;
    tile.now = now->headroom;
    tile.service = now->service;
    for (const Region &region : input.fleet.regions) {
        if (std::ranges::find(tile.out, region.id) != tile.out.end())
            continue;
        std::set<RegionId> lost = down;
        lost.insert(region.id);
        const auto then = leastHeadroom(input, lost);
        if (then && (!tile.withoutWorst || then->headroom < *tile.withoutWorst)) {
            tile.withoutWorst = then->headroom;
            tile.worst = region.id;
        }
    }
    return tile;
}

AlertsTile alertsTile(const health::State &health)
{
    AlertsTile tile;
    for (const auto &[id, alert] : health.open) {
        tile.warning += alert.severity == Severity::warning;
        tile.critical += alert.severity == Severity::critical;
        tile.emergency += alert.severity == Severity::emergency;
        tile.unacknowledged += alert.acknowledgedBy.empty();
    }
    return tile;
}

PlansTile plansTile(const orchestrator::State &orchestrator, Instant now)
{
    PlansTile tile;
    for (const auto &[id, memory] : orchestrator.plans) {
        tile.running += runs(memory.state);
        tile.held += isHeld(memory.state);
        tile.waiting
            += std::holds_alternative<orchestrator::Proposed>(memory.state) && memory.autonomy != Autonomy::watch;
    }
    for (const orchestrator::PlanMemory &memory : orchestrator.ended)
        if (const auto *ended = std::get_if<orchestrator::Ended>(&memory.state))
            tile.endedToday += now - ended->at <= std::chrono::hours(24);
    return tile;
}

std::vector<PlanCard> planCards(const BoardInput &input)
{
    std::vector<PlanCard> cards;
    for (const auto &[id, memory] : input.orchestrator.plans)
        cards.push_back(planCard(memory, input.fleet, input.seen, input.now));
    // What moves traffic now comes before what waits for a person, and the newest before the older.
    const auto rank = [](const PlanCard &card) { return card.standing == PlanStanding::proposed ? 1 : 0; };
    std::ranges::stable_sort(cards, [&rank](const PlanCard &a, const PlanCard &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.id > b.id;
    });
    const auto &ended = input.orchestrator.ended;
    for (auto memory = ended.rbegin();
         memory != ended.rend() && cards.size() < input.orchestrator.plans.size() + endedListedMax; ++memory)
        cards.push_back(planCard(*memory, input.fleet, input.seen, input.now));
    return cards;
}

Banners banners(const BoardInput &input)
{
    Banners shown;
    if (const auto &stop = input.orchestrator.stop)
        shown.stop = StopBanner{stop->by, stop->reason, stop->wall};
    shown.journalFault = input.journalFault;
    shown.loopFault = input.loopFault;
    shown.fleetProblems = input.fleetProblems;
    shown.ownLinkBroken = !input.health.ownLink.trusted;
    shown.wallJumped = input.recovery.wallJumped.has_value();
    for (const Endpoint &endpoint : input.fleet.endpoints)
        if (endpoint.plaintextAccepted)
            shown.plaintext.push_back(endpoint.id);
    return shown;
}

} // namespace projection

NowBoard nowBoard(const BoardInput &input)
{
    NowBoard board{.mode = input.mode,
                   .fleet = input.fleet.name,
                   .environment = input.fleet.environment,
                   .fleetFrom = input.fleetFrom,
                   .fleetFile = plainText(input.fleetFile, 4096)};
    board.wall = input.wall;
    board.now = input.now;
    board.regions = projection::regionCards(input);
    projection::addAlerts(input, board);
    board.sounds = input.fleet.happens(input.fleet.notify.sound);
    board.incident = projection::incident(input, board.regions);
    board.availability = projection::availabilityTile(input.availability);
    board.headroom = projection::headroomTile(input);
    board.alertCounts = projection::alertsTile(input.health);
    board.plans = projection::plansTile(input.orchestrator, input.now);
    board.breakers = projection::breakersTile({.fleet = input.fleet, .resilience = input.resilience,
        .health = input.health, .seen = input.seen, .now = input.now, .ownTargets = input.ownTargets,
        .past = input.mode == Mode::replay});
    board.planCards = projection::planCards(input);
    board.banners = projection::banners(input);
    board.journalSeq = input.head;
    board.leader = input.leader;
    if (const auto newest = projection::newestSight(input, board.regions)) {
        board.anySeen = true;
        board.age = input.now - *newest;
    }
    return board;
}

} // namespace siaga
