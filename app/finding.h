// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that was looked at, what was found, and what to do about it.
//
// Like one line of a doctor's letter: the organ, the finding, the remedy. The catch: `well` is of the moment it was
// looked at.
#pragma once

#include "core/base/instant.h"

#include <QString>

#include <array>
#include <string_view>
#include <vector>

namespace siaga {

enum class Verdict {
    well,
    doubtful, ///< It works, but not as somebody may think; or it cannot be known by reading.
    wrong,
};
constexpr auto namesOf(Verdict)
{
    return std::array<std::string_view, 3>{"well", "doubtful", "wrong"};
}

struct Finding
{
    QString subject; ///< "endpoint edge"
    QString address; ///< What was asked: "unix:/run/haproxy/admin.sock"; may be empty.
    Verdict verdict = Verdict::well;
    QString found;   ///< A sentence without a full stop.
    QString remedy;  ///< What to do; empty when there is nothing to do.
    Duration took{};
};
using Findings = std::vector<Finding>;

/// A time that was measured, for people who compare: "0.8 ms", "312 ms", "2.4 s".
inline QString tookText(Duration took)
{
    const double milliseconds = 1000 * inSeconds(took);
    if (milliseconds >= 1000)
        return QStringLiteral("%1 s").arg(milliseconds / 1000, 0, 'f', 1);
    return QStringLiteral("%1 ms").arg(milliseconds, 0, 'f', milliseconds < 10 ? 1 : 0);
}

} // namespace siaga
