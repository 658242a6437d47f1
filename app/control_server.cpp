// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control_server.h"

#include "app/paths.h"
#include "app/same_fleet.h"
#include "app/terminal.h"
#include "core/events/archive.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace siaga {

namespace {

const QString attachWish = QStringLiteral("attach");
const QString journalWish = QStringLiteral("journal");
constexpr qint64 requestMax = 64 * 1024;
constexpr int clientsMax = 32;
constexpr int connectTimeout = 2000;  // Milliseconds; the instance is on this machine.
constexpr int answerTimeout = 900'000; // A plan may take its time, but says something more often than this.

void send(QLocalSocket *socket, const QString &key, const QJsonValue &value)
{
    socket->write(QJsonDocument(QJsonObject{{key, value}}).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

ControlServer::ControlServer(Instance &instance, QObject *parent, PeerSource peer)
    : QObject(parent)
    , m_instance(instance)
    , m_peer(std::move(peer))
    , m_broadcast(instance)
    , m_journalDesk(instance.journal())
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
        if (!isOurs(m_peer(*socket)) || m_commands.size() >= clientsMax) {
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
    const bool attaches = request.contains(attachWish) || request.contains(journalWish);
    if (attaches)
        return attach(socket, request);
    if (request.value(QStringLiteral("version")).toString() != QStringLiteral(SIAGA_VERSION)) {
        send(socket, QStringLiteral("error"), tr("the running Siaga is version %1").arg(QStringLiteral(SIAGA_VERSION)));
        return send(socket, QStringLiteral("exit"), exitUnreadable);
    }
    run(socket, request);
}

/// From its next line on, the socket is another's.
void ControlServer::attach(QLocalSocket *socket, const QJsonObject &request)
{
    const QString wish = request.contains(attachWish) ? attachWish : journalWish;
    FollowRefusal refusal;
    if (request.value(QStringLiteral("version")).toString() != QStringLiteral(SIAGA_VERSION))
        refusal = {LostReason::otherVersion, SIAGA_VERSION};
    else if (request.value(wish).toString().toStdString() != keyframeFingerprint())
        refusal.detail = tr("the Siaga that runs there was built with another form of records").toStdString();
    else
        refusal.detail = (whyAnotherFleet(request.value(QStringLiteral("fleet")).toObject(), m_instance) + m_instance.fault()).toStdString();
    if (refusal.reason == LostReason::otherVersion || !refusal.detail.empty()) {
        socket->write(framed(frame::refusal, toJson(refusal)));
        return socket->disconnectFromServer(); // Once that is sent.
    }
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    if (wish == attachWish)
        m_broadcast.add(socket, accountOf(m_peer(*socket).value_or(0)));
    else
        m_journalDesk.add(socket);
}

void ControlServer::run(QLocalSocket *socket, const QJsonObject &request)
{
    QStringList words;
    for (const QJsonValue &word : request.value(QStringLiteral("words")).toArray())
        words.append(word.toString());
    auto arguments = readArguments(words);
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
    if (auto *known = std::get_if<Arguments>(&arguments))
        known->secret = Secret(request.value(QStringLiteral("secret")).toString().toStdString());
    if (const auto *known = std::get_if<Arguments>(&arguments))
        m_commands[socket] = startCommand(*known, m_instance, accountName(), reply);
    if (!m_commands[socket])
        reply.finish(exitUsage);
}

std::optional<int> runRemotely(const QStringList &words, const QJsonObject &fleet, const QString &path, const Secret &secret)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(connectTimeout))
        return std::nullopt;
    QJsonObject request{{QStringLiteral("version"), QStringLiteral(SIAGA_VERSION)}, {QStringLiteral("words"), QJsonArray::fromStringList(words)}, {QStringLiteral("fleet"), fleet}};
    if (!secret.empty())
        request.insert(QStringLiteral("secret"), QString::fromUtf8(secret.reveal().data(), qsizetype(secret.reveal().size())));
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
