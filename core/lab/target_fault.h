// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with one target that calls go to, as data: the kind, its size, and how people write it.
//
// It is like a fault code in a workshop's manual: the same few words always mean the same defect. The catch: it says what
// the target does, never how it looks from outside; that is for the breakers to find out.
#pragma once

#include "core/base/instant.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace siaga::lab {

enum class TargetFaultKind {
    none,     ///< A quiet day.
    errors,   ///< A share of the calls fails at once.
    latency,  ///< Every call takes so many times as long.
    hang,     ///< No call is answered.
    flapping, ///< All calls fail for a period, none for the next, and so on.
    overload, ///< More calls come than it has capacity for: they queue, and time out in the queue.
    badHost,  ///< One of several hosts behind the target answers nothing.
};
constexpr auto namesOf(TargetFaultKind)
{
    return std::array<std::string_view, 7>{"none", "errors", "latency", "hang", "flapping", "overload", "bad-host"};
}

struct TargetFault
{
    TargetFaultKind kind = TargetFaultKind::none;
    double size = 0;     ///< Errors: their share, above 0 to 1; latency and overload: the factor, above 1.
    Duration period{};   ///< Flapping: how long it is down, and then up.
    int hosts = 10;      ///< Bad host: of so many; at least 1.
    bool operator==(const TargetFault &) const = default;
};

/// "errors 10%", "latency x10", "hang", "flapping 5s", "overload x1.5", "bad host 1 of 10"; nullopt for anything else, also
/// for sizes out of range. Case and blanks do not matter.
std::optional<TargetFault> readTargetFault(std::string_view text);

/// The same words, as they would be read.
std::string toText(const TargetFault &fault);

/// Examples of every kind, for whoever asks what is expected.
inline constexpr std::string_view targetFaultExamples
    = "errors 10%, latency x10, hang, flapping 5s, overload x1.5, bad host 1 of 10";

} // namespace siaga::lab
