// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/health/timeline.h"

#include "core/base/check.h"

#include <algorithm>
#include <deque>
#include <sstream>

namespace siaga::health {

namespace {

std::string subjectOf(const AlertSubject &subject)
{
    std::string text(nameOf(subject.kind));
    for (const std::string &part : {subject.check.text(), subject.endpoint.text(), subject.region.text()})
        if (!part.empty() && (subject.check.empty() || part == subject.check.text()))
            text += ' ' + part;
    return text;
}

/// Kind and sentence of an event; an empty kind for those that are not told.
std::pair<std::string, std::string> sentence(const Event &event)
{
    const auto say = [](const char *kind, std::initializer_list<std::string_view> words) {
        std::string text(kind);
        for (const std::string_view word : words)
            if (!word.empty())
                text += ' ' + std::string(word);
        return std::pair(std::string(kind), text);
    };
    if (const auto *e = event.as<CheckTurned>())
        return say("check", {e->check.text(), nameOf(e->to)});
    if (const auto *e = event.as<ViewTurned>())
        return say("view", {e->endpoint.text(), e->region.text(), nameOf(e->to)});
    if (const auto *e = event.as<EdgeTurned>())
        return say("edge", {e->endpoint.text(), nameOf(e->to), e->restarted ? "restarted" : ""});
    if (const auto *e = event.as<OwnLinkTurned>())
        return say("link", {e->trusted ? "trusted" : "untrusted"});
    if (const auto *e = event.as<RegionTurned>())
        return say(e->from == e->to ? "evidence" : "region", {e->region.text(), nameOf(e->to)});
    if (const auto *e = event.as<AlertOpened>())
        return say("alert", {std::to_string(e->alert.value()), subjectOf(e->subject), nameOf(e->severity)});
    if (const auto *e = event.as<AlertSeverityChanged>())
        return say("alert", {std::to_string(e->alert.value()), nameOf(e->to), nameOf(e->regionState)});
    if (const auto *e = event.as<AlertAcknowledged>())
        return say("alert", {std::to_string(e->alert.value()), "taken by", e->by});
    if (const auto *e = event.as<AlertResolved>())
        return say("alert", {std::to_string(e->alert.value()), "resolved"});
    return say("other", {event.name()});
}

} // namespace

Instant at(double seconds)
{
    return Instant{} + std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
}

Timeline::Timeline(const std::string &picture)
{
    Service web{.id = ServiceId("web")};
    std::istringstream regions(picture);
    for (std::string one; std::getline(regions, one, '|');) {
        std::istringstream words(one);
        std::string region;
        words >> region;
        region.pop_back();
        fleet.regions.push_back({.id = RegionId(region)});
        web.placements.push_back({.region = RegionId(region), .capacity = 100});
        for (std::string check; words >> check;)
            fleet.checks.push_back({.id = CheckId(check + '@' + region), .service = ServiceId("web"), .region = RegionId(region)});
    }
    fleet.services.push_back(std::move(web));
}

void Timeline::addEdge(const std::string &name, const std::string &region)
{
    Endpoint edge{.id = EndpointId(name), .driver = "lab"};
    if (!region.empty())
        edge.region = RegionId(region);
    Endpoint::Backend backend{.service = ServiceId("web"), .name = "web"};
    for (const Region &one : fleet.regions)
        backend.servers[one.id] = one.id.text();
    edge.backends.push_back(std::move(backend));
    fleet.endpoints.push_back(std::move(edge));
}

void Timeline::addCanary(const std::string &name)
{
    fleet.canaries.push_back({.id = CanaryId(name)});
}

void Timeline::setMood(const std::string &part, ProbeOutcome mood)
{
    const auto set = [&](const std::string &name) {
        if (name.find(part) == std::string::npos)
            return;
        m_moods[name] = mood;
        m_probes.try_emplace(name, Puppet{.due = second});
    };
    for (const Check &check : fleet.checks)
        set(check.id.text());
    for (const Canary &canary : fleet.canaries)
        set(canary.id.text());
}

void Timeline::silent(const std::string &part)
{
    std::erase_if(m_probes, [&part](const auto &probe) { return probe.first.find(part) != std::string::npos; });
}

void Timeline::serves(const std::string &edge, const std::string &region, int requests, int failures)
{
    const bool known = m_edges.contains(edge);
    EdgePuppet &puppet = m_edges[edge];
    puppet.due = known ? puppet.due : second;
    puppet.regions[region].perSecond = requests;
    puppet.regions[region].failing = failures;
}

void Timeline::serverIs(const std::string &edge, const std::string &region, ServerSeen::State shown)
{
    m_edges[edge].regions[region].server.state = shown;
}

void Timeline::unreached(const std::string &edge, bool now)
{
    m_edges[edge].reached = !now;
    m_edges[edge].looked = true;
}

void Timeline::restarts(const std::string &edge)
{
    m_edges[edge].upSince = second;
    for (auto &[region, counters] : m_edges[edge].regions)
        counters.server.requests = counters.server.failures = 0;
}

void Timeline::notLookedAt(const std::string &edge)
{
    m_edges[edge].looked = false;
}

void Timeline::run(int untilSecond)
{
    while (second < untilSecond) {
        second += 1;
        for (auto &[name, edge] : m_edges)
            for (auto &[region, counters] : edge.regions) {
                counters.server.requests += static_cast<std::uint64_t>(counters.perSecond);
                counters.server.failures += static_cast<std::uint64_t>(counters.failing);
            }
        probeWhatIsDue();
        for (auto &[name, edge] : m_edges)
            if (edge.looked && edge.due <= second)
                lookAt(name, edge);
        tick();
    }
}

void Timeline::probeWhatIsDue()
{
    for (auto &[name, probe] : m_probes) {
        if (probe.due > second)
            continue;
        probe.due = second + probe.every;
        const ProbeResult seenNow{.outcome = m_moods[name], .began = at(second), .ended = at(second)};
        if (fleet.check(CheckId(name)))
            see(CheckSeen{CheckId(name), seenNow});
        else
            see(CanarySeen{CanaryId(name), seenNow});
    }
}

void Timeline::lookAt(const std::string &name, EdgePuppet &edge)
{
    edge.due = second + 5;
    EdgeSeen look{.endpoint = EndpointId(name), .reached = edge.reached, .began = at(second), .ended = at(second)};
    if (edge.reached) {
        look.uptime = at(second) - at(edge.upSince);
        for (const auto &[region, counters] : edge.regions)
            look.servers[{ServiceId("web"), RegionId(region)}] = counters.server;
    }
    see(look);
}

void Timeline::see(const Observation &observation)
{
    seen.take(observation);
    take(Input(observation));
}

void Timeline::result(const std::string &check, ProbeOutcome outcome, double began, double ended)
{
    see(CheckSeen{CheckId(check), {.outcome = outcome, .began = at(began), .ended = at(ended)}});
}

void Timeline::record(Event event, const std::string &actor)
{
    const Recorded recorded{.seq = Seq(journal.size() + 1), .at = at(second), .wall = {static_cast<std::int64_t>(second * 1000)},
                            .epoch = Epoch(1), .actor = {Actor::Kind::person, actor}, .event = std::move(event)};
    journal.push_back(recorded);
    fold(state, recorded);
    take(Input(&recorded));
}

void Timeline::tick()
{
    take(Input(Tick{}));
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
                               .actor = {Actor::Kind::engine, "health"}, .event = std::get<Event>(output)});
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
    const auto *check = std::get_if<CheckId>(&look.subject);
    const std::string name = check ? check->text() : std::get<EndpointId>(look.subject).text();
    m_looks.push_back(name + '+' + std::to_string(static_cast<int>(when - second)) + 's');
    if (const auto probe = m_probes.find(name); probe != m_probes.end())
        probe->second.due = std::min(probe->second.due, when);
    if (const auto edge = m_edges.find(name); edge != m_edges.end())
        edge->second.due = std::min(edge->second.due, when);
}

QByteArray Timeline::told(const std::set<std::string> &without)
{
    std::string text;
    for (; m_told < journal.size(); ++m_told) {
        const auto [kind, words] = sentence(journal[m_told].event);
        if (kind == "evidence" || kind == "other" || without.contains(kind))
            continue;
        const auto when = std::chrono::duration_cast<std::chrono::seconds>(journal[m_told].at - Instant{}).count();
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

} // namespace siaga::health
