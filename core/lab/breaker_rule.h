// SPDX-License-Identifier: GPL-3.0-or-later
// Siaga's own breaker as a rule of a trial: the real one, with any policy.
#pragma once

#include "core/lab/target_rule.h"
#include "core/resilience/breaker.h"

namespace siaga::lab {

class BreakerRuleOf : public TargetRule
{
public:
    explicit BreakerRuleOf(const resilience::BreakerPolicy &policy, std::uint64_t seed)
        : m_breaker(policy, seed)
    {
    }

    Pass ask(Instant now) override;
    void tell(Instant now, const Pass &pass, bool failed, Duration took) override;
    BreakerState state() const override { return m_breaker.state(); }
    const resilience::Breaker &breaker() const { return m_breaker; }

private:
    resilience::Breaker m_breaker;
};

/// With the default policy.
std::unique_ptr<TargetRule> makeSiaga(std::uint64_t seed);

} // namespace siaga::lab
