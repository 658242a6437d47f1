// SPDX-License-Identifier: GPL-3.0-or-later
// The port through which people's orders reach the breakers of our own calls.
#pragma once

#include "core/fleet/fleet.h"

namespace siaga {

/// Takes orders that are on record, for breakers as core/seen/breaker_names.h names them; others are not its business.
///
/// - An order holds from now on, also for a target to which no call was made yet. The same order twice changes nothing.
/// - What it changes is told as an OwnBreakerSeen, like any other change.
/// - No order ever touches Lane::rescue.
class BreakerControl
{
public:
    virtual ~BreakerControl() = default;

    /// The fleet in force: its targets are those that there are, and by it budgets are measured.
    virtual void watch(const Fleet &fleet) = 0;

    /// Nothing but rescues goes to the target: its checks are not run.
    virtual void holdOpen(const BreakerId &breaker) = 0;
    /// Everything passes, whatever is counted.
    virtual void disable(const BreakerId &breaker) = 0;
    /// The end of either; nothing when there is none.
    virtual void release(const BreakerId &breaker) = 0;
    /// Closes it and lets it forget what it had counted; a hold, if there is one, is over too.
    virtual void reset(const BreakerId &breaker) = 0;
};

} // namespace siaga
