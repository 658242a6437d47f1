// SPDX-License-Identifier: GPL-3.0-or-later
// What an HTTP answer means for a check: the same for the real prober and for the lab's.
#pragma once

#include "core/fleet/fleet.h"
#include "core/seen/observation.h"

namespace siaga {

/// False settles it: no body makes such an answer a good one.
bool acceptsStatus(const Check &check, int status);

/// The verdict on a whole answer; `textFound`: the text that the check asks for stood in its body. A good status with
/// an error page is no good answer.
ProbeOutcome judgeAnswer(const Check &check, int status, bool textFound);

} // namespace siaga
