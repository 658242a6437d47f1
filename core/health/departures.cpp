// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/departures.h"

#include "core/health/alerts.h"

#include <set>

namespace siaga::health {

namespace {

void checksThatLeft(Outputs &outputs, const State &state, const Fleet &fleet)
{
    std::set<CheckId> named;
    for (const Check &check : fleet.checks)
        named.insert(check.id);
    for (const auto &[check, memory] : state.checks)
        if (!named.contains(check))
            outputs.push_back(Event(CheckTurned{.check = check, .from = memory.state, .to = CheckState::unknown,
                                                .threshold = 0, .region = memory.region}));
}

bool isNamed(const ViewKey &key, const Fleet &fleet)
{
    const Endpoint *endpoint = fleet.endpoint(key.endpoint);
    const Endpoint::Backend *backend = endpoint ? endpoint->backend(key.service) : nullptr;
    return backend && backend->servers.contains(key.region);
}

void edgesThatLeft(Outputs &outputs, const State &state, const Fleet &fleet)
{
    for (const auto &[key, memory] : state.views)
        if (memory.state != ViewState::unknown && !isNamed(key, fleet))
            outputs.push_back(Event(ViewTurned{.endpoint = key.endpoint, .service = key.service, .region = key.region,
                                               .from = memory.state, .to = ViewState::unknown}));
    for (const auto &[endpoint, memory] : state.edges)
        if (memory.state != EdgeState::unknown && !fleet.endpoint(endpoint))
            outputs.push_back(Event(EdgeTurned{.endpoint = endpoint, .from = memory.state, .to = EdgeState::unknown}));
}

void regionsThatLeft(Outputs &outputs, const State &state, const Fleet &fleet)
{
    for (const auto &[region, memory] : state.regions)
        if (memory.state != RegionState::unknown && !fleet.region(region))
            outputs.push_back(Event(RegionTurned{.region = region, .from = memory.state, .to = RegionState::unknown}));
}

} // namespace

Outputs departures(const State &state, const Fleet &fleet)
{
    Outputs outputs = alertsWithoutSubject(state, fleet);
    checksThatLeft(outputs, state, fleet);
    edgesThatLeft(outputs, state, fleet);
    regionsThatLeft(outputs, state, fleet);
    return outputs;
}

} // namespace siaga::health
