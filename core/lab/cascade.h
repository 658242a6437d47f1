// SPDX-License-Identifier: GPL-3.0-or-later
// Does one sick service drag the others down? Services with few workers that call each other, and the last falls ill.
//
// It is like a motorway: one lane closed at the far end, and an hour later people stand still who never wanted to go there.
// The catch: a worker waits for what it has called, as in most programs; it is the waiting that spreads, not the fault.
#pragma once

#include "core/lab/cascade_guard.h"
#include "core/lab/target_fault.h"

#include <optional>
#include <string>
#include <vector>

namespace siaga::lab {

enum class CascadeShape {
    chain,  ///< Four services; half of what comes to one goes on to the next. The fourth falls ill.
    fanOut, ///< One calls ten at once; the tenth, which half of its requests need, falls ill.
};
constexpr auto namesOf(CascadeShape)
{
    return std::array<std::string_view, 2>{"chain of four", "fan-out of ten"};
}

struct CascadeSetup
{
    CascadeShape shape = CascadeShape::chain;
    TargetFault fault; ///< Errors, latency, hang or flapping.
    Protection protection = Protection::siaga;
    Duration quietBefore = std::chrono::seconds(30);
    Duration faultFor = std::chrono::seconds(60);
    Duration quietAfter = std::chrono::seconds(60);
    std::uint64_t seed = 1;
};

/// Requests of one service's own users that came while the fault lasted.
struct Goodput
{
    std::string service;
    int untouched = 0;     ///< Those that need nothing of the sick one.
    int untouchedGood = 0; ///< Of them, fully answered in time.
    int wanted = 0;        ///< All.
    int full = 0;          ///< Of all, fully answered in time.
    int fallback = 0;      ///< Of all, answered in time with a fallback for a part.

    double untouchedLost() const { return untouched > 0 ? 1 - double(untouchedGood) / untouched : 0; }
    double lost() const { return wanted > 0 ? 1 - double(full + fallback) / wanted : 0; }
};

struct CascadeOutcome
{
    std::vector<Goodput> healthy; ///< Every service but the sick one.
    int offered = 0;  ///< Requests that needed the sick one while it was.
    int reached = 0;  ///< Calls that reached it meanwhile.
    /// From the fault's end until, over any five seconds, 99 % of all requests are fully answered; nothing when that was not so
    /// before the end.
    std::optional<Duration> backAfter;

    double worstUntouchedLost() const;
    double worstLost() const;
    double amplification() const { return offered > 0 ? double(reached) / offered : 0; }
};

/// Deterministic: the same setup gives the same outcome.
CascadeOutcome runCascade(const CascadeSetup &setup);

} // namespace siaga::lab
