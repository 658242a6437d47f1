// SPDX-License-Identifier: GPL-3.0-or-later
// A session bus of one's own, and a desktop's notification server on it that does what a test says.
//
// Like a doll's house with a letter box. The catch: the bus is a real dbus-daemon; only the server is ours, so that it can
// be away, hang, die and come back.
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantMap>

#include <memory>
#include <vector>

namespace siaga {

/// Started in the constructor; its address stands in the environment from then on, until it is destroyed.
class SessionBus
{
public:
    SessionBus();
    ~SessionBus();
    bool isRunning() const { return !m_address.isEmpty(); }
    const QString &address() const { return m_address; }
    /// As if the desktop's session ended: everybody is cut off.
    void kill();
    /// Stands still, with all connections open, until it is told to go on.
    void freeze(bool frozen);

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QByteArray m_before;
};

class NotificationServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id = 0;
        uint replaced = 0;
        QString application;
        QString icon;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
    };

    /// Owns the name at once.
    explicit NotificationServer(const SessionBus &bus);
    ~NotificationServer() override;

    QStringList capabilities{QStringLiteral("body"), QStringLiteral("actions")};
    bool isSilent = false;       ///< It takes everything and answers nothing.
    bool refuses = false;        ///< It answers with an error.
    std::vector<Shown> shown;    ///< All that was ever asked for.
    std::vector<uint> closed;    ///< By whoever showed it.
    int capabilitiesAsked = 0;

    void press(uint id, const QString &action, const QString &token = {});
    void dismiss(uint id) { emit NotificationClosed(id, 2); }

public slots:
    Q_SCRIPTABLE QStringList GetCapabilities();
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon, const QString &summary, const QString &body,
                             const QStringList &actions, const QVariantMap &hints, int timeout);
    Q_SCRIPTABLE void CloseNotification(uint id);

signals:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);

private:
    QString m_name;
    uint m_last = 0;
};

} // namespace siaga
