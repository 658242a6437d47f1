// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/keychain/keychain_room.h"

#include "core/base/text.h"
#include "core/drivers/keychain/glib_bus.h"
#include "core/drivers/keychain/store_ledger.h"
#include "core/drivers/ports/authorization.h"

#include <QCoreApplication>
#include <QCoroSignal>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace siaga {

namespace {

constexpr std::size_t detailMax = 200;
constexpr int lastWait = 1000; // Milliseconds that the end of the process waits for the keychain at most.
const QString serviceName = u"id.merajutasa.Siaga"_s; // What its entries are called in the keychain's own window.

using State = CredentialState;

/// Carries out one of QtKeychain's jobs; empty, or why not in its words.
QCoro::Task<QString> done(QKeychain::Job *job)
{
    job->setAutoDelete(false);
    job->start();
    co_await qCoro(job, &QKeychain::Job::finished);
    const bool went = job->error() == QKeychain::NoError;
    co_return went ? QString() : job->errorString().isEmpty() ? u"error %1"_s.arg(int(job->error())) : job->errorString();
}

void failWith(RoomAnswer &answer, const QString &why)
{
    answer.seen.state = answer.keychain.state = State::unavailable;
    answer.seen.detail = answer.keychain.detail = plainText(why.toStdString(), detailMax);
}

} // namespace

KeychainRoom::KeychainRoom()
    : m_service(serviceName)
{
    m_service.setParent(this); // So that it lives in the same thread.
}

void KeychainRoom::read(const Errand &errand)
{
    QMetaObject::invokeMethod(this, [this, errand] { readNow(errand); });
}

void KeychainRoom::write(const Errand &errand, const Secret &value, WallTime at)
{
    QMetaObject::invokeMethod(this, [this, errand, value, at] { writeNow(errand, value, at); });
}

void KeychainRoom::remove(const Errand &errand)
{
    QMetaObject::invokeMethod(this, [this, errand] { removeNow(errand); });
}

void KeychainRoom::unlock(quint64 ticket)
{
    QMetaObject::invokeMethod(this, [this, ticket] { unlockNow(ticket); });
}

void KeychainRoom::remember(const Errand &errand)
{
    QMetaObject::invokeMethod(this, [this, errand] {
        RoomAnswer answer;
        const StoreLedger ledger(errand.ledger);
        for (const auto &[name, entry] : ledger.entries())
            answer.remembered.push_back({.name = name, .store = entry.store, .setAt = entry.setAt});
        emit answered(errand.ticket, answer);
    });
}

/// What every errand begins with: who answers, and whether it is the store that the entry was kept in.
QCoro::Task<RoomAnswer> KeychainRoom::enter(Errand errand)
{
    RoomAnswer answer;
    answer.seen.name = errand.name.toStdString();
    if (const auto kept = StoreLedger(errand.ledger).find(answer.seen.name)) {
        answer.seen.store = kept->store;
        answer.seen.setAt = kept->setAt;
    }
    const SecretService::Standing standing = co_await m_service.standing();
    if (!standing.isThere) {
        failWith(answer, QString::fromStdString(standing.detail));
        co_return answer;
    }
    answer.keychain.state = State::known;
    answer.keychain.store = standing.store;
    if (!outliveTheBus())
        failWith(answer, u"libsecret is not installed"_s);
    else if (!answer.seen.store.empty() && answer.seen.store != standing.store)
        answer.seen.state = State::otherStore;
    co_return answer;
}

QCoro::Task<> KeychainRoom::readNow(Errand errand)
{
    RoomAnswer answer = co_await enter(errand);
    if (answer.seen.state != State::notAsked)
        co_return emit answered(errand.ticket, answer);
    const SecretService::Found found = co_await m_service.find(errand.name);
    if (found == SecretService::Found::locked) {
        answer.seen.state = answer.keychain.state = State::locked;
    } else if (found == SecretService::Found::nothing) {
        answer.seen.state = State::absent;
    } else if (found == SecretService::Found::failed) {
        failWith(answer, u"it does not answer"_s);
    } else {
        const auto job = std::make_unique<QKeychain::ReadPasswordJob>(serviceName);
        job->setKey(errand.name);
        const QString why = co_await done(job.get());
        QByteArray bytes = job->binaryData();
        const std::string_view value(bytes.constData(), std::size_t(bytes.size()));
        if (!why.isEmpty()) {
            failWith(answer, why);
        } else if (const std::string bad = whyNoSecret(value); !bad.empty()) {
            answer.seen.state = State::unavailable;
            answer.seen.detail = "what the keychain holds is no credential: " + bad;
        } else {
            answer.seen.state = State::known;
            answer.value = Secret(value);
            if (answer.seen.store.empty()) // Something else put it there; from now on it belongs there.
                StoreLedger(errand.ledger).note(answer.seen.name, {.store = answer.keychain.store, .setAt = std::nullopt});
            answer.seen.store = answer.keychain.store;
        }
        bytes.fill('\0');
    }
    emit answered(errand.ticket, answer);
}

QCoro::Task<> KeychainRoom::writeNow(Errand errand, Secret value, WallTime at)
{
    RoomAnswer answer = co_await enter(errand);
    if (answer.seen.state == State::unavailable)
        co_return emit answered(errand.ticket, answer);
    const SecretService::Lock lock = co_await m_service.lock();
    if (lock == SecretService::Lock::locked) {
        answer.seen.state = answer.keychain.state = State::locked;
    } else if (lock != SecretService::Lock::open) {
        failWith(answer, lock == SecretService::Lock::failed ? u"it does not answer"_s : u"it has no keyring for new entries yet"_s);
    } else {
        const auto job = std::make_unique<QKeychain::WritePasswordJob>(serviceName);
        job->setKey(errand.name);
        QString text = QString::fromUtf8(value.reveal().data(), qsizetype(value.reveal().size()));
        job->setTextData(text);
        text.fill(QChar(0));
        const QString why = co_await done(job.get());
        if (!why.isEmpty()) {
            failWith(answer, why);
        } else {
            answer.seen.state = State::known;
            answer.seen.store = answer.keychain.store;
            answer.seen.setAt = at;
            answer.value = value;
            StoreLedger(errand.ledger).note(answer.seen.name, {.store = answer.seen.store, .setAt = at});
        }
    }
    emit answered(errand.ticket, answer);
}

QCoro::Task<> KeychainRoom::removeNow(Errand errand)
{
    RoomAnswer answer = co_await enter(errand);
    if (answer.seen.state == State::unavailable)
        co_return emit answered(errand.ticket, answer);
    const bool isElsewhere = answer.seen.state == State::otherStore; // Out of reach; only the note of it is dropped.
    const SecretService::Found found = isElsewhere ? SecretService::Found::nothing : co_await m_service.find(errand.name);
    if (found == SecretService::Found::locked) {
        answer.seen.state = answer.keychain.state = State::locked;
        co_return emit answered(errand.ticket, answer);
    }
    if (found == SecretService::Found::open) {
        const auto job = std::make_unique<QKeychain::DeletePasswordJob>(serviceName);
        job->setKey(errand.name);
        const QString why = co_await done(job.get());
        if (!why.isEmpty()) {
            failWith(answer, why);
            co_return emit answered(errand.ticket, answer);
        }
    }
    StoreLedger(errand.ledger).forget(answer.seen.name);
    answer.seen = {.name = answer.seen.name, .state = State::absent};
    emit answered(errand.ticket, answer);
}

QCoro::Task<> KeychainRoom::unlockNow(quint64 ticket)
{
    const SecretService::Standing standing = co_await m_service.standing();
    if (standing.isThere)
        co_await m_service.unlock();
    emit answered(ticket, {});
}

KeychainRoom &keychainRoom()
{
    // QtKeychain's queue belongs to the thread that it was first used in, so there is one thread as long as the process.
    static QThread *const thread = new QThread;
    static KeychainRoom *const room = [] {
        auto *made = new KeychainRoom;
        made->moveToThread(thread);
        thread->setObjectName(u"keychain"_s);
        thread->start();
        qAddPostRoutine([] {
            thread->quit();
            thread->wait(lastWait); // Whoever hangs in there is left behind: neither object is ever deleted.
        });
        return made;
    }();
    return *room;
}

} // namespace siaga

#include "moc_keychain_room.cpp"
