// SPDX-License-Identifier: GPL-3.0-or-later
// fleet.yaml and its overlays, read and validated. Every mistake is told at once, with its place; nothing half-read
// is ever handed out.
#pragma once

#include "core/base/result.h"
#include "core/fleet/fleet.h"

namespace siaga {

/// One mistake, and where it stands.
struct FleetProblem
{
    std::string file;
    int line = 0;          ///< From 1; 0 when it belongs to the whole file.
    std::string field;     ///< "services.web.floor"
    std::string found;     ///< What stands there, as plain text, cut to 80 bytes.
    std::string expected;  ///< "a number of requests a second, 0 to 10000000"
    std::string suggestion; ///< The known word that was probably meant; empty when none is near.
    bool operator==(const FleetProblem &) const = default;
};

/// Where one effective value comes from, for `siaga check`.
struct FleetOrigin
{
    std::string field;   ///< "policies.evacuation.autonomy"
    std::string value;   ///< As it is in force.
    std::string file;    ///< Empty: the built-in default.
    int line = 0;
};

/// The bytes that make a fleet; journaled in FleetAdopted, so that the fleet in force needs no file.
struct FleetSource
{
    struct Layer
    {
        std::string file; ///< The name to show; never opened again.
        std::string bytes;
    };
    std::vector<Layer> layers; ///< The main file first, then each overlay; a later one wins, field by field.
    std::string environment;   ///< Which `environments:` overlay applies; empty means the file's own `environment`.
};

struct FleetReading
{
    Fleet fleet;
    std::vector<FleetOrigin> origins; ///< One for each effective scalar, in the order of the fields.
};

/// Parses and validates. On failure every problem found, in the order of the files and lines (at most 100).
Result<FleetReading, std::vector<FleetProblem>> readFleet(const FleetSource &source);

/// Loads the file and the overlay files beside it that it names. Refuses what is not a regular file of at most 1 MiB.
Result<FleetSource, std::vector<FleetProblem>> loadFleetSource(const std::string &path, const std::string &environment);

/// "fleet.yaml:12: services.web.flor: unknown field; did you mean “floor”?" Plain text, without translation, for
/// logs, the journal and the command line.
std::string toText(const FleetProblem &problem);

} // namespace siaga
