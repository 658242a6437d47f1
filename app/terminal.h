// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output and error, for plain text: control characters from outside never reach a terminal.
#pragma once

#include <QString>

namespace siaga {

void printLine(const QString &line);
void printError(const QString &line);

} // namespace siaga
