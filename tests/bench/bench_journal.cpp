// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the journal is: durable appends beside a plain write and fdatasync of the same bytes, verifying and opening a
// million records. Run it on a Release build; SIAGA_BENCH_DIRECTORY chooses the disk (default: the working directory).
#include "core/base/check.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/sample_records.h"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

using namespace siaga;

namespace {

constexpr std::uint64_t million = 1'000'000;
constexpr std::size_t textLength = 230; // Makes a record of about 350 bytes.

// A directory of this run, removed at its end.
class Scratch
{
public:
    Scratch()
    {
        const char *const chosen = std::getenv("SIAGA_BENCH_DIRECTORY");
        m_path = std::filesystem::path(chosen ? chosen : ".") / ("bench-journal-" + std::to_string(getpid()));
        std::filesystem::create_directories(m_path);
    }
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    std::string file(const std::string &name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

const Scratch &scratch()
{
    static const Scratch made;
    return made;
}

std::unique_ptr<Journal> open(const std::string &path, bool readOnly = false)
{
    auto opened = openSqliteJournal({.path = path, .readOnly = readOnly});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
        std::abort();
    }
    return std::move(opened).value();
}

const std::string &millionRecords()
{
    static const std::string path = [] {
        const std::string made = scratch().file("million");
        const auto journal = open(made);
        while (journal->head().seq.value() < million)
            SIAGA_CHECK(journal->append(samples::batch(journal->head().seq, 10'000, std::string(textLength, 'x')), journal->head()));
        return made;
    }();
    return path;
}

void appendDurably(benchmark::State &state)
{
    const auto journal = open(scratch().file("append"));
    const auto size = std::uint64_t(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        const auto batch = samples::batch(journal->head().seq, size, std::string(textLength, 'x'));
        state.ResumeTiming();
        SIAGA_CHECK(journal->append(batch, journal->head()));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void appendBesideAKeyframe(benchmark::State &state)
{
    const auto journal = open(scratch().file("keyframes"));
    const std::string frame(std::size_t(state.range(0)), 'k');
    for (auto _ : state) {
        state.PauseTiming();
        const auto batch = samples::batch(journal->head().seq, 1, std::string(textLength, 'x'));
        state.ResumeTiming();
        SIAGA_CHECK(journal->append(batch, journal->head()));
        journal->keep({journal->head().seq, "bench", frame});
    }
}

// The same bytes at the end of a plain file: what the disk itself takes.
void writeAndSync(benchmark::State &state)
{
    const int file = ::open(scratch().file("plain").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    SIAGA_CHECK(file >= 0);
    std::string bytes;
    for (const NewRecord &record : samples::batch(Seq(), std::uint64_t(state.range(0)), std::string(textLength, 'x')))
        bytes += record.bytes;
    for (auto _ : state) {
        SIAGA_CHECK(write(file, bytes.data(), bytes.size()) == ssize_t(bytes.size()));
        SIAGA_CHECK(fdatasync(file) == 0);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    close(file);
}

void verifyAMillion(benchmark::State &state)
{
    const auto journal = open(millionRecords(), true);
    for (auto _ : state)
        SIAGA_CHECK(journal->verify({})->seq.value() == million);
    state.SetItemsProcessed(state.iterations() * std::int64_t(million));
}

void readAMillion(benchmark::State &state)
{
    const auto journal = open(millionRecords(), true);
    for (auto _ : state) {
        std::size_t bytes = 0;
        SIAGA_CHECK(journal->read(Seq(), [&bytes](const StoredRecord &one) { return (bytes += one.bytes.size()) > 0; }));
        benchmark::DoNotOptimize(bytes);
    }
}

void openAMillion(benchmark::State &state)
{
    const std::string &path = millionRecords();
    for (auto _ : state)
        SIAGA_CHECK(open(path)->head().seq.value() == million);
}

void seekInAMillion(benchmark::State &state)
{
    const auto journal = open(millionRecords(), true);
    int second = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(journal->seek(Instant(std::chrono::seconds(second = (second + 7919) % int(million)))));
}

// Prints the usual table, and then each append beside its baseline.
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
        for (const Run &run : runs) {
            if (run.aggregate_name.empty() || run.aggregate_name == "median")
                m_times[run.run_name.function_name + '/' + run.run_name.args] = run.GetAdjustedRealTime();
        }
    }
    void Finalize() override
    {
        for (const std::string size : {"1", "16"}) {
            const auto journal = m_times.find("appendDurably/" + size);
            const auto plain = m_times.find("writeAndSync/" + size);
            if (journal != m_times.end() && plain != m_times.end())
                GetOutputStream() << "append of " << size << ": " << journal->second / plain->second << " times write+fdatasync\n";
        }
    }

private:
    std::map<std::string, double> m_times;
};

BENCHMARK(writeAndSync)->Arg(1)->Arg(16)->Unit(benchmark::kMicrosecond)->UseRealTime()->Repetitions(5)->ReportAggregatesOnly();
BENCHMARK(appendDurably)->Arg(1)->Arg(16)->Unit(benchmark::kMicrosecond)->UseRealTime()->Repetitions(5)->ReportAggregatesOnly();
BENCHMARK(appendBesideAKeyframe)->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(verifyAMillion)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(readAMillion)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(openAMillion)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(seekInAMillion)->Unit(benchmark::kMicrosecond)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    WithRatios reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
