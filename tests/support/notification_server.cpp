// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/notification_server.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QFile>

#include <csignal>

namespace siaga {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
constexpr const char *variable = "DBUS_SESSION_BUS_ADDRESS";

/// Nothing of this machine is started by it.
const char configuration[] = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=%1</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
)";

} // namespace

SessionBus::SessionBus()
    : m_before(qgetenv(variable))
{
    QFile file(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QString::fromLatin1(configuration).arg(m_folder.path()).toUtf8());
    file.close();
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--config-file=") + file.fileName(), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    while (m_daemon.state() != QProcess::NotRunning && !m_daemon.canReadLine())
        if (!m_daemon.waitForReadyRead(10'000))
            break;
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    qputenv(variable, m_address.toUtf8());
}

SessionBus::~SessionBus()
{
    freeze(false);
    kill();
    m_before.isEmpty() ? qunsetenv(variable) : qputenv(variable, m_before);
}

void SessionBus::kill()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void SessionBus::freeze(bool frozen)
{
    if (m_daemon.processId() > 0)
        ::kill(static_cast<pid_t>(m_daemon.processId()), frozen ? SIGSTOP : SIGCONT);
}

NotificationServer::NotificationServer(const SessionBus &bus)
    : m_name(QStringLiteral("notification server %1").arg(quintptr(this), 0, 16))
{
    QDBusConnection connection = QDBusConnection::connectToBus(bus.address(), m_name);
    connection.registerObject(path, this, QDBusConnection::ExportScriptableContents);
    connection.registerService(service);
}

NotificationServer::~NotificationServer()
{
    QDBusConnection::disconnectFromBus(m_name);
}

QStringList NotificationServer::GetCapabilities()
{
    ++capabilitiesAsked;
    if (isSilent)
        setDelayedReply(true);
    return capabilities;
}

uint NotificationServer::Notify(const QString &application, uint replaces, const QString &icon, const QString &summary, const QString &body,
                                const QStringList &actions, const QVariantMap &hints, int timeout)
{
    if (isSilent) {
        setDelayedReply(true);
        return 0;
    }
    if (refuses) {
        sendErrorReply(QStringLiteral("org.example.Full"), QStringLiteral("too many notifications"));
        return 0;
    }
    const uint id = replaces ? replaces : ++m_last;
    shown.push_back({id, replaces, application, icon, summary, body, actions, hints, timeout});
    return id;
}

void NotificationServer::CloseNotification(uint id)
{
    closed.push_back(id);
    emit NotificationClosed(id, 3);
}

void NotificationServer::press(uint id, const QString &action, const QString &token)
{
    if (!token.isEmpty())
        emit ActivationToken(id, token);
    emit ActionInvoked(id, action);
}

} // namespace siaga

#include "moc_notification_server.cpp"
