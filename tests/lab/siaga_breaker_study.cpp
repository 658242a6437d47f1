// SPDX-License-Identifier: GPL-3.0-or-later
// How soon breakers notice what, at what price: siaga_breaker_study [--seeds N] [--days D] [--jobs J] [--siaga]
// [--without-test] (Siaga's rule without its sequential test, to see the bars missed).
//
// Prints, for each fault and rate, Siaga's default rule beside the peers' defaults, then the quiet days, then the bars;
// exits with 1 when Siaga misses one. N seeds at 2 and 20 calls a second, a quarter of them at 200, a twentieth at 2000;
// a tenth of each for the peers. The same arguments print the same table.
#include "core/lab/breaker_rule.h"
#include "core/lab/detection_study.h"
#include "core/lab/peer_rules.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

struct Options
{
    int seeds = 20'000;
    double days = 30;
    int jobs = 1;
    bool siagaOnly = false;
    bool withoutTest = false;
};

struct FaultCase
{
    std::string text;
    bool bursty = false;
    /// The bar: so many seconds for 99.5 of 100 from 20 calls a second on; what times out shows a time-out later.
    double within = 6;
};

const std::vector<FaultCase> faultCases{
    {"errors 5%", false, 60},  {"errors 10%", false, 6},     {"errors 25%", false, 6},
    {"errors 50%", false, 6},  {"errors 100%", false, 6},    {"latency x10", false, 7},
    {"hang", false, 7},        {"flapping 5s", false, 6},    {"overload x1.5", false, 60},
    {"bad host 1 of 10", false, 7}, {"errors 10%", true, 6},
};
constexpr std::array<double, 4> rates{2, 20, 200, 2000};
constexpr double shareBar = 0.995;
constexpr double minutesWithBursts = 10; // Until habitual bursts are known.

std::string nameOf(const FaultCase &fault)
{
    return fault.text + (fault.bursty ? ", bursty background" : "");
}

int seedsAt(double rate, bool own, const FaultCase &fault, int seeds)
{
    const int divisor = (rate >= 2000 ? 20 : rate >= 200 ? 4 : 1) * (own ? 1 : 10) * (fault.bursty ? 4 : 1);
    return std::max(5, seeds / divisor);
}

std::unique_ptr<TargetRule> makeWithoutTest(std::uint64_t seed)
{
    resilience::BreakerPolicy policy;
    policy.sequential.on = false;
    return std::make_unique<BreakerRuleOf>(policy, seed);
}

std::vector<RuleKind> rulesOf(const Options &options)
{
    std::vector<RuleKind> rules{{"Siaga", options.withoutTest ? makeWithoutTest : makeSiaga}};
    if (!options.siagaOnly)
        rules.insert(rules.end(), peerRules().begin(), peerRules().end());
    return rules;
}

/// Everything to run, each piece with a place of its own for its result, so that threads change nothing.
class Work
{
public:
    void add(std::function<void()> piece) { m_pieces.push_back(std::move(piece)); }
    void run(int jobs)
    {
        std::atomic<std::size_t> next = 0;
        const auto worker = [&] {
            for (std::size_t i = next++; i < m_pieces.size(); i = next++)
                m_pieces[i]();
        };
        std::vector<std::thread> threads;
        for (int i = 1; i < jobs; ++i)
            threads.emplace_back(worker);
        worker();
        for (std::thread &thread : threads)
            thread.join();
    }

private:
    std::vector<std::function<void()>> m_pieces;
};

using Key = std::tuple<std::size_t, std::size_t, std::size_t>; // Fault (or burstiness), rate, rule.

struct Results
{
    std::map<Key, std::vector<StudyLine>> parts;
    std::map<Key, StudyLine> lines;
    std::map<Key, QuietLine> quiet;
};

void planStudy(const Options &options, const std::vector<RuleKind> &rules, Results &results, Work &work)
{
    constexpr int partSize = 100;
    for (std::size_t f = 0; f < faultCases.size(); ++f)
        for (std::size_t r = 0; r < rates.size(); ++r)
            for (std::size_t k = 0; k < rules.size(); ++k) {
                TrialSetup setup{.habits = {.rate = rates[r], .bursty = faultCases[f].bursty}, .fault = *readTargetFault(faultCases[f].text)};
                if (faultCases[f].bursty)
                    setup.quietBefore = Duration(std::llround(minutesWithBursts * 60e9));
                const int seeds = seedsAt(rates[r], k == 0, faultCases[f], options.seeds);
                auto &parts = results.parts[{f, r, k}];
                parts.resize(static_cast<std::size_t>((seeds + partSize - 1) / partSize));
                for (std::size_t p = 0; p < parts.size(); ++p) {
                    const int first = static_cast<int>(p) * partSize;
                    work.add([&part = parts[p], setup, &rule = rules[k], first, count = std::min(partSize, seeds - first)] {
                        part = runStudy(setup, rule, static_cast<std::uint64_t>(first) + 1, count);
                    });
                }
            }
}

void planQuiet(const Options &options, const std::vector<RuleKind> &rules, Results &results, Work &work)
{
    for (std::size_t bursty = 0; bursty < 2; ++bursty)
        for (std::size_t r = 0; r < rates.size(); ++r)
            for (std::size_t k = 0; k < rules.size(); ++k) {
                // A tenth of the days where calls are many, and for the peers.
                const double days = options.days * (rates[r] >= 2000 ? 0.1 : 1) * (k == 0 ? 1 : 0.1);
                const TargetHabits habits{.rate = rates[r], .bursty = bursty == 1};
                work.add([&line = results.quiet[{bursty, r, k}], habits, &rule = rules[k], days] { line = runQuiet(habits, rule, days, 1); });
            }
}

std::string cell(const StudyLine &line)
{
    char text[80];
    const double kept = line.possible > 0.02 * line.wanted ? 100 * line.good / line.possible : NAN;
    std::snprintf(text, sizeof text, "%6.2f %6.2f %6.2f", 100 * line.detectedWithin(1e9), line.delay(0.5), line.delay(0.99));
    std::string row(text);
    std::snprintf(text, sizeof text, std::isnan(kept) ? "     -" : " %5.1f", kept);
    row += text;
    std::snprintf(text, sizeof text, " %5.1f %4.0f |", 100 * line.reached / std::max(1.0, line.wanted), line.back(0.99));
    return row + text;
}

void printStudy(const std::vector<RuleKind> &rules, const Results &results)
{
    std::puts("For each rate: detected %, median and 99th percentile of the delay in s, goodput kept %, calls that reached the\n"
              "target %, 99th percentile of the s from the fault's end to 99 % goodput. Kept is of what could be answered well.");
    for (std::size_t f = 0; f < faultCases.size(); ++f) {
        std::printf("\n%-31s", nameOf(faultCases[f]).c_str());
        for (const double rate : rates)
            std::printf("%16g calls/s %14s", rate, "");
        std::puts("");
        for (std::size_t k = 0; k < rules.size(); ++k) {
            std::printf("  %-13s", rules[k].name.c_str());
            for (std::size_t r = 0; r < rates.size(); ++r)
                std::printf("%s", cell(results.lines.at({f, r, k})).c_str());
            std::puts("");
        }
    }
}

void printQuiet(const std::vector<RuleKind> &rules, const Results &results)
{
    for (std::size_t bursty = 0; bursty < 2; ++bursty) {
        std::printf("\nQuiet days, 0.5 %% errors, %s: opened in how many days; degraded a day\n",
                    bursty ? "in bursts of up to 3 s" : "each by itself");
        for (std::size_t k = 0; k < rules.size(); ++k) {
            std::printf("  %-13s", rules[k].name.c_str());
            for (std::size_t r = 0; r < rates.size(); ++r) {
                const QuietLine &line = results.quiet.at({bursty, r, k});
                std::printf(" %4g/s: %5d in %4.1f d; %6.1f a day |", rates[r], line.opens, line.days, line.degradeds / line.days);
            }
            std::puts("");
        }
    }
}

/// Whether all bars hold; says which do not.
bool judge(const Results &results)
{
    bool held = true;
    for (std::size_t f = 0; f < faultCases.size(); ++f)
        for (std::size_t r = 1; r < rates.size(); ++r) {
            const StudyLine &line = results.lines.at({f, r, 0});
            const double share = line.detectedWithin(faultCases[f].within);
            if (share >= shareBar)
                continue;
            held = false;
            std::printf("MISSED: %s at %g/s: %.2f %% of %d within %g s, bar 99.5 %%\n", nameOf(faultCases[f]).c_str(), rates[r],
                        100 * share, line.judged(), faultCases[f].within);
        }
    for (const auto &[key, line] : results.quiet)
        if (std::get<2>(key) == 0 && line.opens > 0) {
            held = false;
            std::printf("MISSED: %d false opens in %.1f quiet days at %g/s (%s), bar 0\n", line.opens, line.days,
                        rates[std::get<1>(key)], std::get<0>(key) ? "bursty" : "independent");
        }
    return held;
}

bool readOptions(int argc, char **argv, Options &options)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--siaga" || name == "--without-test") {
            (name == "--siaga" ? options.siagaOnly : options.withoutTest) = true;
            continue;
        }
        const std::string_view text = ++i < argc ? argv[i] : "";
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || !(value > 0 && value <= 1e6))
            return false;
        if (name == "--seeds")
            options.seeds = static_cast<int>(value);
        else if (name == "--days")
            options.days = value;
        else if (name == "--jobs" && value <= 64)
            options.jobs = static_cast<int>(value);
        else
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!readOptions(argc, argv, options)) {
        std::fputs("siaga_breaker_study [--seeds N] [--days D] [--jobs J] [--siaga] [--without-test]\n", stderr);
        return 2;
    }
    const std::vector<RuleKind> rules = rulesOf(options);
    Results results;
    Work work;
    planStudy(options, rules, results, work);
    planQuiet(options, rules, results, work);
    work.run(options.jobs);
    for (auto &[key, parts] : results.parts) {
        for (const StudyLine &part : parts)
            results.lines[key].add(part);
        results.lines[key].finish();
    }
    printStudy(rules, results);
    printQuiet(rules, results);
    std::puts("");
    const bool held = judge(results);
    std::puts(held ? "All bars hold: 99.5 % of faults of 5 % and more within 60 s, of 10 % and more within 6 s (and a time-out), from 20 calls/s\n"
                     "on; no false open in the quiet days."
                   : "Bars were missed.");
    return held ? 0 : 1;
}
