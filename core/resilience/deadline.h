// SPDX-License-Identifier: GPL-3.0-or-later
// The moment by which an answer must be there, passed on to every nested call.
//
// It is like "home by ten": whoever is sent on an errand on the way must be back earlier, never later. The catch: a
// deadline is a moment, not a length; a length given anew at each step adds up beyond what the first caller waits for.
#pragma once

#include "core/base/instant.h"

#include <algorithm>

namespace siaga::resilience {

struct Deadline
{
    Instant at = Instant::max(); ///< The last moment is still in time; max() is no deadline.

    /// `wait` (zero or more) from now, or never when that cannot be counted.
    static constexpr Deadline after(Instant now, Duration wait)
    {
        return {wait >= Instant::max() - now ? Instant::max() : now + std::max(wait, Duration{})};
    }
    constexpr bool passed(Instant now) const { return now > at; }
    /// At least zero; Duration::max() without a deadline.
    constexpr Duration left(Instant now) const
    {
        if (at == Instant::max())
            return Duration::max();
        return std::max(at - now, Duration{});
    }
    /// For a nested call that may take `timeout`: the earlier of the two.
    constexpr Deadline within(Instant now, Duration timeout) const { return {std::min(at, after(now, timeout).at)}; }
    auto operator<=>(const Deadline &) const = default;
};

} // namespace siaga::resilience
