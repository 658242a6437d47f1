// SPDX-License-Identifier: GPL-3.0-or-later
// Does one sick service drag down those that call it? siaga_cascade [--seeds N].
//
// Prints a chain of four and a fan-out of ten without protection, with two peers' defaults and with Siaga's protection, the
// worst of N seeds (5) in each figure, then the bars; exits with 1 when one is missed. One bar is that the unprotected ones
// collapse: where nothing falls, holding it up proves nothing. Breaker and bulkhead stand in for each other: with one of them
// broken the others' goodput still holds, and only the calls to a dead service tell that nobody leaves it alone.
#include "core/lab/cascade.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string_view>

using namespace siaga;
using namespace siaga::lab;

namespace {

struct Fault
{
    const char *text;
    bool collapses; ///< Without protection.
};
constexpr std::array<Fault, 4> faults{{{"errors 25%", false}, {"errors 100%", true}, {"latency x10", true}, {"hang", true}}};
constexpr std::array protections{Protection::none, Protection::resilience4j, Protection::hystrix, Protection::siaga};

constexpr double lostBar = 0.05;      // Of a healthy service's goodput, with protection.
constexpr double callsBar = 1.1;      // Calls to the sick one, of those offered.
constexpr double aloneBar = 0.5;      // The same where hardly a call comes back: it must be left alone.
constexpr double backBar = 30;        // Seconds until 99 % are fully answered again.
constexpr double collapsedAt = 0.25;  // Lost by a healthy service of what has nothing to do with the sick one.

/// The worst of all seeds in each figure, and the least of what an unprotected one loses.
struct Worst
{
    double untouchedLost = 0;
    double untouchedLostLeast = 1;
    double lost = 0;
    double calls = 0;
    double back = 0;

    void add(const CascadeOutcome &outcome)
    {
        untouchedLost = std::max(untouchedLost, outcome.worstUntouchedLost());
        untouchedLostLeast = std::min(untouchedLostLeast, outcome.worstUntouchedLost());
        lost = std::max(lost, outcome.worstLost());
        calls = std::max(calls, outcome.amplification());
        back = std::max(back, outcome.backAfter ? inSeconds(*outcome.backAfter) : std::numeric_limits<double>::infinity());
    }
};

std::string_view nameOf(Protection protection)
{
    return namesOf(protection)[static_cast<std::size_t>(protection)];
}

std::string_view nameOf(CascadeShape shape)
{
    return namesOf(shape)[static_cast<std::size_t>(shape)];
}

Worst runSeeds(CascadeShape shape, const Fault &fault, Protection protection, int seeds)
{
    Worst worst;
    for (int seed = 1; seed <= seeds; ++seed)
        worst.add(runCascade({.shape = shape,
                              .fault = *readTargetFault(fault.text),
                              .protection = protection,
                              .seed = static_cast<std::uint64_t>(seed)}));
    return worst;
}

bool holds(bool bar, CascadeShape shape, const Fault &fault, const char *what)
{
    if (!bar)
        std::printf("MISSED: %s, %s: %s\n", nameOf(shape).data(), fault.text, what);
    return bar;
}

bool judge(CascadeShape shape, const Fault &fault, Protection protection, const Worst &worst)
{
    if (protection == Protection::none)
        return !fault.collapses
            || holds(worst.untouchedLostLeast >= collapsedAt, shape, fault, "without protection nothing collapses");
    if (protection != Protection::siaga)
        return true;
    const bool untouched = holds(worst.untouchedLost < lostBar, shape, fault, "a healthy service loses 5 % of what is not touched");
    const bool all = holds(worst.lost < lostBar, shape, fault, "a healthy service loses 5 % in spite of fallbacks");
    const bool calls = holds(worst.calls < callsBar, shape, fault, "calls to the sick one reach 1.1 x offered");
    const bool alone = !fault.collapses || holds(worst.calls < aloneBar, shape, fault, "the sick one is not left alone");
    const bool back = holds(worst.back <= backBar, shape, fault, "it takes over 30 s to come back");
    return untouched && all && calls && alone && back;
}

bool readOptions(int argc, char **argv, int &seeds)
{
    if (argc == 1)
        return true;
    const std::string_view text = argc == 3 ? argv[2] : "";
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seeds);
    return std::string_view(argv[1]) == "--seeds" && error == std::errc() && end == text.data() + text.size() && seeds > 0;
}

} // namespace

int main(int argc, char **argv)
{
    int seeds = 5;
    if (!readOptions(argc, argv, seeds)) {
        std::fputs("siaga_cascade [--seeds N]\n", stderr);
        return 2;
    }
    bool held = true;
    std::printf("The last service is sick for 60 s. Worst of %d seeds, of the healthy service that suffers most:\n"
                "  lost: requests that have nothing to do with the sick one and are not fully answered\n"
                "  all: requests of any kind that get neither an answer nor a fallback\n"
                "  calls: that reach the sick one, of those that its callers' users need\n"
                "  back: seconds from its recovery to 99 %% of all requests fully answered\n", seeds);
    for (const CascadeShape shape : {CascadeShape::chain, CascadeShape::fanOut})
        for (const Fault &fault : faults) {
            std::printf("\n%s, %s\n", nameOf(shape).data(), fault.text);
            for (const Protection protection : protections) {
                const Worst worst = runSeeds(shape, fault, protection, seeds);
                std::printf("  %-13s lost %5.1f %%   all %5.1f %%   calls %5.2f x   back %4.0f s\n", nameOf(protection).data(),
                            100 * worst.untouchedLost, 100 * worst.lost, worst.calls, worst.back);
                held = judge(shape, fault, protection, worst) && held;
            }
        }
    std::puts(held ? "\nAll bars hold: protected, under 5 % lost, under 1.1 x offered (0.5 x where hardly a call\n"
                     "comes back), back within 30 s; unprotected, it collapses."
                   : "\nBars were missed.");
    return held ? 0 : 1;
}
