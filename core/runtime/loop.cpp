// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/loop.h"

#include "core/base/check.h"
#include "core/health/engine.h"
#include "core/orchestrator/engine.h"
#include "core/recovery/engine.h"
#include "core/resilience/engine.h"

#include <algorithm>
#include <deque>

namespace siaga {

static_assert(Engine<health::State>);
static_assert(Engine<resilience::State>);
static_assert(Engine<recovery::State>);
static_assert(Engine<orchestrator::State>);

namespace {

constexpr int roundsMax = 16;
constexpr std::size_t eventsMax = 20'000; // Of one turn; a fleet of 10,000 checks may lose its sight at once.

} // namespace

/// One turn under way. A deque keeps its elements in place, so inputs may point at records.
struct Loop::Running
{
    Instant now;
    WallTime wall;
    std::deque<Recorded> recorded;
    std::deque<int> depths; // Of the records not yet put to the engines.
    std::size_t put = 0;
    std::vector<Look> looks;
};

Context Loop::context(Instant now) const
{
    return {m_state.fleet, m_seen, now, m_state.head};
}

Turn Loop::take(const Input &input, Instant now, WallTime wall)
{
    SIAGA_CHECK(now >= m_state.at);
    if (const auto *observation = std::get_if<Observation>(&input))
        m_seen.take(*observation);
    Running running{now, wall, {}, {}, 0, {}};
    decideAll(input, 0, running);
    settle(running);
    return {{running.recorded.begin(), running.recorded.end()}, std::move(running.looks)};
}

Turn Loop::record(Event event, Actor actor, Instant now, WallTime wall)
{
    SIAGA_CHECK(now >= m_state.at);
    Running running{now, wall, {}, {}, 0, {}};
    write(std::move(event), std::move(actor), running);
    running.depths.push_back(0);
    if (running.recorded.front().event.as<FleetAdopted>())
        m_seen.keepOnly(m_state.fleet);
    settle(running);
    return {{running.recorded.begin(), running.recorded.end()}, std::move(running.looks)};
}

void Loop::settle(Running &running)
{
    while (running.put < running.recorded.size()) {
        const int depth = running.depths[running.put];
        SIAGA_CHECK(depth < roundsMax);
        SIAGA_CHECK(running.recorded.size() < eventsMax);
        const Input input = &running.recorded[running.put++];
        decideAll(input, depth + 1, running);
    }
}

Turn Loop::wake(Instant now, WallTime wall)
{
    SIAGA_CHECK(now >= m_state.at);
    Running running{now, wall, {}, {}, 0, {}};
    decideHealth(Tick{}, 0, running);
    for (std::size_t i = 0; i < running.recorded.size(); ++i) {
        SIAGA_CHECK(running.depths[i] < roundsMax);
        SIAGA_CHECK(running.recorded.size() < eventsMax);
        decideHealth(&running.recorded[i], running.depths[i] + 1, running);
    }
    for (const std::size_t turned = running.recorded.size(); running.put < turned; ++running.put)
        decideOthers(&running.recorded[running.put], 1, running);
    decideOthers(Tick{}, 0, running);
    settle(running);
    return {{running.recorded.begin(), running.recorded.end()}, std::move(running.looks)};
}

void Loop::decideAll(const Input &input, int depth, Running &running)
{
    decideHealth(input, depth, running);
    decideOthers(input, depth, running);
}

void Loop::decideHealth(const Input &input, int depth, Running &running)
{
    keep(health::decide(m_state.health, input, context(running.now)), "health", depth, running);
}

void Loop::decideOthers(const Input &input, int depth, Running &running)
{
    if (m_role == Role::observing)
        return;
    keep(resilience::decide(m_state.resilience, input, context(running.now)), "resilience", depth, running);
    keep(recovery::decide(m_state.recovery, input, context(running.now)), "recovery", depth, running);
    keep(orchestrator::decide(m_state.orchestrator, input, context(running.now)), "orchestrator", depth, running);
}

void Loop::keep(Outputs outputs, const char *engine, int depth, Running &running)
{
    for (Output &output : outputs) {
        if (auto *event = std::get_if<Event>(&output)) {
            write(std::move(*event), {Actor::Kind::engine, engine}, running);
            running.depths.push_back(depth);
        } else if (const auto &look = std::get<Look>(output); std::ranges::find(running.looks, look) == running.looks.end()) {
            running.looks.push_back(look);
        }
    }
}

const Recorded &Loop::write(Event event, Actor actor, Running &running)
{
    running.recorded.push_back({m_state.head.next(), running.now, running.wall, m_state.epoch, std::move(actor), std::move(event)});
    fold(m_state, running.recorded.back());
    return running.recorded.back();
}

std::optional<Instant> Loop::nextDeadline(Instant now) const
{
    std::optional<Instant> next;
    const auto consider = [&](std::optional<Instant> one) {
        if (one && (!next || *one < *next))
            next = one;
    };
    consider(health::nextDeadline(m_state.health, context(now)));
    if (m_role == Role::observing)
        return next;
    consider(resilience::nextDeadline(m_state.resilience, context(now)));
    consider(recovery::nextDeadline(m_state.recovery, context(now)));
    consider(orchestrator::nextDeadline(m_state.orchestrator, context(now)));
    return next;
}

} // namespace siaga
