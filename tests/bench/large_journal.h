// SPDX-License-Identifier: GPL-3.0-or-later
// A journal of a million records, as a fleet of many services writes it.
#pragma once

#include "core/base/check.h"
#include "core/events/codec.h"
#include "core/events/health_events.h"
#include "core/events/request_events.h"
#include "core/journal/journal.h"
#include "core/runtime/state.h"

namespace siaga::bench {

inline constexpr std::uint64_t million = 1'000'000;
inline constexpr std::uint64_t keyframeEvery = 5000; // As RunnerOptions has it.

/// Services with a check each in four regions, as a file would tell them.
inline std::string fleetYaml(int services)
{
    std::string yaml = "fleet: Large\nenvironment: bench\nregions:\n";
    std::string placements;
    std::string targets;
    for (int r = 0; r < 4; ++r) {
        const std::string region = "r" + std::to_string(r);
        const std::string comma = r > 0 ? ", " : "";
        yaml += "  " + region + ": {place: {latitude: 1, longitude: 1}}\n";
        placements += comma + region + ": {capacity: 100}";
        targets += comma + region + ": \"127.0.0.1:9\"";
    }
    yaml += "services:\n";
    for (int i = 0; i < services; ++i)
        yaml += "  s" + std::to_string(i) + ": {regions: {" + placements + "}}\n";
    yaml += "checks:\n";
    for (int i = 0; i < services; ++i)
        yaml += "  c" + std::to_string(i) + ": {service: s" + std::to_string(i) + ", kind: tcp, interval: 60s, targets: {" + targets + "}}\n";
    return yaml;
}

/// Records as a busy fleet makes them, a person's order now and then, and keyframes where a running Siaga keeps them. Gives
/// the length of the last one.
inline std::size_t fill(Journal &journal, int services)
{
    const std::string yaml = fleetYaml(services);
    const FleetAdopted adopted{.layers = {{"large.yaml", yaml}}, .environment = {}, .hash = sha256(yaml)};
    State state;
    while (journal.head().seq.value() < million) {
        std::vector<NewRecord> batch;
        for (std::uint64_t i = 0; i < keyframeEvery; ++i) {
            const std::uint64_t number = state.head.value() + 1;
            const std::uint64_t check = number / 4 % static_cast<std::uint64_t>(services);
            const std::string region = "r" + std::to_string(number % 4);
            const CheckState to = number / 4 / static_cast<std::uint64_t>(services) % 2 ? CheckState::up : CheckState::down;
            const Event event = number == 1 ? Event(adopted)
                : number % 50 == 0 ? Event(AcknowledgeRequested{RequestId(number), AlertId(number), "seen"})
                                   : Event(CheckTurned{.check = CheckId("c" + std::to_string(check) + '@' + region), .to = to, .inARow = 3,
                                                       .threshold = 3, .outcome = ProbeOutcome::refused, .detail = "connection refused",
                                                       .region = RegionId(region)});
            const Recorded recorded{Seq(number), Instant(std::chrono::milliseconds(number)), {static_cast<std::int64_t>(number)}, Epoch(1),
                                    {number % 50 ? Actor::Kind::engine : Actor::Kind::person, "ayu"}, event};
            fold(state, recorded);
            batch.push_back({recorded.seq, recorded.at, recorded.wall, std::string(recorded.event.name()), encode(recorded)});
        }
        SIAGA_CHECK(journal.append(batch, journal.head()));
        journal.keep({state.head, keyframeFingerprint(), toKeyframe(state)});
    }
    return toKeyframe(state).size();
}

} // namespace siaga::bench
