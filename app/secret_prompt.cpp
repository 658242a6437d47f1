// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_prompt.h"

#include "core/drivers/ports/authorization.h"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace siaga {

namespace {

constexpr char interrupt = 3;  // Ctrl+C, as a key: as a signal it would leave the terminal silent.
constexpr char endOfInput = 4; // Ctrl+D.
constexpr char backspace = 8;
constexpr char deletion = 127;
constexpr char clearLine = 21; // Ctrl+U.

/// A terminal that shows nothing and hands over each key, until this goes.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        silent.c_cc[VMIN] = 1;
        silent.c_cc[VTIME] = 0;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;
    ~SilentTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before{};
};

/// Bytes up to a line's end; false when it was given up or there was nothing.
bool readLine(std::string &line, bool fromTerminal)
{
    char byte = 0;
    while (line.size() <= secretMax) {
        if (read(STDIN_FILENO, &byte, 1) != 1 || (fromTerminal && byte == endOfInput))
            return !line.empty();
        if (byte == '\n' || byte == '\r')
            return true;
        if (fromTerminal && byte == interrupt)
            return false;
        if (fromTerminal && byte == clearLine)
            wipe(line);
        else if (fromTerminal && (byte == backspace || byte == deletion))
            line.empty() ? void() : line.pop_back();
        else
            line += byte;
    }
    return true;
}

} // namespace

std::optional<Secret> readSecret(const QString &prompt)
{
    const bool fromTerminal = isatty(STDIN_FILENO) == 1;
    std::string line;
    line.reserve(secretMax + 2); // Never grown, so that no copy is left behind.
    bool given = false;
    if (fromTerminal) {
        std::fprintf(stderr, "%s", qPrintable(prompt));
        {
            const SilentTerminal silent;
            given = readLine(line, true);
        }
        std::fprintf(stderr, "\n");
    } else {
        given = readLine(line, false);
    }
    const Secret secret(line);
    wipe(line);
    return given ? std::optional(secret) : std::nullopt;
}

} // namespace siaga
