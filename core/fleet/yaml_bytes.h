// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at before the YAML parser sees a single byte: encoding, hidden characters, rough nesting.
#pragma once

#include "core/fleet/read.h"

#include <optional>
#include <string_view>

namespace siaga {

/// The bytes without a leading UTF-8 byte order mark.
std::string_view withoutByteOrderMark(std::string_view bytes);

/// The first reason not to parse these bytes at all: too large, empty, UTF-16, a NUL byte or another control character,
/// not UTF-8, or nested deeper than yamlDepthMax. The nesting found here is rough (it may miss depth that is hidden
/// between quotes); the parser's own events are counted exactly afterwards.
std::optional<FleetProblem> problemOfBytes(std::string_view file, std::string_view bytes);

} // namespace siaga
