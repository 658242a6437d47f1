// SPDX-License-Identifier: GPL-3.0-or-later
// One line for each record of the journal: for the audit list, the demo and whoever reads along.
#pragma once

#include "core/events/event.h"

#include <QString>

namespace siaga::words {

/// What happened, in one line of plain text: "Alert 17 opened, critical: us-east-1 is down". Neither time nor actor.
QString describeEvent(const Recorded &recorded);

/// Who caused it: "on-call", "health engine", "Siaga".
QString actorOf(const Recorded &recorded);

} // namespace siaga::words
