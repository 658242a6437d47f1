// SPDX-License-Identifier: GPL-3.0-or-later
// How the lines of describeEvent are looked up: one function for each kind of event, tried by the event's own type.
#pragma once

#include "core/events/event.h"

#include <QString>

#include <optional>

namespace siaga::words {

/// What `say` makes of the body, for the one of `Bodies` that the event is; nothing when it is none of them.
template<class... Bodies, class Say>
std::optional<QString> lineAmong(const Event &event, Say say)
{
    std::optional<QString> line;
    const auto tryOne = [&](const auto *body) {
        if (body)
            line = say(*body);
        return body != nullptr;
    };
    static_cast<void>((tryOne(event.as<Bodies>()) || ...));
    return line;
}

/// The lives of plans and their steps.
std::optional<QString> planLine(const Event &event);
/// Breakers, and what people ordered of them.
std::optional<QString> breakerLine(const Event &event);
/// What people asked for, and the answers.
std::optional<QString> requestLine(const Event &event);

} // namespace siaga::words
