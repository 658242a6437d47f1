// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to one HTTP/1.1 GET, read byte by byte from whatever a server sends, and never further than needed.
//
// Like opening a parcel of unknown origin with scissors and a time limit: you look at the label, at most at the first
// layer, and leave the rest packed. The catch: without wanted text it is over at the end of the headers, so a body that
// is cut short later is not noticed; a check that cares about the body names a text that must stand in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace siaga {

class HttpAnswer
{
public:
    static constexpr std::size_t headerMax = 32 * 1024; ///< All status lines, headers and trailers together.
    static constexpr std::size_t bodyMax = 64 * 1024;   ///< Of the body after unchunking.

    /// `wanted`: text that the body must contain; empty reads no body.
    explicit HttpAnswer(std::string wanted);

    /// The next bytes from the peer; ignored once over().
    void take(std::string_view bytes);
    /// The peer closed its side.
    void end();

    /// True when no further byte can change the verdict.
    bool over() const { return m_part == Part::over; }
    bool malformed() const { return !m_fault.empty(); }
    /// What breaks the protocol, in plain words; empty when nothing does.
    const std::string &fault() const { return m_fault; }
    /// True once any byte came.
    bool begun() const { return m_begun; }
    /// 0 until a status line was read; final once headed().
    int status() const { return m_status; }
    /// True once the final answer's headers were read to their end.
    bool headed() const { return m_headed; }
    /// True when nothing was wanted, or it was found.
    bool found() const { return m_found; }
    /// How much of the body was kept, at most bodyMax.
    std::size_t bodySize() const { return m_body.size(); }

private:
    enum class Part { status, headers, body, chunkSize, chunk, chunkEnd, trailers, over };

    bool inLines() const;
    std::size_t takeLineByte(char byte);
    void takeLine();
    void takeStatus(std::string_view line);
    void takeHeader(std::string_view line);
    void takeLength(std::string_view value);
    void endHeaders();
    void takeChunkSize(std::string_view line);
    std::size_t takeBody(std::string_view bytes);
    void finish();
    void fail(std::string fault);

    std::string m_wanted;
    bool m_found;
    bool m_begun = false;
    Part m_part = Part::status;
    int m_status = 0;
    bool m_headed = false;
    std::string m_line;           ///< The line being read; shorter than headerMax.
    std::size_t m_headerSize = 0;
    bool m_chunked = false;
    bool m_hasLength = false;
    std::uint64_t m_left = 0;     ///< Of the body or chunk; only with a length or in a chunk.
    std::string m_body;
    std::string m_fault;
};

} // namespace siaga
