// SPDX-License-Identifier: GPL-3.0-or-later
// The lines we send to HAProxy's runtime API: all of them, in one place.
//
// Like the few sentences that a pilot may say to the tower. The catch: a bad command does not stop those behind it on
// the same line, so a line holds only commands that are safe whatever becomes of the others.
#pragma once

#include "core/base/result.h"
#include "core/drivers/ports/call.h"

#include <string>
#include <vector>

namespace siaga {

/// One line, and how many empty replies say that all of it took effect.
struct CommandLine
{
    std::string text; ///< Without the final newline; far below the 16,383 bytes at which HAProxy hangs.
    int commands = 1;
};

/// The lines of a write, to be sent one after another, each only when the one before has succeeded. Out of traffic:
/// one line, so that nothing is half done. Into traffic: the weight first, and only then ready, so that no request is
/// ever sent by an old weight. The error says why there is nothing that could be sent.
Result<std::vector<CommandLine>> weightCommands(const SetServerWeight &write);

/// Asks for all that an edge shows; readEdge() understands the reply.
CommandLine lookCommand();

} // namespace siaga
