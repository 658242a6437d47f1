// SPDX-License-Identifier: GPL-3.0-or-later
// A relay in front of an admin socket that can lose, hold back and refuse what passes.
//
// Like a postman who can be told to drop the replies. The catch: it understands nothing but lines and replies, and it
// lives in the test's own event loop.
#pragma once

#include <QByteArrayList>
#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <string>

namespace siaga {

class AdminRelay : public QObject
{
public:
    enum class Mode {
        pass,
        hang,        ///< Accepts and never answers; nothing reaches the target.
        loseReply,   ///< The line takes effect, but the connection closes without the reply.
        loseLine,    ///< The connection closes after the line was read; it has no effect.
        answer,      ///< Answers with fixed(), without asking the target.
    };

    /// Listens on a socket of its own and passes lines on to the target's.
    explicit AdminRelay(std::string target);

    std::string path() const;
    void setMode(Mode mode) { m_mode = mode; }
    void setFixed(const QByteArray &reply) { m_fixed = reply; }
    /// Stops listening; the next connection is refused.
    void close();
    bool listen();
    /// Answers the connections that `hang` holds and closes them.
    void answerHeld(const QByteArray &reply);
    /// All lines that were read, in their order, in every mode.
    const QByteArrayList &lines() const { return m_lines; }

private:
    void accept();
    void readLine(QLocalSocket *client);
    void passOn(QLocalSocket *client, const QByteArray &line, bool withReply);

    std::string m_target;
    Mode m_mode = Mode::pass;
    QByteArray m_fixed;
    QByteArrayList m_lines;
    QList<QPointer<QLocalSocket>> m_held;
    QTemporaryDir m_dir;
    QLocalServer m_server;
};

} // namespace siaga
