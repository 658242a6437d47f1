// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/keychain/core_dumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace siaga {

void leaveNoCoreDump()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0); // Where a program collects crashes the limit is not asked.
}

} // namespace siaga
