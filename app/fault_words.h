// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's faults in words: for the menu in the window and for `siaga lab fault --list` alike.
//
// Like the captions on the director's cue cards. The catch: a figure stands only where it is in force; what was broken
// from the command line with another strength is not told with the menu's.
#pragma once

#include "core/lab/faults.h"

#include <QString>

namespace siaga {

/// "A region goes down".
QString title(lab::FaultKind kind);

/// What it does, and what its magnitude means.
QString say(lab::FaultKind kind);

/// What the window's menu adds to a call, " magnitude=10"; empty where the kind needs nothing.
QString menuOptions(lab::FaultKind kind);

/// What that comes to: "ten times slower"; empty without options.
QString menuFigure(lab::FaultKind kind);

/// "web in lab-us-east-1, magnitude 0.5"; empty for a fault without target and with its usual strength.
QString whereOf(const lab::Fault &fault);

} // namespace siaga
