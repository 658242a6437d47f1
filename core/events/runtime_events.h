// SPDX-License-Identifier: GPL-3.0-or-later
// What the runtime itself tells: opening, lead, the fleet in force, jumps of the wall clock.
#pragma once

#include "core/base/describe.h"
#include "core/base/instant.h"
#include "core/base/sha256.h"

#include <string>
#include <vector>

namespace siaga {

/// An instance opened the journal and took the lead; the record's epoch is the new one.
struct JournalOpened
{
    static constexpr std::string_view name = "JournalOpened";
    std::string instance; ///< Host and process, for people.
    std::string version;
};

struct FleetLayer
{
    std::string file;
    std::string bytes;
};

/// The fleet in force from now on; it holds the bytes, so that no file is needed to read it again.
struct FleetAdopted
{
    static constexpr std::string_view name = "FleetAdopted";
    std::vector<FleetLayer> layers;
    std::string environment;
    Hash256 hash; ///< Of the layers, for people to compare.
};

/// A changed file was not adopted; the old fleet stays in force.
struct FleetRefused
{
    static constexpr std::string_view name = "FleetRefused";
    std::vector<std::string> problems; ///< One plain line each.
};

/// The wall clock jumped against the boot clock: automatic acting is lowered to asking until a person looks.
struct WallJumped
{
    static constexpr std::string_view name = "WallJumped";
    Duration by{};
};

template<class A> void describe(A &a, JournalOpened &v) { a("instance", v.instance), a("version", v.version); }
template<class A> void describe(A &a, FleetLayer &v) { a("file", v.file), a("bytes", v.bytes); }
template<class A> void describe(A &a, FleetAdopted &v)
{
    a("layers", v.layers), a("environment", v.environment), a("hash", v.hash);
}
template<class A> void describe(A &a, FleetRefused &v) { a("problems", v.problems); }
template<class A> void describe(A &a, WallJumped &v) { a("by", v.by); }

} // namespace siaga
