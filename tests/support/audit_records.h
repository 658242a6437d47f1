// SPDX-License-Identifier: GPL-3.0-or-later
// A short incident as records: what the tests of the audit ask questions of.
//
// us-east-1 goes down (4), alert 17 opens (5), Rina takes it (7), asks for plan 41 (8) and approves it; Budi looks after
// a breaker in eu-west-1. One record a minute from 02:00 UTC on.
#pragma once

#include "core/events/codec.h"
#include "core/events/health_events.h"
#include "core/events/plan_events.h"
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/resilience_events.h"
#include "core/events/runtime_events.h"
#include "core/journal/header.h"
#include "core/journal/journal.h"

#include <chrono>

namespace siaga::samples {

inline const RegionId usEast{"us-east-1"};
inline const RegionId euWest{"eu-west-1"};
inline const BreakerId payWest{"payment-service@eu-west-1"};
inline constexpr AlertId incidentAlert{17};
inline constexpr PlanId evacuation{41};

/// 2026-11-26 02:00:00 UTC.
inline constexpr std::int64_t twoOClock = 1'795'658'400'000;

inline WallTime minute(int number)
{
    return {twoOClock + number * std::int64_t{60'000}};
}

inline Actor person(const char *name) { return {Actor::Kind::person, name}; }
inline Actor engine(const char *name) { return {Actor::Kind::engine, name}; }
inline Actor runtime() { return {Actor::Kind::runtime, "loop"}; }

inline Plan evacuate(const RegionId &region)
{
    Plan plan;
    plan.purpose = {.kind = PurposeKind::evacuate, .region = region};
    return plan;
}

/// Numbered from 1, each at the minute of its number.
inline std::vector<Recorded> incident()
{
    std::vector<Recorded> records;
    const auto add = [&records](Actor actor, Event event) {
        const int number = static_cast<int>(records.size()) + 1;
        records.push_back({Seq(static_cast<std::uint64_t>(number)), Instant(std::chrono::minutes(number)), minute(number), Epoch(1),
                           std::move(actor), std::move(event)});
    };
    add(runtime(), JournalOpened{"desk:4711", "0.1.0"});
    add(runtime(), FleetAdopted{.layers = {}, .environment = "production", .hash = {}});
    add(engine("health"), CheckTurned{.check = CheckId("web"), .from = CheckState::up, .to = CheckState::down, .inARow = 3,
                                      .threshold = 3, .outcome = ProbeOutcome::refused, .detail = "connection refused", .region = usEast});
    add(engine("health"), RegionTurned{.region = usEast, .from = RegionState::healthy, .to = RegionState::down, .evidence = {}});
    add(engine("health"), AlertOpened{.alert = incidentAlert, .subject = {.kind = AlertSubject::Kind::region, .region = usEast},
                                      .severity = Severity::critical, .regionState = RegionState::down, .cause = Seq(4), .since = {}});
    add(engine("recovery"), Diagnosed{.region = usEast, .diagnosis = Diagnosis::regionDown, .evidence = {}});
    add(person("rina"), AcknowledgeRequested{RequestId(1), incidentAlert, "on it"});
    add(person("rina"), EvacuateRequested{.id = RequestId(2), .region = usEast, .service = {}, .share = {}});
    add(engine("recovery"), PlanProposed{.id = evacuation, .plan = evacuate(usEast), .hash = {}, .autonomy = Autonomy::ask, .lowered = {},
                                         .because = {ByPerson{"rina"}}, .requestedBy = "rina", .expires = {}});
    add(engine("recovery"), RequestGranted{RequestId(2), evacuation});
    add(person("rina"), ApproveRequested{RequestId(3), evacuation, {}});
    add(engine("orchestrator"), PlanApproved{evacuation, {}, ByPerson{"rina"}});
    add(engine("orchestrator"), PlanHeld{evacuation, CallRefused{EndpointId("lb-eu"), "=cmd", }});
    add(engine("health"), AlertAcknowledged{incidentAlert, "rina", "on it"});
    add(person("budi"), HoldBreakerRequested{RequestId(4), payWest, BreakerHold::open, "exercise", std::chrono::hours(1)});
    add(engine("resilience"), BreakerHeld{.breaker = payWest, .hold = BreakerHold::open, .by = "budi", .reason = "exercise", .until = {}});
    add(engine("health"), RegionTurned{.region = euWest, .from = RegionState::healthy, .to = RegionState::degraded, .evidence = {}});
    add(engine("recovery"), RequestRefused{RequestId(5), {NotInFleet{"us-east-9"}}});
    add(engine("orchestrator"), PlanEnded{evacuation, PlanEnd::done, {}});
    add(engine("health"), AlertResolved{incidentAlert});
    return records;
}

inline NewRecord stored(const Recorded &recorded)
{
    return {recorded.seq, recorded.at, recorded.wall, std::string(recorded.event.name()), encode(recorded)};
}

/// The incident, over and over, numbered on: `count` records for journals of any length.
inline std::vector<NewRecord> many(Seq head, std::uint64_t count)
{
    static const std::vector<Recorded> one = incident();
    std::vector<NewRecord> made;
    for (std::uint64_t i = 1; i <= count; ++i) {
        const std::uint64_t number = head.value() + i;
        Recorded next = one[(number - 1) % one.size()];
        next.seq = Seq(number);
        next.at = Instant(std::chrono::minutes(number));
        next.wall = {twoOClock + static_cast<std::int64_t>(number) * 60'000};
        made.push_back(stored(next));
    }
    return made;
}

} // namespace siaga::samples
