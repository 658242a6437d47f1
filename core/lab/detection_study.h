// SPDX-License-Identifier: GPL-3.0-or-later
// Many trials of one rule against one fault, summed up: how often it was seen, how soon, and what that cost.
//
// It is like a batting average: one innings proves nothing, a season does. The catch: it says of which seeds it speaks, and
// a trial whose rule had already turned before the fault began counts as no detection and as no miss.
#pragma once

#include "core/lab/breaker_trial.h"

#include <vector>

namespace siaga::lab {

/// One line of the table.
struct StudyLine
{
    int trials = 0;
    int already = 0;             ///< Had turned before the fault began; in none of the figures below.
    int opened = 0;
    std::vector<double> delays;  ///< Seconds until detected, of the trials that detected; rising once `finish` was called.
    std::vector<double> backs;   ///< Seconds from the fault's end to 99 % goodput, of the trials that came back; rising.
    double good = 0;             ///< Calls answered well during the fault ...
    double possible = 0;         ///< ... of those that could have been.
    double reached = 0;          ///< Calls that reached the target during the fault ...
    double wanted = 0;           ///< ... of those that wanted to.

    void add(const TrialOutcome &outcome);
    void add(const StudyLine &other);
    void finish();

    int judged() const { return trials - already; }
    /// The share of the judged trials that detected within so many seconds, 0 to 1.
    double detectedWithin(double seconds) const;
    /// A quantile (0 to 1) of the delays, or of the times back; a trial that did neither counts as for ever (infinity).
    double delay(double quantile) const;
    double back(double quantile) const;
};

/// Runs the seeds first, first + 1, ... of one setup; the rule gets the same seed.
StudyLine runStudy(const TrialSetup &setup, const RuleKind &rule, std::uint64_t first, int trials);

/// A quiet time: what a rule does while nothing is wrong.
struct QuietLine
{
    double days = 0;
    int opens = 0;
    int degradeds = 0;
};

QuietLine runQuiet(const TargetHabits &habits, const RuleKind &rule, double days, std::uint64_t seed);

} // namespace siaga::lab
