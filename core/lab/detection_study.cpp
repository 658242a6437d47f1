// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/detection_study.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace siaga::lab {

namespace {

/// The quantile of `all` values, of which only the smallest are known; the rest are infinite.
double quantileOf(const std::vector<double> &known, int all, double quantile)
{
    const auto place = static_cast<std::size_t>(std::max(0.0, std::ceil(quantile * all) - 1));
    return place < known.size() ? known[place] : std::numeric_limits<double>::infinity();
}

} // namespace

void StudyLine::add(const TrialOutcome &outcome)
{
    ++trials;
    if (outcome.alreadyTurned) {
        ++already;
        return;
    }
    opened += outcome.openedAfter ? 1 : 0;
    if (outcome.detectedAfter)
        delays.push_back(inSeconds(*outcome.detectedAfter));
    if (outcome.backAfter)
        backs.push_back(inSeconds(*outcome.backAfter));
    good += static_cast<double>(outcome.good);
    possible += outcome.possible;
    reached += static_cast<double>(outcome.reached);
    wanted += static_cast<double>(outcome.wanted);
}

void StudyLine::add(const StudyLine &other)
{
    trials += other.trials;
    already += other.already;
    opened += other.opened;
    delays.insert(delays.end(), other.delays.begin(), other.delays.end());
    backs.insert(backs.end(), other.backs.begin(), other.backs.end());
    good += other.good;
    possible += other.possible;
    reached += other.reached;
    wanted += other.wanted;
}

void StudyLine::finish()
{
    std::ranges::sort(delays);
    std::ranges::sort(backs);
}

double StudyLine::detectedWithin(double seconds) const
{
    const auto within = std::ranges::count_if(delays, [seconds](double delay) { return delay <= seconds; });
    return judged() > 0 ? static_cast<double>(within) / judged() : 0;
}

double StudyLine::delay(double quantile) const
{
    return quantileOf(delays, judged(), quantile);
}

double StudyLine::back(double quantile) const
{
    return quantileOf(backs, judged(), quantile);
}

StudyLine runStudy(const TrialSetup &setup, const RuleKind &rule, std::uint64_t first, int trials)
{
    StudyLine line;
    for (int i = 0; i < trials; ++i) {
        TrialSetup one = setup;
        one.seed = first + static_cast<std::uint64_t>(i);
        const auto fresh = rule.make(one.seed);
        line.add(runTrial(one, *fresh));
    }
    line.finish();
    return line;
}

QuietLine runQuiet(const TargetHabits &habits, const RuleKind &rule, double days, std::uint64_t seed)
{
    const TrialSetup setup{.habits = habits,
                           .fault = {},
                           .quietBefore = Duration(std::llround(days * 86'400e9)),
                           .faultFor = Duration{},
                           .quietAfter = Duration{},
                           .seed = seed};
    const auto fresh = rule.make(seed);
    const TrialOutcome outcome = runTrial(setup, *fresh);
    return {.days = days, .opens = outcome.quietOpens, .degradeds = outcome.quietDegradeds};
}

} // namespace siaga::lab
