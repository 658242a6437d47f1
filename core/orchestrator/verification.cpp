// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/verification.h"

#include <algorithm>

namespace siaga::orchestrator {

namespace {

constexpr Duration lookPace = std::chrono::milliseconds(500);
constexpr Duration quietInterval = std::chrono::milliseconds(500); // Shorter ones prove little at low traffic.

/// The newest look that reached the edge, if it began late enough.
const EdgeSeen *lookSince(const EndpointId &endpoint, Instant from, const Seen &seen)
{
    const std::deque<EdgeSeen> &looks = seen.looks(endpoint);
    const auto newest = std::find_if(looks.rbegin(), looks.rend(), [](const EdgeSeen &look) { return look.reached; });
    return newest != looks.rend() && newest->began >= from ? &*newest : nullptr;
}

Verdict verdictOnShare(const SetRegionShare &share, int weightWanted, Instant from, const Context &context)
{
    const EdgeSeen *look = lookSince(share.endpoint, from, context.seen);
    const auto server = look ? look->servers.find({share.service, share.region}) : decltype(look->servers.end()){};
    if (!look || server == look->servers.end())
        return NotYet{CannotObserve{share.endpoint, from}};
    const int told = server->second.weightTold();
    if (told == weightWanted)
        return Shown{told, look->began};
    return Denied{Contradicted{share.endpoint, weightWanted, told}};
}

/// A check of the region that passed in a probe begun late enough.
bool passedSince(const RegionId &region, Instant from, const Context &context)
{
    return std::ranges::any_of(context.fleet.checks, [&](const Check &check) {
        const std::deque<ProbeResult> &probes = context.seen.probes(check.id);
        return check.region == region && !probes.empty() && probes.back().began >= from
            && probes.back().outcome == ProbeOutcome::passed;
    });
}

Verdict verdictOnReady(const ConfirmReady &ready, Instant from, const State &state, const Context &context)
{
    for (const RegionId &region : ready.regions) {
        const auto known = state.regions.find(region);
        const RegionState now = known == state.regions.end() ? RegionState::unknown : known->second;
        if (now != RegionState::healthy || !passedSince(region, from, context))
            return NotYet{TargetNotHealthy{region, now}};
    }
    return Shown{0, from};
}

/// New requests between the last two looks begun late enough and far enough apart; nullopt when there are none such.
std::optional<std::uint64_t> requestsBetweenLooks(const ConfirmQuiet &quiet, const EndpointId &endpoint, Instant from, const Seen &seen)
{
    const EdgeSeen *newest = nullptr;
    const std::deque<EdgeSeen> &looks = seen.looks(endpoint);
    for (auto look = looks.rbegin(); look != looks.rend() && look->began >= from; ++look) {
        if (!look->reached || !look->servers.contains({quiet.service, quiet.region}))
            continue;
        if (!newest)
            newest = &*look;
        else if (newest->began - look->began >= quietInterval) {
            const std::uint64_t now = newest->servers.at({quiet.service, quiet.region}).requests;
            const std::uint64_t before = look->servers.at({quiet.service, quiet.region}).requests;
            return now >= before ? now - before : now;
        }
    }
    return std::nullopt;
}

/// An edge that stands in the region may have died with it and need not answer.
bool mustBeSeen(const Endpoint &endpoint, const ConfirmQuiet &quiet)
{
    const Endpoint::Backend *backend = endpoint.backend(quiet.service);
    return backend && backend->servers.contains(quiet.region) && endpoint.region != quiet.region;
}

Verdict verdictOnQuiet(const ConfirmQuiet &quiet, Instant from, const Context &context)
{
    for (const Endpoint &endpoint : context.fleet.endpoints) {
        if (!mustBeSeen(endpoint, quiet))
            continue;
        const auto requests = requestsBetweenLooks(quiet, endpoint.id, from, context.seen);
        if (!requests)
            return NotYet{CannotObserve{endpoint.id, from}};
        if (*requests > 0)
            return NotYet{StillServing{quiet.region, *requests}};
    }
    return Shown{0, from};
}

Instant paced(Instant from, Instant lastBegan, Instant lastEnded)
{
    return lastBegan >= from ? std::max(from, lastEnded + lookPace) : from;
}

void lookAtEdge(const EndpointId &endpoint, Instant from, const Context &context, std::vector<Look> &looks)
{
    const std::deque<EdgeSeen> &kept = context.seen.looks(endpoint);
    looks.push_back({endpoint, kept.empty() ? from : paced(from, kept.back().began, kept.back().ended), true});
}

} // namespace

Verdict verdictOn(const Action &action, int weightWanted, Instant from, const State &state, const Context &context)
{
    if (const auto *share = std::get_if<SetRegionShare>(&action))
        return verdictOnShare(*share, weightWanted, from, context);
    if (const auto *ready = std::get_if<ConfirmReady>(&action))
        return verdictOnReady(*ready, from, state, context);
    if (const auto *quiet = std::get_if<ConfirmQuiet>(&action))
        return verdictOnQuiet(*quiet, from, context);
    const auto &bake = std::get<Bake>(action);
    if (context.now - from >= bake.lasts)
        return Shown{0, from};
    return NotYet{NotLongEnough{context.now - from, bake.lasts}};
}

std::vector<Look> looksFor(const Action &action, Instant from, const Context &context)
{
    std::vector<Look> looks;
    if (const auto *share = std::get_if<SetRegionShare>(&action)) {
        lookAtEdge(share->endpoint, from, context, looks);
    } else if (const auto *quiet = std::get_if<ConfirmQuiet>(&action)) {
        for (const Endpoint &endpoint : context.fleet.endpoints)
            if (mustBeSeen(endpoint, *quiet))
                lookAtEdge(endpoint.id, from, context, looks);
    } else if (const auto *ready = std::get_if<ConfirmReady>(&action)) {
        for (const Check &check : context.fleet.checks) {
            if (std::ranges::find(ready->regions, check.region) == ready->regions.end())
                continue;
            const std::deque<ProbeResult> &probes = context.seen.probes(check.id);
            looks.push_back({check.id, probes.empty() ? from : paced(from, probes.back().began, probes.back().ended), true});
        }
    }
    return looks;
}

std::optional<Instant> looksCountFrom(const StepState &leg, const Action &action, const Context &context)
{
    if (const auto *answered = std::get_if<Answered>(&leg))
        return answered->at;
    if (const auto *intended = std::get_if<Intended>(&leg))
        return intended->calls ? std::nullopt : std::optional(intended->at);
    const auto *uncertain = std::get_if<Uncertain>(&leg);
    if (!uncertain)
        return std::nullopt;
    const auto *share = std::get_if<SetRegionShare>(&action);
    const Endpoint *endpoint = share ? context.fleet.endpoint(share->endpoint) : nullptr;
    return uncertain->at + (endpoint ? endpoint->settle : Duration{});
}

} // namespace siaga::orchestrator
