// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/edges.h"

#include "core/health/rows.h"

#include <algorithm>

namespace siaga::health {

namespace {

using Looks = std::deque<EdgeSeen>;

/// How many of the newest looks agree on having reached the edge or not.
int inARow(const Looks &looks, Instant notBefore, Duration gapMax)
{
    int count = 0;
    const EdgeSeen *later = nullptr;
    for (auto look = looks.rbegin(); look != looks.rend() && look->began >= notBefore; ++look) {
        if (later && (look->reached != later->reached || later->began - look->ended > gapMax))
            break;
        later = &*look;
        ++count;
    }
    return count;
}

/// Whether the process grew younger at a look that ended at `since` or later; unreached looks are left aside.
bool restartedSince(const Looks &looks, Instant since)
{
    const EdgeSeen *later = nullptr;
    for (auto look = looks.rbegin(); look != looks.rend(); ++look) {
        if (!look->reached)
            continue;
        if (later && look->uptime > later->uptime)
            return true;
        if (look->ended < since)
            return false;
        later = &*look;
    }
    return false;
}

EdgeTurned turnOf(const Endpoint &endpoint, EdgeState from, EdgeState to, bool restarted, const std::string &detail)
{
    return {.endpoint = endpoint.id, .from = from, .to = to, .restarted = restarted, .detail = detail};
}

} // namespace

EdgeState edgeStateOf(const State &state, const EndpointId &endpoint)
{
    const auto found = state.edges.find(endpoint);
    return found == state.edges.end() ? EdgeState::unknown : found->second.state;
}

EdgeVerdict judgeEdge(const State &state, const Endpoint &endpoint, const Context &context)
{
    const Looks &looks = context.seen.looks(endpoint.id);
    const int agreeing = inARow(looks, watchedSince(state), staleAfter(endpoint));
    if (agreeing == 0)
        return {};
    const auto known = state.edges.find(endpoint.id);
    const EdgeMemory memory = known == state.edges.end() ? EdgeMemory{} : known->second;
    const EdgeSeen &newest = looks.back();
    const EdgeState to = newest.reached ? EdgeState::reachable : EdgeState::unreachable;
    const bool same = to == memory.state;
    const bool restarted = newest.reached && restartedSince(looks, same ? newest.ended : memory.since);
    if (same && !restarted)
        return {};
    const int needed = same || (memory.state == EdgeState::unknown && newest.reached) ? 1 : looksToTurn;
    if (agreeing < needed)
        return {std::nullopt, true};
    return {turnOf(endpoint, memory.state, to, restarted, newest.detail)};
}

Outputs silentEdges(const State &state, const Context &context)
{
    Outputs outputs;
    for (const Endpoint &endpoint : context.fleet.endpoints) {
        const EdgeState from = edgeStateOf(state, endpoint.id);
        const Looks &looks = context.seen.looks(endpoint.id);
        // A reachable edge is as fresh as the last look that read it; an unreachable one as the last that tried.
        const auto newest = std::find_if(looks.rbegin(), looks.rend(), [from](const EdgeSeen &look) {
            return look.reached || from != EdgeState::reachable;
        });
        const Instant told = newest == looks.rend() ? watchedSince(state) : std::max(newest->ended, watchedSince(state));
        if (from != EdgeState::unknown && context.now - told > staleAfter(endpoint))
            outputs.push_back(Event(turnOf(endpoint, from, EdgeState::unknown, false, {})));
    }
    return outputs;
}

} // namespace siaga::health
