// SPDX-License-Identifier: GPL-3.0-or-later
// Lets the same user's command line speak to the instance that already runs on the data, and consoles attach to it.
//
// The first line is JSON: the words of a call, which lines of JSON answer with what to print and how to exit; or the
// wish to attach or to read the journal, and then it goes on as app/frames.h says. The socket is for its owner alone
// (0600), and the kernel's word on who is at the other end is checked as well.
#pragma once

#include "app/broadcast.h"
#include "app/command.h"
#include "app/journal_desk.h"
#include "app/peer.h"

#include <QLocalServer>

#include <map>

class QJsonObject;
class QLocalSocket;

namespace siaga {

class ControlServer : public QObject
{
    Q_OBJECT

public:
    /// `peer`: who is at the other end; nobody but our own user is let in.
    ControlServer(Instance &instance, QObject *parent = nullptr, PeerSource peer = peerOf);

    /// Begins to listen; an empty string, or why it cannot. Two labs may run, so the socket of one that still answers is
    /// left to it.
    QString listen(const QString &path);

private:
    void welcome();
    void read(QLocalSocket *socket);
    void answer(QLocalSocket *socket, const QByteArray &line);
    void attach(QLocalSocket *socket, const QJsonObject &request);
    void run(QLocalSocket *socket, const QJsonObject &request);

    Instance &m_instance;
    PeerSource m_peer;
    std::map<QLocalSocket *, std::unique_ptr<Command>> m_commands;
    Broadcast m_broadcast;
    JournalDesk m_journalDesk;
    QLocalServer m_server; // Last: as it goes, its sockets disconnect, which still looks for their commands.
};

/// Runs the words in the instance that listens at `path` and prints what it says. `fleet` is what they say of the fleet
/// (see fleetAsked); an instance that watches another one refuses. nullopt when nobody listens.
/// A secret goes along beside the words, for `credential set --memory` only; nothing there records it.
std::optional<int> runRemotely(const QStringList &words, const QJsonObject &fleet, const QString &path, const Secret &secret = {});

} // namespace siaga
