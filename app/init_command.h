// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga init`: from a few answers, and from what HAProxy says, to a fleet file that can be watched at once.
#pragma once

#include "app/arguments.h"
#include "core/base/result.h"

#include <string>

namespace siaga {

/// Asks, shows, and writes the file that is named, else configuredFleet(). A file that is there is never touched. Gives
/// the exit code.
int runInit(const Arguments &arguments);

/// Writes a file that is not there yet, mode 0600, with its folders, and only whole. The error says why it is not there.
Result<Done> writeNewFile(const QString &path, const std::string &bytes);

/// What to type next, each a whole command: check it, try its endpoints, watch it.
QStringList commandsAfter(const QString &path);

} // namespace siaga
