// SPDX-License-Identifier: GPL-3.0-or-later
// What to say when the call gave nothing, without passing it off as an answer.
//
// It is like yesterday's newspaper: better than none, as long as the date is on it. The catch: a fallback is never fresh
// data; whoever uses it for a decision must look at its origin and age first.
#pragma once

#include "core/base/instant.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace siaga::resilience {

enum class Origin : std::uint8_t {
    call,     ///< The target itself, just now.
    lastGood, ///< What it said the last time.
    fixed,    ///< A value decided beforehand.
    computed, ///< A function's.
};
constexpr auto namesOf(Origin)
{
    return std::array<std::string_view, 4>{"call", "last-good", "fixed", "computed"};
}

template<class T>
struct Answer
{
    T value;
    Origin origin = Origin::call;
    Duration age{}; ///< Of lastGood: since it was said; otherwise zero.
    bool isFallback() const { return origin != Origin::call; }
};

/// Keeps the last good value. For one thread.
template<class T>
class LastGood
{
public:
    void keep(T value, Instant now)
    {
        m_value = std::move(value);
        m_at = now;
    }
    /// Nothing when there is none, or when it is older than `ageMax`.
    std::optional<Answer<T>> get(Instant now, Duration ageMax) const
    {
        if (!m_value || now - m_at > ageMax)
            return std::nullopt;
        return Answer<T>{*m_value, Origin::lastGood, std::max(now - m_at, Duration{})};
    }

private:
    std::optional<T> m_value;
    Instant m_at;
};

// Three fallbacks as callables: std::optional<Answer<T>>(Instant now).

/// The last good value, if it isn't older than `ageMax`; `kept` must outlive the callable.
template<class T>
auto lastGood(const LastGood<T> &kept, Duration ageMax)
{
    return [&kept, ageMax](Instant now) { return kept.get(now, ageMax); };
}

template<class T>
auto fixedValue(T value)
{
    return [value = std::move(value)](Instant) { return std::optional(Answer<T>{value, Origin::fixed, {}}); };
}

/// `function(Instant)` gives the value.
template<class Function>
auto computedBy(Function function)
{
    return [function = std::move(function)](Instant now) {
        using T = decltype(function(now));
        return std::optional(Answer<T>{function(now), Origin::computed, {}});
    };
}

} // namespace siaga::resilience
