// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/inventory.h"

#include <charconv>

namespace siaga {

bool isNewEnough(std::string_view version)
{
    int major = 0;
    int minor = 0;
    const char *const end = version.data() + version.size();
    const auto first = std::from_chars(version.data(), end, major);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.')
        return false;
    if (std::from_chars(first.ptr + 1, end, minor).ec != std::errc{})
        return false;
    return major > 2 || (major == 2 && minor >= 6);
}

} // namespace siaga
