// SPDX-License-Identifier: GPL-3.0-or-later
// What runs without a window: `siaga serve`, and commands that find no running instance and become one for a while.
#pragma once

#include "app/arguments.h"

#include <optional>

namespace siaga {

/// Watches and acts until SIGTERM or SIGINT. Gives the exit code.
int runServe(const Arguments &arguments);

/// Runs the command in the instance that listens on the data, else in one of its own. Gives the exit code.
int runCommand(const Arguments &arguments, const QStringList &words);

/// Runs the words in whoever listens where the arguments point to; nullopt when nobody does. A secret goes along beside
/// the words, through the socket that only this user can open.
std::optional<int> askWhoRuns(const Arguments &arguments, const QStringList &words, const Secret &secret);

} // namespace siaga
