// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials from the keychain of this session (GNOME keyring, KWallet, KeePassXC, over QtKeychain), and from the memory
// of this run where there is none.
//
// Like a receptionist with a short memory and a phone to the safe: what she was told once she tells again at once, and she
// never lets you wait while the phone rings. The catch: what she remembers is in this process; see Secret.
#pragma once

#include "core/drivers/ports/driver.h"
#include "core/drivers/ports/secrets.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>

class QTimer;

namespace siaga {

struct RoomAnswer;

struct KeychainOptions
{
    QString ledger;                              ///< The file that remembers names and stores.
    InstantSource now;
    std::function<WallTime()> wall;
    Duration patience = std::chrono::seconds(5); ///< Until a question is answered with `waiting`.
    Duration again = std::chrono::seconds(5);    ///< A "no" is believed for so long, then the keychain is asked anew.
};

/// Lives in one thread with an event loop. Destroying it answers nothing more.
class Keychain : public QObject, public Secrets
{
public:
    explicit Keychain(KeychainOptions options, QObject *parent = nullptr);
    ~Keychain() override;

    void begin() override;
    [[nodiscard]] SecretTicket ask(const std::string &name, Answer then) override;
    [[nodiscard]] SecretTicket askAnew(const std::string &name, Answer then) override;
    void refused(const std::string &name) override;
    [[nodiscard]] SecretTicket keep(const std::string &name, Secret value, SecretPlace where, Answer then) override;
    [[nodiscard]] SecretTicket remove(const std::string &name, Answer then) override;
    void readAgain(const std::string &name) override;
    void unlock() override;
    std::vector<CredentialSeen> seen() const override;
    KeychainSeen keychain() const override { return m_keychain; }
    [[nodiscard]] SecretTicket remembered(std::function<void(const std::vector<CredentialSeen> &)> then) override;
    void onChanged(std::function<void()> changed) override { m_changed = std::move(changed); }

private:
    struct Asker
    {
        std::weak_ptr<void> ticket;
        Answer then;
    };
    struct Entry
    {
        CredentialSeen seen;
        Secret value;
        std::optional<Instant> readAt; ///< When the keychain last answered.
        quint64 look = 0;              ///< The question on its way; 0: none.
        bool overdue = false;          ///< It is on its way for longer than the patience.
        std::vector<Asker> askers;
    };
    struct Order
    {
        enum class Kind { keep, remove, remember, unlock };
        Kind kind = Kind::keep;
        std::string name;
        Asker asker;
        std::function<void(const std::vector<CredentialSeen> &)> names;
        bool wasInMemory = false;
    };

    void take(const std::string &name, Asker asker);
    void look(const std::string &name, Entry &entry);
    void lookOverdue(const std::string &name, quint64 ticket);
    void heard(quint64 ticket, const RoomAnswer &answer);
    void heardLook(Entry &entry, const RoomAnswer &answer);
    void heardOrder(const Order &order, const RoomAnswer &answer);
    void orderOverdue(quint64 ticket);
    void answerAll(Entry &entry);
    void answer(const Asker &asker, const CredentialSeen &seen, const Secret &value);
    void keepInMemory(const std::string &name, const Secret &value);
    quint64 place(Order order);
    void listen();
    void tellChange();

    KeychainOptions m_options;
    bool m_begun = false;
    bool m_listening = false;
    bool m_telling = false;
    KeychainSeen m_keychain;
    std::map<std::string, Entry> m_entries;
    std::map<quint64, Order> m_orders;
    std::function<void()> m_changed;
};

} // namespace siaga
