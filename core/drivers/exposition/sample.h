// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a page of metrics in Prometheus' text form.
//
// Like one line of a till receipt: what, of which kind, how much. The catch: anybody may have written it, so a line is
// believed only when all of it follows the form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace siaga {

struct Sample
{
    std::string_view name;
    std::string_view series; ///< The name with its labels, exactly as the page writes them.
    std::vector<std::pair<std::string_view, std::string>> labels; ///< In the page's order, values without escapes.
    std::optional<double> value; ///< None: not a number, or infinite.

    /// A label's value; empty when there is none.
    std::string_view label(std::string_view label) const;
};

/// Longer lines are not read; the longest that programs write are a tenth of it.
inline constexpr std::size_t lineLengthMax = 64 * 1024;

/// Understands a line without its end; nullopt when it does not follow the form, or is too long. Lines that are empty or
/// begin with '#' are not samples either: ask isRemark() first. What stands behind the value (a time, an exemplar) is
/// looked over, not kept.
std::optional<Sample> readSample(std::string_view line);

bool isRemark(std::string_view line);

} // namespace siaga
