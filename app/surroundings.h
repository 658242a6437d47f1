// SPDX-License-Identifier: GPL-3.0-or-later
// The world that one instance works on: real drivers, or the lab behind the same ports.
#pragma once

#include "core/base/result.h"
#include "core/lab/faults.h"
#include "core/drivers/ports/secrets.h"
#include "core/runtime/ports.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace siaga {

class Surroundings
{
public:
    virtual ~Surroundings() = default;

    virtual Ports ports() = 0;

    /// Lets a simulated world catch up, and those calls that wait for a place or for an answer of our own.
    virtual void advanceTo(Instant now) = 0;

    /// When it should be advanced next; nullopt when only answers are waited for.
    virtual std::optional<Instant> next() const = 0;

    /// The targets of our own calls, with what guards each.
    virtual std::vector<TargetFigures> figures(Instant now) const = 0;

    /// Breaks or heals something in the lab ("regionCrash lab-us-east-1", "heal", "heal 3"); an error everywhere else.
    virtual Result<std::string> disturb(const std::string &fault) = 0;

    /// What is broken in the lab now or will be, by its number; nothing everywhere else.
    virtual std::map<lab::FaultId, lab::Fault> faults() const { return {}; }
};

/// How an instance hears from its surroundings; each only ever enqueues.
struct Hearing
{
    CompletionSink completed;
    std::function<void(Observation)> observed; ///< What no call asked for.
    InstantSource now;
    Secrets *secrets = nullptr;  ///< Outlives the surroundings.
    NoticeSink noticed;          ///< What became of a notice.
    NoticeChoiceSink chosen;     ///< What somebody chose on one.
};

/// The ways to people: the desktop, and the user's commands. Must be made and used in one thread with an event loop.
std::unique_ptr<Notifier> makeNotifier(NoticeSink noticed, NoticeChoiceSink chosen);

/// Drivers for real servers. Must be made and used in one thread with an event loop.
std::unique_ptr<Surroundings> makeRealSurroundings(const Hearing &hearing);

/// A simulated world for a lab fleet, beginning now.
std::unique_ptr<Surroundings> makeLabSurroundings(const Fleet &fleet, WallTime wall, const Hearing &hearing);

} // namespace siaga
