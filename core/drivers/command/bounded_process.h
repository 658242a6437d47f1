// SPDX-License-Identifier: GPL-3.0-or-later
// One command of the user's, run within bounds: no shell, a clean environment, a deadline, a limit on what it may say.
//
// It is like a contractor let into the building: named at the door, given his papers, shown out when the time is over,
// with everybody he brought along. The catch: who puts himself into a session of his own escapes the showing out.
#pragma once

#include "core/base/instant.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace siaga {

struct ProcessOrder
{
    std::vector<std::string> command; ///< The program by its path from the root, then its arguments, handed over as they are.
    QByteArray input;                 ///< On its standard input, then the end of it.
    Duration deadline = std::chrono::seconds(5);
    qsizetype outputMax = 64 * 1024;  ///< Bytes of both outputs together; beyond them it is killed.
};

struct ProcessEnd
{
    enum class How {
        exited,     ///< `code` says how.
        crashed,    ///< By a signal of its own.
        notStarted,
        tooLate,    ///< Killed at its deadline.
        tooLoud,    ///< Killed as it wrote more than `outputMax`.
    };
    How how = How::notStarted;
    int code = 0;
    QString reason;    ///< Of notStarted, in the system's words.
    QByteArray output; ///< What it wrote, both outputs as they came; at most the first 4 KiB.
};

/// What the system's search path and the person's own names are; nothing else of our environment is handed on, least of
/// all what a desktop or a keychain left in it.
QProcessEnvironment cleanEnvironment();

/// Runs once. It is killed, with its process group, at the deadline and when this is destroyed. Lives in a thread with an
/// event loop, where `ended` is called, once, never from inside begin().
class BoundedProcess : public QObject
{
public:
    BoundedProcess(ProcessOrder order, std::function<void(ProcessEnd)> ended, QObject *parent = nullptr);
    ~BoundedProcess() override;

    void begin();

private:
    void read();
    void end(ProcessEnd end);
    void killGroup();

    ProcessOrder m_order;
    std::function<void(ProcessEnd)> m_ended;
    QProcess m_process;
    QTimer m_deadline;
    QByteArray m_output;
    qsizetype m_written = 0;
    bool m_over = false;
};

} // namespace siaga
