// SPDX-License-Identifier: GPL-3.0-or-later
// Our own broken invariants. They are on in release builds: better to stop the loop than to act on a false state.
#pragma once

#include <stdexcept>
#include <string>

namespace siaga {

/// Thrown by SIAGA_CHECK; only the loop catches it, stops acting and says where it happened.
class BrokenInvariant : public std::logic_error
{
public:
    using std::logic_error::logic_error;
};

[[noreturn]] void breakInvariant(const char *condition, const char *file, int line);

} // namespace siaga

/// One condition for each check, so that the message names it.
#define SIAGA_CHECK(condition) \
    (static_cast<bool>(condition) ? void(0) : ::siaga::breakInvariant(#condition, __FILE_NAME__, __LINE__))
