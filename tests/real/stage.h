// SPDX-License-Identifier: GPL-3.0-or-later
// Real parts on loopback: four HTTP regions behind two HAProxies without checks or retries, and Siaga beside them as
// a process of its own. Whatever moves traffic here is Siaga.
#pragma once

#include "tests/support/admin_relay.h"
#include "tests/support/haproxy_process.h"
#include "tests/support/http_server.h"

#include <QJsonObject>
#include <QProcess>
#include <QThread>

#include <memory>

namespace siaga {

class Stage
{
public:
    Stage();
    ~Stage();

    /// Starts what is dead, with the weights of the configuration.
    bool raiseAll();
    /// us-east-1 dies together with its HAProxy.
    void killRegion();
    /// Both come back; the edge has forgotten what it was told.
    bool reviveRegion();

    quint16 livingFrontend() const { return m_frontends[1]; }
    /// The weight that an edge ("edge-us", "edge-eu") has for us-east-1 now; -1 when it does not answer.
    int weightAt(const QString &edge) const;
    /// Commands that set something at the living edge, as they passed the relay.
    QByteArrayList commandsAtLivingEdge() const;
    void forgetCommands() { m_seen = allLines().size(); }

    // Siaga as a process.
    bool startSiaga();
    void killSiaga();
    /// SIGTERM; true when it ended cleanly.
    bool endSiaga();
    void freshJournal();
    /// Lines that `serve` printed since the last call; each is a durable record.
    QByteArrayList newRecords();
    bool isRunning() const { return m_siaga.state() == QProcess::Running; }

    /// Runs another siaga command on the same data; what it printed, and its exit code.
    struct Said
    {
        QByteArray out;
        int exitCode = -1;
    };
    Said run(const QStringList &words) const;

    /// The journal's records, as `audit export --json` gives them; Siaga must have ended.
    std::vector<QJsonObject> records() const;

private:
    HaproxyConfig config(int edge) const;
    QByteArrayList allLines() const;
    QStringList places() const;

    QTemporaryDir m_dir;
    std::vector<std::unique_ptr<HttpServer>> m_regions;
    quint16 m_frontends[2]{};
    std::unique_ptr<HaproxyProcess> m_edges[2];
    std::unique_ptr<AdminRelay> m_relays[2];
    qsizetype m_seen = 0;
    QProcess m_siaga;
    QByteArray m_partial;
    int m_journals = 0;
};

} // namespace siaga
