// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control_server.h"

#include "app/paths.h"
#include "app/same_fleet.h"
#include "app/terminal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

#include <sys/socket.h>
#include <unistd.h>

namespace siaga {

namespace {

constexpr qint64 requestMax = 64 * 1024;
constexpr int clientsMax = 16;
constexpr int connectTimeout = 2000;  // Milliseconds; the instance is on this machine.
constexpr int answerTimeout = 900'000; // A plan may take its time, but says something more often than this.

bool isOurs(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
}

void send(QLocalSocket *socket, const QString &key, const QJsonValue &value)
{
    socket->write(QJsonDocument(QJsonObject{{key, value}}).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

ControlServer::ControlServer(Instance &instance, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_server(this)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::welcome);
}

QString ControlServer::listen(const QString &path)
{
    QLocalSocket other;
    other.connectToServer(path);
    if (other.waitForConnected(connectTimeout))
        return tr("another Siaga answers there");
    QLocalServer::removeServer(path); // A leftover of one that was killed.
    return m_server.listen(path) ? QString() : m_server.errorString();
}

void ControlServer::welcome()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            m_commands.erase(socket);
            socket->deleteLater();
        });
        if (!isOurs(*socket) || m_commands.size() >= clientsMax) {
            socket->abort();
            continue;
        }
        m_commands[socket] = nullptr;
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void ControlServer::read(QLocalSocket *socket)
{
    if (socket->canReadLine())
        answer(socket, socket->readLine(requestMax));
    else if (socket->bytesAvailable() >= requestMax)
        socket->abort();
}

void ControlServer::answer(QLocalSocket *socket, const QByteArray &line)
{
    const QJsonObject request = QJsonDocument::fromJson(line).object();
    if (request.value(QStringLiteral("version")).toString() != QStringLiteral(SIAGA_VERSION)) {
        send(socket, QStringLiteral("error"), tr("the running Siaga is version %1").arg(QStringLiteral(SIAGA_VERSION)));
        return send(socket, QStringLiteral("exit"), exitUnreadable);
    }
    QStringList words;
    for (const QJsonValue &word : request.value(QStringLiteral("words")).toArray())
        words.append(word.toString());
    const auto arguments = readArguments(words);
    const Reply reply{[socket](const QString &text) { send(socket, QStringLiteral("line"), text); },
                        [socket](const QString &text) { send(socket, QStringLiteral("error"), text); },
                        [socket](int code) {
                            send(socket, QStringLiteral("exit"), code);
                            socket->flush(); // After a fault the process may end before its loop turns again.
                        },
                        words.contains(QStringLiteral("--json"))};
    const QString another = whyAnotherFleet(request.value(QStringLiteral("fleet")).toObject(), m_instance);
    if (!another.isEmpty()) {
        reply.fail(another);
        return reply.finish(exitRefused);
    }
    if (const auto *known = std::get_if<Arguments>(&arguments))
        m_commands[socket] = startCommand(*known, m_instance, accountName(), reply);
    if (!m_commands[socket])
        reply.finish(exitUsage);
}

std::optional<int> runRemotely(const QStringList &words, const QJsonObject &fleet, const QString &path)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(connectTimeout))
        return std::nullopt;
    const QJsonObject request{{QStringLiteral("version"), QStringLiteral(SIAGA_VERSION)}, {QStringLiteral("words"), QJsonArray::fromStringList(words)}, {QStringLiteral("fleet"), fleet}};
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (socket.canReadLine() || socket.waitForReadyRead(answerTimeout)) {
        while (socket.canReadLine()) {
            const QJsonObject said = QJsonDocument::fromJson(socket.readLine()).object();
            if (said.contains(QStringLiteral("line")))
                printLine(said.value(QStringLiteral("line")).toString());
            if (said.contains(QStringLiteral("error")))
                printError(said.value(QStringLiteral("error")).toString());
            if (said.contains(QStringLiteral("exit")))
                return said.value(QStringLiteral("exit")).toInt();
        }
    }
    printError(ControlServer::tr("the running Siaga stopped answering"));
    return exitUnreadable;
}

} // namespace siaga
