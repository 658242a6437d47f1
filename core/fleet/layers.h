// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of a fleet: each compared with the schema by itself, then laid over each other.
//
// Like transparencies on a projector: a later one hides what it covers and nothing else. The catch: mistakes are looked
// for before the layers are joined, so that one in a hidden or unchosen part is told as well.
#pragma once

#include "core/fleet/yaml_tree.h"

namespace siaga {

/// Tells every field of one layer that the schema does not know, and every value that does not fit its row. What was
/// told is marked as broken, so that nobody tells it twice.
void checkShape(YamlNode &root, bool isMainFile, std::vector<FleetProblem> &problems);

/// Lays `upper` over `lower`: sections field by field, lists and single values whole. An empty section changes nothing.
void overlay(YamlNode &lower, const YamlNode &upper);

} // namespace siaga
