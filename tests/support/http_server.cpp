// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_server.h"

#include <QHostAddress>
#include <QSslServer>
#include <QSslSocket>
#include <QTimer>

#include <sys/socket.h>

namespace siaga {
namespace {

// Enough to keep a reader busy, little enough not to fill our own memory.
constexpr qint64 pendingMax = 256 * 1024;
constexpr std::chrono::milliseconds dripInterval{50};
// Crowds of probes arrive at once; with Qt's 50 the rest would wait a second for the next SYN.
constexpr int backlog = 1024;

qint64 pendingBytes(const QTcpSocket *socket)
{
    const auto *encrypted = qobject_cast<const QSslSocket *>(socket);
    return socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

/// Closing with a linger time of zero sends RST instead of FIN.
void reset(QTcpSocket *socket)
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}

} // namespace

HttpServer::HttpServer(quint16 port)
    : m_server(std::make_unique<QTcpServer>())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
    m_server->setListenBacklogSize(backlog);
    m_server->listen(QHostAddress::LocalHost, port);
    m_port = m_server->serverPort();
}

HttpServer::HttpServer(const QSslConfiguration &tls)
    : m_tls(true)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
    m_server->setListenBacklogSize(backlog);
    m_server->listen(QHostAddress::LocalHost);
    m_port = m_server->serverPort();
}

HttpServer::~HttpServer()
{
    stop();
}

std::string HttpServer::url(const std::string &path, const std::string &host) const
{
    return (m_tls ? "https://" : "http://") + host + ":" + std::to_string(m_port) + path;
}

void HttpServer::stop()
{
    m_server->close();
    const auto sockets = m_server->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

bool HttpServer::startAgain()
{
    return m_server->listen(QHostAddress::LocalHost, m_port);
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readRequests(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        readRequests(socket);
    }
}

void HttpServer::readRequests(QTcpSocket *socket)
{
    QByteArray bytes = socket->property("unread").toByteArray() + socket->readAll();
    for (qsizetype end; (end = bytes.indexOf("\r\n\r\n")) >= 0; bytes.remove(0, end + 4)) {
        m_lastRequest = bytes.left(end + 2);
        ++m_requests;
        const bool close = m_lastRequest.toLower().contains("connection: close");
        QTimer::singleShot(m_manner.delay, socket, [this, socket, close] { respond(socket, close); });
    }
    socket->setProperty("unread", bytes);
}

void HttpServer::respond(QTcpSocket *socket, bool close)
{
    switch (m_manner.kind) {
    case Manner::Kind::answer:
        return answer(socket, close);
    case Manner::Kind::hang:
        return;
    case Manner::Kind::close:
        return socket->disconnectFromHost();
    case Manner::Kind::reset:
        return reset(socket);
    case Manner::Kind::raw:
        send(socket, m_manner.raw);
        return socket->disconnectFromHost();
    case Manner::Kind::rawThenHang:
        return send(socket, m_manner.raw);
    case Manner::Kind::endlessBody:
        send(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
        return pump(socket, QByteArray(16 * 1024, 'x'));
    case Manner::Kind::dripHeaders: {
        send(socket, "HTTP/1.1 200 OK\r\nX-Drip: ");
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, this, [this, socket] { send(socket, "x"); });
        return timer->start(dripInterval);
    }
    case Manner::Kind::floodHeaders:
        send(socket, "HTTP/1.1 200 OK\r\n");
        return pump(socket, QByteArray("X-Flood: water\r\n").repeated(1000));
    case Manner::Kind::floodLine:
        send(socket, "HTTP/1.1 200 OK\r\nX-Flood: ");
        return pump(socket, QByteArray(16 * 1024, 'x'));
    }
}

void HttpServer::answer(QTcpSocket *socket, bool close)
{
    const bool fails = failsNow();
    const QByteArray body = fails ? QByteArray("failed\n") : m_manner.body;
    send(socket, "HTTP/1.1 " + QByteArray::number(fails ? 500 : m_manner.status) + " Reason\r\nContent-Length: "
             + QByteArray::number(body.size()) + "\r\n" + m_manner.headers + (close ? "Connection: close\r\n" : "")
             + "\r\n" + body);
    if (close)
        socket->disconnectFromHost();
}

void HttpServer::send(QTcpSocket *socket, const QByteArray &bytes)
{
    if (socket->state() != QAbstractSocket::ConnectedState)
        return; // Stopped while the answer was on its way.
    m_bytesSent += bytes.size();
    socket->write(bytes);
}

void HttpServer::pump(QTcpSocket *socket, const QByteArray &piece)
{
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, this, [this, socket, piece] {
        while (socket->state() == QAbstractSocket::ConnectedState && pendingBytes(socket) < pendingMax)
            send(socket, piece);
    });
    timer->start(0);
}

bool HttpServer::failsNow()
{
    ++m_answers;
    return (m_manner.failEvery > 0 && m_answers % m_manner.failEvery == 0)
        || (m_manner.failPermille > 0 && int(m_random.below(1000)) < m_manner.failPermille);
}

} // namespace siaga
