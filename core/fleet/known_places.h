// SPDX-License-Identifier: GPL-3.0-or-later
// Where well-known regions of cloud providers stand, so that nobody has to look up a latitude.
//
// Like the list of cities at the back of a diary. The catch: it is a city for each, good enough for a map of the world
// and for nothing else.
#pragma once

#include <optional>
#include <string_view>

namespace siaga {

struct KnownPlace
{
    std::string_view region; ///< As providers name it: "eu-central-1", "europe-west3", "westeurope"; or a city: "frankfurt".
    std::string_view title;  ///< "Frankfurt"
    double latitude = 0;     ///< Degrees.
    double longitude = 0;    ///< Degrees.
};

/// The place of a region's name; nullopt for a name that is not known.
std::optional<KnownPlace> knownPlace(std::string_view region);

} // namespace siaga
