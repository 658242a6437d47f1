// SPDX-License-Identifier: GPL-3.0-or-later
// Which file the fleet of a data folder came from, kept from one start to the next.
//
// Like the note on a folder that names the shelf it was taken from: the journal holds the fleet itself, the note only
// says where to look whether somebody changed it. The catch: it holds names and nothing else, and the file may be gone.
#pragma once

#include <QString>

namespace siaga {

struct LastFleet
{
    QString file;        ///< Absolute; empty when nothing is noted.
    QString environment; ///< As it was chosen with --env; empty: the file's own.
    bool operator==(const LastFleet &) const = default;
};

/// What is noted for the data folder; empty when nothing is, or the settings cannot be read.
LastFleet lastFleet(const QString &dataFolder);

/// Notes it in $XDG_CONFIG_HOME/siaga/siaga.ini. A note that cannot be written is lost, which only means that changes of
/// the file are not noticed after the next start.
void rememberFleet(const QString &dataFolder, const LastFleet &last);

/// Where this user's fleet is looked for when no start named another: $XDG_CONFIG_HOME/siaga/fleet.yaml.
QString configuredFleet();

} // namespace siaga
