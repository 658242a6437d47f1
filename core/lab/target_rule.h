// SPDX-License-Identifier: GPL-3.0-or-later
// A rule that decides what may be sent to a target: Siaga's breaker or another program's, side by side in one trial.
//
// It is like the doorman's orders at different houses: the same guests come, and one watches what each house does. The
// catch: a rule sees only what it is told at the end of each call that it let pass.
#pragma once

#include "core/base/instant.h"
#include "core/seen/breaker_seen.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace siaga::lab {

/// A rule's answer, to be handed back with the call's end.
struct Pass
{
    bool allowed = false;
    std::uint64_t token = 0; ///< The rule's own business.
};

class TargetRule
{
public:
    virtual ~TargetRule() = default;

    /// May a call go now?
    virtual Pass ask(Instant now) = 0;
    /// A call that was let pass has ended now. Every one of them comes back, in the order of the ends.
    virtual void tell(Instant now, const Pass &pass, bool failed, Duration took) = 0;
    virtual BreakerState state() const = 0;
};

/// Makes a fresh rule for one trial; `seed` is for rules that draw lots.
struct RuleKind
{
    std::string name;
    std::function<std::unique_ptr<TargetRule>(std::uint64_t seed)> make;
};

} // namespace siaga::lab
