// SPDX-License-Identifier: GPL-3.0-or-later
// The small notations of the fleet file: durations, shares, numbers, names. Each reads the whole text or nothing.
//
// They are strict like a form with boxes: one way to write each thing, so that no two readers disagree about `010`,
// `1e3` or a duration without its unit. The catch: ranges are the schema's business, not theirs.
#pragma once

#include "core/base/instant.h"
#include "core/fleet/fleet.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace siaga {

/// A whole number and its unit, with or without a space between: 500ms, 3s, 10 min, 1h. At most nine digits.
std::optional<Duration> parseDuration(std::string_view text);

/// The shortest notation that parseDuration reads back: "500ms", "90s", "10min".
std::string textOf(Duration duration);

/// A percentage with at most one decimal, not below zero: 0%, 12.5%, 100%.
std::optional<Permille> parseShare(std::string_view text);

/// "50%", "12.5%".
std::string textOf(Permille share);

/// Plain decimal digits with an optional sign and fraction; no exponent, no leading zero, no underscore, no -0.
std::optional<double> parseNumber(std::string_view text);

/// The same without a fraction.
std::optional<int> parseInteger(std::string_view text);

/// Accepted HTTP statuses, both ends included: 200-399, or a single one.
std::optional<std::pair<int, int>> parseStatusRange(std::string_view text);

/// 1 to 63 small letters, digits, '.' and '-', the first a letter or digit. Nothing that could be a path, hide itself,
/// or look like another name does.
bool isIdentifier(std::string_view text);

/// The name of a backend or server at a load balancer: 1 to 64 ASCII letters, digits, '_', '.', ':' and '-'. It becomes
/// part of a command, so a space, ';' or '/' must never get in.
bool isObjectName(std::string_view text);

/// A series of a page of metrics: a name of ASCII letters, digits, '_' and ':', alone or with {label="value",...} after
/// it; at most 400 printable ASCII bytes without a comma too many or a space between.
bool isSeries(std::string_view text);

/// One word of a command: 1 to 1024 bytes without hidden characters. It is handed over as it stands.
bool isArgument(std::string_view text);

/// The name of a file in the same folder: no '/', no leading dot, no hidden character.
bool isPlainFileName(std::string_view text);

/// A path from the root, without ".." in it.
bool isAbsolutePath(std::string_view text);

} // namespace siaga
