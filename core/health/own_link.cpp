// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/own_link.h"

#include "core/base/seed_bug.h"
#include "core/health/rows.h"
#include "core/health/testimony.h"

#include <algorithm>

namespace siaga::health {

namespace {

enum class Word { nothing, passes, fails };

struct Canaries
{
    Word word = Word::nothing;
    int failed = 0;
    int heard = 0; ///< Of which a result came within two rounds and the time-out.
};

Canaries hearCanaries(const State &state, const Context &context)
{
    Canaries canaries;
    bool passes = false;
    for (const Canary &canary : context.fleet.canaries) {
        const Duration stale = 2 * canary.interval + canary.timeout;
        const Row row = trailingRow(context.seen.probes(canary.id), watchedSince(state), stale);
        if (row.count == 0 || context.now - row.newest->ended > stale)
            continue;
        ++canaries.heard;
        canaries.failed += row.failing && row.count >= canaryResultsToTurn;
        passes |= !row.failing && row.count >= canaryResultsToTurn;
    }
    if (canaries.heard > 0 && canaries.failed == canaries.heard)
        canaries.word = Word::fails;
    else if (passes)
        canaries.word = Word::passes;
    return canaries;
}

struct Checks
{
    Word word = Word::nothing;
    int failed = 0; ///< Regions of which all known checks are down.
    int heard = 0;  ///< Regions of which anything is known.
};

Checks hearChecks(const State &state, const Context &context)
{
    Checks checks;
    int confirmed = 0;
    for (const auto &[region, tally] : state.tallies) {
        if (tally.up + tally.down == 0)
            continue;
        ++checks.heard;
        if (tally.up > 0)
            continue;
        ++checks.failed;
        confirmed += failsElsewhereToo(state, region, context);
    }
    if (checks.failed < checks.heard || (checks.failed > 0 && confirmed == checks.failed))
        checks.word = Word::passes;
    else if (checks.failed >= 2)
        checks.word = Word::fails;
    return checks;
}

/// Nothing in the fleet could ever tell whether the link is sound.
bool nobodyToAsk(const Fleet &fleet)
{
    const auto other = [&fleet](const Check &check) { return check.region != fleet.checks.front().region; };
    return fleet.canaries.empty() && std::ranges::none_of(fleet.checks, other);
}

} // namespace

std::optional<OwnLinkTurned> judgeOwnLink(const State &state, const Context &context)
{
    const Canaries canaries = hearCanaries(state, context);
    const Checks checks = hearChecks(state, context);
    const bool fails = canaries.word == Word::fails || checks.word == Word::fails;
    const bool passes = canaries.word == Word::passes || checks.word == Word::passes || nobodyToAsk(context.fleet);
    const bool trusted = state.ownLink.trusted ? !fails : !fails && passes;
    if (trusted == state.ownLink.trusted || SIAGA_SEED_BUG_IS(17))
        return std::nullopt;
    return OwnLinkTurned{.trusted = trusted, .canariesFailed = canaries.failed, .canaries = canaries.heard,
                         .regionsFailed = checks.failed, .regions = checks.heard};
}

std::optional<OwnLinkTurned> canarySeen(const State &state, const CanarySeen &seen, const Context &context)
{
    const std::deque<ProbeResult> &probes = context.seen.probes(seen.canary);
    if (probes.empty() || probes.back().began != seen.result.began || probes.back().ended != seen.result.ended)
        return std::nullopt;
    return judgeOwnLink(state, context);
}

} // namespace siaga::health
