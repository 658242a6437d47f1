// SPDX-License-Identifier: GPL-3.0-or-later
// The reference of fleet.yaml, written from the schema's table so that it cannot be out of date.
#pragma once

#include <string>

namespace siaga {

/// A page of Markdown: one table with field, expected value, default and meaning, and the rules for layers.
std::string fleetReference();

} // namespace siaga
