// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/views.h"

#include "core/health/rows.h"

#include <algorithm>

namespace siaga::health {

namespace {

inline constexpr Permille failedFrom{900};  ///< As good as all requests fail.
inline constexpr Permille failedUntil{800}; ///< It takes this much success to be called merely failing again.

struct Verdict
{
    ViewState state = ViewState::unknown;
    bool critical = false; ///< Failing at or above the policy's critical share.
};

ViewMemory memoryOf(const State &state, const ViewKey &key)
{
    const auto found = state.views.find(key);
    return found == state.views.end() ? ViewMemory{} : found->second;
}

bool fails(ViewState state)
{
    return state == ViewState::failing || state == ViewState::failed;
}

/// What one count says, given what is known; nullopt when it says nothing yet.
std::optional<Verdict> verdictOf(const ViewCount &count, const ViewMemory &memory, const HealthPolicy &policy)
{
    const ViewState known = memory.state == ViewState::unknown ? memory.lastKnown : memory.state;
    if (count.down)
        return Verdict{ViewState::failed, true};
    if (count.requests < static_cast<std::uint64_t>(std::max(1, policy.requestsMin)))
        return count.whole ? std::optional(Verdict{}) : std::nullopt;
    const Permille failed = count.failed();
    const bool critical = failed >= policy.errorShareCritical;
    if (failed >= (known == ViewState::failed ? failedUntil : failedFrom))
        return Verdict{ViewState::failed, true};
    if (failed >= policy.errorShareWarning || (fails(known) && failed.value * 2 >= policy.errorShareWarning.value))
        return Verdict{ViewState::failing, critical};
    return Verdict{ViewState::good, false};
}

/// Whether the verdict tells anything that is not known. A failing view only grows worse until it is good again.
bool isNews(const Verdict &verdict, const ViewMemory &memory, const HealthPolicy &policy)
{
    if (verdict.state == ViewState::unknown && memory.state == ViewState::unknown)
        return fails(memory.lastKnown); // Read again, and nothing to tell: its last word no longer counts.
    if (verdict.state != memory.state)
        return true;
    return verdict.state == ViewState::failing && verdict.critical && memory.failed < policy.errorShareCritical;
}

} // namespace

Permille ViewCount::failed() const
{
    return Permille{requests == 0 ? 0 : static_cast<int>(std::min(failures, requests) * 1000 / requests)};
}

ViewCount countView(const State &state, const Endpoint &endpoint, const ViewKey &key, int skipped, const Context &context)
{
    ViewCount count;
    const std::pair server{key.service, key.region};
    const std::deque<EdgeSeen> &looks = context.seen.looks(endpoint.id);
    const EdgeSeen *newest = nullptr;
    const EdgeSeen *later = nullptr;
    for (auto look = looks.rbegin(); look != looks.rend() && look->began >= watchedSince(state); ++look) {
        if (!look->reached || skipped-- > 0)
            continue;
        const auto here = look->servers.find(server);
        if (here == look->servers.end()) {
            count.whole = !newest; // An edge that does not know the server any more has nothing more to tell.
            return count;
        }
        if (later) {
            const ServerSeen &after = later->servers.at(server);
            if (look->uptime > later->uptime || here->second.requests > after.requests || here->second.failures > after.failures
                || later->began - look->ended > staleAfter(endpoint))
                return count;
            count.requests += after.requests - here->second.requests;
            count.failures += after.failures - here->second.failures;
            count.failedLast |= later == newest && after.failures > here->second.failures;
            count.whole = newest->ended - look->ended >= context.fleet.policies.health.window;
            if (count.whole)
                return count;
        } else {
            newest = &*look;
            count.down = here->second.state == ServerSeen::State::down;
        }
        later = &*look;
    }
    count.whole = looks.size() >= edgesKept; // More is never kept.
    return count;
}

ViewVerdict judgeView(const State &state, const Endpoint &endpoint, const ViewKey &key, const Context &context)
{
    const HealthPolicy &policy = context.fleet.policies.health;
    const ViewMemory memory = memoryOf(state, key);
    const ViewCount count = countView(state, endpoint, key, 0, context);
    const auto verdict = verdictOf(count, memory, policy);
    if (!verdict || !isNews(*verdict, memory, policy))
        return {};
    // A burst that is over stays in the window for a while, but must not turn anything any more.
    if (fails(verdict->state) && !fails(memory.state) && !count.down && !count.failedLast)
        return {};
    const ViewCount before = countView(state, endpoint, key, 1, context);
    const auto earlier = verdictOf(before, memory, policy);
    if (!earlier || earlier->state != verdict->state || !isNews(*earlier, memory, policy))
        return {std::nullopt, true};
    const Permille failed = count.down ? whole : std::min(count.failed(), before.failed());
    return {ViewTurned{.endpoint = key.endpoint, .service = key.service, .region = key.region, .from = memory.state,
                       .to = verdict->state, .failed = failed, .requests = count.requests}};
}

Outputs blindViews(const State &state, const EndpointId &endpoint)
{
    Outputs outputs;
    for (auto view = state.views.lower_bound(ViewKey{endpoint, {}, {}}); view != state.views.end(); ++view) {
        const auto &[key, memory] = *view;
        if (key.endpoint != endpoint)
            break;
        if (memory.state != ViewState::unknown)
            outputs.push_back(Event(ViewTurned{.endpoint = endpoint, .service = key.service, .region = key.region,
                                               .from = memory.state, .to = ViewState::unknown}));
    }
    return outputs;
}

} // namespace siaga::health
