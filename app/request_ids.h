// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers for requests, so that who asked finds the answer among all others.
#pragma once

#include "core/base/id.h"

namespace siaga {

/// Unlikely to be given twice, also by two programs that ask the same instance.
RequestId newRequestId();

} // namespace siaga
