// SPDX-License-Identifier: GPL-3.0-or-later
// Where this user's files are: the journal and the socket of one data folder.
#pragma once

#include "app/arguments.h"

#include <QString>

namespace siaga {

/// The folder of --data, else $XDG_DATA_HOME/siaga; made with mode 0700 when it is not there. Empty when it cannot be.
QString dataFolder(const Arguments &arguments);

QString journalPath(const QString &folder);

/// The socket that the instance on this folder listens on; short enough for a socket's name wherever the folder is.
QString socketPath(const QString &folder);

/// The account this process runs as; who a request is journaled under.
std::string accountName();

} // namespace siaga
