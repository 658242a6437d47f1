// SPDX-License-Identifier: GPL-3.0-or-later
// What protection costs for each call, beside a relaxed atomic increment, a mutex with a counter, and a breaker that keeps
// the same books behind a mutex. Time moves on by a microsecond a call. The last table gives all as ratios to the increment.
#include "core/resilience/protection.h"

#include <benchmark/benchmark.h>

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <vector>

using namespace siaga;
using namespace siaga::resilience;

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr milliseconds took{10};

// Each thread has its own idea of now, as callers have; each run goes on where the last one ended.
class Ticking
{
public:
    Ticking()
        : m_now(Duration(latest.load()))
    {
    }
    ~Ticking()
    {
        std::int64_t before = latest.load();
        while (before < m_now.time_since_epoch().count() && !latest.compare_exchange_weak(before, m_now.time_since_epoch().count())) {
        }
    }
    Instant next() { return m_now += microseconds(1); }

private:
    static inline std::atomic<std::int64_t> latest{0};
    Instant m_now;
};

// The textbook way: one lock around a window of ten one-second slices.
class MutexBreaker
{
public:
    bool allow(Instant now)
    {
        const std::lock_guard lock(m_mutex);
        return !m_open || now >= m_until;
    }
    void record(bool failed, Instant now)
    {
        const std::lock_guard lock(m_mutex);
        const std::int64_t second = now.time_since_epoch() / std::chrono::seconds(1);
        Slice &slice = m_slices[std::size_t(second % 10)];
        if (slice.second != second)
            slice = {.second = second};
        ++slice.calls;
        if (failed && ++slice.failures * 2 >= slice.calls && slice.calls >= 20) {
            m_open = true;
            m_until = now + std::chrono::seconds(5);
        }
    }

private:
    struct Slice
    {
        std::int64_t second = -1;
        std::int64_t calls = 0;
        std::int64_t failures = 0;
    };
    std::mutex m_mutex;
    bool m_open = false;
    Instant m_until;
    std::array<Slice, 10> m_slices;
};

// Shared by the threads of a run; each lives as long as the program.
Breaker breaker;
Target target({.bulkhead = 1000});
MutexBreaker mutexBreaker;
std::atomic<std::uint64_t> counter{0};
std::mutex mutex;
std::uint64_t counted = 0;

void atomicIncrement(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(counter.fetch_add(1, std::memory_order_relaxed));
}

void mutexCounter(benchmark::State &state)
{
    for (auto _ : state) {
        const std::lock_guard lock(mutex);
        benchmark::DoNotOptimize(++counted);
    }
}

void mutexAllowRecord(benchmark::State &state)
{
    Ticking clock;
    for (auto _ : state) {
        const Instant now = clock.next();
        if (mutexBreaker.allow(now))
            mutexBreaker.record(false, now);
    }
}

void allow(benchmark::State &state)
{
    Ticking clock;
    for (auto _ : state)
        benchmark::DoNotOptimize(breaker.allow(clock.next()));
}

void allowRecord(benchmark::State &state)
{
    Ticking clock;
    for (auto _ : state) {
        const Instant now = clock.next();
        const Admission admission = breaker.allow(now);
        benchmark::DoNotOptimize(breaker.record(admission, CallResult::success, took, now));
    }
}

// One call in a hundred fails: the share that makes the breaker look closer.
void allowRecordFailures(benchmark::State &state)
{
    static Breaker failing({.sequential = {.usualStart = 0.01}});
    Ticking clock;
    int call = 0;
    for (auto _ : state) {
        const Instant now = clock.next();
        const Admission admission = failing.allow(now);
        const bool fails = ++call % 100 == 0;
        benchmark::DoNotOptimize(failing.record(admission, fails ? CallResult::failure : CallResult::success, took, now));
    }
}

void wholeComposition(benchmark::State &state)
{
    Ticking clock;
    for (auto _ : state) {
        const Instant now = clock.next();
        const Passage passage = target.begin(now, Deadline::after(now, std::chrono::seconds(5)));
        benchmark::DoNotOptimize(target.end(passage, CallResult::success, now + took));
    }
}

// Prints the usual table, and then each row's least repetition (whoever else uses the machine only adds) as a ratio to the increment at the same number of threads.
class WithRatios : public benchmark::ConsoleReporter
{
public:
    WithRatios()
        : ConsoleReporter(isatty(STDOUT_FILENO) ? OO_Color : OO_None)
    {
    }
    void ReportRuns(const std::vector<Run> &runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run &run : runs)
            if (run.aggregate_name == "least" || run.aggregate_name.empty())
                m_rows[run.threads][run.run_name.function_name] = run.GetAdjustedRealTime();
    }
    void Finalize() override
    {
        for (const auto &[threads, row] : m_rows) {
            const auto increment = row.find("atomic_increment");
            if (increment == row.end())
                continue;
            std::printf("\n%lld thread%s: nanoseconds a call (all threads together), and ratio to atomic_increment\n",
                        static_cast<long long>(threads), threads == 1 ? "" : "s");
            for (const auto &[name, time] : row)
                std::printf("  %-24s %8.2f   %6.2f\n", name.c_str(), time, time / increment->second);
        }
    }

private:
    std::map<std::int64_t, std::map<std::string, double>> m_rows;
};

void addRow(const char *name, void (*function)(benchmark::State &))
{
    auto *const row = benchmark::RegisterBenchmark(name, function);
    row->UseRealTime()->Repetitions(9)->ReportAggregatesOnly();
    row->ComputeStatistics("least", [](const std::vector<double> &all) { return *std::min_element(all.begin(), all.end()); });
    for (const int threads : {1, 2, 4, 8})
        row->Threads(threads);
}

} // namespace

int main(int argc, char **argv)
{
    addRow("atomic_increment", atomicIncrement);
    addRow("mutex_counter", mutexCounter);
    addRow("mutex_breaker", mutexAllowRecord);
    addRow("allow", allow);
    addRow("allow_record", allowRecord);
    addRow("allow_record_1in100_fails", allowRecordFailures);
    addRow("whole_composition", wholeComposition);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    WithRatios reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
