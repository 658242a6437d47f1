// SPDX-License-Identifier: GPL-3.0-or-later
// What page Protect's board says in words: what a breaker saw, what it waits for, who holds it, what it guards.
//
// Like the legend beside the fuse box. The catch: each figure says of how many calls it speaks, and where nothing was
// counted it says so instead of 0 %.
#pragma once

#include "core/boards/protect_board.h"
#include "core/words/board_words.h"
#include "core/words/figures.h"

namespace siaga::words {

/// "850 ms", "1.2 s", then as duration(): for time-outs.
QString shortTime(Duration duration);

QString title(const BreakerGroup &group); ///< "payments", "Siaga's own calls: edges", "Published by payments-app".
QString number(const BreakerGroup &group); ///< "3", "38, 37 calm".

/// "12 of 40 calls failed", "62 % failed", "no call in the last 30 s", "not told".
QString failures(const BreakerCard &card);
/// "opens at 50 % of at least 20 calls, or at 5 in a row"; empty where it is not told.
QString opensAt(const BreakerCard &card);
/// "score 12.3 of 25"; empty when the sequential test is off.
QString score(const BreakerFigures &figures);
/// What comes next: "looks again in 12 s", "25 % let through", "forced open by rina, 59 min left", "opens at 50 %, or 5
/// in a row".
QString next(const BreakerCard &card);
/// "stays open for 60 s, longer each time; 3 looks to be well again".
QString policy(const BreakerLimits &limits);
/// "listens to check pay-http@east", "listens to what the edges count".
QString signal(const BreakerCard &card);
/// "observing", "proposes to drain", "drains".
QString effect(const BreakerCard &card);
/// "rina holds it open until 03:13:45 UTC: maintenance".
QString hold(const HoldRow &held, Zone zone);
/// "open: too many calls failed (30 of 40)".
QString turn(const TurnRow &turn);
/// "plan 7 waits for approval", "plan 7 is running".
QString plan(const CausedPlan &plan);
/// "3 of 4 in flight", "2 of 64 waiting", … of Siaga's own calls, each with its figure.
QStringList guards(const TargetFigures &own);

/// Why it is in its state, most telling first.
std::vector<Evidence> why(const BreakerCard &card, Zone zone = Zone::utc);
/// State, figures and what comes next in one line, to be read aloud.
QString summary(const BreakerCard &card);

/// "1 open, 2 degraded, 1 held"; "all closed" when nothing is wrong.
QString summary(const BreakersTile &tile);

/// Why people cannot order anything of it; empty when they can.
QString whyNotOrdered(const BreakerCard &card);

// The same on the command line.
/// `lasts` as the fleet file writes it, "1h"; an empty `reason` leaves its place open.
QString commandToHold(const BreakerId &breaker, BreakerHold hold, const QString &lasts, const QString &reason);
QString commandToReset(const BreakerId &breaker, const QString &reason);
/// What one would do next: release what is held or open, else force it open.
QString commandFor(const BreakerCard &card);

} // namespace siaga::words
