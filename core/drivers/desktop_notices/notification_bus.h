// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation with the notification server, on the thread that may wait for a bus.
//
// Like the messenger who goes up to the door himself. The catch: the number that a notification got is the server's, and
// means nothing to the next server; when that one changes, all numbers are forgotten.
#pragma once

#include "core/drivers/ports/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QStringList>

#include <map>
#include <optional>
#include <set>

namespace siaga {

/// Made anywhere, then moved to its thread; show() and close() are called there.
class NotificationBus : public QObject
{
    Q_OBJECT

public:
    NotificationBus() = default;
    ~NotificationBus() override;

    void show(const NoticeCall &call);
    void close(const std::string &key);

signals:
    void answered(quint64 id, int outcome, const QString &detail);
    void chosen(const siaga::NoticeChoice &choice);

private slots:
    void onActionInvoked(uint id, const QString &action);
    void onActivationToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);
    void onOwnerChanged(const QString &service, const QString &oldOwner, const QString &newOwner);

private:
    struct Shown
    {
        uint id = 0;
        std::vector<AlertId> alerts;
        QString token; ///< Of the activation that comes right before what was chosen.
    };
    bool connectToBus(QString &whyNot);
    void begin(const NoticeCall &call);
    void askCapabilities(const NoticeCall &call);
    void notify(const NoticeCall &call);
    void notified(const NoticeCall &call, const QDBusMessage &reply);
    void fail(const NoticeCall &call, const QString &error, const QString &message);
    void end(const NoticeCall &call, NoticeOutcome outcome, const QString &detail = {});
    void send(const QString &method, const QVariantList &arguments, std::function<void(const QDBusMessage &)> done);
    Shown *shownAs(uint id);

    std::optional<QDBusConnection> m_bus;
    int m_connections = 0; ///< Each gets a name of its own: Qt keeps a dead one by its name.
    std::optional<QStringList> m_capabilities; ///< Of the server that is there now; none: it was not asked.
    std::map<std::string, Shown> m_shown;
    std::map<std::string, std::vector<NoticeCall>> m_showing; ///< Keys of which one is under way, and what comes after it.
    std::set<std::string> m_takenBack; ///< Of those: to be closed as soon as they are there.
};

/// A body as the server reads it: escaped where it takes markup, else as it is.
QString bodyFor(const QString &plain, const QStringList &capabilities);

/// The three levels of urgency that there are.
uchar urgencyOf(Severity severity);

} // namespace siaga

Q_DECLARE_METATYPE(siaga::NoticeChoice)
