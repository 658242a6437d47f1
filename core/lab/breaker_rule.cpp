// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/breaker_rule.h"

#include <bit>

namespace siaga::lab {

using resilience::Admission;

Pass BreakerRuleOf::ask(Instant now)
{
    const Admission admission = m_breaker.allow(now);
    return {.allowed = admission.allowed, .token = std::bit_cast<std::uint64_t>(admission)};
}

void BreakerRuleOf::tell(Instant now, const Pass &pass, bool failed, Duration took)
{
    using enum resilience::CallResult;
    m_breaker.record(std::bit_cast<Admission>(pass.token), failed ? failure : success, took, now);
}

std::unique_ptr<TargetRule> makeSiaga(std::uint64_t seed)
{
    return std::make_unique<BreakerRuleOf>(resilience::BreakerPolicy{}, seed);
}

} // namespace siaga::lab
