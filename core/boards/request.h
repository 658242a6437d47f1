// SPDX-License-Identifier: GPL-3.0-or-later
// What a page asks for: the body of one of the events in request_events.h, sealed as an Event and handed to the loop.
//
// Like an order slip pushed through the kitchen hatch: the page knows the slip and the hatch, never the kitchen. The
// catch: a slip is not a meal; what became of it comes back as an answer and in the next board.
#pragma once

#include "core/events/event.h"
#include "core/events/request_events.h"

#include <functional>

namespace siaga {

using Request = Event;

/// Draws the number of the next request; given to views by whoever composes the program.
using RequestIdSource = std::function<RequestId()>;

} // namespace siaga
