// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/resilience/resilience_timeline.h"

#include "core/base/check.h"
#include "core/events/request_events.h"

#include <algorithm>
#include <deque>

namespace siaga::resilience {

namespace {

const std::string checkName = "web@us";
const std::string pageName = "app";
constexpr double every = 2;

Duration seconds(double count)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(count));
}

std::string sentence(const Event &event)
{
    if (const auto *e = event.as<BreakerTurned>())
        return e->breaker.text() + ' ' + std::string(nameOf(e->to)) + ' ' + std::string(nameOf(e->rule)) + ' '
            + std::to_string(e->figures.failures) + '/' + std::to_string(e->figures.calls);
    if (const auto *e = event.as<BreakerGone>())
        return e->breaker.text() + " gone";
    if (const auto *e = event.as<BreakerHeld>())
        return e->breaker.text() + " held " + std::string(nameOf(e->hold)) + " by " + e->by;
    if (const auto *e = event.as<BreakerReleased>())
        return e->breaker.text() + " released";
    if (const auto *e = event.as<BreakerReset>())
        return e->breaker.text() + " reset by " + e->by;
    if (event.as<RequestGranted>())
        return "granted";
    if (const auto *e = event.as<RequestRefused>()) {
        std::string text = "refused";
        for (const Reason &reason : e->reasons)
            text += ' ' + std::visit([](const auto &one) { return std::string(one.name); }, reason);
        return text;
    }
    return {};
}

} // namespace

Instant at(double count)
{
    return Instant{} + seconds(count);
}

Timeline::Timeline(BreakerSignal signal)
{
    const RegionId us("us");
    fleet.regions = {{.id = us}, {.id = RegionId("eu")}};
    fleet.services = {{.id = ServiceId("web"), .placements = {{.region = us, .capacity = 100}, {.region = RegionId("eu"), .capacity = 100}}}};
    fleet.checks = {{.id = CheckId(checkName), .service = ServiceId("web"), .region = us, .target = "http://web.us.example/",
                     .interval = seconds(every), .timeout = seconds(1)}};
    for (const char *name : {"e1", "e2"}) {
        Endpoint edge{.id = EndpointId(name), .driver = "lab", .pollInterval = seconds(every)};
        edge.backends = {{.service = ServiceId("web"), .name = "bk", .servers = {{us, "s1"}, {RegionId("eu"), "s2"}}}};
        fleet.endpoints.push_back(std::move(edge));
    }
    fleet.endpoints.back().region = us;
    fleet.metrics = {{.id = MetricsId(pageName), .interval = seconds(every), .timeout = seconds(1)}};
    fleet.breakers = {{.id = BreakerId("b@us"), .service = ServiceId("web"), .region = us, .signal = signal,
                       .check = CheckId(checkName), .source = MetricsId(pageName), .totalSeries = "calls", .failedSeries = "failed",
                       .window = seconds(10), .reset = seconds(30)}};
}

void Timeline::answers(ProbeOutcome outcome, double tookSeconds)
{
    m_answer = {.outcome = outcome, .took = seconds(tookSeconds)};
    m_counters.try_emplace(checkName, Counters{.due = second + 1});
}

void Timeline::serves(const std::string &edge, double calls, double failures)
{
    Counters &counters = m_counters.try_emplace(edge, Counters{.due = second + 1}).first->second;
    counters.perSecond = calls;
    counters.failing = failures;
}

void Timeline::publishes(double calls, double failures)
{
    serves(pageName, calls, failures);
}

void Timeline::silent()
{
    m_counters.clear();
}

void Timeline::restarts(const std::string &source)
{
    m_counters[source].upSince = second;
    m_counters[source].calls = m_counters[source].failures = 0;
}

void Timeline::run(int untilSecond)
{
    while (second < untilSecond) {
        second += 1;
        for (auto &[name, counters] : m_counters) {
            counters.calls += counters.perSecond;
            counters.failures += counters.failing;
        }
        if (const auto due = nextDeadline(state, context()); due && *due <= at(second))
            take(Input(Tick{}));
        for (auto &[name, counters] : m_counters)
            if (counters.due <= second)
                look(name, counters);
    }
}

void Timeline::look(const std::string &name, Counters &counters)
{
    counters.due = second + every;
    const Instant now = at(second);
    if (name == checkName) {
        m_answer.began = m_answer.ended = now;
        see(CheckSeen{CheckId(name), m_answer});
    } else if (name == pageName) {
        MetricsSeen page{.source = MetricsId(name), .reached = true, .began = now, .ended = now};
        page.values = {{"calls", counters.calls}, {"failed", counters.failures}};
        if (onPage)
            onPage(page);
        see(page);
    } else {
        EdgeSeen edge{.endpoint = EndpointId(name), .reached = true, .began = now, .ended = now, .uptime = now - at(counters.upSince)};
        edge.servers[{ServiceId("web"), RegionId("us")}] = {.state = counters.server, .weight = 100,
                                                            .requests = static_cast<std::uint64_t>(counters.calls),
                                                            .failures = static_cast<std::uint64_t>(counters.failures)};
        see(edge);
    }
}

void Timeline::see(const Observation &observation)
{
    seen.take(observation);
    take(Input(observation));
}

void Timeline::record(Event event, const std::string &person)
{
    const Actor actor{person.empty() ? Actor::Kind::runtime : Actor::Kind::person, person};
    const Recorded recorded{.seq = Seq(journal.size() + 1), .at = at(second), .epoch = Epoch(1), .actor = actor, .event = std::move(event)};
    journal.push_back(recorded);
    fold(state, recorded);
    take(Input(&recorded));
}

void Timeline::hold(const std::string &breaker, BreakerHold hold, double count, const std::string &reason)
{
    record(HoldBreakerRequested{.id = RequestId(1), .breaker = BreakerId(breaker), .hold = hold, .reason = reason, .lasts = seconds(count)},
           "ann");
}

void Timeline::reset(const std::string &breaker)
{
    record(ResetBreakerRequested{.id = RequestId(1), .breaker = BreakerId(breaker), .reason = "well again"}, "ann");
}

void Timeline::take(const Input &input)
{
    std::deque<Recorded> inputs;
    const auto taken = [&](Outputs outputs) {
        for (Output &output : outputs) {
            if (const auto *look = std::get_if<Look>(&output)) {
                wish(*look);
                continue;
            }
            journal.push_back({.seq = Seq(journal.size() + 1), .at = at(second), .epoch = Epoch(1),
                               .actor = {Actor::Kind::engine, "resilience"}, .event = std::get<Event>(output)});
            fold(state, journal.back());
            inputs.push_back(journal.back());
        }
    };
    taken(decide(state, input, context()));
    for (int inputsMax = 10'000; !inputs.empty(); --inputsMax) {
        SIAGA_CHECK(inputsMax > 0);
        const Recorded next = inputs.front();
        inputs.pop_front();
        taken(decide(state, Input(&next), context()));
    }
}

void Timeline::wish(const Look &look)
{
    const double when = std::chrono::duration<double>(look.notBefore - Instant{}).count();
    const std::string name = std::visit([](const auto &id) { return id.text(); }, look.subject);
    m_looks.push_back(name + '+' + std::to_string(static_cast<int>(when - second)) + 's');
    if (const auto known = m_counters.find(name); known != m_counters.end())
        known->second.due = std::min(known->second.due, when);
}

QByteArray Timeline::told()
{
    std::string text;
    for (; m_told < journal.size(); ++m_told) {
        const std::string words = sentence(journal[m_told].event);
        const auto when = std::chrono::duration_cast<std::chrono::seconds>(journal[m_told].at - Instant{}).count();
        if (!words.empty())
            text += (text.empty() ? "" : ", ") + std::to_string(when) + ' ' + words;
    }
    return QByteArray::fromStdString(text);
}

QByteArray Timeline::looks()
{
    std::string text;
    for (const std::string &look : m_looks)
        text += (text.empty() ? "" : " ") + look;
    m_looks.clear();
    return QByteArray::fromStdString(text);
}

BreakerState Timeline::stateOf(const std::string &breaker) const
{
    const auto known = state.breakers.find(BreakerId(breaker));
    return known == state.breakers.end() ? BreakerState::closed : known->second.state;
}

} // namespace siaga::resilience
