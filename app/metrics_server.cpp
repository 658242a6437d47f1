// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics_server.h"

#include "core/boards/exposition.h"

#include <QHttpServerResponse>
#include <QTcpServer>

namespace siaga {

namespace {

constexpr char pageType[] = "text/plain; version=0.0.4; charset=utf-8";

} // namespace

std::optional<ListenAddress> readListenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    QString host = colon < 0 ? QStringLiteral("localhost") : text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return std::nullopt; // An IPv6 address without its brackets: where it ends is a guess.
    const QHostAddress address = host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (!isNumber || port > 65'535 || address.isNull())
        return std::nullopt;
    return ListenAddress{address, static_cast<quint16>(port)};
}

MetricsServer::MetricsServer(const Instance &instance)
    : m_instance(instance)
{
    m_server.route(QStringLiteral("/metrics"), QHttpServerRequest::Method::Get, [this] { return page(); });
}

QString MetricsServer::listen(const ListenAddress &address)
{
    auto listener = std::make_unique<QTcpServer>();
    if (!listener->listen(address.host, address.port))
        return listener->errorString();
    m_port = listener->serverPort();
    m_server.bind(listener.release());
    return {};
}

// Nothing leaves the core before it is durable; until the disk has it, the page is the one before.
QHttpServerResponse MetricsServer::page()
{
    const Runner &runner = m_instance.runner();
    if (runner.isDurable() && !runner.isFaulty()) {
        const std::vector<TargetFigures> targets = m_instance.targetFigures();
        m_page = QByteArray::fromStdString(
            exposition({.targets = targets, .resilience = runner.state().resilience, .now = m_instance.now(), .version = SIAGA_VERSION}));
    }
    if (m_page.isEmpty())
        return QHttpServerResponse(QHttpServerResponse::StatusCode::ServiceUnavailable);
    return QHttpServerResponse(pageType, m_page);
}

} // namespace siaga
