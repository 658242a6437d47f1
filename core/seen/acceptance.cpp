// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seen/acceptance.h"

#include "core/base/seed_bug.h"

namespace siaga {

bool acceptsStatus(const Check &check, int status)
{
    return status >= check.statusMin && status <= check.statusMax;
}

ProbeOutcome judgeAnswer(const Check &check, int status, bool textFound)
{
    if (!acceptsStatus(check, status))
        return ProbeOutcome::badStatus;
    const bool asked = !check.bodyContains.empty() && !SIAGA_SEED_BUG_IS(15);
    return asked && !textFound ? ProbeOutcome::badBody : ProbeOutcome::passed;
}

} // namespace siaga
