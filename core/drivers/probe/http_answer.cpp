// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/probe/http_answer.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace siaga {
namespace {

// A chunk's size line: sixteen digits and a moderate extension.
constexpr std::size_t chunkLineMax = 256;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return result;
}

bool isToken(std::string_view text)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.find(c) != marks.npos;
    });
}

} // namespace

HttpAnswer::HttpAnswer(std::string wanted)
    : m_wanted(std::move(wanted))
    , m_found(m_wanted.empty())
{
}

bool HttpAnswer::inLines() const
{
    return m_part != Part::body && m_part != Part::chunk && m_part != Part::over;
}

void HttpAnswer::take(std::string_view bytes)
{
    m_begun = m_begun || !bytes.empty();
    while (!bytes.empty() && !over())
        bytes.remove_prefix(inLines() ? takeLineByte(bytes.front()) : takeBody(bytes));
}

std::size_t HttpAnswer::takeLineByte(char byte)
{
    const bool inChunkLine = m_part == Part::chunkSize || m_part == Part::chunkEnd;
    if (!inChunkLine && ++m_headerSize > headerMax)
        fail("the headers are longer than 32 KiB");
    else if (byte == '\0')
        fail("a zero byte stands among the headers");
    else if (byte == '\n')
        takeLine();
    else if (inChunkLine && m_line.size() >= chunkLineMax)
        fail("a chunk's size line is too long");
    else
        m_line += byte;
    return 1;
}

void HttpAnswer::takeLine()
{
    if (!m_line.empty() && m_line.back() == '\r')
        m_line.pop_back();
    const std::string line = std::exchange(m_line, {});
    switch (m_part) {
    case Part::status:
        return takeStatus(line);
    case Part::headers:
        return line.empty() ? endHeaders() : takeHeader(line);
    case Part::chunkSize:
        return takeChunkSize(line);
    case Part::chunkEnd:
        m_part = Part::chunkSize;
        return line.empty() ? void() : fail("a chunk is longer than it says");
    default:
        return line.empty() ? finish() : void();
    }
}

void HttpAnswer::takeStatus(std::string_view line)
{
    // "HTTP/1.1 200 OK"; the reason may be missing, and so may the space before it.
    const bool versioned = line.size() >= 12 && line.starts_with("HTTP/1.") && isDigit(line[7]) && line[8] == ' ';
    if (!versioned || !std::ranges::all_of(line.substr(9, 3), isDigit) || (line.size() > 12 && line[12] != ' '))
        return fail("the answer does not begin with an HTTP/1 status line");
    std::from_chars(line.data() + 9, line.data() + 12, m_status);
    if (m_status < 100 || m_status > 599)
        return fail("the status is not between 100 and 599");
    m_part = Part::headers;
}

void HttpAnswer::takeHeader(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == line.npos || !isToken(line.substr(0, colon)))
        return fail("a header line has no valid name");
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "content-length")
        takeLength(value);
    else if (name == "transfer-encoding" && lower(value) == "chunked")
        m_chunked = true;
    else if (name == "transfer-encoding")
        fail("an unknown transfer encoding");
}

void HttpAnswer::takeLength(std::string_view value)
{
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (error != std::errc{} || end != value.data() + value.size()
        || length > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
        return fail("Content-Length is not a number of bytes");
    if (m_hasLength && length != m_left)
        return fail("two different Content-Lengths");
    m_hasLength = true;
    m_left = length;
}

void HttpAnswer::endHeaders()
{
    const bool interim = m_status < 200 && m_status != 101;
    if (interim) {
        m_status = 0;
        m_part = Part::status;
        m_chunked = m_hasLength = false;
        return;
    }
    m_headed = true;
    const bool bodiless = m_status == 101 || m_status == 204 || m_status == 304;
    if (m_found || bodiless || (!m_chunked && m_hasLength && m_left == 0))
        finish();
    else if (m_chunked)
        m_part = Part::chunkSize;
    else
        m_part = Part::body;
}

void HttpAnswer::takeChunkSize(std::string_view line)
{
    const std::string_view digits = trimmed(line.substr(0, line.find(';')));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), m_left, 16);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
        return fail("a chunk's size is not a number");
    m_part = m_left == 0 ? Part::trailers : Part::chunk;
}

std::size_t HttpAnswer::takeBody(std::string_view bytes)
{
    const bool bounded = m_part == Part::chunk || m_hasLength;
    std::size_t count = std::min(bytes.size(), bodyMax - m_body.size());
    if (bounded)
        count = std::size_t(std::min<std::uint64_t>(count, m_left));
    // The wanted text may straddle two pieces, so the search starts a little before the new one.
    const std::size_t from = m_body.size() - std::min(m_body.size(), m_wanted.size() - 1);
    m_body.append(bytes.substr(0, count));
    if (bounded)
        m_left -= count;
    m_found = m_body.find(m_wanted, from) != std::string::npos;
    if (m_found || m_body.size() == bodyMax || (m_left == 0 && m_part == Part::body && bounded))
        finish();
    else if (m_left == 0 && m_part == Part::chunk)
        m_part = Part::chunkEnd;
    return count;
}

void HttpAnswer::end()
{
    const bool untilClose = m_part == Part::body && !m_hasLength;
    if (over())
        return;
    if (untilClose)
        finish();
    else
        fail(m_begun ? "the answer was cut short" : "the connection was closed without an answer");
}

void HttpAnswer::finish()
{
    m_part = Part::over;
}

void HttpAnswer::fail(std::string fault)
{
    m_fault = std::move(fault);
    m_part = Part::over;
}

} // namespace siaga
