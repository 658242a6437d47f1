// SPDX-License-Identifier: GPL-3.0-or-later
// Where a console looks for a Siaga that leads already, before it takes the lead itself.
//
// Like knocking before one opens an office with one's own key. The catch: an open door is no proof that nobody is about
// to come in, so whoever finds the journal taken a moment later knocks once more.
#pragma once

#include "app/instance.h"
#include "app/arguments.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace siaga {

struct Approach
{
    QStringList sockets = {};  ///< Tried in this order; empty: nobody is looked for.
    bool mustFollow = false;   ///< It never leads, also when nobody answers.
    /// What it says of the fleet (fleetAsked(), as JSON); it reads files. Empty: nothing.
    std::function<Result<QByteArray, StartFailure>()> fleet = {};
};

/// With --connect only there. Else where this data is led; and where no journal is named, kept or configured, also in
/// the lab that runs. A lab that was asked for by name is a lab of its own.
Approach approachOf(const Arguments &arguments);

/// Why nothing can be followed there, for people.
StartFailure nobodyAnswers(const QString &socket);

} // namespace siaga
