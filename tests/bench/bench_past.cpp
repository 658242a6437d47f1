// SPDX-License-Identifier: GPL-3.0-or-later
// Looking back in a journal of a million records on disk, against its bar of 100 ms: seeks to random moments, each by
// jobs of some milliseconds as the console makes them, beside folding everything from the first record; steps from one
// record to the next; and skimming all of it for the time bar. Run it on a Release build; SIAGA_BENCH_DIRECTORY chooses
// the disk (default: the working directory).
#include "core/base/check.h"
#include "core/base/random.h"
#include "core/journal/sqlite_journal.h"
#include "core/runtime/replay.h"
#include "core/runtime/timeline_scan.h"
#include "tests/bench/figures.h"
#include "tests/bench/large_journal.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

using bench::million;
constexpr int seeks = 300;
constexpr auto patience = 3ms;                // Of a job, as app/errand_desk has it.
constexpr std::uint64_t stretch = 1000;       // Of the time bar's reading, as app/past has it.

double millisecondsSince(std::chrono::steady_clock::time_point began)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

MayReadOn patient()
{
    return [end = std::chrono::steady_clock::now() + patience] { return std::chrono::steady_clock::now() < end; };
}

/// One seek with its boards; what one job took longest.
double seek(Replay &replay, const Journal &journal, Seq target, double &longestJob)
{
    const auto began = std::chrono::steady_clock::now();
    ReplayWish wish = replay.toward(target);
    for (;;) {
        const auto handed = std::chrono::steady_clock::now();
        const Excerpt excerpt = copyOut(journal, wish, patient());
        longestJob = std::max(longestJob, millisecondsSince(handed));
        const auto there = replay.take(excerpt);
        SIAGA_CHECK(there);
        if (*there)
            break;
        wish = replay.onward();
    }
    SIAGA_CHECK(replay.moment().record.seq == target);
    return millisecondsSince(began);
}

bool seeksAnywhere(const Journal &journal, double fromTheStart)
{
    Random random(4711);
    Replay replay;
    bench::Figures figures;
    double longestJob = 0;
    double all = 0;
    for (int i = 0; i < seeks; ++i) {
        const double took = seek(replay, journal, Seq(1 + random.below(million)), longestJob);
        figures.add(took);
        all += took;
    }
    const bool kept = figures.print("seek to any of a million records, with its boards", {.p99 = 100});
    std::printf("  %.5f times folding all from the first record (%.0f ms); longest job %.1f ms\n", all / seeks / fromTheStart, fromTheStart,
                longestJob);
    return kept;
}

bool stepsBack(const Journal &journal)
{
    Replay replay;
    bench::Figures figures;
    double ignored = 0;
    for (std::uint64_t seq = million / 2; seq > million / 2 - 100; --seq)
        figures.add(seek(replay, journal, Seq(seq), ignored));
    return figures.print("one record back, a hundred times", {.p99 = 100});
}

double foldFromTheStart(const Journal &journal)
{
    const auto began = std::chrono::steady_clock::now();
    State state;
    SIAGA_CHECK(journal.read(Seq(), [&state](const StoredRecord &stored) { return !foldStored(state, stored); }));
    SIAGA_CHECK(state.head.value() == million);
    return millisecondsSince(began);
}

void skim(const Journal &journal)
{
    bench::Figures jobs;
    const auto began = std::chrono::steady_clock::now();
    std::size_t marks = 0;
    for (std::uint64_t first = 1; first <= million; first += stretch) {
        TimelineScan scan(Seq(first), Seq(first + stretch - 1));
        while (!scan.isOver()) {
            const auto handed = std::chrono::steady_clock::now();
            scan.bring(journal, patient());
            jobs.add(millisecondsSince(handed));
        }
        marks += scan.take().marks.size();
    }
    std::printf("skimming a million records for the time bar: %.0f ms, %zu marks\n", millisecondsSince(began), marks);
    jobs.print("  one of its jobs", {});
}

bool lookBack(const std::string &path, int services)
{
    auto opened = openSqliteJournal({.path = path});
    SIAGA_CHECK(opened);
    const std::unique_ptr<Journal> journal = std::move(opened).value();
    std::printf("%d services in 4 regions: a keyframe of %zu KB\n", services, bench::fill(*journal, services) / 1024);
    const bool quick = seeksAnywhere(*journal, foldFromTheStart(*journal));
    const bool back = stepsBack(*journal);
    skim(*journal);
    return quick && back;
}

} // namespace

int main()
{
    const char *const chosen = std::getenv("SIAGA_BENCH_DIRECTORY");
    const std::filesystem::path folder = std::filesystem::path(chosen ? chosen : ".") / ("bench-past-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    bool kept = lookBack((folder / "small").string(), 10);
    kept = lookBack((folder / "large").string(), 1000) && kept;
    std::filesystem::remove_all(folder);
    return kept ? 0 : 1;
}
