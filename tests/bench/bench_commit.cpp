// SPDX-License-Identifier: GPL-3.0-or-later
// The core against its bars with a real journal on disk: from a result to the board that shows its alert, the commit
// on its own thread included, at 10,000 checks; and reopening a journal of a million records by its keyframes. Run it
// on a Release build; SIAGA_BENCH_DIRECTORY chooses the disk (default: the working directory).
#include "core/boards/now_board.h"
#include "core/events/codec.h"
#include "core/journal/sqlite_journal.h"
#include "core/runtime/runner.h"
#include "tests/bench/figures.h"

#include <unistd.h>

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

constexpr int checks = 10'000;
constexpr int results = 400;
constexpr std::uint64_t million = 1'000'000;
constexpr std::uint64_t keyframeEvery = 5000; // As RunnerOptions has it.
constexpr int reopenings = 10;

// A directory of this run, removed at its end.
class Scratch
{
public:
    Scratch()
    {
        const char *const chosen = std::getenv("SIAGA_BENCH_DIRECTORY");
        m_path = std::filesystem::path(chosen ? chosen : ".") / ("bench-commit-" + std::to_string(getpid()));
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

double millisecondsSince(std::chrono::steady_clock::time_point began)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

std::unique_ptr<Journal> open(const std::string &path)
{
    auto journal = openSqliteJournal({.path = path});
    SIAGA_CHECK(journal);
    return std::move(journal).value();
}

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

/// Takes every look and answers none: the bench itself says what is seen.
class Silence : public Prober
{
public:
    void start(const Call &) override { }
    void cancel(CallId) override { }
};

/// The loop of an instance without Qt: sleeps until a commit ends.
class Waker
{
public:
    void wake()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_woken = true;
        }
        m_condition.notify_one();
    }
    void sleep()
    {
        std::unique_lock lock(m_mutex);
        m_condition.wait_for(lock, 1s, [this] { return m_woken; });
        m_woken = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_woken = false;
};

bool resultToBoard(const Scratch &scratch)
{
    State state;
    state.fleet = largeFleet();
    const std::vector<Check> all = state.fleet.checks;
    BootClock clock{Instant{}};
    Waker waker;
    Silence silence;
    const auto committer = makeThreadedCommitter(open(scratch.file("board")));
    Runner runner({}, std::move(state), clock, *committer, Ports{&silence, [](const Endpoint &) { return nullptr; }});
    runner.onWake([&waker] { waker.wake(); });
    const AvailabilityCount availability;
    std::size_t alerts = 0;
    runner.onDurable([&] {
        const State &now = runner.state();
        alerts = nowBoard({.fleet = now.fleet, .health = now.health, .recovery = now.recovery, .orchestrator = now.orchestrator,
                           .resilience = now.resilience, .seen = runner.seen(), .availability = availability, .now = clock.now(), .wall = clock.wall(),
                           .mode = Mode::live, .head = now.head, .leader = {}, .journalFault = {}, .loopFault = {}, .fleetProblems = {}})
                     .alertCounts.warning + 1u;
    });
    const auto settle = [&] {
        for (runner.pump(); !runner.isDurable(); runner.pump())
            waker.sleep();
    };
    const auto see = [&](const Check &check, ProbeOutcome outcome) {
        const Instant now = clock.now();
        runner.completed({CallId(), Observation(CheckSeen{check.id, {outcome, 1ms, 200, {}, now - 1ms, now}})});
    };
    runner.open();
    settle();
    for (const Check &check : all)
        see(check, ProbeOutcome::passed);
    settle();
    bench::Figures figures;
    for (int i = 0; i < results; ++i) {
        const Check &check = all[static_cast<std::size_t>(i) * 7 % checks];
        see(check, ProbeOutcome::refused);
        see(check, ProbeOutcome::refused);
        settle();
        const auto began = std::chrono::steady_clock::now();
        alerts = 0;
        see(check, ProbeOutcome::refused); // The third in a row: the alert opens.
        settle();
        if (alerts > 0)
            figures.add(millisecondsSince(began));
    }
    return figures.print("result to alert on the board, with its commit, 10,000 checks", {.p99 = 5});
}

/// Records as a busy fleet makes them, and keyframes where a running Siaga keeps them.
void fill(Journal &journal)
{
    State state;
    state.fleet = largeFleet();
    while (journal.head().seq.value() < million) {
        std::vector<NewRecord> batch;
        for (std::uint64_t i = 0; i < keyframeEvery; ++i) {
            const std::uint64_t number = state.head.value() + 1;
            const CheckState to = (number / checks) % 2 ? CheckState::up : CheckState::down;
            const CheckTurned turned{.check = CheckId("c" + std::to_string(number % checks)), .to = to, .region = RegionId("r" + std::to_string(number % 4))};
            const Recorded recorded{Seq(number), Instant(std::chrono::milliseconds(number)), {static_cast<std::int64_t>(number)}, Epoch(1),
                                    {Actor::Kind::engine, "health"}, turned};
            fold(state, recorded);
            batch.push_back({recorded.seq, recorded.at, recorded.wall, std::string(recorded.event.name()), encode(recorded)});
        }
        SIAGA_CHECK(journal.append(batch, journal.head()));
        journal.keep({state.head, keyframeFingerprint(), toKeyframe(state)});
    }
}

bool reopenAMillion(const Scratch &scratch)
{
    const std::string path = scratch.file("million");
    {
        const auto journal = open(path);
        fill(*journal);
        // The worst case: killed right before the next keyframe.
        const Head head = journal->head();
        std::vector<NewRecord> more;
        for (std::uint64_t i = 1; i < keyframeEvery; ++i) {
            const Recorded recorded{Seq(head.seq.value() + i), Instant(std::chrono::milliseconds(head.seq.value() + i)), {}, Epoch(1),
                                    {Actor::Kind::engine, "health"}, CheckTurned{.check = CheckId("c" + std::to_string(i)), .region = RegionId("r1")}};
            more.push_back({recorded.seq, recorded.at, recorded.wall, std::string(recorded.event.name()), encode(recorded)});
        }
        SIAGA_CHECK(journal->append(more, head));
    }
    bench::Figures figures;
    for (int i = 0; i < reopenings; ++i) {
        const auto began = std::chrono::steady_clock::now();
        const auto journal = open(path);
        const auto opened = openState(*journal);
        figures.add(millisecondsSince(began));
        SIAGA_CHECK(opened && opened->folded == keyframeEvery - 1);
    }
    return figures.print("reopen a million records: open, keyframe, fold the rest", {.max = 1000});
}

} // namespace

int main()
{
    const Scratch scratch;
    const bool quick = resultToBoard(scratch);
    return reopenAMillion(scratch) && quick ? 0 : 1;
}
