// SPDX-License-Identifier: GPL-3.0-or-later
// What a breaker's card shows: a state, a figure with its threshold, what comes next.
//
// Like the label at a fuse: the same places for the same things, so that forty of them are read at a glance. The catch:
// a card is a summary; all numbers stand in the inspector.
#pragma once

#include "views/theme/status.h"

#include <QString>

#include <optional>
#include <vector>

namespace siaga::views {

/// A small bar with its name and its value above it.
struct GaugeFace
{
    QString name;   ///< "places"
    QString value;  ///< "3 of 4"
    double fill = 0; ///< 0 to 1.
    bool operator==(const GaugeFace &) const = default;
};

struct BreakerFace
{
    QString id;
    QString title;
    QString subtitle;            ///< "us-east-1 · observing"
    Status status = Status::unknown;
    QString state;               ///< "open"
    QString figure;              ///< "30"; a dash where nothing was counted.
    QString unit;                ///< "%"
    QString detail;              ///< "12 of 40 calls failed"
    std::optional<double> fill;  ///< 0 to 1: the failed share ...
    std::optional<double> limit; ///< ... and where it opens.
    std::vector<GaugeFace> gauges; ///< In the place of figure and bar.
    std::vector<double> trend;   ///< Oldest first; below zero is a gap.
    QString next;                ///< "looks again in 12 s"
    QString age;                 ///< "47 s": in this state, or since it was seen.
    bool held = false;           ///< By a person.
    bool stale = false;
    QString spoken;              ///< All of it in one line, for screen readers.
    bool operator==(const BreakerFace &) const = default;
};

struct BreakerGroupFace
{
    QString key;                 ///< The same from board to board.
    QString title;
    QString note;                ///< "38, 37 calm"
    std::vector<BreakerFace> cards;
    QString fold;                ///< The line in place of calm ones, "37 calm"; empty: nothing can be folded.
    bool unfolded = false;
    QString beyond;              ///< "9,940 more are calm and not listed"; may be empty.
    bool operator==(const BreakerGroupFace &) const = default;
};

} // namespace siaga::views
