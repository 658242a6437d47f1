// SPDX-License-Identifier: GPL-3.0-or-later
// Siaga's own page of metrics over HTTP, for a Prometheus that reads it.
//
// Like a shop window: whoever passes by may look, nobody can reach in. The catch: it has no password and no encryption,
// so it stands on this machine only, unless somebody asks for another address and is told what that means.
#pragma once

#include "app/instance.h"

#include <QHostAddress>
#include <QHttpServer>

#include <optional>

namespace siaga {

/// Where to listen.
struct ListenAddress
{
    QHostAddress host = QHostAddress::LocalHost;
    quint16 port = 0;
};

/// "9464" (this machine only), "127.0.0.1:9464", "localhost:9464" or "[::1]:9464"; nullopt for anything else. Port 0 takes
/// any that is free.
std::optional<ListenAddress> readListenAddress(const QString &text);

class MetricsServer : public QObject
{
public:
    /// The instance outlives it, and lives in the same thread.
    explicit MetricsServer(const Instance &instance);

    /// Empty when it listens, else why not, in the system's words.
    QString listen(const ListenAddress &address);
    quint16 port() const { return m_port; }

private:
    QHttpServerResponse page();

    const Instance &m_instance;
    QHttpServer m_server;
    QByteArray m_page; ///< The last one of durable state.
    quint16 m_port = 0;
};

} // namespace siaga
