// SPDX-License-Identifier: GPL-3.0-or-later
// What HAProxy's runtime API says back, told apart: done, refused, or cut short.
//
// Its manners are those of a telegraph: no news is good news, and each answer ends with an empty line. The catch: an
// answer that never came looks much like a good one, so the empty lines are counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// What became of a line of commands that say nothing when they succeed.
struct WriteReply
{
    enum class Verdict { done, refused, incomplete };
    Verdict verdict = Verdict::incomplete;
    std::string text; ///< refused: the first line that HAProxy said, not made plain yet.
};

/// `reply`: all bytes until HAProxy closed. Any text at all is a refusal, whatever other commands of the line did.
WriteReply readWriteReply(std::string_view reply, int commands);

/// The replies to the commands of one line, each without its closing empty line. A last one that is not closed is
/// left out, for it may be cut short.
std::vector<std::string_view> splitReplies(std::string_view reply);

/// The first line, without its line end.
std::string_view firstLine(std::string_view text);

} // namespace siaga
