// SPDX-License-Identifier: GPL-3.0-or-later
// The thread in which the keychain is waited for, one for the whole process.
//
// Like the one clerk who queues at the bank for everybody, so that nobody else stands there. The catch: the bank may never
// serve him; then he stands there until the process ends, and whoever sent him gives up by himself.
#pragma once

#include "core/drivers/keychain/secret_service.h"
#include "core/base/secret.h"
#include "core/seen/credential_seen.h"

#include <QObject>
#include <QString>

#include <vector>

namespace siaga {

/// What came of one errand.
struct RoomAnswer
{
    CredentialSeen seen;
    KeychainSeen keychain;
    Secret value;
    std::vector<CredentialSeen> remembered;
};

class KeychainRoom : public QObject
{
    Q_OBJECT

public:
    /// What is to be done, for which ticket; tickets are unique in the process.
    struct Errand
    {
        quint64 ticket = 0;
        QString name;
        QString ledger; ///< The file of names; see StoreLedger.
    };

    KeychainRoom();

    // From any thread; each ends with answered(), if it ends.
    void read(const Errand &errand);
    void write(const Errand &errand, const Secret &value, WallTime at);
    void remove(const Errand &errand);
    void unlock(quint64 ticket);
    void remember(const Errand &errand);

signals:
    void answered(quint64 ticket, const siaga::RoomAnswer &answer);

private:
    QCoro::Task<> readNow(Errand errand);
    QCoro::Task<> writeNow(Errand errand, Secret value, WallTime at);
    QCoro::Task<> removeNow(Errand errand);
    QCoro::Task<> unlockNow(quint64 ticket);
    QCoro::Task<RoomAnswer> enter(Errand errand);

    SecretService m_service;
};

/// The one of this process, with its thread; made at the first call, ended with the application.
KeychainRoom &keychainRoom();

} // namespace siaga
