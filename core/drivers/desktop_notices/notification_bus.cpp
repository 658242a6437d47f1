// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/desktop_notices/notification_bus.h"

#include <QDBusConnectionInterface>
#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

namespace siaga {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString busService = QStringLiteral("org.freedesktop.DBus");
const QString desktopEntry = QStringLiteral("id.merajutasa.Siaga"); // As the desktop file is called, and the icon.
const QString acknowledgeAction = QStringLiteral("acknowledge");
const QString openAction = QStringLiteral("open");
const QString defaultAction = QStringLiteral("default"); // A click on the notification itself.

constexpr int answerMax = 2500; // Milliseconds; below every deadline, so that the server's silence has its own sentence.
constexpr int neverExpires = 0;
constexpr int asTheServerLikes = -1;

/// Without an address libdbus would try to launch a bus of its own, which waits.
QString busAddress()
{
    const QString given = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString usual = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    return !given.isEmpty() ? given : QFileInfo::exists(usual) ? QStringLiteral("unix:path=") + usual : QString();
}

bool meansNobodyThere(const QString &error)
{
    return error.endsWith(QStringLiteral("ServiceUnknown")) || error.endsWith(QStringLiteral("NameHasNoOwner"))
        || error.contains(QStringLiteral(".Spawn."));
}

} // namespace

QString bodyFor(const QString &plain, const QStringList &capabilities)
{
    return capabilities.contains(QStringLiteral("body-markup")) ? plain.toHtmlEscaped() : plain;
}

uchar urgencyOf(Severity severity)
{
    return severity == Severity::warning ? 1 : 2;
}

NotificationBus::~NotificationBus()
{
    if (m_bus)
        QDBusConnection::disconnectFromBus(m_bus->name());
}

bool NotificationBus::connectToBus(QString &whyNot)
{
    if (m_bus && m_bus->isConnected())
        return true;
    if (m_bus)
        QDBusConnection::disconnectFromBus(m_bus->name());
    m_bus.reset();
    m_capabilities.reset();
    m_shown.clear();
    const QString address = busAddress();
    if (address.isEmpty()) {
        whyNot = QStringLiteral("no session bus");
        return false;
    }
    const QString name = QStringLiteral("siaga notices %1 %2").arg(quintptr(this), 0, 16).arg(++m_connections);
    QDBusConnection bus = QDBusConnection::connectToBus(address, name);
    if (!bus.isConnected()) {
        whyNot = QStringLiteral("no session bus: ") + bus.lastError().message();
        QDBusConnection::disconnectFromBus(name);
        return false;
    }
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("ActivationToken"), this, SLOT(onActivationToken(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    bus.connect(busService, QStringLiteral("/org/freedesktop/DBus"), busService, QStringLiteral("NameOwnerChanged"),
                QStringList{service}, QString(), this, SLOT(onOwnerChanged(QString, QString, QString)));
    m_bus = bus;
    return true;
}

void NotificationBus::send(const QString &method, const QVariantList &arguments, std::function<void(const QDBusMessage &)> done)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message, answerMax), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [done = std::move(done)](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        if (done)
            done(ended->reply());
    });
}

/// Those of one key go one after another: only what has a number can be replaced.
void NotificationBus::show(const NoticeCall &call)
{
    if (const auto showing = m_showing.find(call.key); showing != m_showing.end())
        return showing->second.push_back(call);
    m_showing[call.key];
    begin(call);
}

void NotificationBus::begin(const NoticeCall &call)
{
    QString whyNot;
    if (!connectToBus(whyNot))
        end(call, NoticeOutcome::unavailable, whyNot);
    else if (m_capabilities)
        notify(call);
    else
        askCapabilities(call);
}

void NotificationBus::askCapabilities(const NoticeCall &call)
{
    send(QStringLiteral("GetCapabilities"), {}, [this, call](const QDBusMessage &reply) {
        if (reply.type() != QDBusMessage::ReplyMessage)
            return fail(call, reply.errorName(), reply.errorMessage());
        m_capabilities = reply.arguments().value(0).toStringList();
        notify(call);
    });
}

void NotificationBus::notify(const NoticeCall &call)
{
    if (!call.permit.granted()) // Right before it leaves.
        return end(call, NoticeOutcome::failed, QStringLiteral("taken back before it went out"));
    QString title = QString::fromStdString(call.text.title);
    const QString body = QString::fromStdString(call.text.body);
    if (!m_capabilities->contains(QStringLiteral("body")) && !body.isEmpty())
        title += QStringLiteral(" · ") + body.section(u'\n', 0, 0);
    QStringList actions;
    if (m_capabilities->contains(QStringLiteral("actions"))) {
        if (!call.text.open.empty())
            actions << defaultAction << QString::fromStdString(call.text.open) << openAction << QString::fromStdString(call.text.open);
        if (!call.text.acknowledge.empty())
            actions << acknowledgeAction << QString::fromStdString(call.text.acknowledge);
    }
    const bool isLoud = call.severity >= Severity::critical;
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(urgencyOf(call.severity))},
                            {QStringLiteral("desktop-entry"), desktopEntry},
                            {QStringLiteral("category"), QStringLiteral("network.error")}};
    const auto known = m_shown.find(call.key);
    const uint replaces = known == m_shown.end() ? 0 : known->second.id;
    send(QStringLiteral("Notify"),
         {QStringLiteral("Siaga"), replaces, desktopEntry, title, bodyFor(body, *m_capabilities), actions, hints,
          isLoud ? neverExpires : asTheServerLikes},
         [this, call](const QDBusMessage &reply) { notified(call, reply); });
}

void NotificationBus::notified(const NoticeCall &call, const QDBusMessage &reply)
{
    if (reply.type() != QDBusMessage::ReplyMessage)
        return fail(call, reply.errorName(), reply.errorMessage());
    Shown &shown = m_shown[call.key];
    shown = {.id = reply.arguments().value(0).toUInt()};
    for (const NoticeAlert &alert : call.alerts)
        shown.alerts.push_back(alert.id);
    end(call, NoticeOutcome::delivered);
}

void NotificationBus::fail(const NoticeCall &call, const QString &error, const QString &message)
{
    const bool nobody = meansNobodyThere(error);
    const QString detail = nobody ? QStringLiteral("no notification server on this desktop")
        : error == QDBusError::errorString(QDBusError::NoReply) ? QStringLiteral("the notification server does not answer")
                                                                : message;
    end(call, nobody ? NoticeOutcome::unavailable : NoticeOutcome::failed, detail);
}

void NotificationBus::end(const NoticeCall &call, NoticeOutcome outcome, const QString &detail)
{
    emit answered(call.id.value(), static_cast<int>(outcome), detail);
    std::vector<NoticeCall> next = std::move(m_showing.extract(call.key).mapped());
    if (m_takenBack.erase(call.key) > 0)
        close(call.key);
    for (const NoticeCall &waiting : next)
        show(waiting);
}

void NotificationBus::close(const std::string &key)
{
    if (m_showing.contains(key))
        m_takenBack.insert(key);
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end() || m_showing.contains(key))
        return;
    if (m_bus && m_bus->isConnected())
        send(QStringLiteral("CloseNotification"), {shown->second.id}, {});
    m_shown.erase(shown);
}

NotificationBus::Shown *NotificationBus::shownAs(uint id)
{
    for (auto &[key, shown] : m_shown)
        if (shown.id == id)
            return &shown;
    return nullptr;
}

void NotificationBus::onActivationToken(uint id, const QString &token)
{
    if (Shown *shown = shownAs(id))
        shown->token = token;
}

void NotificationBus::onActionInvoked(uint id, const QString &action)
{
    const Shown *shown = shownAs(id);
    if (!shown || (action != acknowledgeAction && action != openAction && action != defaultAction))
        return;
    emit chosen({.kind = action == acknowledgeAction ? NoticeChoice::Kind::acknowledge : NoticeChoice::Kind::open,
                 .alerts = shown->alerts,
                 .activation = shown->token.toStdString()});
}

void NotificationBus::onClosed(uint id, uint)
{
    std::erase_if(m_shown, [id](const auto &entry) { return entry.second.id == id; });
}

/// Another server knows none of these numbers, and may be able to do other things.
void NotificationBus::onOwnerChanged(const QString &, const QString &, const QString &)
{
    m_capabilities.reset();
    m_shown.clear();
}

} // namespace siaga

#include "moc_notification_bus.cpp"
