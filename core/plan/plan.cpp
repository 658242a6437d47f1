// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/plan.h"

#include "core/base/seed_bug.h"
#include "core/plan/canonical.h"

#include <algorithm>

namespace siaga {

Hash256 planHash(const Plan &plan)
{
    return sha256(canonicalBytes(plan));
}

std::vector<Claim> claimsOf(const Plan &plan)
{
    std::vector<Claim> claims;
    for (const Step &step : plan.steps) {
        if (const auto *share = std::get_if<SetRegionShare>(&step.action))
            claims.push_back({share->service, share->region, Aspect::traffic});
        else if (const auto *bake = std::get_if<Bake>(&step.action))
            claims.push_back({bake->service, bake->region, Aspect::traffic});
    }
    std::ranges::sort(claims);
    const auto repeated = std::ranges::unique(claims);
    claims.erase(repeated.begin(), repeated.end());
    return claims;
}

bool overlap(const std::vector<Claim> &a, const std::vector<Claim> &b)
{
    return std::ranges::any_of(a, [&b](const Claim &claim) { return std::ranges::find(b, claim) != b.end(); });
}

bool isDestructive(const Step &step, std::optional<Permille> shareBefore)
{
    const auto *share = std::get_if<SetRegionShare>(&step.action);
    return share && share->share < shareBefore.value_or(whole);
}

int balancerWeight(int weight, Permille regionShare, Permille versionShare)
{
    const long long product = static_cast<long long>(weight) * regionShare.value * versionShare.value;
    if (product == 0)
        return 0;
    const auto rounded = static_cast<int>((product + 500'000) / 1'000'000);
    if (SIAGA_SEED_BUG_IS(16))
        return static_cast<int>(product / 1'010'000);
    return std::clamp(rounded, 1, 256);
}

} // namespace siaga
