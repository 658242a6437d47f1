// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the fleet that a command names is the one that the running instance watches: an answer about another fleet
// would be worse than none.
#pragma once

#include "app/arguments.h"
#include "app/instance.h"

#include <QJsonObject>

namespace siaga {

/// What the words say of the fleet: its file, its bytes, its environment; empty when they say nothing. An error when
/// the file cannot be read.
Result<QJsonObject, StartFailure> fleetAsked(const Arguments &arguments);

/// A sentence when `asked` is another fleet than the instance's; empty when it is the same or not said.
QString whyAnotherFleet(const QJsonObject &asked, const Instance &instance);

} // namespace siaga
