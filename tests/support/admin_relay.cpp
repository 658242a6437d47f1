// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/admin_relay.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace siaga {

AdminRelay::AdminRelay(std::string target)
    : m_target(std::move(target))
{
    connect(&m_server, &QLocalServer::newConnection, this, &AdminRelay::accept);
    listen();
}

std::string AdminRelay::path() const
{
    return m_dir.filePath(u"relay"_s).toStdString();
}

void AdminRelay::close()
{
    m_server.close();
}

bool AdminRelay::listen()
{
    return m_server.listen(QString::fromStdString(path()));
}

void AdminRelay::answerHeld(const QByteArray &reply)
{
    for (const QPointer<QLocalSocket> &client : std::exchange(m_held, {})) {
        if (!client)
            continue;
        client->write(reply);
        client->disconnectFromServer();
    }
}

void AdminRelay::accept()
{
    while (QLocalSocket *client = m_server.nextPendingConnection()) {
        connect(client, &QLocalSocket::readyRead, this, [this, client] { readLine(client); });
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        readLine(client);
    }
}

void AdminRelay::readLine(QLocalSocket *client)
{
    if (!client->canReadLine())
        return;
    const QByteArray line = client->readLine();
    m_lines.append(line.trimmed());
    switch (m_mode) {
    case Mode::pass:
        return passOn(client, line, true);
    case Mode::hang:
        return m_held.append(client);
    case Mode::loseReply:
        return passOn(client, line, false);
    case Mode::loseLine:
        return client->disconnectFromServer();
    case Mode::answer:
        client->write(m_fixed);
        return client->disconnectFromServer();
    }
}

void AdminRelay::passOn(QLocalSocket *client, const QByteArray &line, bool withReply)
{
    auto *target = new QLocalSocket(client);
    connect(target, &QLocalSocket::connected, this, [target, line] { target->write(line); });
    connect(target, &QLocalSocket::readyRead, this, [target, client, withReply] {
        const QByteArray reply = target->readAll();
        if (withReply)
            client->write(reply);
    });
    connect(target, &QLocalSocket::errorOccurred, this, [client] { client->disconnectFromServer(); });
    target->connectToServer(QString::fromStdString(m_target));
}

} // namespace siaga
