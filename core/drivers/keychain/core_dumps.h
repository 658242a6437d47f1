// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what this process knows out of core dumps.
//
// Like burning the blotting paper. The catch: from then on a debugger can only attach as root.
#pragma once

namespace siaga {

/// From now on a crash of this process leaves no core dump, and other processes of the same account cannot read its memory
/// or environment. A debugger that is already attached stays.
void leaveNoCoreDump();

} // namespace siaga
