// SPDX-License-Identifier: GPL-3.0-or-later
// How anybody but its writer reads the journal: the audit page, the time bar, an attached console.
//
// It is like the reading desk of an archive: books do not leave the room, so one brings a slip that says what to copy
// out. The catch: the clerk also files the new pages, so a slip that takes long keeps everybody waiting.
#pragma once

#include "core/journal/journal.h"

#include <functional>

namespace siaga {

/// Copies out of the journal what it wants. It must not keep the reference.
using JournalJob = std::function<void(const Journal &)>;

class JournalReader
{
public:
    virtual ~JournalReader() = default;

    /// Runs `job` on the thread that owns the journal, after what was handed in before; maybe before this returns,
    /// maybe later. It sees durable records only. Commits wait behind it, so a job takes some milliseconds at most, and
    /// longer work hands in the next part from its end. A job that is never run is destroyed.
    virtual void read(JournalJob job) = 0;
};

} // namespace siaga
