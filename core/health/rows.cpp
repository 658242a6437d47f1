// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/rows.h"

#include <algorithm>

namespace siaga::health {

namespace {

bool tells(const ProbeResult &result)
{
    return result.outcome != ProbeOutcome::notRun;
}

bool fails(const ProbeResult &result)
{
    return tells(result) && result.outcome != ProbeOutcome::passed;
}

} // namespace

Row trailingRow(const std::deque<ProbeResult> &probes, Instant notBefore, Duration gapMax)
{
    Row row;
    for (auto result = probes.rbegin(); result != probes.rend() && result->began >= notBefore; ++result) {
        if (!tells(*result))
            continue;
        if (row.count == 0) {
            row.newest = &*result;
            row.failing = fails(*result);
        } else if (fails(*result) != row.failing || row.began - result->ended > gapMax) {
            break;
        }
        row.began = result->began;
        ++row.count;
    }
    return row;
}

const ProbeResult *newestTold(const std::deque<ProbeResult> &probes)
{
    const auto found = std::find_if(probes.rbegin(), probes.rend(), tells);
    return found == probes.rend() ? nullptr : &*found;
}

int failuresSince(const std::deque<ProbeResult> &probes, Instant notBefore)
{
    return static_cast<int>(std::ranges::count_if(
        probes, [notBefore](const ProbeResult &result) { return fails(result) && result.began >= notBefore; }));
}

Instant watchedSince(const State &state)
{
    return std::max(state.opened, state.adopted);
}

} // namespace siaga::health
