// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"

namespace siaga {

void breakInvariant(const char *condition, const char *file, int line)
{
    throw BrokenInvariant(std::string(file) + ":" + std::to_string(line) + ": broken invariant: " + condition);
}

} // namespace siaga
