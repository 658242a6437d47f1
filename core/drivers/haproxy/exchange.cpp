// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/exchange.h"

#include <QNetworkProxy>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace siaga {
namespace {

constexpr qint64 readBuffer = 1024 * 1024;
// How often a socket with a full queue of waiting connections is tried again.
constexpr std::chrono::milliseconds retryInterval{20};

/// A connected descriptor, or -1 with errno; never waits.
int connectedDescriptor(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), std::min(path.size(), sizeof address.sun_path - 1));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return descriptor;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return -1;
}

} // namespace

Exchange::Exchange(SocketAddress address, std::string line, Permit permit, std::function<void(Result)> over,
                   QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_line(std::move(line))
    , m_permit(std::move(permit))
    , m_over(std::move(over))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Exchange::connectUnix);
}

Exchange::~Exchange()
{
    stop();
}

void Exchange::begin()
{
    if (m_address.path.empty())
        connectTcp();
    else
        connectUnix();
}

void Exchange::stop()
{
    m_over = nullptr;
    m_retry.stop();
    if (m_local) {
        m_local->disconnect(this);
        m_local->abort();
    }
    if (m_tcp) {
        m_tcp->disconnect(this);
        m_tcp->abort();
    }
}

// By hand, because QLocalSocket spins at full load while the peer's queue of waiting connections is full, which is
// what a stopped HAProxy looks like.
void Exchange::connectUnix()
{
    const int descriptor = connectedDescriptor(m_address.path);
    if (descriptor < 0 && (errno == EAGAIN || errno == EINTR))
        return m_retry.start(retryInterval);
    if (descriptor < 0)
        return finish(std::strerror(errno));
    m_local = std::make_unique<QLocalSocket>();
    m_socket = m_local.get();
    m_local->setReadBufferSize(readBuffer);
    connect(m_local.get(), &QLocalSocket::readyRead, this, &Exchange::readMore);
    connect(m_local.get(), &QLocalSocket::disconnected, this, &Exchange::closed);
    connect(m_local.get(), &QLocalSocket::errorOccurred, this, &Exchange::closed);
    if (!m_local->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return finish("no socket could be made");
    }
    send();
}

void Exchange::connectTcp()
{
    m_tcp = std::make_unique<QTcpSocket>();
    m_socket = m_tcp.get();
    m_tcp->setProxy(QNetworkProxy::NoProxy);
    m_tcp->setReadBufferSize(readBuffer);
    connect(m_tcp.get(), &QTcpSocket::connected, this, &Exchange::send);
    connect(m_tcp.get(), &QTcpSocket::readyRead, this, &Exchange::readMore);
    connect(m_tcp.get(), &QTcpSocket::disconnected, this, &Exchange::closed);
    connect(m_tcp.get(), &QTcpSocket::errorOccurred, this, &Exchange::closed);
    m_tcp->connectToHost(QString::fromStdString(m_address.host), m_address.port);
}

void Exchange::send()
{
    if (!m_permit.granted())
        return finish("the permit was withdrawn");
    // HAProxy does not answer a line without its end.
    m_line += '\n';
    m_sent = true;
    m_socket->write(m_line.data(), qint64(m_line.size()));
}

void Exchange::readMore()
{
    const QByteArray bytes = m_socket->readAll();
    m_reply.append(bytes.constData(), std::size_t(bytes.size()));
    if (m_reply.size() <= replyMax)
        return;
    m_reply.clear();
    finish("the reply is longer than 16 MiB");
}

void Exchange::closed()
{
    readMore();
    finish(m_socket->errorString().toStdString());
}

void Exchange::finish(std::string detail)
{
    const auto over = std::exchange(m_over, nullptr);
    if (over)
        over({.sent = m_sent, .reply = std::move(m_reply), .detail = std::move(detail)});
}

} // namespace siaga
