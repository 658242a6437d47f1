// SPDX-License-Identifier: GPL-3.0-or-later
// The one word that says what a breaker lets pass, and the edges that it may take.
//
// It is like the flag on a mailbox: one glance tells all, and whoever moves it moves all of it at once. The catch: all
// must fit 64 bits, so that a single compare-and-swap is a change of state; hence at most 15 probes, and a deadline in
// milliseconds that is right within 34 years either way.
#pragma once

#include "core/base/instant.h"
#include "core/seen/breaker_seen.h"

#include <cstdint>

namespace siaga::resilience {

/// The word, unpacked. Bits from the lowest: state 3, generation 12, probes 4, passed 4, deadline 41.
struct Gate
{
    BreakerState state = BreakerState::closed;
    std::uint32_t generation = 0; ///< Rises when calls that are under way stop to matter; goes round at 4096.
    std::uint32_t probes = 0;     ///< Half-open: under way. Ramping: the step, from 0.
    std::uint32_t passed = 0;     ///< Half-open: probes that passed. Ramping: how often the step was repeated.
    std::int64_t deadlineMs = 0;  ///< Open: of the first probe; half-open: of the permits; ramping: of the step; degraded: of its minimum.
    bool operator==(const Gate &) const = default;
};

inline constexpr int gateGenerationShift = 3;
inline constexpr std::uint32_t gateGenerationMask = 0xFFF;
inline constexpr int gateDeadlineShift = 23;
inline constexpr std::uint64_t gateStateMask = 7;

constexpr BreakerState stateOf(std::uint64_t word)
{
    return static_cast<BreakerState>(word & gateStateMask);
}

constexpr std::uint32_t generationOf(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word >> gateGenerationShift) & gateGenerationMask;
}

constexpr std::uint64_t pack(const Gate &gate)
{
    return static_cast<std::uint64_t>(gate.state) | std::uint64_t(gate.generation & gateGenerationMask) << gateGenerationShift
        | std::uint64_t(gate.probes & 15) << 15 | std::uint64_t(gate.passed & 15) << 19
        | static_cast<std::uint64_t>(gate.deadlineMs) << gateDeadlineShift;
}

constexpr Gate unpack(std::uint64_t word)
{
    return {.state = stateOf(word), .generation = generationOf(word), .probes = static_cast<std::uint32_t>(word >> 15) & 15,
            .passed = static_cast<std::uint32_t>(word >> 19) & 15,
            .deadlineMs = static_cast<std::int64_t>(word >> gateDeadlineShift)};
}

/// Whole milliseconds of an instant, rounded down.
constexpr std::int64_t inMs(Instant now)
{
    return std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch()).count();
}

/// The first whole millisecond at which `wait` is over.
constexpr std::int64_t deadlineAfter(Instant now, Duration wait)
{
    return std::chrono::ceil<std::chrono::milliseconds>((now + wait).time_since_epoch()).count();
}

/// Milliseconds from now to the gate's deadline; zero or less when it has passed. Differences go round with the field.
constexpr std::int64_t msLeft(const Gate &gate, std::int64_t nowMs)
{
    constexpr int unused = gateDeadlineShift;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(gate.deadlineMs - nowMs) << unused) >> unused;
}

/// Whether a breaker may go from one state to another by itself. A person's orders are the rest: forced open and
/// disabled from anywhere, closed from anywhere (reset), half-open from forced open and closed from disabled (release).
constexpr bool isOwnEdge(BreakerState from, BreakerState to)
{
    using enum BreakerState;
    switch (from) {
    case closed:
        return to == degraded || to == open;
    case degraded:
        return to == closed || to == open;
    case open:
        return to == halfOpen;
    case halfOpen:
        return to == open || to == ramping || to == closed; // Closed when the policy has no ramp.
    case ramping:
        return to == open || to == closed || to == degraded || to == ramping; // To itself: the next step.
    case forcedOpen:
    case disabled:
        return false;
    }
    return false;
}

/// Whether an order of a person may lead from one state to another.
constexpr bool isPersonsEdge(BreakerState from, BreakerState to)
{
    using enum BreakerState;
    return to == forcedOpen || to == disabled || to == closed || (from == forcedOpen && to == halfOpen);
}

} // namespace siaga::resilience
