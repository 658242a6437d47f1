// SPDX-License-Identifier: GPL-3.0-or-later
// Is the new version as good as the old one beside it? Judged from stored inputs alone: the same inputs give the same
// verdict, on any machine and at any later time.
//
// It is like a taster with two cups: a bad one is spat out at once, but a good one is only called good after enough sips.
// The catch: silence is not taste; what was not measured makes the verdict inconclusive, never a pass.
#pragma once

#include "core/deployment/failure_evidence.h"
#include "core/fleet/fleet.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace siaga::deployment {

/// Failed calls of all. A rise against the baseline is always watched.
struct FailureRule
{
    std::optional<Permille> limit; ///< The canary's share must not be above it, whatever the baseline's is.
    std::uint64_t callsMin = 200;  ///< On each side, for a pass.
    bool operator==(const FailureRule &) const = default;
};

enum class Worse { larger, smaller };
constexpr auto namesOf(Worse)
{
    return std::array<std::string_view, 2>{"larger", "smaller"};
}

/// A value with one sample for each scrape, such as a latency.
struct ValueRule
{
    std::string metric;
    Worse worse = Worse::larger;
    std::optional<double> limit;   ///< The canary's median must not be beyond it.
    Permille tolerated{250};       ///< A shift of less than this part of the baseline's median does not matter ...
    double toleratedLeast = 0;     ///< ... nor one of less than this, in the metric's unit: a baseline may be zero.
    std::size_t samplesMin = 30;   ///< On each side.
    bool operator==(const ValueRule &) const = default;
};

struct AnalysisRules
{
    FailureRule failures;
    std::vector<ValueRule> values;
    double falseAlarms = 0.01; ///< A good version fails the step with at most this chance, over all rules together.
    bool operator==(const AnalysisRules &) const = default;
};

/// What was measured of one value rule's metric, wholly inside the step. Values that are not finite count as missing.
struct ValueSamples
{
    std::string metric;
    std::vector<double> canary;
    std::vector<double> baseline;
    std::string error; ///< What the source said instead of data, plain text; empty when it answered.
    bool operator==(const ValueSamples &) const = default;
};

/// All that a verdict stands on.
struct AnalysisInput
{
    Permille share;                  ///< Of the calls of both sides that the canary was to get.
    std::vector<CallSlice> slices;   ///< Oldest first, each wholly inside the step.
    std::string callsError;          ///< As in ValueSamples, for the calls.
    std::vector<ValueSamples> values;
    int restarts = 0;                ///< Of the canary's workloads, by themselves, inside the step.
    bool ejected = false;            ///< A proxy or a breaker took the canary out.
    bool operator==(const AnalysisInput &) const = default;
};

// Why, with the numbers.
struct CrashLoop
{
    static constexpr std::string_view name = "CrashLoop";
    int restarts = 0;
    bool operator==(const CrashLoop &) const = default;
};
struct CanaryEjected
{
    static constexpr std::string_view name = "CanaryEjected";
    bool operator==(const CanaryEjected &) const = default;
};
struct FailsMore ///< Than the baseline beside it, or than the limit when there is one here.
{
    static constexpr std::string_view name = "FailsMore";
    CallCount canary;
    CallCount baseline;
    std::optional<Permille> limit;
    double evidence = 0; ///< In nats ...
    double alarm = 0;    ///< ... of which so many are an alarm.
    bool operator==(const FailsMore &) const = default;
};
struct ValueWorse
{
    static constexpr std::string_view name = "ValueWorse";
    std::string metric;
    double canary = 0;   ///< Medians.
    double baseline = 0;
    double shift = 0;
    double tolerated = 0;
    double chance = 0;   ///< Of looking so by chance.
    bool operator==(const ValueWorse &) const = default;
};
struct ValueBeyond
{
    static constexpr std::string_view name = "ValueBeyond";
    std::string metric;
    double canary = 0; ///< Median.
    double limit = 0;
    bool operator==(const ValueBeyond &) const = default;
};
struct RoutingSuspect ///< Far fewer calls reached the canary than its share predicts: it is not tested by waiting.
{
    static constexpr std::string_view name = "RoutingSuspect";
    std::uint64_t calls = 0;
    std::uint64_t predicted = 0;
    bool operator==(const RoutingSuspect &) const = default;
};
struct TooFewCalls
{
    static constexpr std::string_view name = "TooFewCalls";
    std::uint64_t canary = 0;
    std::uint64_t baseline = 0;
    std::uint64_t needed = 0;
    bool operator==(const TooFewCalls &) const = default;
};
struct TooFewSamples
{
    static constexpr std::string_view name = "TooFewSamples";
    std::string metric;
    std::size_t canary = 0;
    std::size_t baseline = 0;
    std::size_t needed = 0;
    bool operator==(const TooFewSamples &) const = default;
};
struct SourceFailed
{
    static constexpr std::string_view name = "SourceFailed";
    std::string metric; ///< Empty for the calls.
    std::string detail;
    bool operator==(const SourceFailed &) const = default;
};
using Finding = std::variant<CrashLoop, CanaryEjected, FailsMore, ValueWorse, ValueBeyond, RoutingSuspect, TooFewCalls,
                             TooFewSamples, SourceFailed>;

/// Inconclusive pauses and goes on by itself when data returns; error means that a source did not answer.
enum class VerdictKind { pass, fail, inconclusive, error };
constexpr auto namesOf(VerdictKind)
{
    return std::array<std::string_view, 4>{"pass", "fail", "inconclusive", "error"};
}

struct Verdict
{
    VerdictKind kind = VerdictKind::inconclusive;
    std::vector<Finding> findings; ///< What led to it; none for a pass.
    bool operator==(const Verdict &) const = default;
};

/// While the step goes on, a verdict only when nothing can mend it: a fail, or a suspect routing. `isOver`: always one.
std::optional<Verdict> judge(const AnalysisRules &rules, const AnalysisInput &input, bool isOver);

} // namespace siaga::deployment
