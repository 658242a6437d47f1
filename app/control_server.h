// SPDX-License-Identifier: GPL-3.0-or-later
// Lets the command line of the same user speak to the instance that already runs on the data.
//
// One line of JSON with the words of the call, then lines of JSON with what to print and how to exit. The socket is
// for its owner alone (0600), and the kernel's word on who is at the other end is checked as well.
#pragma once

#include "app/command.h"

#include <QLocalServer>

#include <map>

class QJsonObject;
class QLocalSocket;

namespace siaga {

class ControlServer : public QObject
{
    Q_OBJECT

public:
    ControlServer(Instance &instance, QObject *parent = nullptr);

    /// Begins to listen; an empty string, or why it cannot. Two labs may run, so the socket of one that still answers is
    /// left to it.
    QString listen(const QString &path);

private:
    void welcome();
    void read(QLocalSocket *socket);
    void answer(QLocalSocket *socket, const QByteArray &line);

    Instance &m_instance;
    std::map<QLocalSocket *, std::unique_ptr<Command>> m_commands;
    QLocalServer m_server; // Last: as it goes, its sockets disconnect, which still looks for their commands.
};

/// Runs the words in the instance that listens at `path` and prints what it says. `fleet` is what they say of the fleet
/// (see fleetAsked); an instance that watches another one refuses. nullopt when nobody listens.
std::optional<int> runRemotely(const QStringList &words, const QJsonObject &fleet, const QString &path);

} // namespace siaga
