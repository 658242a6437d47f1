// SPDX-License-Identifier: GPL-3.0-or-later
// How well a thing is, and in which world a window lives: the two signals that every page repeats.
//
// Like the lamps and the name-plate of a machine: each lamp also has a shape and a word, because one reader in twelve
// does not see its colour. The catch: `unknown` is a state of its own, ranked above healthy; it is never "fine".
#pragma once

#include <QString>

#include <array>

namespace siaga::views {

/// In rising order of concern, so that std::max finds the worst.
enum class Status { healthy, unknown, warning, critical, emergency };
inline constexpr std::array statuses{
    Status::healthy, Status::unknown, Status::warning, Status::critical, Status::emergency};

/// The world that a window acts on.
enum class Mode { live, lab, drill, replay };
inline constexpr std::array modes{Mode::live, Mode::lab, Mode::drill, Mode::replay};

/// "healthy", "unknown", … translated, lower case.
QString word(Status status);

/// "LIVE", "LAB", "DRILL", "REPLAY"; the first is also what a dangerous confirmation makes you type.
QString word(Mode mode);

} // namespace siaga::views
