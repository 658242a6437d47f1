// SPDX-License-Identifier: GPL-3.0-or-later
// What came back when people were to be told of something.
#pragma once

#include <array>
#include <string_view>

namespace siaga {

enum class NoticeOutcome {
    delivered,   ///< The desktop took it, or the command ended well. Whether somebody looked is another matter.
    failed,
    unavailable, ///< There is nobody to give it to: no desktop that shows notices, no such way on this machine.
};
constexpr auto namesOf(NoticeOutcome)
{
    return std::array<std::string_view, 3>{"delivered", "failed", "unavailable"};
}

} // namespace siaga
