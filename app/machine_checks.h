// SPDX-License-Identifier: GPL-3.0-or-later
// What this machine must have for Siaga to be trusted: a clock that is kept, and a place for the journal.
//
// Like looking whether the lamp has oil before going down into the mine. The catch: whether the clock is kept is what
// the kernel was told; a machine that asks nobody for the time may still be right.
#pragma once

#include "app/arguments.h"
#include "app/finding.h"

#include <cstdint>

namespace siaga {

/// What can be measured of a folder's disk.
struct FolderState
{
    bool exists = false;
    bool mayWrite = false;
    bool isOpenToOthers = false;    ///< Others than its owner may read or enter it.
    std::uint64_t bytesFree = 0;
};

FolderState lookAtFolder(const QString &folder);

/// Pure.
Finding diagnoseFolder(const QString &folder, const FolderState &state);
Finding diagnoseClock(bool isKept, Duration errorMax);

/// Of this machine now: the clock, the journal's folder, and the journal in it if there is one. Reads only.
Findings checkMachine(const QString &dataFolder);

} // namespace siaga
