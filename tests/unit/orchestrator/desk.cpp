// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/orchestrator/desk.h"

#include "core/events/runtime_events.h"

namespace siaga::orchestrator {

using namespace std::chrono_literals;

Desk::Desk()
{
    Service web{.id = ServiceId("web")};
    for (const char *region : {"us", "eu", "ap"}) {
        fleet.regions.push_back({.id = RegionId(region)});
        web.placements.push_back({RegionId(region), 200, 100});
    }
    fleet.services.push_back(web);
    for (const Region &region : fleet.regions) {
        Endpoint edge{.id = EndpointId("edge-" + region.id.text()), .driver = "lab", .region = region.id};
        Endpoint::Backend backend{ServiceId("web"), "web", {}};
        for (const Region &server : fleet.regions) {
            backend.servers[server.id] = server.id.text();
            weights[{edge.id.text(), server.id.text()}] = 100;
        }
        edge.backends.push_back(backend);
        fleet.endpoints.push_back(edge);
    }
    happens(JournalOpened{}, {Actor::Kind::runtime, "runner"});
    for (const Region &region : fleet.regions)
        happens(RegionTurned{.region = region.id, .to = RegionState::healthy});
    look();
}

void Desk::record(Event event, Actor actor)
{
    m_head = m_head.next();
    m_told.push_back({m_head, now, {}, Epoch(1), std::move(actor), std::move(event)});
    fold(state, m_told.back());
    const auto *intended = m_told.back().event.as<StepIntended>();
    if (intended && !intended->endpoint.empty())
        m_calls.push_back({*intended, now + 100ms});
}

void Desk::put(const Input &input)
{
    for (Output &output : decide(state, input, context()))
        if (auto *event = std::get_if<Event>(&output))
            record(std::move(*event), {Actor::Kind::engine, "orchestrator"});
}

void Desk::settle()
{
    while (m_put < m_told.size()) {
        const Recorded recorded = m_told[m_put++]; // A copy: the list grows meanwhile.
        put(&recorded);
    }
}

void Desk::happens(Event event, Actor actor)
{
    record(std::move(event), std::move(actor));
    settle();
}

PlanId Desk::propose(Plan plan, Autonomy autonomy)
{
    m_lastPlan = m_lastPlan.next();
    PlanProposed proposed{.id = m_lastPlan, .plan = plan, .hash = planHash(plan), .autonomy = autonomy};
    proposed.expires = now + 15min;
    happens(proposed);
    return m_lastPlan;
}

PlanId Desk::start(Plan plan)
{
    const PlanId id = propose(std::move(plan));
    approve(id);
    return id;
}

void Desk::answerDue()
{
    while (answering && !m_calls.empty() && m_calls.front().due <= now) {
        const StepIntended call = m_calls.front().intended;
        m_calls.erase(m_calls.begin());
        StepAnswered::Result result = StepAnswered::Result::done;
        if (!answers.empty()) {
            result = answers.front();
            answers.erase(answers.begin());
        }
        if (result == StepAnswered::Result::done || result == StepAnswered::Result::unknown)
            weights[{call.endpoint.text(), call.region.text()}] = call.weight;
        put(StepCallEnded{call.plan, call.step, call.leg, call.attempt, result, {}});
        settle();
    }
}

void Desk::look()
{
    m_looked = now;
    for (const Endpoint &endpoint : fleet.endpoints) {
        EdgeSeen look{.endpoint = endpoint.id, .reached = !dark.contains(endpoint.id.text()), .began = now, .ended = now};
        for (const auto &[cell, weight] : weights)
            if (look.reached && cell.first == endpoint.id.text())
                look.servers[{ServiceId("web"), RegionId(cell.second)}] = {.weight = weight};
        seen.take(look);
        put(Observation(look));
        settle();
    }
}

void Desk::run(Duration lasts)
{
    runUntil([] { return false; }, lasts);
}

bool Desk::runUntil(const std::function<bool()> &condition, Duration most)
{
    const Instant end = now + most;
    while (!condition()) {
        if (now >= end)
            return false;
        now += 50ms;
        answerDue();
        if (now - m_looked >= 500ms)
            look();
        put(Tick{});
        settle();
    }
    return true;
}

QByteArray Desk::word(const Event &event, PlanId plan)
{
    const auto number = [](auto value) { return QByteArray::number(static_cast<qlonglong>(value)); };
    if (const auto *e = event.as<PlanWaiting>(); e && e->id == plan)
        return "waiting";
    if (const auto *e = event.as<PlanAdmitted>(); e && e->id == plan)
        return "admitted";
    if (const auto *e = event.as<PlanSuspended>(); e && e->id == plan)
        return "suspended by " + number(e->by.value());
    if (const auto *e = event.as<PlanHeld>(); e && e->id == plan)
        return "held";
    if (const auto *e = event.as<PlanResumed>(); e && e->id == plan)
        return "resumed";
    if (const auto *e = event.as<PlanAborted>(); e && e->id == plan)
        return "aborted";
    if (const auto *e = event.as<PlanEnded>(); e && e->id == plan)
        return "ended " + QByteArray(nameOf(e->end).data());
    if (const auto *e = event.as<StepIntended>(); e && e->plan == plan)
        return QByteArray(nameOf(e->leg).data()) + ' ' + number(e->step) + (e->endpoint.empty() ? "" : "=" + number(e->weight));
    if (const auto *e = event.as<StepVerified>(); e && e->plan == plan)
        return (e->leg == Leg::doing ? "seen " : "undone ") + number(e->step);
    if (const auto *e = event.as<StepFailed>(); e && e->plan == plan)
        return QByteArray(e->leg == Leg::doing ? "failed " : "undo failed ") + number(e->step);
    if (const auto *e = event.as<StepNotReached>(); e && e->plan == plan)
        return "missed " + number(e->step);
    return {};
}

QByteArray Desk::story(PlanId plan)
{
    QByteArray text;
    for (; m_read < m_told.size(); ++m_read)
        if (const QByteArray one = word(m_told[m_read].event, plan); !one.isEmpty())
            text += (text.isEmpty() ? "" : ", ") + one;
    return text;
}

QByteArray Desk::standing(PlanId plan) const
{
    const PlanMemory *memory = state.plan(plan);
    if (const auto *ended = std::get_if<Ended>(&memory->state))
        return nameOf(ended->end).data();
    return std::visit([](const auto &one) { return QByteArray(one.name.data()); }, memory->state);
}

Step share(const char *edge, int permille, WayBack onAbort, std::vector<int> after)
{
    return {SetRegionShare{EndpointId(edge), ServiceId("web"), RegionId("us"), Permille{permille}}, std::move(after), onAbort};
}

Step bake(Duration lasts, std::vector<int> after)
{
    return {Bake{ServiceId("web"), RegionId("us"), lasts}, std::move(after)};
}

Plan planOf(std::vector<Step> steps, PlanClass rank, PurposeKind kind)
{
    // Demand is nobody's business here: only the floor and the last healthy region are guarded.
    const Purpose purpose{kind, RegionId("us"), kind == PurposeKind::bake ? std::optional(ServiceId("web")) : std::nullopt, {}};
    return {purpose, rank, Bounds{Permille{-1000}, true}, std::move(steps)};
}

} // namespace siaga::orchestrator
