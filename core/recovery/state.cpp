// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/state.h"

#include "core/events/runtime_events.h"
#include "core/recovery/broken_calls.h"
#include "core/recovery/departures.h"

namespace siaga::recovery {

namespace {

void foldRegion(State &state, const RegionTurned &turned, Instant at)
{
    RegionMemory &region = state.regions[turned.region];
    if (region.state != turned.to)
        region.since = at; // Evidence alone may change too.
    region.state = turned.to;
    region.evidence = turned.evidence;
}

void foldEdge(State &state, const EdgeTurned &turned, Instant at)
{
    const bool away = state.edges[turned.endpoint] == EdgeState::unreachable;
    state.edges[turned.endpoint] = turned.to;
    if (turned.to == EdgeState::reachable && (away || turned.restarted))
        state.returned[turned.endpoint] = at;
}

void foldDiagnosisEnded(State &state, const DiagnosisEnded &ended)
{
    RegionMemory &region = state.regions[ended.region];
    region.diagnosis.reset();
    // The next illness is a new question.
    std::erase_if(state.declined, [&](const auto &entry) {
        return entry.first.kind == PurposeKind::evacuate && entry.first.region == ended.region
            && !isBroken(state, entry.first);
    });
    std::erase_if(state.refused, [&ended](const auto &entry) { return entry.first.region == ended.region; });
}

void foldProposed(State &state, const PlanProposed &proposed)
{
    state.plans[proposed.id] = {.purpose = proposed.plan.purpose, .plan = proposed.plan, .autonomy = proposed.autonomy,
                                .requestedBy = proposed.requestedBy, .approvedBy = {}};
    state.lastPlan = std::max(state.lastPlan, proposed.id);
    state.refused.erase(proposed.plan.purpose);
}

void foldApproved(State &state, const PlanApproved &approved)
{
    const auto plan = state.plans.find(approved.id);
    if (plan == state.plans.end())
        return;
    plan->second.approved = true;
    plan->second.byPolicy = std::holds_alternative<ByPolicy>(approved.by);
    if (const auto *person = std::get_if<ByPerson>(&approved.by))
        plan->second.approvedBy = person->who;
}

/// The last share that the plan tells each edge.
std::map<ServerKey, Permille> finalShares(const Plan &plan)
{
    std::map<ServerKey, Permille> shares;
    for (const Step &step : plan.steps)
        if (const auto *share = std::get_if<SetRegionShare>(&step.action))
            shares[{share->endpoint, share->service, share->region}] = share->share;
    return shares;
}

/// What its edges were told last, in the end, is what counts for a region: the least of them.
void recount(State &state, const ServiceId &service, const RegionId &region, PlanId plan, const OpenPlan &ended, Instant at)
{
    Permille least = whole;
    bool moved = false; // A plan that was suspended before it commanded anything is not the one that took it out.
    for (const auto &[server, decided] : state.decided) {
        if (server.service != service || server.region != region)
            continue;
        least = std::min(least, decided.share);
        moved = moved || decided.plan == plan;
    }
    const auto known = state.out.find({service, region});
    if (least == whole)
        state.out.erase({service, region});
    else if (moved || known == state.out.end())
        state.out.insert_or_assign({service, region}, OutOfTraffic{plan, at, least, ended.byPolicy, ended.approvedBy});
    else
        known->second.share = least;
}

/// A finished plan leaves standing facts: for edges that could not be told, too.
void leaveFacts(State &state, PlanId id, const OpenPlan &plan, Instant at)
{
    for (const auto &[server, share] : finalShares(plan.plan)) {
        const Decided before = state.decided[server];
        if (before.plan != id || before.share != share)
            state.decided[server] = {share, id, at, false, before.shown};
        if (!plan.byPolicy)
            state.foreign.erase(server.endpoint);
    }
    if (plan.purpose.kind == PurposeKind::evacuate) {
        state.lastEvacuation = at;
        state.lastEvacuated = plan.purpose;
    }
    // Moving the region once more makes every earlier no to it an answer to an old question.
    std::erase_if(state.declined, [&plan](const auto &entry) { return entry.first.region == plan.purpose.region; });
}

/// What an aborted plan meant but never showed is no standing fact; what it showed before is.
void forgetUnconfirmed(State &state, PlanId id)
{
    for (auto entry = state.decided.begin(); entry != state.decided.end();) {
        Decided &decided = entry->second;
        const bool meant = decided.plan == id && !decided.confirmed;
        if (meant && decided.shown)
            decided = {*decided.shown, id, decided.since, true, decided.shown};
        entry = meant && !decided.shown ? state.decided.erase(entry) : std::next(entry);
    }
}

/// A no counts while its question stands: closing the draft that one asked for is none, and an evacuation that was
/// aborted while the region was well says nothing about its next illness.
bool isDeclined(const State &state, const OpenPlan &plan, PlanEnd end)
{
    if (end == PlanEnd::watched)
        return true;
    if (end != PlanEnd::aborted || (!plan.approved && !plan.requestedBy.empty()))
        return false;
    const auto region = state.regions.find(plan.purpose.region);
    const bool ill = region != state.regions.end() && region->second.diagnosis;
    return plan.purpose.kind != PurposeKind::evacuate || ill || isBroken(state, plan.purpose);
}

void foldEnded(State &state, const PlanEnded &ended, Instant at)
{
    const auto found = state.plans.find(ended.id);
    if (found == state.plans.end())
        return;
    const OpenPlan plan = std::move(found->second);
    state.plans.erase(found);
    if (plan.approved && plan.purpose.kind != PurposeKind::reassert) { // A mere draft changed nothing.
        if (ended.end == PlanEnd::done)
            leaveFacts(state, ended.id, plan, at);
        else
            forgetUnconfirmed(state, ended.id);
        for (const Claim &claim : claimsOf(plan.plan))
            recount(state, claim.service, claim.region, ended.id, plan, at);
    }
    if (isDeclined(state, plan, ended.end))
        state.declined[plan.purpose] = ended.end;
}

void foldIntended(State &state, const StepIntended &intended, Instant at)
{
    if (intended.endpoint.empty())
        return;
    Decided &decided = state.decided[{intended.endpoint, intended.service, intended.region}];
    decided = {intended.share, intended.plan, at, false, decided.shown};
}

void foldVerified(State &state, const StepVerified &verified, Instant at)
{
    const auto plan = state.plans.find(verified.plan);
    const auto index = static_cast<std::size_t>(verified.step);
    if (plan == state.plans.end() || verified.step < 0 || index >= plan->second.plan.steps.size())
        return;
    const auto *share = std::get_if<SetRegionShare>(&plan->second.plan.steps[index].action);
    if (!share)
        return;
    const auto decided = state.decided.find({share->endpoint, share->service, share->region});
    if (decided == state.decided.end())
        return;
    decided->second.confirmed = true;
    decided->second.shown = decided->second.share;
    decided->second.since = at;
}

void foldDrift(State &state, const Recorded &recorded)
{
    if (const auto *drifted = recorded.event.as<Drifted>()) {
        const ServerKey server{drifted->endpoint, drifted->service, drifted->region};
        state.drifts[server] = {drifted->cause, drifted->weightSeen, recorded.at};
        state.declined.erase(Purpose{PurposeKind::reassert, {}, {}, drifted->endpoint});
        if (drifted->cause == DriftCause::foreignWrite)
            state.foreign.insert(drifted->endpoint);
    } else if (const auto *ended = recorded.event.as<DriftEnded>()) {
        state.drifts.erase({ended->endpoint, ended->service, ended->region});
        const auto decided = state.decided.find({ended->endpoint, ended->service, ended->region});
        if (decided != state.decided.end()) {
            decided->second.confirmed = true;
            decided->second.shown = decided->second.share;
        }
    }
}

void foldPlans(State &state, const Recorded &recorded)
{
    const Event &event = recorded.event;
    if (const auto *proposed = event.as<PlanProposed>())
        foldProposed(state, *proposed);
    else if (const auto *refused = event.as<ProposalRefused>())
        state.refused[refused->purpose] = refused->refusals;
    else if (const auto *approved = event.as<PlanApproved>())
        foldApproved(state, *approved);
    else if (const auto *ended = event.as<PlanEnded>())
        foldEnded(state, *ended, recorded.at);
    else if (const auto *intended = event.as<StepIntended>())
        foldIntended(state, *intended, recorded.at);
    else if (const auto *verified = event.as<StepVerified>())
        foldVerified(state, *verified, recorded.at);
    else
        foldDrift(state, recorded);
}

/// What no policy approved before the Stop waits for people, also once it is lifted; then policies propose anew.
void foldStopped(State &state)
{
    state.stopped = true;
    for (auto &[id, plan] : state.plans)
        plan.autonomy = plan.approved ? plan.autonomy : Autonomy::ask;
}

} // namespace

void fold(State &state, const Recorded &recorded)
{
    const Event &event = recorded.event;
    if (recorded.actor.kind == Actor::Kind::person)
        state.wallJumped.reset(); // Somebody is here and looking.
    if (const auto *region = event.as<RegionTurned>())
        foldRegion(state, *region, recorded.at);
    else if (const auto *link = event.as<OwnLinkTurned>())
        state.ownLinkTrusted = link->trusted;
    else if (const auto *edge = event.as<EdgeTurned>())
        foldEdge(state, *edge, recorded.at);
    else if (const auto *jumped = event.as<WallJumped>())
        state.wallJumped = jumped->by;
    else if (event.as<StopOrdered>())
        foldStopped(state);
    else if (event.as<StopLifted>())
        state.stopped = false;
    else if (const auto *dropped = event.as<FactsDropped>())
        drop(state, *dropped);
    else if (event.as<FleetAdopted>()) // Another policy may do what the old one only watched.
        std::erase_if(state.declined, [](const auto &entry) { return entry.second == PlanEnd::watched; });
    else if (const auto *breaker = event.as<BreakerTurned>())
        foldBreaker(state, *breaker, recorded.at);
    else if (const auto *gone = event.as<BreakerGone>())
        state.breakers.erase(gone->breaker);
    else if (const auto *ended = event.as<DiagnosisEnded>())
        foldDiagnosisEnded(state, *ended);
    else if (const auto *diagnosed = event.as<Diagnosed>()) {
        state.regions[diagnosed->region].diagnosis = diagnosed->diagnosis;
        state.regions[diagnosed->region].diagnosedSince = recorded.at;
    } else {
        foldPlans(state, recorded);
    }
}

} // namespace siaga::recovery
