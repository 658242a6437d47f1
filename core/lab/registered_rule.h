// SPDX-License-Identifier: GPL-3.0-or-later
// A breaker of the fleet file as a rule of a trial: the engine's own judgement, on readings as often as its signal gives them.
//
// It is like a rehearsal with the real referee and a made-up match. The catch: like the real one it stands in nobody's way:
// it lets everything pass, and what it shows or proposes is another's to do.
#pragma once

#include "core/fleet/fleet.h"
#include "core/lab/target_rule.h"
#include "core/resilience/judgement.h"

namespace siaga::lab {

class RegisteredRule : public TargetRule
{
public:
    /// `interval` is how often its signal is read; at least a millisecond.
    RegisteredRule(const RegisteredBreaker &breaker, Duration interval);

    Pass ask(Instant now) override;
    void tell(Instant now, const Pass &pass, bool failed, Duration took) override;
    BreakerState state() const override;

private:
    void readUntil(Instant now);
    void read(Instant now);
    void turn(resilience::Judgement judgement, Instant now);

    RegisteredBreaker m_breaker;
    Duration m_interval;
    resilience::State m_state;
    resilience::Readings m_readings;
    Instant m_read;  ///< When it was read last.
    Instant m_next;  ///< When it is read next.
    int m_calls = 0; ///< Since it was read last.
    int m_failures = 0;
    bool m_lastFailed = false;
};

/// How often the signal of the fleet's breaker is read.
Duration readEvery(const RegisteredBreaker &breaker, const Fleet &fleet);

} // namespace siaga::lab
