// SPDX-License-Identifier: GPL-3.0-or-later
// Where this user's files are: the journal and the socket of one data folder.
#pragma once

#include "app/arguments.h"

#include <QString>
#include <QStringList>

namespace siaga {

/// The folder of --data, else $XDG_DATA_HOME/siaga; made with mode 0700 when it is not there. Empty when it cannot be.
QString dataFolder(const Arguments &arguments);

QString journalPath(const QString &folder);

/// The socket that the instance on this folder listens on; short enough for a socket's name wherever the folder is.
QString socketPath(const QString &folder);

/// The socket of this user's lab in memory, which has no data folder of its own: it stands beside the default one's.
QString labSocketPath();

/// Where a command looks for a running Siaga, in this order: with --connect only there; with --lab only at the lab's
/// socket; else at that of the data folder and, when no fleet is named, kept or configured there, at the lab's.
QStringList socketsFor(const Arguments &arguments);

/// Arguments::places() with whole paths, to be repeated in another terminal.
QStringList absolutePlaces(const Arguments &arguments);

/// The account this process runs as; who a request is journaled under.
std::string accountName();

} // namespace siaga
