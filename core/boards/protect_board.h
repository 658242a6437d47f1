// SPDX-License-Identifier: GPL-3.0-or-later
// What page Protect shows, as plain values: each breaker with what it was judged from, what holds it, and what it led to.
//
// Like the door of a fuse box with a label at each fuse. The catch: a fuse that nobody looked at lately is not a good
// one; its label says how old it is.
#pragma once

#include "core/boards/now_board.h"
#include "core/events/resilience_events.h"

namespace siaga {

namespace resilience {
struct State;
}

/// Whose breakers stand together; in this order on the page.
enum class BreakerGroupKind {
    registered, ///< Of one service.
    edges,      ///< Siaga's own calls to load balancers ...
    probes,     ///< ... to what its checks and canaries probe ...
    metrics,    ///< ... and to pages of metrics.
    published,  ///< What the programs behind one page of metrics tell.
    servers,    ///< What the own checks of one edge say of its servers.
};
constexpr auto namesOf(BreakerGroupKind)
{
    return std::array<std::string_view, 6>{"registered", "edges", "probes", "metrics", "published", "servers"};
}

/// How a person holds it.
struct HoldRow
{
    BreakerHold hold = BreakerHold::open;
    std::string by;
    std::string reason;
    WallTime since;
    WallTime until;
    Duration left{}; ///< Never below zero.
    bool operator==(const HoldRow &) const = default;
};

/// One change of its state.
struct TurnRow
{
    BreakerState to = BreakerState::closed;
    BreakerRule rule = BreakerRule::untold;
    BreakerFigures figures;
    WallTime at;
    Duration ago{};
    bool operator==(const TurnRow &) const = default;
};

/// When it opens, as the fleet file tells; only of registered ones.
struct BreakerLimits
{
    Permille failureRate;
    int callsMin = 0;
    int inARow = 0;      ///< 0: that rule is off.
    Duration window{};
    Duration timeout{};
    Duration reset{};
    int retries = 0;
    Backoff backoff = Backoff::exponential;
    bool operator==(const BreakerLimits &) const = default;
};

/// The plan that its opening led to.
struct CausedPlan
{
    PlanId id;
    PlanStanding standing = PlanStanding::proposed;
    bool operator==(const CausedPlan &) const = default;
};

struct BreakerCard
{
    BreakerId id;
    std::string title;                  ///< As people call it; plain text.
    BreakerKind kind = BreakerKind::registered;
    BreakerState state = BreakerState::closed; ///< With what a person ordered taken in.
    Standing standing = Standing::unknown;
    BreakerRule rule = BreakerRule::untold; ///< What turned it last.
    std::optional<Duration> lasted;     ///< In this state; none: as long as it is known here.
    WallTime since;
    BreakerFigures figures;             ///< As they are now.
    std::optional<Permille> failed;     ///< Failed calls of all; none: too few to tell, or not told.
    std::optional<Permille> slow;       ///< Slow calls of all; likewise.
    std::optional<Duration> age;        ///< Of the newest thing known about it; none: nothing was ever seen.
    bool stale = false;                 ///< Two missed rounds: what stands here may be over.
    bool past = false;                  ///< Of a moment of the past: what was only seen then was not kept.
    std::optional<Duration> untilProbe; ///< Open: until it looks again.
    Permille admitted = whole;          ///< Ramping: the share that passes.
    int opens = 0;                      ///< In a row, without having closed between.
    std::optional<HoldRow> held;
    std::optional<CausedPlan> plan;
    std::optional<AlertId> alert;       ///< Its own open alert.
    std::vector<TurnRow> turns;         ///< Newest first; at most `turnsListedMax`.
    std::vector<double> trend;          ///< Share of failed calls, 0 to 1, oldest first; below zero: nothing was counted.

    // Only of registered ones.
    ServiceId service;
    RegionId region;
    BreakerSignal signal = BreakerSignal::edge;
    std::string source;                 ///< The check or page that it listens to; other kinds: the program that tells.
    std::optional<BreakerLimits> limits;
    BreakerEffect effect = BreakerEffect::show;
    std::vector<VantageId> witnesses;

    std::optional<TargetFigures> own;   ///< Only of Siaga's own calls.
    bool operator==(const BreakerCard &) const = default;
};

inline constexpr std::size_t turnsListedMax = 8;
inline constexpr std::size_t cardsListedMax = 60; ///< In one group; what is worse comes first.

struct BreakerGroup
{
    BreakerGroupKind kind = BreakerGroupKind::registered;
    std::string name;               ///< The service, page or edge; empty where the kind says all.
    std::vector<BreakerCard> cards; ///< Worst first, then by name.
    int all = 0;                    ///< Also those that are not listed.
    int calm = 0;                   ///< Healthy ones of all.
    bool operator==(const BreakerGroup &) const = default;
};

struct ProtectBoard
{
    Mode mode = Mode::lab;
    WallTime wall;
    Instant now;
    BreakersTile totals;
    std::vector<BreakerGroup> groups; ///< Empty ones are left out.
    bool operator==(const ProtectBoard &) const = default;
};

/// All that the board is projected from; everything is the caller's and must only live through the call.
struct ProtectInput
{
    const Fleet &fleet;
    const resilience::State &resilience;
    const health::State &health;
    const orchestrator::State &orchestrator;
    const Seen &seen;
    const std::vector<TargetFigures> &own; ///< This instance's targets; in any order.
    Instant now;
    WallTime wall;            ///< Now, as the machine believes.
    Mode mode = Mode::lab;
};

/// The board of this moment; pure. One pass over what there is, and a card only for what is listed.
ProtectBoard protectBoard(const ProtectInput &input);

/// The board without what changes by itself as time passes.
ProtectBoard withoutAges(ProtectBoard board);

/// The card, or nullptr.
const BreakerCard *cardIn(const ProtectBoard &board, const BreakerId &breaker);

} // namespace siaga
