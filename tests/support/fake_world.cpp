// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_world.h"

namespace siaga {

using namespace std::chrono_literals;

Ports FakeWorld::ports()
{
    return {.prober = this, .traffic = [this](const Endpoint &) { return noDriver ? nullptr : this; }, .notifier = notifier};
}

void FakeWorld::start(const Call &call)
{
    m_calls.emplace(m_clock.now() + 5ms, call);
}

std::optional<Instant> FakeWorld::deliver()
{
    while (!m_calls.empty() && m_calls.begin()->first <= m_clock.now()) {
        const Call call = m_calls.begin()->second;
        m_calls.erase(m_calls.begin());
        const Completion completion = answer(call);
        if (m_runner)
            m_runner->completed(completion);
    }
    return m_calls.empty() ? std::nullopt : std::optional(m_calls.begin()->first);
}

void FakeWorld::forget(const std::string &edge, int weight)
{
    for (auto &[key, kept] : weights)
        if (key.first == edge)
            kept = weight;
}

Completion FakeWorld::answer(const Call &call)
{
    if (const auto *check = std::get_if<ProbeCheck>(&call.what))
        return {call.id, Observation(CheckSeen{check->check.id, probe(check->check.region)})};
    if (const auto *canary = std::get_if<ProbeCanary>(&call.what))
        return {call.id, Observation(CanarySeen{canary->canary.id, probe(RegionId("outside"))})};
    if (const auto *edge = std::get_if<LookAtEdge>(&call.what))
        return {call.id, Observation(look(*edge))};
    return {call.id, write(std::get<SetServerWeight>(call.what), call)};
}

ProbeResult FakeWorld::probe(const RegionId &region) const
{
    const bool failed = linkCut || down.contains(region.text());
    return {failed ? ProbeOutcome::refused : ProbeOutcome::passed, 5ms, 0, {}, m_clock.now() - 5ms, m_clock.now()};
}

WriteAnswer FakeWorld::write(const SetServerWeight &write, const Call &call)
{
    const std::string edge = write.endpoint.id.text();
    if (linkCut || edgesDown.contains(edge) || !call.permit.granted())
        return {call.id, Outcome::failed, "not connected"};
    if (refuse.contains(edge))
        return {call.id, Outcome::refused, "Permission denied"};
    weights[{edge, write.region.text()}] = write.weight;
    commands.push_back({m_clock.now(), write.endpoint.id, write.region, write.weight, call.key});
    return {call.id, loseReply.erase(edge) ? Outcome::unknown : Outcome::done, {}};
}

void FakeWorld::serve(const Endpoint &endpoint)
{
    const std::string edge = endpoint.id.text();
    for (const Endpoint::Backend &backend : endpoint.backends) {
        int all = 0;
        for (const auto &[region, server] : backend.servers)
            all += weights.try_emplace({edge, region.text()}, 100).first->second;
        const double passed = inSeconds(m_clock.now() - m_servedUntil[edge]);
        for (const auto &[region, server] : backend.servers) {
            ServerSeen &counter = m_counters[{edge, region.text()}];
            counter.weight = weights[{edge, region.text()}];
            const auto requests = all ? static_cast<std::uint64_t>(requestsPerSecond * passed * counter.weight / all) : 0;
            counter.requests += requests;
            counter.failures += down.contains(region.text()) ? requests : 0;
        }
    }
    m_servedUntil[edge] = m_clock.now();
}

EdgeSeen FakeWorld::look(const LookAtEdge &look)
{
    EdgeSeen seen{.endpoint = look.endpoint.id, .began = m_clock.now() - 5ms, .ended = m_clock.now()};
    const std::string edge = look.endpoint.id.text();
    serve(look.endpoint);
    seen.reached = !linkCut && !edgesDown.contains(edge) && !blindEdges.contains(edge);
    if (!seen.reached)
        return seen;
    seen.uptime = 1h;
    for (const Endpoint::Backend &backend : look.endpoint.backends)
        for (const auto &[region, server] : backend.servers)
            seen.servers[{backend.service, region}] = m_counters[{edge, region.text()}];
    return seen;
}

FleetSource pictureFleet(const std::vector<std::string> &regions, const std::string &policies)
{
    std::string yaml = "fleet: Picture\nenvironment: test\nregions:\n";
    std::string placements;
    std::string targets;
    std::string servers;
    std::string endpoints;
    for (const std::string &region : regions) {
        yaml += "  " + region + ": {place: {latitude: 1, longitude: 1}}\n";
        placements += "      " + region + ": {capacity: 200}\n";
        targets += "      " + region + ": http://" + region + ".test/health\n";
        servers += "          " + region + ": s-" + region + "\n";
    }
    for (const std::string &region : regions)
        endpoints += "  edge-" + region + ":\n    driver: haproxy\n    address: unix:/tmp/" + region + "\n    region: " + region
            + "\n    poll_interval: 2s\n    settle: 2s\n    backends:\n      web:\n        name: web\n        servers:\n" + servers;
    yaml += "services:\n  web:\n    regions:\n" + placements;
    for (const char *check : {"one", "two"})
        yaml += std::string(check[0] == 'o' ? "checks:\n" : "") + "  " + check + ":\n    service: web\n    kind: http\n    interval: 2s\n"
            "    timeout: 1s\n    recheck_interval: 500ms\n    failures_to_down: 3\n    targets:\n" + targets;
    return {{{"picture.yaml", yaml + "endpoints:\n" + endpoints + policies}}, {}};
}

Bench::Bench(const FleetSource &fleet, Journal &kept)
    : world(clock)
    , journal(kept)
    , m_fleet(fleet)
{
    boot();
}

void Bench::boot()
{
    auto opened = openState(journal);
    m_committer = std::make_unique<InlineCommitter>(journal);
    runner = std::make_unique<Runner>(RunnerOptions{.instance = "bench"}, std::move(opened).value().state, clock, *m_committer, world.ports());
    runner->onRecorded([this](const Recorded &one) { recorded.push_back(one); });
    world.connect(runner.get());
    runner->open();
    runner->offerFleet(m_fleet);
    runner->pump();
}

void Bench::restart()
{
    world.connect(nullptr);
    runner.reset();
    boot();
}

void Bench::run(Duration lasts)
{
    runUntil([] { return false; }, lasts);
}

bool Bench::runUntil(const std::function<bool()> &condition, Duration most)
{
    const Instant end = clock.now() + most;
    for (;;) {
        runner->pump();
        if (condition())
            return true;
        if (clock.now() >= end)
            return false;
        Instant next = std::min(end, runner->nextDeadline());
        if (const auto due = world.deliver())
            next = std::min(next, *due);
        clock.advanceTo(std::max(next, clock.now() + 1ms));
        world.deliver();
    }
}

} // namespace siaga
