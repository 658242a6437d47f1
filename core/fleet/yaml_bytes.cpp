// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/yaml_bytes.h"

#include "core/base/text.h"
#include "core/fleet/yaml_tree.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

FleetProblem problem(std::string_view file, int line, std::string found, std::string expected)
{
    return {.file = std::string(file), .line = line, .found = std::move(found), .expected = std::move(expected)};
}

bool isUtf16(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return true;
    // Without a mark: every other byte of plain Latin text is zero.
    return bytes.size() >= 4 && ((bytes[0] == 0 && bytes[2] == 0) || (bytes[1] == 0 && bytes[3] == 0));
}

std::string nameOfControl(unsigned char c)
{
    constexpr char digits[] = "0123456789ABCDEF";
    if (c == 0)
        return "a NUL byte";
    return std::string("the control character 0x") + digits[c >> 4] + digits[c & 15];
}

bool isForbidden(unsigned char c)
{
    return (c < 0x20 && c != '\t' && c != '\r') || c == 0x7F;
}

std::optional<FleetProblem> problemOfLine(std::string_view file, int number, std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    const auto control = std::ranges::find_if(line, [](char c) { return isForbidden(static_cast<unsigned char>(c)); });
    if (control != line.end())
        return problem(file, number, nameOfControl(static_cast<unsigned char>(*control)), "printable text");
    // Lines are counted by their line feeds; a lone carriage return would make every later number wrong.
    if (line.find('\r') != std::string_view::npos)
        return problem(file, number, "a carriage return inside a line", "lines that end with LF or CRLF");
    if (!isUtf8(line))
        return problem(file, number, plainText(line, 80), "well-formed UTF-8");
    return std::nullopt;
}

/// Follows flow brackets and indentation from line to line.
class NestingScan
{
public:
    /// False as soon as the line goes deeper than the limit.
    bool accepts(std::string_view line)
    {
        const std::size_t start = indent(line);
        return m_columns.size() <= yamlDepthMax && brackets(line.substr(start));
    }

private:
    // Each further column, and each "- ", "? " or ": " at the start, may open one more level.
    std::size_t indent(std::string_view line)
    {
        std::size_t at = line.find_first_not_of(" \t");
        if (at == std::string_view::npos || line[at] == '#')
            return line.size();
        while (!m_columns.empty() && m_columns.back() >= at)
            m_columns.pop_back();
        m_columns.push_back(at);
        while (at < line.size() && startsEntry(line.substr(at)) && m_columns.size() <= yamlDepthMax) {
            at = std::min(line.find_first_not_of(" \t", at + 1), line.size());
            m_columns.push_back(at);
        }
        return at;
    }

    static bool startsEntry(std::string_view rest)
    {
        const bool indicator = rest[0] == '-' || rest[0] == '?' || rest[0] == ':';
        return indicator && (rest.size() == 1 || rest[1] == ' ' || rest[1] == '\t');
    }

    bool brackets(std::string_view rest)
    {
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const bool starts = i == 0 || std::string_view(" \t[{,:").find(rest[i - 1]) != std::string_view::npos;
            if (starts && rest[i] == '#')
                return true;
            if (starts && (rest[i] == '"' || rest[i] == '\''))
                i = std::min(rest.find(rest[i], i + 1), rest.size());
            else if (rest[i] == '[' || rest[i] == '{')
                ++m_open;
            else if ((rest[i] == ']' || rest[i] == '}') && m_open > 0)
                --m_open;
            if (m_open > yamlDepthMax)
                return false;
        }
        return true;
    }

    std::vector<std::size_t> m_columns;
    int m_open = 0;
};

bool saysNothing(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#' || line.starts_with("---") || line.starts_with("...");
}

std::optional<FleetProblem> problemOfWhole(std::string_view file, std::string_view bytes)
{
    if (bytes.size() > yamlBytesMax)
        return problem(file, 0, std::to_string(bytes.size()) + " bytes", "at most 1 MiB");
    if (isUtf16(bytes))
        return problem(file, 1, "UTF-16 or UTF-32 text", "UTF-8 text");
    return std::nullopt;
}

} // namespace

std::string_view withoutByteOrderMark(std::string_view bytes)
{
    return bytes.starts_with(byteOrderMark) ? bytes.substr(byteOrderMark.size()) : bytes;
}

std::optional<FleetProblem> problemOfBytes(std::string_view file, std::string_view bytes)
{
    if (auto refused = problemOfWhole(file, bytes))
        return refused;
    NestingScan nesting;
    bool empty = true;
    int number = 0;
    for (std::string_view rest = withoutByteOrderMark(bytes); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (auto found = problemOfLine(file, number, line))
            return found;
        if (!nesting.accepts(line))
            return problem(file, number, "more than 64 levels of nesting", "at most 64 levels");
        empty = empty && saysNothing(line);
    }
    if (empty)
        return problem(file, 0, "an empty file", "a fleet");
    return std::nullopt;
}

} // namespace siaga
