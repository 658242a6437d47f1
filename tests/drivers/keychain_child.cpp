// SPDX-License-Identifier: GPL-3.0-or-later
// A process that lives in a keyring session: it does with the keychain what each line of its input says, and says what came
// of it, a line each. "stall" tells the longest time in which its event loop did not turn.
#include "core/drivers/keychain/keychain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>

#include <unistd.h>

#include <cstdio>

using namespace siaga;

namespace {

class Child
{
public:
    explicit Child(QStringList words)
        : m_keychain({.ledger = words.value(1),
                      .now = [this] { return Instant(std::chrono::nanoseconds(m_clock.nsecsElapsed())); },
                      .wall = [] { return WallTime{1'767'225'600'000}; },
                      .patience = std::chrono::milliseconds(words.value(2).toInt()),
                      .again = std::chrono::milliseconds(50)})
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        m_clock.start();
        m_lastTurn.start();
        QObject::connect(&m_input, &QSocketNotifier::activated, [this] { read(); });
        QObject::connect(&m_turn, &QTimer::timeout, [this] { m_longest = std::max(m_longest, m_lastTurn.restart()); });
        m_turn.start(10);
        if (words.value(3) != QStringLiteral("waits"))
            m_keychain.begin();
    }

private:
    static void say(const std::string &line)
    {
        std::printf("%s\n", line.c_str());
        std::fflush(stdout);
    }
    static std::string words(const SecretAnswer &answer)
    {
        return answer.seen.name + '|' + std::string(namesOf(CredentialState{})[std::size_t(answer.seen.state)]) + '|' + answer.seen.store + '|'
            + std::string(answer.value.reveal()) + '|' + (answer.seen.inMemory ? "memory" : "");
    }
    void read()
    {
        char bytes[4096];
        const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::quit();
        m_line.append(bytes, int(count));
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            obey(QString::fromUtf8(m_line.left(end)).split(u'|'));
            m_line.remove(0, end + 1);
        }
    }
    void obey(const QStringList &line)
    {
        const QString word = line.value(0);
        const std::string name = line.value(1).toStdString();
        const auto answer = [word = word.toStdString()](const SecretAnswer &came) { say(word + '|' + words(came)); };
        if (word == u"ask")
            m_tickets.push_back(m_keychain.ask(name, answer));
        else if (word == u"keep")
            m_tickets.push_back(m_keychain.keep(name, Secret(line.value(3).toStdString()),
                                                line.value(2) == u"memory" ? SecretPlace::memory : SecretPlace::keychain, answer));
        else if (word == u"remove")
            m_tickets.push_back(m_keychain.remove(name, answer));
        else if (word == u"again")
            m_keychain.readAgain(name);
        else if (word == u"unlock")
            m_keychain.unlock();
        else if (word == u"begin")
            m_keychain.begin();
        else if (word == u"keychain")
            say("keychain|" + std::string(namesOf(CredentialState{})[std::size_t(m_keychain.keychain().state)]) + '|' + m_keychain.keychain().store);
        else if (word == u"names")
            m_tickets.push_back(m_keychain.remembered([](const std::vector<CredentialSeen> &all) {
                std::string names = "names";
                for (const CredentialSeen &seen : all)
                    names += '|' + seen.name + '=' + seen.store;
                say(names);
            }));
        else if (word == u"stall")
            say("stall|" + std::to_string(std::exchange(m_longest, 0)));
    }

    QElapsedTimer m_clock;
    QElapsedTimer m_lastTurn;
    qint64 m_longest = 0;
    QTimer m_turn;
    Keychain m_keychain;
    QSocketNotifier m_input;
    QByteArray m_line;
    std::vector<SecretTicket> m_tickets;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Child child(QCoreApplication::arguments());
    return QCoreApplication::exec();
}
