// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/judgement.h"

#include "core/resilience/sequential.h"

#include <algorithm>

namespace siaga::resilience {

namespace {

constexpr Duration lookAgainFirst = std::chrono::seconds(1); // Between the first two looks of a half-open breaker.
constexpr int openTimesMax = 10;      // An open time grows to so many times `reset`.
constexpr int habitCallsMin = 200;    // Fewer tell nothing about what is usual.
constexpr std::size_t burstsMin = 2;  // One slice is a burst; an alarm takes more.
constexpr double surpriseMax = 100;   // So that one burst doesn't dull the test for long.

Tally tallyOf(const std::vector<Reading> &readings, Instant from)
{
    Tally tally;
    for (const Reading &reading : readings)
        if (reading.ended > from)
            tally += {.calls = static_cast<std::uint32_t>(reading.calls), .failures = static_cast<std::uint32_t>(reading.failures)};
    return tally;
}

bool reaches(const Tally &tally, Permille share)
{
    return tally.calls > 0 && std::uint64_t(tally.failures) * 1000 >= std::uint64_t(share.value) * tally.calls;
}

/// Failures in a row as one vantage point sees them; nullopt when it saw no call.
std::optional<int> inARow(const Track &track, Instant from, Duration gapMax)
{
    std::optional<int> row;
    const Reading *later = nullptr;
    for (auto reading = track.readings.rbegin(); reading != track.readings.rend() && reading->ended > from; ++reading) {
        if (reading->calls == 0)
            continue;
        if (reading->failures < reading->calls || (later && later->began - reading->ended > gapMax))
            return row.value_or(0);
        row = row.value_or(0) + reading->failures;
        later = &*reading;
    }
    return row;
}

/// Of them all: as long as one of them sees calls pass, they are in no row.
int inARow(const Readings &readings, Instant from)
{
    int sum = 0;
    for (const Track &track : readings.tracks) {
        const auto row = inARow(track, from, readings.gapMax);
        if (row && *row == 0)
            return 0;
        sum += row.value_or(0);
    }
    return sum;
}

/// The times between which readings tell what is usual.
struct Habit
{
    Instant from;
    Instant until;
};

/// What is usual here, and by how much its habitual bursts dull the test.
struct Usual
{
    Odds odds;
    double dulling = 1;
};

/// Learned from the readings before the window; nullopt when there are too few. Of a check none are needed: what it
/// asks is meant to pass.
std::optional<Usual> usualOf(const RegisteredBreaker &breaker, const std::vector<Reading> &readings, const Habit &habit)
{
    const SequentialPolicy policy;
    if (breaker.signal == BreakerSignal::check)
        return Usual{oddsOf(policy, policy.usualStart)};
    Tally sum;
    for (const Reading &reading : readings)
        if (reading.began >= habit.from && reading.ended <= habit.until)
            sum += {.calls = static_cast<std::uint32_t>(reading.calls), .failures = static_cast<std::uint32_t>(reading.failures)};
    if (sum.calls < habitCallsMin)
        return std::nullopt;
    Usual usual{oddsOf(policy, double(sum.failures) / sum.calls)};
    double surprise = 0;
    int slices = 0;
    for (const Reading &reading : readings) {
        if (reading.began < habit.from || reading.ended > habit.until || reading.calls == 0)
            continue;
        const double expected = reading.calls * usual.odds.usual;
        const double over = reading.failures - expected;
        surprise += std::min(surpriseMax, over * over / (expected * (1 - usual.odds.usual)));
        ++slices;
    }
    if (slices > 0 && surprise / slices >= 2)
        usual.dulling = std::min(surprise / slices, policy.burstsMax);
    return usual;
}

/// Page's sum over the readings in slices of time, so that several edges that see one burst are one slice.
double scoreOf(const Usual &usual, const Readings &readings, const std::vector<Reading> &merged, Instant from)
{
    const SequentialPolicy policy;
    std::map<std::int64_t, Tally> slices;
    for (const Reading &reading : merged)
        if (reading.ended > from)
            slices[reading.ended.time_since_epoch() / readings.slice] += {.calls = static_cast<std::uint32_t>(reading.calls),
                                                                          .failures = static_cast<std::uint32_t>(reading.failures)};
    const double most = policy.alarm / static_cast<double>(std::clamp<std::size_t>(slices.size(), burstsMin, std::size_t(policy.alarmSlices)));
    double sum = 0;
    for (const auto &[slice, tally] : slices) {
        const double nats = tally.failures * usual.odds.failure + (tally.calls - tally.failures) * usual.odds.success;
        sum = std::max(0.0, sum + std::min(nats > 0 ? nats / usual.dulling : nats, most));
    }
    return sum;
}

/// Those whose own figures bear out that it is open, or at least not well.
std::vector<VantageId> witnessesOf(const RegisteredBreaker &breaker, const Readings &readings, Instant from, Instant rowFrom)
{
    std::vector<VantageId> witnesses;
    for (const Track &track : readings.tracks) {
        const Tally tally = tallyOf(track.readings, from);
        const bool inRow = breaker.failureThreshold > 0 && inARow(track, rowFrom, readings.gapMax).value_or(0) >= breaker.failureThreshold;
        if (inRow || (tally.failures > 0 && reaches(tally, Permille{breaker.failureRate.value / 2})))
            witnesses.push_back(track.who);
    }
    return witnesses;
}

/// Whoever came back is not judged by what was before.
Instant afreshSince(const BreakerMemory &memory)
{
    using enum BreakerState;
    const bool cameBack = memory.rule == BreakerRule::probesPassed || memory.rule == BreakerRule::rampStep;
    const bool afresh = memory.state == halfOpen || memory.state == ramping || (memory.state == closed && cameBack);
    return afresh ? memory.since : Instant{};
}

/// What the window holds, and what the sequential test says of it.
BreakerFigures figuresOf(const RegisteredBreaker &breaker, const Readings &readings, Instant from, const Habit &habit)
{
    const std::vector<Reading> merged = readings.merged();
    const Tally tally = tallyOf(merged, from);
    BreakerFigures figures{.calls = int(tally.calls), .failures = int(tally.failures)};
    if (const auto usual = usualOf(breaker, merged, habit)) {
        figures.score = scoreOf(*usual, readings, merged, from);
        figures.scoreAlarm = SequentialPolicy().alarm;
    }
    return figures;
}

/// Closed, its habit goes on until the window begins; degraded, until the trouble may have begun.
Habit habitOf(const RegisteredBreaker &breaker, const BreakerMemory &memory, Instant now)
{
    if (memory.state != BreakerState::degraded)
        return {memory.since, now - breaker.window};
    const std::size_t turns = memory.turns.size();
    return {turns > 1 ? memory.turns[turns - 2].at : Instant{}, memory.since - breaker.window};
}

/// To open, or to degraded; nullopt when the figures bear out neither.
std::optional<Judgement> verdictOn(const RegisteredBreaker &breaker, const BreakerFigures &figures)
{
    const Tally tally{.calls = static_cast<std::uint32_t>(figures.calls), .failures = static_cast<std::uint32_t>(figures.failures)};
    if (breaker.failureThreshold > 0 && figures.inARow >= breaker.failureThreshold)
        return Judgement{BreakerState::open, BreakerRule::consecutive, figures, {}};
    if (figures.calls >= breaker.callsMin && reaches(tally, breaker.failureRate))
        return Judgement{BreakerState::open, BreakerRule::failureRate, figures, {}};
    if (figures.scoreAlarm > 0 && figures.score >= figures.scoreAlarm)
        return Judgement{BreakerState::degraded, BreakerRule::sequential, figures, {}};
    return std::nullopt;
}

/// Well again after a whole window: at most half the share of failures that made it degraded, and no score.
bool hasRecovered(const RegisteredBreaker &breaker, const BreakerMemory &memory, const BreakerFigures &figures, Instant now)
{
    if (now - memory.since < breaker.window || figures.calls < std::min(breaker.callsMin, std::max(1, memory.figures.calls / 2)))
        return false;
    if (figures.scoreAlarm > 0 && figures.score > 0)
        return false;
    return std::int64_t(figures.failures) * 2 * std::max(1, memory.figures.calls) <= std::int64_t(memory.figures.failures) * figures.calls;
}

/// How far a half-open breaker has got with its looks.
struct Probing
{
    int failed = 0;     ///< Looks that did not find it well.
    bool well = false;
    Instant next;       ///< From when on the next failing look counts.
    Tally tally;        ///< Since it became half-open.
};

Duration backOff(const RegisteredBreaker &breaker, int failed)
{
    Duration wait = lookAgainFirst;
    for (int i = 1; i < failed && breaker.backoff == Backoff::exponential && wait < breaker.reset; ++i)
        wait *= 2;
    return std::min(wait, breaker.reset);
}

Probing probe(const RegisteredBreaker &breaker, const BreakerMemory &memory, const Readings &readings)
{
    Probing probing{.next = memory.since};
    Tally look;
    const int enough = breaker.signal == BreakerSignal::check ? 1 : breaker.callsMin;
    for (const Reading &reading : readings.merged()) {
        if (reading.began < memory.since || reading.calls == 0)
            continue;
        const Tally passed{.calls = static_cast<std::uint32_t>(reading.calls), .failures = static_cast<std::uint32_t>(reading.failures)};
        look += passed;
        probing.tally += passed;
        const bool told = int(look.calls) >= enough;
        const bool allFail = look.failures == look.calls && breaker.failureThreshold > 0 && int(look.calls) >= breaker.failureThreshold;
        probing.well = told && !reaches(look, breaker.failureRate);
        if (probing.well)
            return probing;
        if ((told || allFail) && reading.ended >= probing.next) {
            probing.next = reading.ended + backOff(breaker, ++probing.failed);
            look = {};
        }
    }
    return probing;
}

std::optional<Judgement> judgeProbes(const RegisteredBreaker &breaker, const BreakerMemory &memory, const Readings &readings)
{
    const Probing probing = probe(breaker, memory, readings);
    BreakerFigures figures{.calls = int(probing.tally.calls), .failures = int(probing.tally.failures)};
    figures.inARow = inARow(readings, memory.since);
    if (probing.well) {
        // Nothing was drained for one that only shows, so that there is nothing to bring back little by little.
        const bool ramps = breaker.effect != BreakerEffect::show;
        return Judgement{ramps ? BreakerState::ramping : BreakerState::closed, BreakerRule::probesPassed, figures, {}};
    }
    if (probing.failed >= breaker.retries)
        return Judgement{BreakerState::open, BreakerRule::probesFailed, figures, witnessesOf(breaker, readings, memory.since, memory.since)};
    return std::nullopt;
}

} // namespace

std::optional<Judgement> judge(const RegisteredBreaker &breaker, const BreakerMemory &memory, const Readings &readings, Instant now)
{
    using enum BreakerState;
    if (memory.state == halfOpen)
        return judgeProbes(breaker, memory, readings);
    if (memory.state != closed && memory.state != degraded && memory.state != ramping)
        return std::nullopt;
    const Instant afresh = afreshSince(memory);
    const Instant from = std::max(afresh, now - breaker.window);
    BreakerFigures figures = figuresOf(breaker, readings, from, habitOf(breaker, memory, now));
    // Of a check, so many failures may well take longer than the window.
    const Instant rowFrom = breaker.signal == BreakerSignal::check ? afresh : from;
    figures.inARow = inARow(readings, rowFrom);
    std::optional<Judgement> verdict = verdictOn(breaker, figures);
    if (verdict && verdict->to != memory.state) {
        verdict->witnesses = witnessesOf(breaker, readings, from, rowFrom);
        return verdict;
    }
    if (memory.state == degraded && !verdict && hasRecovered(breaker, memory, figures, now))
        return Judgement{closed, BreakerRule::recovered, figures, {}};
    if (memory.state == ramping && now - memory.since >= breaker.window && figures.calls > 0)
        return Judgement{closed, BreakerRule::rampStep, figures, {}};
    return std::nullopt;
}

Duration openTime(const RegisteredBreaker &breaker, int opens)
{
    Duration time = breaker.reset;
    for (int i = 0; i < opens && breaker.backoff == Backoff::exponential && time < openTimesMax * breaker.reset; ++i)
        time *= 2;
    return std::min(time, openTimesMax * breaker.reset);
}

Instant nextLook(const RegisteredBreaker &breaker, const BreakerMemory &memory, const Readings &readings, Instant now)
{
    return std::max(now + lookAgainFirst, probe(breaker, memory, readings).next);
}

} // namespace siaga::resilience
