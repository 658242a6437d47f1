// SPDX-License-Identifier: GPL-3.0-or-later
// What a disk was told, in order, and what it may hold when the power fails after any of it.
//
// It is like replaying a chess game to any move, except that the last moves of each piece may or may not have been made:
// what was synced is there; of what was not, each sector of 512 bytes is there or is not. The catch: a sector itself is
// never torn, and a disk that lies about its syncs is not modelled.
#pragma once

#include "core/base/random.h"
#include "tests/journal/fault_vfs.h"

#include <map>
#include <vector>

namespace siaga::samples {

using DiskImage = std::map<std::string, std::string>; ///< Contents by file name.

enum class Unsynced { lost, kept, torn };

/// Follows a run call by call.
class DiskLog
{
public:
    explicit DiskLog(DiskImage before)
        : m_synced(std::move(before))
    {
    }

    void add(const DiskCall &call);

    /// What may be there if the power failed now.
    DiskImage afterPowerLoss(Unsynced unsynced, Random &random) const;

private:
    DiskImage m_synced;
    std::map<std::string, std::vector<DiskCall>> m_pending; // Since each file's last sync.
};

} // namespace siaga::samples
