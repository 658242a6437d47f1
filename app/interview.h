// SPDX-License-Identifier: GPL-3.0-or-later
// The few questions from which a fleet is made, each with what the edges already answered.
//
// Like an interview by somebody who has read the file beforehand. The catch: an edge that cannot be read is asked about
// instead, and said so; nothing is ever written to it.
#pragma once

#include "app/questions.h"
#include "core/fleet/new_fleet.h"

#include <functional>
#include <optional>

namespace siaga {

/// Reads one edge's inventory, waiting for it.
using EdgeReader = std::function<InventoryAnswer(const std::string &address)>;

/// All of it; nullopt when the person stopped answering.
std::optional<NewFleet> interview(Questions &questions, const EdgeReader &reader);

/// The addresses where HAProxy's runtime socket usually is, of those that exist here.
QStringList usualSockets();

/// "/run/x" as "unix:/run/x"; anything else as it is.
QString asAddress(const QString &answer);

} // namespace siaga
