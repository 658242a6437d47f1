// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/checks.h"

#include "core/health/rows.h"

#include <algorithm>
#include <set>

namespace siaga::health {

namespace {

inline constexpr std::size_t rechecksMax = 100; ///< At once; the others wait for their regular round.

const CheckMemory &memoryOf(const State &state, const CheckId &check)
{
    static const CheckMemory unknown;
    const auto found = state.checks.find(check);
    return found == state.checks.end() ? unknown : found->second;
}

CheckState saidBy(bool failing)
{
    return failing ? CheckState::down : CheckState::up;
}

/// How many results in a row turn it. A check that nothing was ever known of is up at its first pass.
int neededFor(CheckState to, const CheckMemory &memory, const Check &check)
{
    const CheckState reference = memory.state == CheckState::unknown ? memory.lastKnown : memory.state;
    int needed = check.failuresToDown;
    if (to == CheckState::up)
        needed = reference == CheckState::down ? check.successesToUp : 1;
    return std::clamp(needed, 1, static_cast<int>(probesKept));
}

/// Its failures are from before our own link was trusted again.
bool downIsDoubtful(const State &state, const CheckMemory &memory)
{
    return memory.state == CheckState::down && state.ownLink.trusted && memory.since < state.ownLink.since;
}

bool isNewest(const ProbeResult &result, const std::deque<ProbeResult> &probes)
{
    return !probes.empty() && probes.back().began == result.began && probes.back().ended == result.ended;
}

CheckTurned turnOf(const Check &check, const CheckMemory &memory, const Row &row, int needed)
{
    return {.check = check.id, .from = memory.state, .to = saidBy(row.failing), .inARow = row.count, .threshold = needed,
            .outcome = row.newest->outcome, .detail = row.newest->detail, .region = check.region};
}

} // namespace

Outputs checkSeen(const State &state, const CheckSeen &seen, const Context &context)
{
    if (seen.result.outcome == ProbeOutcome::notRun)
        return {};
    // The usual result says what is known already, and must not cost a search through the fleet.
    const CheckMemory &memory = memoryOf(state, seen.check);
    const CheckState said = saidBy(seen.result.outcome != ProbeOutcome::passed);
    if (said == memory.state && !downIsDoubtful(state, memory))
        return {};
    const std::deque<ProbeResult> &probes = context.seen.probes(seen.check);
    const Check *check = context.fleet.check(seen.check);
    if (!check || !isNewest(seen.result, probes))
        return {};
    const Look again{check->id, context.now + check->recheckInterval};
    if (said == memory.state)
        return confirmedDown(state, *check, context) ? Outputs{} : Outputs{again};
    const Row row = trailingRow(probes, watchedSince(state), staleAfter(*check));
    const int needed = neededFor(said, memory, *check);
    if (row.count == 0)
        return {};
    return row.count >= needed ? Outputs{Event(turnOf(*check, memory, row, needed))} : Outputs{again};
}

Outputs silentChecks(const State &state, const Context &context)
{
    Outputs outputs;
    for (const Check &check : context.fleet.checks) {
        const CheckMemory &memory = memoryOf(state, check.id);
        if (memory.state == CheckState::unknown)
            continue;
        const ProbeResult *newest = newestTold(context.seen.probes(check.id));
        const Instant told = newest ? std::max(newest->ended, watchedSince(state)) : watchedSince(state);
        if (context.now - told > staleAfter(check))
            outputs.push_back(Event(CheckTurned{.check = check.id, .from = memory.state, .to = CheckState::unknown,
                                                .threshold = check.failuresToDown, .region = check.region}));
    }
    return outputs;
}

bool confirmedDown(const State &state, const Check &check, const Context &context)
{
    const CheckMemory &memory = memoryOf(state, check.id);
    if (memory.state != CheckState::down || !state.ownLink.trusted)
        return false;
    if (!downIsDoubtful(state, memory))
        return true;
    const int needed = std::clamp(check.failuresToDown, 1, static_cast<int>(probesKept));
    return failuresSince(context.seen.probes(check.id), state.ownLink.since) >= needed;
}

Instant failingSince(const State &state, const Check &check, const Context &context)
{
    const Row row = trailingRow(context.seen.probes(check.id), watchedSince(state), staleAfter(check));
    const CheckMemory &memory = memoryOf(state, check.id);
    return row.count > 0 && row.failing ? std::min(row.began, memory.since) : memory.since;
}

Outputs recheckAllDown(const State &state, const Context &context)
{
    Outputs outputs;
    for (const auto &[check, memory] : state.checks)
        if (memory.state == CheckState::down && outputs.size() < rechecksMax)
            outputs.push_back(Look{check, context.now});
    return outputs;
}

Outputs witnessesFor(const State &state, const RegionId &region, const Context &context)
{
    Outputs outputs;
    std::set<RegionId> asked{region};
    for (const Check &check : context.fleet.checks)
        if (!asked.contains(check.region) && memoryOf(state, check.id).state == CheckState::up) {
            asked.insert(check.region);
            outputs.push_back(Look{check.id, context.now});
        }
    return outputs;
}

} // namespace siaga::health
