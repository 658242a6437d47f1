// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the fleet's files now and then on a thread of its own: a network mount that hangs must not stop observing.
//
// Like sending somebody to look at the notice board: one at a time, and nobody waits at the door. The catch: whoever
// never comes back is left behind, so no second one is sent after them.
#pragma once

#include "core/fleet/read.h"

#include <functional>
#include <memory>
#include <optional>

namespace siaga {

class FleetWatch
{
public:
    using Reading = Result<FleetSource, std::vector<FleetProblem>>;

    /// `read` runs on another thread and may outlive this object: it must own all that it uses.
    explicit FleetWatch(std::function<Reading()> read);
    /// Gives a read under way a moment to end, so that it does not run into the end of the process.
    ~FleetWatch();

    /// Begins to read, unless a read is still under way.
    void begin();

    /// What was read since this was last asked.
    std::optional<Reading> take();

private:
    struct Box;
    std::function<Reading()> m_read;
    std::shared_ptr<Box> m_box;
};

} // namespace siaga
