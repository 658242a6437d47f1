// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain's own word on itself: who it is, whether it is locked, whether it has an entry; over the session bus.
//
// Like asking at the counter before handing in a form: the form alone would come back with "no" for three reasons. The
// catch: the keychain's library takes a locked entry for a missing one when nobody unlocks it, so this is asked first.
#pragma once

#include <QCoroTask>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <string>

namespace siaga {

/// Lives in one thread with an event loop, as long as the process. Its answers may take for ever.
class SecretService : public QObject
{
    Q_OBJECT

public:
    struct Standing
    {
        bool isThere = false;
        std::string store;  ///< "GNOME keyring"; empty when it is not there.
        std::string detail; ///< Why it is not there, in the system's words.
    };
    enum class Found { open, locked, nothing, failed };
    enum class Lock { open, locked, noCollection, failed };

    explicit SecretService(QString service);

    QCoro::Task<Standing> standing();
    /// Whether it has an entry with this key.
    QCoro::Task<Found> find(QString key);
    /// Of the place where new entries go.
    QCoro::Task<Lock> lock();
    /// Lets it put its own question to the person, and waits for the answer.
    QCoro::Task<> unlock();

signals:
    void prompted();

private slots:
    void promptCompleted(bool dismissed);

private:
    bool connectBus();
    QDBusMessage call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments) const;
    QDBusMessage callBus(const QString &method, const QVariantList &arguments) const;
    QCoro::Task<QDBusMessage> answerTo(QDBusMessage message);
    QCoro::Task<QString> defaultCollection();

    QString m_service;
    QDBusConnection m_bus;
};

} // namespace siaga
