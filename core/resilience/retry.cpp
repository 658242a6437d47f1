// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/retry.h"

#include "core/base/check.h"

#include <charconv>
#include <cmath>

namespace siaga::resilience {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds hundredYears = std::chrono::hours(24) * 36525;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// All of the text as a number of digits without sign.
std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.front() == '-' || error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

std::optional<Duration> fromSeconds(std::string_view text)
{
    const bool negative = text.front() == '-';
    const std::string_view digits = negative ? text.substr(1) : text;
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (negative)
        return Duration{};
    return error != std::errc() ? hundredYears : std::min<Duration>(std::chrono::seconds(std::min(seconds, hundredYears.count())), hundredYears);
}

// "Sun, 06 Nov 1994 08:49:37 GMT": fixed places.
std::optional<std::int64_t> wallSeconds(std::string_view text)
{
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 29 || text.substr(3, 2) != ", " || text[7] != ' ' || text[11] != ' ' || text[16] != ' ' || text[19] != ':'
        || text[22] != ':' || text.substr(25) != " GMT")
        return std::nullopt;
    const auto month = months.find(text.substr(8, 3));
    const auto day = number(text.substr(5, 2)), year = number(text.substr(12, 4));
    const auto hour = number(text.substr(17, 2)), minute = number(text.substr(20, 2)), second = number(text.substr(23, 2));
    if (month == std::string_view::npos || month % 3 != 0 || !day || !year || !hour || !minute || !second)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(month / 3 + 1)),
                                           std::chrono::day(unsigned(*day))};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch();
    return std::chrono::seconds(days).count() + *hour * 3600 + *minute * 60 + *second;
}

} // namespace

RetryRun::RetryRun(const RetryPolicy &policy, Deadline deadline, std::uint64_t seed, std::string key)
    : m_policy(policy)
    , m_deadline(deadline)
    , m_key(std::move(key))
    , m_seed(seed)
{
    SIAGA_CHECK(policy.attempts >= 1);
    SIAGA_CHECK(policy.first >= Duration{});
    SIAGA_CHECK(policy.waitMax >= Duration{});
}

RetryVerdict RetryRun::next(AttemptFailure failure, std::optional<Duration> retryAfter, Instant now, RetryBudget &budget,
                            bool degraded)
{
    if (failure == AttemptFailure::unknown)
        m_looking = true;
    if (m_looking)
        return {.stop = RetryStop::lookFirst};
    if (failure == AttemptFailure::refused)
        return {.stop = RetryStop::refused};
    if (failure == AttemptFailure::ours)
        return {.stop = RetryStop::ours};
    if (m_attempt >= m_policy.attempts)
        return {.stop = RetryStop::attempts};
    // An overloaded target that names no time is left alone: our retry would be a part of its overload.
    if ((failure == AttemptFailure::throttled && !retryAfter) || (retryAfter && *retryAfter > m_policy.retryAfterMax))
        return {.stop = RetryStop::pushedBack};
    const Duration waits = std::max(wait(), retryAfter.value_or(Duration{}));
    if (waits >= m_deadline.left(now))
        return {.stop = RetryStop::deadline};
    if (!budget.take(Spending::retry, now, degraded))
        return {.stop = RetryStop::budget};
    ++m_attempt;
    return {.wait = waits};
}

double RetryRun::chance()
{
    std::uint64_t z = (m_seed += 0x9E3779B97F4A7C15ULL); // SplitMix64.
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return double((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

// Exponential: Polly's decorrelated jitter V2 (George Polevoy; Polly.Core, RetryHelper.DecorrelatedJitterBackoffV2). A place
// t on a curve that doubles, moved by chance; the wait is the way between two places. It has no spikes at any time after a
// common start, which "full jitter" has; 1.4 makes `first` the median of the first wait.
Duration RetryRun::wait()
{
    const double first = double(m_policy.first.count());
    double wait = first * (0.75 + 0.5 * chance());
    if (m_policy.backoff == Backoff::exponential) {
        const double t = double(m_attempt - 1) + chance();
        const double place = std::exp2(t) * std::tanh(std::sqrt(4 * t));
        wait = std::max(0.0, place - m_before) * first / 1.4;
        m_before = place;
    }
    const double most = double(m_policy.waitMax.count());
    return wait >= most ? m_policy.waitMax : Duration(static_cast<std::int64_t>(wait));
}

std::optional<Duration> parseRetryAfter(std::string_view header, WallTime now)
{
    const std::string_view text = trimmed(header);
    if (text.empty())
        return std::nullopt;
    if (const auto seconds = fromSeconds(text))
        return seconds;
    const auto moment = wallSeconds(text);
    if (!moment)
        return std::nullopt;
    const std::int64_t wait = *moment * 1000 - now.milliseconds;
    return std::clamp<Duration>(std::chrono::milliseconds(std::min<std::int64_t>(wait, hundredYears / 1ms)), 0s, hundredYears);
}

} // namespace siaga::resilience
