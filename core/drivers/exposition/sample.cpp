// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/exposition/sample.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace siaga {

namespace {

constexpr std::size_t labelsMax = 64;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Walks along a line; each step fails or moves on.
class Walk
{
public:
    explicit Walk(std::string_view line)
        : m_line(line)
    {
    }

    std::size_t at() const { return m_at; }
    std::string_view rest() const { return m_line.substr(m_at); }
    std::string_view since(std::size_t from) const { return m_line.substr(from, m_at - from); }

    void skipBlanks()
    {
        while (m_at < m_line.size() && isBlank(m_line[m_at]))
            ++m_at;
    }
    bool take(char c)
    {
        const bool there = m_at < m_line.size() && m_line[m_at] == c;
        m_at += there;
        return there;
    }
    /// Letters, digits, '_', and ':' in names of metrics; empty when there is none.
    std::string_view word(bool colons)
    {
        const std::size_t from = m_at;
        while (m_at < m_line.size()) {
            const char c = m_line[m_at];
            if (!isLetter(c) && !(colons && c == ':') && !(m_at > from && isDigit(c)))
                break;
            ++m_at;
        }
        return since(from);
    }
    /// A text in quotes, without its escapes.
    std::optional<std::string> quoted()
    {
        if (!take('"'))
            return std::nullopt;
        std::string text;
        while (m_at < m_line.size()) {
            const char c = m_line[m_at++];
            if (c == '"')
                return text;
            if (c != '\\') {
                text += c;
                continue;
            }
            if (m_at == m_line.size())
                return std::nullopt;
            const char escaped = m_line[m_at++];
            if (escaped != 'n' && escaped != '\\' && escaped != '"')
                text += '\\'; // Prometheus keeps what it does not know.
            text += escaped == 'n' ? '\n' : escaped;
        }
        return std::nullopt;
    }

private:
    std::string_view m_line;
    std::size_t m_at = 0;
};

bool readLabels(Walk &walk, Sample &sample)
{
    if (!walk.take('{'))
        return true;
    for (;;) {
        walk.skipBlanks();
        if (walk.take('}'))
            return true;
        const std::string_view label = walk.word(false);
        walk.skipBlanks();
        if (label.empty() || sample.labels.size() == labelsMax || !walk.take('='))
            return false;
        walk.skipBlanks();
        auto value = walk.quoted();
        if (!value)
            return false;
        sample.labels.emplace_back(label, std::move(*value));
        walk.skipBlanks();
        if (walk.take('}'))
            return true;
        if (!walk.take(','))
            return false;
    }
}

/// Whether a number is so small or so large that it does not fit: "1e-400" is 0, "1e400" is none.
std::optional<double> unfit(std::string_view text)
{
    const std::size_t exponent = text.find_first_of("eE");
    const bool small = exponent == text.npos ? text.find('.') < 3 : text.substr(exponent + 1).starts_with('-');
    return small ? std::optional(0.0) : std::nullopt;
}

/// The value, nothing for one that is no number to count with; false when the text is none at all.
bool readValue(std::string_view text, std::optional<double> &value)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || text.starts_with('+'))
        return false;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument)
        return false;
    if (error == std::errc::result_out_of_range)
        value = unfit(text);
    else if (std::isfinite(number))
        value = number;
    return true;
}

} // namespace

std::string_view Sample::label(std::string_view wanted) const
{
    const auto found = std::ranges::find(labels, wanted, [](const auto &label) { return label.first; });
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

bool isRemark(std::string_view line)
{
    line = trimmed(line);
    return line.empty() || line.front() == '#';
}

std::optional<Sample> readSample(std::string_view line)
{
    if (line.size() > lineLengthMax)
        return std::nullopt;
    Walk walk(line);
    walk.skipBlanks();
    const std::size_t from = walk.at();
    Sample sample;
    sample.name = walk.word(true);
    if (sample.name.empty())
        return std::nullopt;
    const std::size_t named = walk.at();
    walk.skipBlanks();
    if (!walk.rest().starts_with('{'))
        sample.series = line.substr(from, named - from);
    if (!readLabels(walk, sample))
        return std::nullopt;
    if (sample.series.empty())
        sample.series = walk.since(from);
    std::string_view rest = trimmed(walk.rest());
    rest = trimmed(rest.substr(0, rest.find(" # "))); // An exemplar, as OpenMetrics has them.
    const std::size_t gap = std::min(rest.find_first_of(" \t"), rest.size());
    std::optional<double> time;
    const bool timed = gap == rest.size() || readValue(trimmed(rest.substr(gap)), time);
    if (!timed || !readValue(rest.substr(0, gap), sample.value))
        return std::nullopt;
    return sample;
}

} // namespace siaga
