// SPDX-License-Identifier: GPL-3.0-or-later
// The world that one instance works on: real drivers, or the lab behind the same ports.
#pragma once

#include "core/base/result.h"
#include "core/runtime/ports.h"

#include <memory>
#include <optional>
#include <string>

namespace siaga {

class Surroundings
{
public:
    virtual ~Surroundings() = default;

    virtual Ports ports() = 0;

    /// Lets a simulated world catch up; nothing for the real one, which runs by itself.
    virtual void advanceTo(Instant now) = 0;

    /// When the simulated world wants to be advanced next; nullopt for the real one.
    virtual std::optional<Instant> next() const = 0;

    /// Breaks or heals something in the lab ("regionCrash lab-us-east-1", "heal"); an error everywhere else.
    virtual Result<std::string> disturb(const std::string &fault) = 0;
};

/// Drivers for real servers. Must be made and used in one thread with an event loop.
std::unique_ptr<Surroundings> makeRealSurroundings(CompletionSink sink, InstantSource now);

/// A simulated world for a lab fleet, beginning at `start`.
std::unique_ptr<Surroundings> makeLabSurroundings(const Fleet &fleet, Instant start, WallTime wall, CompletionSink sink);

} // namespace siaga
