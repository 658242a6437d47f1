// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/replies.h"

namespace siaga {
namespace {

/// Cuts the next line off `rest`; nothing when no whole line is left.
bool takeLine(std::string_view &rest, std::string_view &line)
{
    const auto newline = rest.find('\n');
    if (newline == rest.npos)
        return false;
    line = rest.substr(0, newline);
    rest.remove_prefix(newline + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return true;
}

} // namespace

WriteReply readWriteReply(std::string_view reply, int commands)
{
    const auto text = reply.find_first_not_of("\r\n \t");
    if (text != reply.npos)
        return {WriteReply::Verdict::refused, std::string(firstLine(reply.substr(text)))};
    int emptyLines = 0;
    for (std::string_view line; takeLine(reply, line);)
        ++emptyLines;
    return {emptyLines >= commands ? WriteReply::Verdict::done : WriteReply::Verdict::incomplete, {}};
}

std::vector<std::string_view> splitReplies(std::string_view reply)
{
    std::vector<std::string_view> replies;
    std::string_view rest = reply;
    const char *begin = rest.data();
    for (std::string_view line; takeLine(rest, line);) {
        if (!line.empty())
            continue;
        replies.emplace_back(begin, std::size_t(line.data() - begin));
        begin = rest.data();
    }
    return replies;
}

std::string_view firstLine(std::string_view text)
{
    std::string_view line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

} // namespace siaga
