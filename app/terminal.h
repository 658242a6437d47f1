// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output and error, for plain text: control characters from outside never reach a terminal.
#pragma once

#include <QString>
#include <QStringList>

class QJsonObject;

namespace siaga {

void printLine(const QString &line);
void printError(const QString &line);

/// One object as one line.
void printJson(const QJsonObject &object);

/// Why nothing comes of a call: each sentence on the error stream or, with `json`, {"errors":[…]} as the only output.
void printFailure(const QStringList &sentences, bool json);

} // namespace siaga
