// SPDX-License-Identifier: GPL-3.0-or-later
// Runs seeds in the lab and says which invariant broke where: siaga_lab --seed N, --seeds A..B, --file seeds.txt,
// --until-found (success is a violation), --bug N (only where bugs are compiled in), --stop-at RECORD, --log full, --twice (two traces must be one), --all-judged (each invariant had something to judge).
#include "core/base/seed_bug.h"
#include "core/events/codec.h"
#include "core/lab/exercise.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace siaga;
using namespace siaga::lab;

namespace {

struct Options
{
    std::vector<std::uint64_t> seeds;
    std::optional<Seq> stopAt;
    bool logged = false;
    bool twice = false;
    bool allJudged = false;
    bool untilFound = false;
};

bool readNumber(std::string_view text, std::uint64_t &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

bool readRange(std::string_view text, std::vector<std::uint64_t> &seeds)
{
    const std::size_t dots = text.find("..");
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (dots == std::string_view::npos || !readNumber(text.substr(0, dots), first) || !readNumber(text.substr(dots + 2), last))
        return false;
    for (std::uint64_t seed = first; seed <= last && seeds.size() < 10'000'000; ++seed)
        seeds.push_back(seed);
    return first <= last;
}

/// One seed a line; what follows a # is for people.
bool readFile(const char *path, std::vector<std::uint64_t> &seeds)
{
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        line = line.substr(0, line.find('#'));
        while (!line.empty() && line.back() == ' ')
            line.pop_back();
        std::uint64_t seed = 0;
        if (!line.empty() && !readNumber(line, seed))
            return false;
        if (!line.empty())
            seeds.push_back(seed);
    }
    return file.eof();
}

bool *flagNamed(std::string_view name, Options &options)
{
    if (name == "--twice")
        return &options.twice;
    if (name == "--all-judged")
        return &options.allJudged;
    return name == "--until-found" ? &options.untilFound : nullptr;
}

/// False in a build that has no bugs to choose from.
bool chooseBug([[maybe_unused]] std::uint64_t number)
{
#ifdef SIAGA_SEED_BUGS
    seedBug = static_cast<int>(number);
    return true;
#else
    return false;
#endif
}

bool readOptions(int argc, char **argv, Options &options)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        std::uint64_t number = 0;
        if (bool *flag = flagNamed(name, options)) {
            *flag = true;
            continue;
        }
        ++i;
        if (name == "--seed" && readNumber(value, number))
            options.seeds.push_back(number);
        else if (name == "--stop-at" && readNumber(value, number))
            options.stopAt = Seq(number);
        else if (name == "--bug" && readNumber(value, number) && chooseBug(number))
            continue;
        else if (name == "--log" && std::string_view(value) == "full")
            options.logged = true;
        else if (!(name == "--seeds" && readRange(value, options.seeds)) && !(name == "--file" && readFile(value, options.seeds)))
            return false;
    }
    return !options.seeds.empty();
}

/// Everything that happens, one line each.
class Log : public Watcher
{
public:
    void onRecorded(const Recorded &recorded) override { std::cout << encode(recorded).substr(0, 400) << '\n'; }
    void onEffect(const Effect &effect) override
    {
        std::cout << "  at " << effect.at.time_since_epoch().count() << " effect on " << effect.endpoint.text() << ' ' << effect.region.text() << ' '
                  << effect.weightBefore << " -> " << effect.weight << ' ' << effect.key << '\n';
    }
    void onFault(const Fault &fault, bool began) override { std::cout << (began ? "  broken: " : "  healed: ") << toText(fault) << '\n'; }
    void onKilled() override { std::cout << "  killed\n"; }
    void onOpened() override { std::cout << "  opened\n"; }
};

struct Sums
{
    int runs = 0;
    int failed = 0;
    int plansRun = 0;
    int plansDone = 0;
    int kills = 0;
    int faults = 0;
    std::map<std::string, std::uint64_t> evaluations;

    void add(const ExerciseReport &report)
    {
        ++runs;
        failed += report.violation ? 1 : 0;
        plansRun += report.plansRun;
        plansDone += report.plansDone;
        kills += report.kills;
        faults += report.faults;
        for (const auto &[name, count] : report.evaluations)
            evaluations[name] += count;
    }
    /// An invariant that never had anything to judge proves nothing.
    bool allJudged() const
    {
        return std::ranges::all_of(evaluations, [](const auto &entry) { return entry.second > 0; });
    }
    void print() const
    {
        std::cout << runs << " runs, " << failed << " failed; " << faults << " faults, " << kills << " kills, "
                  << plansDone << " of " << plansRun << " plans done; evaluations:";
        for (const auto &[name, count] : evaluations)
            std::cout << ' ' << name << '=' << count;
        std::cout << std::endl;
    }
};

ExerciseReport run(std::uint64_t seed, const Options &options)
{
    Log log;
    return runExercise({.seed = seed, .stopAt = options.stopAt, .listener = options.logged ? &log : nullptr});
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!readOptions(argc, argv, options)) {
        std::cerr << "usage: siaga_lab (--seed N | --seeds A..B | --file FILE)... [--stop-at RECORD] [--log full] [--twice] [--all-judged] [--until-found] [--bug N]\n";
        return 2;
    }
    Sums sums;
    for (const std::uint64_t seed : options.seeds) {
        const ExerciseReport report = run(seed, options);
        sums.add(report);
        if (report.violation)
            std::cout << failureLine(seed, *report.violation, report.trace) << std::endl;
        if (options.twice && run(seed, options).trace != report.trace) {
            std::cout << "SEED=" << seed << " gave two traces" << std::endl;
            ++sums.failed;
        }
        if (options.untilFound && sums.failed > 0)
            break;
    }
    sums.print();
    if (options.untilFound)
        return sums.failed > 0 ? 0 : 1;
    if (options.allJudged && !sums.allJudged()) {
        for (const auto &[name, count] : sums.evaluations)
            if (count == 0)
                std::cout << "invariant " << name << " had nothing to judge: the exercises are too mild" << std::endl;
        return 1;
    }
    return sums.failed > 0 ? 1 : 0;
}
