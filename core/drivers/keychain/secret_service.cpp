// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/keychain/secret_service.h"

#include "core/base/text.h"

#include <QCoroDBusPendingCall>
#include <QCoroSignal>
#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <limits>

using namespace Qt::StringLiterals;

namespace siaga {

namespace {

constexpr int patient = std::numeric_limits<int>::max(); // libdbus takes it for "no time-out"; whoever asked has his own.
constexpr std::size_t detailMax = 200;
const QString secretsName = u"org.freedesktop.secrets"_s;
const QString secretsPath = u"/org/freedesktop/secrets"_s;
const QString serviceInterface = u"org.freedesktop.Secret.Service"_s;
const QString busName = u"org.freedesktop.DBus"_s;
const QString connectionName = u"siaga-keychain"_s;

using Attributes = QMap<QString, QString>;

QDBusConnection noBus()
{
    return QDBusConnection(connectionName + u"-none"_s);
}

/// Where no bus is told of, libdbus would start one, or wait for X.
bool isBusToldOf()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

/// Which product answers, by the program that owns the name.
std::string storeOf(uint pid)
{
    QFile file(u"/proc/%1/comm"_s.arg(pid));
    const QByteArray program = file.open(QIODevice::ReadOnly) ? file.read(64).trimmed() : QByteArray();
    if (program.startsWith("gnome-keyring"))
        return "GNOME keyring";
    if (program.startsWith("kwalletd"))
        return "KWallet";
    if (program.startsWith("keepassxc"))
        return "KeePassXC";
    return program.isEmpty() ? "Secret Service" : "Secret Service (" + plainText(program.toStdString(), 32) + ")";
}

bool failed(const QDBusMessage &answer)
{
    return answer.type() != QDBusMessage::ReplyMessage;
}

QList<QDBusObjectPath> pathsIn(const QDBusMessage &answer, qsizetype at)
{
    return qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().value(at));
}

QString pathIn(const QDBusMessage &answer, qsizetype at)
{
    const QString path = answer.arguments().value(at).value<QDBusObjectPath>().path();
    return path == u"/"_s ? QString() : path;
}

} // namespace

SecretService::SecretService(QString service)
    : m_service(std::move(service))
    , m_bus(noBus())
{
    qDBusRegisterMetaType<Attributes>();
}

bool SecretService::connectBus()
{
    if (m_bus.isConnected())
        return true;
    QDBusConnection::disconnectFromBus(connectionName);
    m_bus = isBusToldOf() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName) : noBus();
    return m_bus.isConnected();
}

QDBusMessage SecretService::call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(secretsName, path, interface, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage SecretService::callBus(const QString &method, const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(busName, u"/org/freedesktop/DBus"_s, busName, method);
    message.setArguments(arguments);
    return message;
}

QCoro::Task<QDBusMessage> SecretService::answerTo(QDBusMessage message)
{
    const QDBusPendingCall pending = m_bus.asyncCall(message, patient);
    const QDBusMessage answer = co_await pending;
    co_return answer;
}

QCoro::Task<SecretService::Standing> SecretService::standing()
{
    Standing standing;
    if (!connectBus()) {
        standing.detail = isBusToldOf() ? plainText(m_bus.lastError().message().toStdString(), detailMax) : "there is no session bus";
        co_return standing;
    }
    // Named first: GCC 12 breaks on lists that stand inside of an await.
    const QDBusMessage whoOwns = callBus(u"GetNameOwner"_s, {secretsName});
    const QDBusMessage start = callBus(u"StartServiceByName"_s, {secretsName, 0U});
    QDBusMessage owner = co_await answerTo(whoOwns);
    if (failed(owner)) {
        const QDBusMessage started = co_await answerTo(start);
        if (failed(started)) {
            standing.detail = plainText(started.errorMessage().toStdString(), detailMax);
            co_return standing;
        }
        owner = co_await answerTo(whoOwns);
    }
    const QDBusMessage whichProcess = callBus(u"GetConnectionUnixProcessID"_s, owner.arguments());
    const QDBusMessage pid = co_await answerTo(whichProcess);
    if (failed(pid)) {
        standing.detail = plainText(pid.errorMessage().toStdString(), detailMax);
        co_return standing;
    }
    standing.isThere = true;
    standing.store = storeOf(pid.arguments().value(0).toUInt());
    co_return standing;
}

QCoro::Task<SecretService::Found> SecretService::find(QString key)
{
    const Attributes attributes{{u"user"_s, key}, {u"server"_s, m_service}};
    const QDBusMessage search = call(secretsPath, serviceInterface, u"SearchItems"_s, {QVariant::fromValue(attributes)});
    const QDBusMessage answer = co_await answerTo(search);
    if (failed(answer))
        co_return Found::failed;
    if (!pathsIn(answer, 0).isEmpty())
        co_return Found::open;
    if (!pathsIn(answer, 1).isEmpty())
        co_return Found::locked;
    // Some keychains show nothing of what is locked.
    const Lock state = co_await lock();
    co_return state == Lock::locked ? Found::locked : state == Lock::failed ? Found::failed : Found::nothing;
}

QCoro::Task<QString> SecretService::defaultCollection()
{
    const QDBusMessage alias = call(secretsPath, serviceInterface, u"ReadAlias"_s, {u"default"_s});
    const QDBusMessage answer = co_await answerTo(alias);
    co_return failed(answer) ? QString() : pathIn(answer, 0);
}

QCoro::Task<SecretService::Lock> SecretService::lock()
{
    const QString collection = co_await defaultCollection();
    if (collection.isEmpty())
        co_return Lock::noCollection;
    const QDBusMessage get = call(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                  {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    const QDBusMessage answer = co_await answerTo(get);
    if (failed(answer))
        co_return Lock::failed;
    co_return answer.arguments().value(0).value<QDBusVariant>().variant().toBool() ? Lock::locked : Lock::open;
}

QCoro::Task<> SecretService::unlock()
{
    const QString collection = co_await defaultCollection();
    if (collection.isEmpty())
        co_return;
    const QList<QDBusObjectPath> collections{QDBusObjectPath(collection)};
    const QDBusMessage open = call(secretsPath, serviceInterface, u"Unlock"_s, {QVariant::fromValue(collections)});
    const QDBusMessage answer = co_await answerTo(open);
    const QString prompt = failed(answer) ? QString() : pathIn(answer, 1);
    if (prompt.isEmpty())
        co_return;
    const QString interface = u"org.freedesktop.Secret.Prompt"_s;
    m_bus.connect(secretsName, prompt, interface, u"Completed"_s, this, SLOT(promptCompleted(bool)));
    const QDBusMessage put = call(prompt, interface, u"Prompt"_s, {QString()});
    const QDBusMessage asked = co_await answerTo(put);
    if (!failed(asked))
        co_await qCoro(this, &SecretService::prompted);
    m_bus.disconnect(secretsName, prompt, interface, u"Completed"_s, this, SLOT(promptCompleted(bool)));
}

void SecretService::promptCompleted(bool)
{
    emit prompted();
}

} // namespace siaga

#include "moc_secret_service.cpp"
