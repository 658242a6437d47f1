// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/registered_rule.h"

#include "core/base/check.h"
#include "core/resilience/engine.h"
#include "core/resilience/turns.h"

#include <algorithm>

namespace siaga::lab {

using namespace std::chrono_literals;
using resilience::BreakerMemory;
using resilience::Judgement;

namespace {

// The engine sees about as much of the past.
constexpr std::size_t readingsMax = 200;

} // namespace

RegisteredRule::RegisteredRule(const RegisteredBreaker &breaker, Duration interval)
    : m_breaker(breaker)
    , m_interval(interval)
{
    SIAGA_CHECK(interval >= 1ms);
    m_readings.slice = interval;
    m_readings.gapMax = 3 * interval;
    m_readings.tracks.push_back({.who = VantageId("simulation"), .readings = {}});
}

Pass RegisteredRule::ask(Instant now)
{
    readUntil(now);
    return {.allowed = true};
}

void RegisteredRule::tell(Instant now, const Pass &, bool failed, Duration took)
{
    readUntil(now);
    m_lastFailed = failed || (m_breaker.signal == BreakerSignal::check && took > m_breaker.timeout);
    ++m_calls;
    m_failures += m_lastFailed ? 1 : 0;
}

BreakerState RegisteredRule::state() const
{
    return resilience::memoryOf(m_state, m_breaker.id).state;
}

void RegisteredRule::readUntil(Instant now)
{
    if (m_next == Instant{}) {
        m_read = now;
        m_next = now + m_interval;
    }
    while (m_next <= now)
        read(m_next);
}

void RegisteredRule::turn(Judgement judgement, Instant now)
{
    const BreakerMemory &memory = resilience::memoryOf(m_state, m_breaker.id);
    resilience::fold(m_state, {.at = now, .event = Event(resilience::turnOf(m_breaker, memory, std::move(judgement)))});
}

void RegisteredRule::read(Instant now)
{
    // A check asks once; the last call before stands for it.
    const bool asks = m_breaker.signal == BreakerSignal::check;
    std::vector<resilience::Reading> &readings = m_readings.tracks.front().readings;
    readings.push_back({.began = asks ? now : m_read, .ended = now, .calls = asks ? std::min(m_calls, 1) : m_calls,
                        .failures = asks ? int(m_calls > 0 && m_lastFailed) : m_failures});
    if (readings.size() > readingsMax)
        readings.erase(readings.begin());
    m_calls = m_failures = 0;
    m_read = now;
    const BreakerMemory &memory = resilience::memoryOf(m_state, m_breaker.id);
    if (memory.state == BreakerState::open && now >= memory.since + memory.openFor)
        turn({BreakerState::halfOpen, BreakerRule::openTimeOver, {}, {}}, now);
    else if (auto judgement = resilience::judge(m_breaker, memory, m_readings, now))
        turn(std::move(*judgement), now);
    m_next = now + m_interval;
    const BreakerMemory &after = resilience::memoryOf(m_state, m_breaker.id);
    if (after.state == BreakerState::open)
        m_next = std::min(m_next, std::max(now + 1ms, after.since + after.openFor));
    else if (after.state == BreakerState::halfOpen)
        m_next = std::min(m_next, std::max(now + 1s, resilience::nextLook(m_breaker, after, m_readings, now)));
}

Duration readEvery(const RegisteredBreaker &breaker, const Fleet &fleet)
{
    Duration every{};
    if (breaker.signal == BreakerSignal::edge)
        for (const Endpoint &endpoint : fleet.endpoints)
            every = std::max(every, endpoint.pollInterval);
    else if (const Check *check = breaker.signal == BreakerSignal::check ? fleet.check(breaker.check) : nullptr)
        every = check->interval;
    else if (const MetricsSource *source = fleet.metricsSource(breaker.source))
        every = source->interval;
    return every > Duration{} ? every : Duration(5s);
}

} // namespace siaga::lab
