// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deployment/analysis.h"

#include "core/deployment/rank_test.h"

#include <algorithm>
#include <cmath>

namespace siaga::deployment {

namespace {

constexpr int restartsMax = 1;                  // Once may be chance; what restarts again is in a circle.
constexpr std::uint64_t predictedMin = 100;     // Fewer predicted calls say nothing about the routing.
constexpr std::uint64_t routedPart = 2;         // Less than half of what was predicted ...
constexpr double deviationsMax = 6;             // ... and so many standard deviations away is no chance.

CallSlice sumOf(const std::vector<CallSlice> &slices)
{
    CallSlice sum;
    for (const CallSlice &slice : slices) {
        sum.canary.calls += slice.canary.calls;
        sum.canary.failures += slice.canary.failures;
        sum.baseline.calls += slice.baseline.calls;
        sum.baseline.failures += slice.baseline.failures;
    }
    return sum;
}

std::vector<double> finite(const std::vector<double> &values)
{
    std::vector<double> kept;
    std::ranges::copy_if(values, std::back_inserter(kept), [](double value) { return std::isfinite(value); });
    return kept;
}

/// One judgement under way: what speaks for each kind of verdict.
struct Findings
{
    std::vector<Finding> failing;
    std::vector<Finding> suspect;
    std::vector<Finding> missing;
    std::vector<Finding> errors;
};

/// The bound on false alarms, split evenly over what can raise one.
double alarmEach(const AnalysisRules &rules)
{
    const std::size_t tests = 1 + (rules.failures.limit ? 1 : 0) + rules.values.size();
    return rules.falseAlarms / static_cast<double>(tests);
}

void judgeCalls(const AnalysisRules &rules, const AnalysisInput &input, const CallSlice &sum, Findings &found)
{
    const double alarm = alarmFor(alarmEach(rules));
    if (const auto evidence = worseThanBaseline(input.slices, alarm); isAlarm(evidence, alarm))
        found.failing.push_back(FailsMore{sum.canary, sum.baseline, std::nullopt, evidence.highest, alarm});
    if (const auto limit = rules.failures.limit) {
        const auto evidence = aboveLimit(input.slices, std::clamp(limit->value / 1000.0, 1e-6, 1 - 1e-6), alarm);
        if (isAlarm(evidence, alarm))
            found.failing.push_back(FailsMore{sum.canary, sum.baseline, limit, evidence.highest, alarm});
    }
    const std::uint64_t needed = rules.failures.callsMin;
    if (!input.callsError.empty())
        found.errors.push_back(SourceFailed{{}, input.callsError});
    else if (sum.canary.calls < needed || sum.baseline.calls < needed)
        found.missing.push_back(TooFewCalls{sum.canary.calls, sum.baseline.calls, needed});
}

void judgeRouting(const AnalysisInput &input, const CallSlice &sum, Findings &found)
{
    const double share = input.share.value / 1000.0;
    const double all = static_cast<double>(sum.canary.calls + sum.baseline.calls);
    const auto predicted = static_cast<std::uint64_t>(all * share);
    const double deviation = std::sqrt(all * share * (1 - share));
    const double missing = all * share - static_cast<double>(sum.canary.calls);
    if (predicted >= predictedMin && sum.canary.calls < predicted / routedPart && missing > deviationsMax * deviation)
        found.suspect.push_back(RoutingSuspect{sum.canary.calls, predicted});
}

/// Only at the end of a step: a test that is looked at again and again finds something at last.
void judgeValue(const ValueRule &rule, const ValueSamples *samples, double falseAlarms, Findings &found)
{
    if (samples && !samples->error.empty()) {
        found.errors.push_back(SourceFailed{rule.metric, samples->error});
        return;
    }
    const std::vector<double> canary = samples ? finite(samples->canary) : std::vector<double>();
    const std::vector<double> baseline = samples ? finite(samples->baseline) : std::vector<double>();
    if (canary.size() < rule.samplesMin || baseline.size() < rule.samplesMin) {
        found.missing.push_back(TooFewSamples{rule.metric, canary.size(), baseline.size(), rule.samplesMin});
        return;
    }
    const double sign = rule.worse == Worse::larger ? 1 : -1;
    const double here = median(canary);
    const double there = median(baseline);
    if (rule.limit && sign * (here - *rule.limit) > 0)
        found.failing.push_back(ValueBeyond{rule.metric, here, *rule.limit});
    const RankTest test = rankTest(canary, baseline);
    const double chance = rule.worse == Worse::larger ? test.larger : test.smaller;
    const double tolerated = std::max(rule.toleratedLeast, std::abs(there) * rule.tolerated.value / 1000.0);
    if (chance < falseAlarms && sign * test.shift > tolerated)
        found.failing.push_back(ValueWorse{rule.metric, here, there, test.shift, tolerated, chance});
}

const ValueSamples *samplesOf(const AnalysisInput &input, const std::string &metric)
{
    const auto found = std::ranges::find(input.values, metric, &ValueSamples::metric);
    return found == input.values.end() ? nullptr : &*found;
}

} // namespace

std::optional<Verdict> judge(const AnalysisRules &rules, const AnalysisInput &input, bool isOver)
{
    Findings found;
    if (input.restarts > restartsMax)
        found.failing.push_back(CrashLoop{input.restarts});
    if (input.ejected)
        found.failing.push_back(CanaryEjected{});
    const CallSlice sum = sumOf(input.slices);
    judgeCalls(rules, input, sum, found);
    judgeRouting(input, sum, found);
    if (isOver)
        for (const ValueRule &rule : rules.values)
            judgeValue(rule, samplesOf(input, rule.metric), alarmEach(rules), found);
    if (!found.failing.empty())
        return Verdict{VerdictKind::fail, found.failing};
    if (!found.suspect.empty())
        return Verdict{VerdictKind::inconclusive, found.suspect};
    if (!isOver)
        return std::nullopt;
    if (!found.errors.empty())
        return Verdict{VerdictKind::error, found.errors};
    if (!found.missing.empty())
        return Verdict{VerdictKind::inconclusive, found.missing};
    return Verdict{VerdictKind::pass, {}};
}

} // namespace siaga::deployment
