// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recovery/drift.h"

#include <algorithm>

namespace siaga::recovery {

namespace {

// An edge that shows other weights so soon after it came back forgot them; later, somebody wrote.
constexpr Duration forgetting = std::chrono::seconds(60);

DriftCause causeOf(const ServerKey &server, const Decided &decided, const State &state, Instant now)
{
    if (!decided.confirmed)
        return DriftCause::edgeMissedIt;
    const auto returned = state.returned.find(server.endpoint);
    return returned != state.returned.end() && now - returned->second <= forgetting ? DriftCause::edgeRestarted : DriftCause::foreignWrite;
}

std::optional<int> weightDecided(const ServerKey &server, const Decided &decided, const Fleet &fleet)
{
    const Service *service = fleet.service(server.service);
    const Placement *placement = service ? service->placement(server.region) : nullptr;
    return placement ? std::optional(balancerWeight(placement->weight, decided.share, whole)) : std::nullopt;
}

} // namespace

bool isMoved(const ServerKey &server, const State &state)
{
    const std::vector<Claim> claim{{server.service, server.region, Aspect::traffic}};
    return std::ranges::any_of(state.plans, [&claim](const auto &entry) {
        return entry.second.approved && overlap(claim, claimsOf(entry.second.plan));
    });
}

bool isUnanswered(const ServerKey &server, const DriftMemory &drift, const State &state)
{
    const auto decided = state.decided.find(server);
    return decided != state.decided.end() && drift.since >= decided->second.since && !isMoved(server, state);
}

Outputs compare(const EdgeSeen &look, const State &state, const Context &context)
{
    Outputs out;
    if (!look.reached)
        return out;
    for (const auto &[server, decided] : state.decided) {
        const auto seen = look.servers.find({server.service, server.region});
        const bool tells = server.endpoint == look.endpoint && seen != look.servers.end() && look.began > decided.since;
        const auto wanted = tells ? weightDecided(server, decided, context.fleet) : std::nullopt;
        if (!wanted || isMoved(server, state))
            continue;
        const auto known = state.drifts.find(server);
        const int told = seen->second.weightTold();
        if (told == *wanted && known != state.drifts.end())
            out.emplace_back(DriftEnded{server.endpoint, server.service, server.region});
        else if (told != *wanted && (known == state.drifts.end() || known->second.weightSeen != told))
            out.emplace_back(Drifted{server.endpoint, server.service, server.region, *wanted, told, causeOf(server, decided, state, context.now)});
    }
    return out;
}

} // namespace siaga::recovery
