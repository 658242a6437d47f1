// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery engine on its own: three regions with an edge each, told and looked at by hand.
#pragma once

#include "core/events/runtime_events.h"
#include "core/recovery/draft.h"

#include <algorithm>

namespace siaga::recovery {

using namespace std::chrono_literals;

inline const RegionId us("us");
inline const ServiceId web("web");

/// Regions us, eu, ap with an edge each, all well for an hour; the policy acts after a minute.
struct Ward
{
    Ward()
    {
        Service service{.id = web};
        for (const char *region : {"us", "eu", "ap"}) {
            fleet.regions.push_back({.id = RegionId(region)});
            service.placements.push_back({RegionId(region), 200, 100});
        }
        fleet.services.push_back(service);
        for (const Region &region : fleet.regions) {
            Endpoint edge{.id = EndpointId("edge-" + region.id.text()), .region = region.id};
            edge.backends.push_back({web, "web", {}});
            for (const Region &server : fleet.regions)
                edge.backends.front().servers[server.id] = server.id.text();
            fleet.endpoints.push_back(edge);
        }
        fleet.policies.evacuation.autonomy = Autonomy::act;
        fleet.policies.restore.autonomy = Autonomy::act;
        for (const Endpoint &endpoint : fleet.endpoints) {
            tell(EdgeTurned{.endpoint = endpoint.id, .to = EdgeState::reachable});
            look(endpoint.id);
        }
        for (const Region &region : fleet.regions)
            tell(RegionTurned{.region = region.id, .to = RegionState::healthy});
        pass(10s);
        for (const Endpoint &endpoint : fleet.endpoints)
            look(endpoint.id);
    }

    Context context() const { return {fleet, seen, now, head}; }

    Outputs tell(Event event, Actor actor = {Actor::Kind::engine, "health"})
    {
        head = head.next();
        const Recorded recorded{head, now, {}, Epoch(1), std::move(actor), std::move(event)};
        fold(state, recorded);
        Outputs outputs = decide(state, &recorded, context());
        for (const Output &output : outputs)
            if (const auto *told = std::get_if<Event>(&output); told && !told->as<PlanProposed>())
                tell(*told, {Actor::Kind::engine, "recovery"});
        return outputs;
    }

    /// Each edge sends each region ten requests a second.
    void pass(Duration lasts)
    {
        now += lasts;
        served += static_cast<std::uint64_t>(10 * inSeconds(lasts));
    }

    void look(const EndpointId &edge, std::optional<int> weightOfUs = {})
    {
        EdgeSeen look{.endpoint = edge, .reached = true, .began = now, .ended = now};
        for (const Region &region : fleet.regions)
            look.servers[{web, region.id}] = {.weight = region.id == us ? weightOfUs.value_or(100) : 100, .requests = served};
        seen.take(look);
    }

    /// `us` goes down as several see it, and stays so for a while; all other looks stay fresh.
    void fallIll(Duration lasts = 2min)
    {
        RegionTurned turned{.region = us, .from = RegionState::healthy, .to = RegionState::down};
        turned.evidence.checksDown = 2;
        turned.evidence.agreeing = {VantageId("siaga"), VantageId("edge-eu")};
        tell(turned);
        pass(lasts);
        for (int round = 0; round < 2; ++round) {
            for (const Endpoint &endpoint : fleet.endpoints)
                look(endpoint.id);
            pass(2s);
        }
    }

    std::optional<PlanProposed> proposed()
    {
        for (const Output &output : decide(state, Tick{}, context()))
            if (const auto *event = std::get_if<Event>(&output))
                if (const auto *plan = event->as<PlanProposed>())
                    return *plan;
        return std::nullopt;
    }

    std::vector<Reason> refused()
    {
        for (const Output &output : decide(state, Tick{}, context()))
            if (const auto *event = std::get_if<Event>(&output))
                if (const auto *refusal = event->as<ProposalRefused>())
                    return refusal->refusals;
        const auto told = state.refused.find(Purpose{PurposeKind::evacuate, us, {}, {}});
        return told == state.refused.end() ? std::vector<Reason>{} : told->second;
    }

    PlanProposed file(Plan plan, const std::string &who = {}, Autonomy autonomy = Autonomy::ask)
    {
        PlanProposed filed{.id = state.lastPlan.next(), .plan = plan, .hash = planHash(plan), .autonomy = autonomy, .requestedBy = who};
        tell(filed);
        return filed;
    }

    /// An evacuation that ran to its end: every edge was told and seen.
    PlanId leave(const Reason &by = ByPolicy{})
    {
        const PlanProposed filed = file(draftEvacuation({.region = us}, state, fleet));
        tell(PlanApproved{filed.id, filed.hash, by});
        for (std::size_t i = 0; i < filed.plan.steps.size(); ++i)
            if (const auto *share = std::get_if<SetRegionShare>(&filed.plan.steps[i].action)) {
                tell(StepIntended{.plan = filed.id, .step = int(i), .endpoint = share->endpoint, .service = web, .region = us, .share = share->share});
                tell(StepVerified{filed.id, int(i), Leg::doing, 0, now});
            }
        tell(PlanEnded{filed.id, PlanEnd::done, {}});
        return filed.id;
    }

    Fleet fleet;
    Seen seen;
    State state;
    Instant now{1h};
    Seq head;
    std::uint64_t served = 0;
};

template<class Kind>
bool has(const std::vector<Reason> &reasons)
{
    return std::ranges::any_of(reasons, [](const Reason &reason) { return std::holds_alternative<Kind>(reason); });
}

} // namespace siaga::recovery
