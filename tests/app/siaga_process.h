// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a process: what it says, how it exits, and a lab that runs beside the test.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace siaga::test {

struct Said
{
    QByteArray out;
    QByteArray error;
    int exitCode = -1; ///< -1: it crashed or hung.
};

/// Runs it to its end.
Said run(const QStringList &words);

/// The same, while this process goes on serving whoever asks it; with bytes on its standard input.
Said runBeside(const QStringList &words, const QByteArray &input = {});

/// "status --json" as words; no argument of a test has blanks in it.
QStringList words(const char *line);

/// `serve` with more words, in the background, until this goes.
class Serving
{
public:
    explicit Serving(const QStringList &more);
    ~Serving();

    /// True once it has said something: then it listens a moment later.
    bool hasStarted();
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

} // namespace siaga::test
