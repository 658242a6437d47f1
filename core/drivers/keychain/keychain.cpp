// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/keychain/keychain.h"

#include "core/drivers/keychain/core_dumps.h"
#include "core/drivers/keychain/keychain_room.h"
#include "core/drivers/ports/authorization.h"

#include <QTimer>

#include <atomic>
#include <utility>

namespace siaga {

namespace {

using State = CredentialState;

constexpr Duration doubtAfter = std::chrono::minutes(1); // A refused value that is younger was not changed meanwhile.

quint64 nextTicket()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

std::chrono::milliseconds toTimer(Duration duration)
{
    return std::chrono::ceil<std::chrono::milliseconds>(duration);
}

} // namespace

Keychain::Keychain(KeychainOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    qRegisterMetaType<RoomAnswer>();
}

Keychain::~Keychain() = default;

void Keychain::begin()
{
    if (std::exchange(m_begun, true))
        return;
    for (auto &[name, entry] : m_entries)
        if (!entry.askers.empty())
            look(name, entry);
}

SecretTicket Keychain::ask(const std::string &name, Answer then)
{
    auto ticket = std::make_shared<char>();
    const Asker asker{ticket, std::move(then)};
    QMetaObject::invokeMethod(this, [this, name, asker] { take(name, asker); }, Qt::QueuedConnection);
    return ticket;
}

SecretTicket Keychain::askAnew(const std::string &name, Answer then)
{
    auto ticket = std::make_shared<char>();
    const Asker asker{ticket, std::move(then)};
    QMetaObject::invokeMethod(this, [this, name, asker] {
        Entry &entry = m_entries[name];
        entry.seen.name = name;
        if (entry.seen.inMemory)
            return answer(asker, entry.seen, entry.value);
        m_begun = true; // A person asks for it.
        entry.askers.push_back(asker);
        look(name, entry);
    }, Qt::QueuedConnection);
    return ticket;
}

void Keychain::take(const std::string &name, Asker asker)
{
    if (asker.ticket.expired())
        return;
    Entry &entry = m_entries[name];
    entry.seen.name = name;
    const bool isFresh = entry.readAt && m_options.now() - *entry.readAt < m_options.again;
    if (!entry.value.empty() || entry.overdue || (isFresh && entry.look == 0))
        return answer(asker, entry.seen, entry.value);
    entry.askers.push_back(std::move(asker));
    if (m_begun && entry.look == 0)
        look(name, entry);
}

void Keychain::look(const std::string &name, Entry &entry)
{
    listen();
    leaveNoCoreDump();
    entry.look = nextTicket();
    entry.overdue = false;
    keychainRoom().read({.ticket = entry.look, .name = QString::fromStdString(name), .ledger = m_options.ledger});
    QTimer::singleShot(toTimer(m_options.patience), this, [this, name, ticket = entry.look] { lookOverdue(name, ticket); });
}

void Keychain::lookOverdue(const std::string &name, quint64 ticket)
{
    Entry &entry = m_entries[name];
    if (entry.look != ticket)
        return;
    m_keychain.state = State::waiting;
    tellChange();
    entry.overdue = true;
    if (entry.value.empty()) // Else what it said before still counts.
        entry.seen.state = State::waiting;
    answerAll(entry);
}

void Keychain::listen()
{
    if (!std::exchange(m_listening, true))
        connect(&keychainRoom(), &KeychainRoom::answered, this, &Keychain::heard, Qt::QueuedConnection);
}

void Keychain::heard(quint64 ticket, const RoomAnswer &answer)
{
    if (const auto order = m_orders.extract(ticket))
        return heardOrder(order.mapped(), answer);
    for (auto &[name, entry] : m_entries)
        if (entry.look == ticket)
            return heardLook(entry, answer);
}

void Keychain::heardLook(Entry &entry, const RoomAnswer &answer)
{
    entry.look = 0;
    entry.overdue = false;
    entry.readAt = m_options.now();
    m_keychain = answer.keychain;
    const bool isSure = answer.seen.state == State::known || answer.seen.state == State::absent || answer.seen.state == State::otherStore;
    // What a person gave meanwhile counts, and what was known before a keychain that has gone away.
    if (!entry.seen.inMemory && (isSure || entry.value.empty())) {
        entry.seen = answer.seen;
        entry.value = answer.value;
    }
    answerAll(entry);
    tellChange();
}

void Keychain::answerAll(Entry &entry)
{
    const CredentialSeen seen = entry.seen;
    const Secret value = entry.value;
    for (const Asker &asker : std::exchange(entry.askers, {})) // Whoever is answered may ask again.
        answer(asker, seen, value);
}

void Keychain::answer(const Asker &asker, const CredentialSeen &seen, const Secret &value)
{
    if (!asker.ticket.expired())
        asker.then({seen, seen.state == State::known ? value : Secret()});
}

void Keychain::refused(const std::string &name)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || found->second.seen.inMemory || !found->second.readAt)
        return;
    Entry &entry = found->second;
    if (entry.look != 0 || m_options.now() - *entry.readAt < doubtAfter)
        return;
    look(name, entry);
}

void Keychain::keepInMemory(const std::string &name, const Secret &value)
{
    Entry &entry = m_entries[name];
    entry.seen = {.name = name, .state = State::known, .inMemory = true, .setAt = m_options.wall()};
    entry.value = value;
    answerAll(entry);
    tellChange();
}

SecretTicket Keychain::keep(const std::string &name, Secret value, SecretPlace where, Answer then)
{
    auto ticket = std::make_shared<char>();
    Order order{.kind = Order::Kind::keep, .name = name, .asker = {ticket, std::move(then)}};
    leaveNoCoreDump();
    const std::string why = whyNoSecret(value.reveal());
    QMetaObject::invokeMethod(this, [this, order = std::move(order), value = std::move(value), where, why] {
        if (!why.empty())
            return answer(order.asker, {.name = order.name, .state = State::unavailable, .detail = why}, {});
        if (where == SecretPlace::memory) {
            keepInMemory(order.name, value);
            return answer(order.asker, m_entries[order.name].seen, {});
        }
        m_begun = true; // A person asks for it.
        const std::string named = order.name;
        const quint64 number = place(order);
        keychainRoom().write({.ticket = number, .name = QString::fromStdString(named), .ledger = m_options.ledger}, value, m_options.wall());
    }, Qt::QueuedConnection);
    return ticket;
}

SecretTicket Keychain::remove(const std::string &name, Answer then)
{
    auto ticket = std::make_shared<char>();
    Order order{.kind = Order::Kind::remove, .name = name, .asker = {ticket, std::move(then)}};
    QMetaObject::invokeMethod(this, [this, order = std::move(order)]() mutable {
        const auto known = m_entries.find(order.name);
        order.wasInMemory = known != m_entries.end() && known->second.seen.inMemory;
        if (order.wasInMemory)
            known->second = {.seen = {.name = order.name}};
        m_begun = true;
        const QString named = QString::fromStdString(order.name);
        const quint64 number = place(std::move(order));
        keychainRoom().remove({.ticket = number, .name = named, .ledger = m_options.ledger});
    }, Qt::QueuedConnection);
    return ticket;
}

SecretTicket Keychain::remembered(std::function<void(const std::vector<CredentialSeen> &)> then)
{
    auto ticket = std::make_shared<char>();
    const quint64 number = place({.kind = Order::Kind::remember, .asker = {ticket, {}}, .names = std::move(then)});
    keychainRoom().remember({.ticket = number, .ledger = m_options.ledger});
    return ticket;
}

void Keychain::unlock()
{
    m_begun = true;
    keychainRoom().unlock(place({.kind = Order::Kind::unlock}));
}

quint64 Keychain::place(Order order)
{
    listen();
    const quint64 ticket = nextTicket();
    const bool mayTakeLong = order.kind == Order::Kind::unlock; // A person types a password meanwhile.
    m_orders.emplace(ticket, std::move(order));
    if (!mayTakeLong)
        QTimer::singleShot(toTimer(m_options.patience), this, [this, ticket] { orderOverdue(ticket); });
    return ticket;
}

void Keychain::orderOverdue(quint64 ticket)
{
    const auto found = m_orders.find(ticket);
    if (found == m_orders.end())
        return;
    // The order stays: when it is carried out after all, its effect counts. Only nobody is told twice.
    Order &order = found->second;
    if (const Answer then = std::exchange(order.asker.then, {}); then && !order.asker.ticket.expired())
        then({{.name = order.name, .state = State::waiting}, {}});
    if (const auto names = std::exchange(order.names, {}); names && !order.asker.ticket.expired())
        names({});
    m_keychain.state = order.kind == Order::Kind::remember ? m_keychain.state : State::waiting;
    tellChange();
}

void Keychain::heardOrder(const Order &order, const RoomAnswer &answer)
{
    if (order.kind == Order::Kind::remember) {
        if (order.names && !order.asker.ticket.expired())
            order.names(answer.remembered);
        return;
    }
    if (order.kind == Order::Kind::unlock)
        return readAgain({});
    CredentialSeen seen = answer.seen;
    if (order.kind == Order::Kind::remove && order.wasInMemory && seen.state == State::unavailable)
        seen = {.name = seen.name, .state = State::absent}; // It lived in memory only.
    const bool isDone = seen.state == (order.kind == Order::Kind::keep ? State::known : State::absent);
    if (isDone) {
        Entry &entry = m_entries[order.name];
        entry.seen = seen;
        entry.value = answer.value;
        entry.look = 0;
        entry.overdue = false;
        entry.readAt = m_options.now();
        answerAll(entry);
    }
    m_keychain = answer.keychain;
    if (order.asker.then && !order.asker.ticket.expired())
        order.asker.then({seen, {}});
    tellChange();
}

void Keychain::readAgain(const std::string &name)
{
    for (auto &[known, entry] : m_entries) {
        if (entry.seen.inMemory || (!name.empty() && name != known))
            continue;
        entry.readAt.reset();
        if (m_begun)
            look(known, entry);
    }
    tellChange();
}

std::vector<CredentialSeen> Keychain::seen() const
{
    std::vector<CredentialSeen> all;
    for (const auto &[name, entry] : m_entries)
        all.push_back(entry.seen);
    return all;
}

void Keychain::tellChange()
{
    if (std::exchange(m_telling, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        m_telling = false;
        if (m_changed)
            m_changed();
    }, Qt::QueuedConnection);
}

} // namespace siaga
