// SPDX-License-Identifier: GPL-3.0-or-later
// From a result to the board at 10,000 checks, the lab's speed, and folding a journal again: the loop's own cost,
// without disk or network.
#include "core/boards/now_board.h"
#include "core/events/codec.h"
#include "core/lab/lab.h"
#include "core/lab/lab_fleet.h"

#include <benchmark/benchmark.h>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

constexpr int checks = 10'000;

Fleet largeFleet()
{
    Fleet fleet;
    fleet.name = "Large";
    for (int r = 0; r < 4; ++r)
        fleet.regions.push_back({.id = RegionId("r" + std::to_string(r))});
    Service web{.id = ServiceId("web"), .placements = {}, .floor = 0, .dependsOn = {}};
    for (const Region &region : fleet.regions)
        web.placements.push_back({region.id, 100, 100});
    fleet.services.push_back(web);
    for (int i = 0; i < checks; ++i) {
        const RegionId region = fleet.regions[static_cast<std::size_t>(i % 4)].id;
        fleet.checks.push_back({.id = CheckId("c" + std::to_string(i)), .service = web.id, .region = region, .target = "http://x.test/"});
    }
    return fleet;
}

CheckSeen result(const Check &check, ProbeOutcome outcome, Instant at)
{
    return {check.id, {outcome, 1ms, 200, {}, at - 1ms, at}};
}

NowBoard boardOf(const Loop &loop, const AvailabilityCount &count, Instant now)
{
    const State &state = loop.state();
    return nowBoard({.fleet = state.fleet, .health = state.health, .recovery = state.recovery, .orchestrator = state.orchestrator,
                     .resilience = state.resilience, .seen = loop.seen(), .availability = count, .now = now, .wall = {}, .mode = Mode::lab, .head = state.head,
                     .leader = {}, .journalFault = {}, .loopFault = {}, .fleetProblems = {}});
}

/// The third failing result of one check among 10,000, until the board shows the alert.
void resultToBoard(benchmark::State &bench)
{
    State state;
    state.fleet = largeFleet();
    Loop loop(state);
    Instant now(1s);
    for (const Check &check : state.fleet.checks)
        loop.take(Observation(result(check, ProbeOutcome::passed, now)), now, {});
    const AvailabilityCount count;
    std::size_t next = 0;
    for (auto _ : bench) {
        bench.PauseTiming();
        const Check &check = state.fleet.checks[next++ % checks];
        for (int failure = 0; failure < 2; ++failure) {
            now += 1ms;
            loop.take(Observation(result(check, ProbeOutcome::refused, now)), now, {});
        }
        now += 1ms;
        bench.ResumeTiming();
        loop.take(Observation(result(check, ProbeOutcome::refused, now)), now, {});
        benchmark::DoNotOptimize(boardOf(loop, count, now).alerts.size());
    }
}
BENCHMARK(resultToBoard)->Unit(benchmark::kMillisecond)->Iterations(200);

/// Ten virtual minutes of four regions with a region that fails; `times_real` is how much faster than life.
void labTenMinutes(benchmark::State &bench)
{
    for (auto _ : bench) {
        lab::Lab lab(lab::labFleet(), {});
        lab.open();
        lab.world().inject({.kind = lab::FaultKind::regionCrash, .region = RegionId("lab-us-east-1"), .from = Instant(60s)});
        lab.runUntil(Instant(600s));
    }
    bench.counters["times_real"] = benchmark::Counter(600.0 * static_cast<double>(bench.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(labTenMinutes)->Unit(benchmark::kMillisecond);

/// The keyframe's distance: 5,000 records decoded and folded, the most that a seek has to do.
void foldFiveThousand(benchmark::State &bench)
{
    lab::Lab lab(lab::labFleet(), {});
    lab.open();
    lab.runUntil(Instant(120s));
    std::vector<std::string> records;
    const auto read = lab.journal().read(Seq(1), [&records](const StoredRecord &stored) {
        if (stored.type != "FleetAdopted")
            records.push_back(stored.bytes);
        return true;
    });
    if (!read || records.empty())
        return bench.SkipWithError("no records");
    for (auto _ : bench) {
        State state;
        for (int i = 0; i < 5000; ++i)
            fold(state, *decode(records[static_cast<std::size_t>(i) % records.size()]));
        benchmark::DoNotOptimize(state.head);
    }
}
BENCHMARK(foldFiveThousand)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
