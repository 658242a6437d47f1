// SPDX-License-Identifier: GPL-3.0-or-later
// Plans in words: what they are for, what each step does, and where both stand.
#pragma once

#include "core/boards/plan_card.h"

#include <QString>
#include <QStringList>

namespace siaga::words {

QString word(PlanClass rank);
QString word(PlanEnd end);
QString word(PlanStanding standing);
QString word(StepStanding standing);
QString word(WayBack way);       ///< What an abort does with a step, such as "stays as it is".
QString word(Reach reach);
QString word(StepAnswered::Result result);
QString word(PurposeKind kind);  ///< "evacuate", "restore", …

/// "Evacuate us-east-1", "Evacuate us-east-1 (web)", "Put lb-1 back".
QString title(const Purpose &purpose);

/// "evacuating us-east-1", to stand in a line that tells what is being done.
QString doing(const Purpose &purpose);

/// Short, for a lane or a row: "web at lb-1: 50 %", "Check that targets are ready".
QString title(const Action &action);

/// Whole: "Give us-east-1 50 % of its usual web traffic at lb-1".
QString sentence(const Action &action);

/// What was accepted beforehand: "at least 20 % of the capacity stays free".
QString sentence(const Bounds &bounds);

/// "step 7 of 9"; "9 steps" while none has ended and the plan does not run.
QString progress(const PlanCard &card);

// The same on the command line; arguments are quoted for a shell where needed.

/// An argument in single quotes, unless it is made of harmless characters only.
QString quoted(QString argument);

/// Only asks for the plan: "siaga evacuate us-east-1 --service web".
QString commandToAsk(const Purpose &purpose);

/// Runs this very plan: "siaga evacuate us-east-1 --to 25 --confirm us-east-1 --hash 7f3a…" drafts a person's plan again,
/// with what was accepted; one that an engine proposed has no such draft: "siaga approve 7 --hash 7f3a…".
QString commandToRun(const PlanCard &card);

/// What one would do next with a plan: run it, hold it, resume it, abort it; empty when it has ended.
QString commandFor(const PlanCard &card);

/// "siaga acknowledge 17"
QString commandToAcknowledge(AlertId alert);

/// The command with the words that say where this Siaga is, such as --data DIR, so that it reaches the same one.
QString calledAt(const QString &command, const QStringList &places);

} // namespace siaga::words
