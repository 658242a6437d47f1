// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/state.h"

#include "core/events/archive.h"
#include "core/events/codec.h"
#include "core/fleet/read.h"
#include "core/health/engine.h"
#include "core/orchestrator/engine.h"
#include "core/recovery/engine.h"
#include "core/resilience/engine.h"
#include "core/runtime/adoption.h"

#include <algorithm>

namespace siaga {

template<class A>
void describe(A &a, State &v)
{
    a("adopted", v.adopted), a("fleetProblems", v.fleetProblems), a("health", v.health), a("resilience", v.resilience);
    a("recovery", v.recovery);
    a("orchestrator", v.orchestrator), a("head", v.head), a("at", v.at), a("wall", v.wall), a("epoch", v.epoch);
    a("unknownEvents", v.unknownEvents);
}

namespace {

/// Only bytes that were read without a problem are ever journaled; an older build's stricter reader may still refuse.
void readAdopted(State &state)
{
    auto reading = readFleet(sourceOf(state.adopted));
    if (reading)
        state.fleet = std::move(reading).value().fleet;
    else
        for (const FleetProblem &problem : reading.error())
            state.fleetProblems.push_back(toText(problem));
}

bool isSame(const FleetAdopted &one, const FleetAdopted &other)
{
    return one.environment == other.environment
        && std::ranges::equal(one.layers, other.layers,
                              [](const FleetLayer &a, const FleetLayer &b) { return a.file == b.file && a.bytes == b.bytes; });
}

} // namespace

void fold(State &state, const Recorded &recorded)
{
    state.head = recorded.seq;
    state.at = recorded.at;
    state.wall = recorded.wall;
    state.epoch = recorded.epoch;
    if (const auto *adopted = recorded.event.as<FleetAdopted>()) {
        state.adopted = *adopted;
        state.fleetProblems.clear();
        readAdopted(state);
    } else if (const auto *refused = recorded.event.as<FleetRefused>()) {
        state.fleetProblems = refused->problems;
    } else if (recorded.event.as<UnknownEvent>()) {
        ++state.unknownEvents;
    }
    health::fold(state.health, recorded);
    resilience::fold(state.resilience, recorded);
    recovery::fold(state.recovery, recorded);
    orchestrator::fold(state.orchestrator, recorded);
}

std::string toKeyframe(const State &state)
{
    return toJson(state);
}

Result<State> fromKeyframe(std::string_view bytes, const State *like)
{
    auto state = fromJson<State>(bytes);
    if (!state)
        return state;
    State read = std::move(state).value();
    if (like && isSame(read.adopted, like->adopted))
        read.fleet = like->fleet;
    else if (!read.adopted.layers.empty())
        readAdopted(read);
    return read;
}

std::string keyframeFingerprint()
{
    static const std::string fingerprint = toHex(sha256(formatFingerprint(), toJson(State{}) + SIAGA_VERSION));
    return fingerprint;
}

Hash256 stateHash(const State &state)
{
    return sha256(toKeyframe(state));
}

} // namespace siaga
