// SPDX-License-Identifier: GPL-3.0-or-later
// One YAML file as a tree of plain text with line numbers, parsed within hard limits.
//
// It is like a customs desk: whatever is hidden, folded into itself or larger than allowed is turned back before it is
// opened. The catch: scalars stay text; what a text means is the schema's business, so `NO` is never silently "false".
#pragma once

#include "core/fleet/read.h"

#include <string>
#include <string_view>
#include <vector>

namespace siaga {

inline constexpr std::size_t yamlBytesMax = 1024 * 1024; ///< For each layer; a fleet of a thousand services fits.
inline constexpr int yamlDepthMax = 64;                  ///< Lists and maps inside each other; ours need nine.
inline constexpr int yamlNodesMax = 20000;               ///< Values for each layer; keys do not count.

/// Where something stands. `file` refers to the name given to parseYaml, which must outlive the tree.
struct Place
{
    std::string_view file;
    int line = 0; ///< From 1; 0 when it belongs to the whole file.
};

struct YamlNode
{
    /// `broken`: a mistake was already told here; whoever meets it stays silent.
    enum class Kind { null, scalar, list, map, broken };
    struct Entry;

    Kind kind = Kind::null;
    bool quoted = false; ///< A scalar in quotes or a block scalar: always text, never a number or a truth value.
    Place place;
    std::string text;
    std::vector<YamlNode> items;
    std::vector<Entry> entries; ///< In the file's order; keys are unique.

    const YamlNode *find(std::string_view key) const;
    const Entry *entry(std::string_view key) const;
};

struct YamlNode::Entry
{
    std::string key;
    Place place;
    YamlNode value;
};

struct YamlFile
{
    YamlNode root;                      ///< Broken when the bytes could not be read as a whole.
    std::vector<FleetProblem> problems; ///< With duplicate keys the tree holds the first value of each.
};

/// The tree of one document. Refuses anchors, aliases, tags, duplicate keys, several documents, what is not UTF-8, and
/// whatever is beyond the limits; an empty file too. Never throws, whatever the bytes are.
YamlFile parseYaml(std::string_view file, std::string_view bytes);

} // namespace siaga
