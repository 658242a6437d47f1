// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of every field of fleet.yaml: its type, range, default and meaning.
//
// Like the legend of a map: the validator, the defaults, the suggestions and the reference page are all read off it, so
// they cannot disagree. The catch: what involves two fields (a timeout below its interval) is checked where it is read.
#pragma once

#include "core/fleet/yaml_tree.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

enum class FieldType {
    text,       ///< For people; `max` is the length in bytes.
    identifier, ///< A name of ours.
    objectName, ///< A name at a load balancer.
    boolean,
    integer,
    number,
    duration,   ///< `min` and `max` in milliseconds.
    share,      ///< `min` and `max` in permille.
    word,       ///< One of `choices`.
    statusRange,
    path,
    link,       ///< An http(s) URL.
    target,     ///< An http(s) URL or HOST:PORT.
    address,    ///< Of an endpoint.
    series,     ///< A name on a page of metrics, with or without labels.
    identifiers, ///< A list.
    shares,      ///< A list.
    fileNames,   ///< A list.
    command,     ///< A list: a program by its path from the root, and its arguments.
};

/// One row of the table.
struct FieldSpec
{
    std::string_view path; ///< "checks.*.interval"; '*' stands for a name that the file chooses.
    FieldType type = FieldType::text;
    double min = 0;
    double max = 0;
    std::string_view choices;  ///< "http tcp", separated by spaces.
    std::string_view unit;     ///< "requests a second", for numbers.
    bool required = false;
    std::string_view fallback; ///< The built-in default as it would be written in the file; lists with ", ".
    bool perRegion = false;    ///< May also stand in `regions.*.overrides`.
    std::string_view meaning;  ///< One sentence.
};

/// The table, in the order of the reference.
std::span<const FieldSpec> fieldTable();

/// The row of a path with '*' for chosen names, those inside `regions.*.overrides` included; nullptr for a section or
/// an unknown path.
const FieldSpec *fieldSpec(std::string_view path);

/// The names that may stand in a section, in the table's order: "interval", "timeout" ...; "*" alone means that the
/// file chooses the names. Empty for what is not a section. The whole file is "".
const std::vector<std::string> &fieldsOf(std::string_view section);

/// "a number of requests a second, 0 to 10000000"
std::string expectation(const FieldSpec &spec);

/// FleetProblem::found of a field that the table does not have.
inline constexpr const char *unknownField = "unknown field";

/// What is wrong with a value, as FleetProblem's `found` and `expected`.
struct Mistake
{
    std::string found;
    std::string expected;
    std::string suggestion;
};

/// Compares one value with its row; nothing when it fits.
std::optional<Mistake> mistakeIn(const FieldSpec &spec, const YamlNode &value);

/// A node as plain text for FleetProblem::found, at most 80 bytes.
std::string shownValue(const YamlNode &value);

/// A path below another: "checks" and "web" give "checks.web". An empty one adds nothing; the whole file is "".
std::string joined(std::string_view path, std::string_view name);

} // namespace siaga
