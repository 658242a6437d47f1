// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials from a real GNOME keyring: there, locked, away, stopped, killed, and where there is no bus at all. Each in a
// session of its own.
#include "tests/support/keyring_session.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace siaga;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;   // Milliseconds of the test.
constexpr int askedFor = 400;      // Those of the driver.
constexpr int stallMax = 200;      // The event loop turns all the while; two busy cores may keep a timer waiting.

/// See keychain_child.cpp.
class Resident
{
public:
    explicit Resident(const KeyringSession &session, const QStringList &more = {})
    {
        m_process.setProcessEnvironment(session.environment());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(KEYCHAIN_CHILD), QStringList{session.path(u"config/siaga/credentials.json"_s), QString::number(askedFor)} + more);
        m_process.waitForStarted(patience);
    }
    ~Resident()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(patience))
            m_process.kill();
        m_process.waitForFinished(patience);
    }
    /// Says the line and gives the next one that comes back.
    QByteArray ask(const QByteArray &line)
    {
        tell(line);
        return hear();
    }
    void tell(const QByteArray &line) { m_process.write(line + '\n'); }
    QByteArray hear()
    {
        QElapsedTimer timer;
        for (timer.start(); !m_process.canReadLine() && timer.elapsed() < patience && m_process.state() == QProcess::Running;)
            m_process.waitForReadyRead(100);
        return m_process.canReadLine() ? m_process.readLine().trimmed() : QByteArray("silence");
    }
    bool isAlive() { return m_process.state() == QProcess::Running; }
    int longestStall() { return ask("stall").mid(6).toInt(); }

private:
    QProcess m_process;
};

/// Repeats a question until the answer is there, as checks do.
QByteArray askUntil(Resident &resident, const QByteArray &question, const QByteArray &wanted)
{
    QByteArray answer;
    const bool came = QTest::qWaitFor([&] { return (answer = resident.ask(question)) == wanted; }, patience);
    return came ? wanted : answer;
}

const QByteArray answered = "ask|web|known|GNOME keyring|canary-value|";

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKeptIsThereForTheNextProcess()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        {
            Resident first(session);
            QCOMPARE(first.ask("ask|web"), QByteArray("ask|web|absent|||"));
            QCOMPARE(first.ask("keychain"), QByteArray("keychain|known|GNOME keyring"));
            QCOMPARE(first.ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
            QCOMPARE(first.ask("ask|web"), answered);
        }
        Resident second(session);
        QCOMPARE(second.ask("ask|web"), answered);
        QCOMPARE(second.ask("names"), QByteArray("names|web=GNOME keyring"));
        QCOMPARE(second.ask("remove|web"), QByteArray("remove|web|absent|||"));
        QCOMPARE(second.ask("ask|web"), QByteArray("ask|web|absent|||"));
        QCOMPARE(second.ask("names"), QByteArray("names"));
        QVERIFY2(second.longestStall() < stallMax, "the event loop waited");
    }

    void anotherValueIsReadWhenItIsTold()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        Resident reader(session), writer(session);
        QCOMPARE(writer.ask("keep|web|keychain|old-value"), QByteArray("keep|web|known|GNOME keyring||"));
        QCOMPARE(reader.ask("ask|web"), QByteArray("ask|web|known|GNOME keyring|old-value|"));
        QCOMPARE(writer.ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
        QCOMPARE(reader.ask("ask|web"), QByteArray("ask|web|known|GNOME keyring|old-value|"));
        reader.tell("again|web");
        QCOMPARE(askUntil(reader, "ask|web", answered), answered);
    }

    void aLockedOneIsNotAMissingEntry()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        QCOMPARE(Resident(session).ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
        session.stopKeyring();
        QVERIFY(session.startKeyring(false));
        Resident resident(session);
        QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|locked|GNOME keyring||"));
        QCOMPARE(resident.ask("ask|never-kept"), QByteArray("ask|never-kept|locked|||"));
        QCOMPARE(resident.ask("keep|new|keychain|other-value"), QByteArray("keep|new|locked|||"));
        QCOMPARE(resident.ask("remove|web"), QByteArray("remove|web|locked|GNOME keyring||"));
        QCOMPARE(resident.ask("keychain"), QByteArray("keychain|locked|GNOME keyring"));
        // Its own question needs a desktop; without one it is as good as dismissed, and nothing hangs.
        resident.tell("unlock");
        QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|locked|GNOME keyring||"));
        // Once somebody unlocks it, all goes on.
        session.stopKeyring();
        QVERIFY(session.startKeyring());
        QCOMPARE(askUntil(resident, "ask|web", answered), answered);
        QVERIFY2(resident.longestStall() < stallMax, "the event loop waited");
    }

    void withoutAKeychainMemoryIsThereForThisRunOnly_data()
    {
        QTest::addColumn<bool>("bus");
        QTest::newRow("no bus") << false;
        QTest::newRow("a bus without a keychain") << true;
    }
    void withoutAKeychainMemoryIsThereForThisRunOnly()
    {
        QFETCH(bool, bus);
        KeyringSession session;
        QVERIFY(!bus || session.startBus());
        {
            Resident resident(session);
            QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|unavailable|||"));
            QCOMPARE(resident.ask("keep|web|keychain|canary-value"), QByteArray("keep|web|unavailable|||"));
            QCOMPARE(resident.ask("keychain"), QByteArray("keychain|unavailable|"));
            QCOMPARE(resident.ask("keep|web|memory|canary-value"), QByteArray("keep|web|known||" "|memory"));
            QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|known||canary-value|memory"));
            QVERIFY2(resident.longestStall() < stallMax, "the event loop waited");
        }
        QCOMPARE(Resident(session).ask("ask|web"), QByteArray("ask|web|unavailable|||"));
        // Nothing of it was written anywhere.
        QDirIterator files(session.path({}), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("canary"));
        }
    }

    void aSilentOneIsWaitedForWithoutWaiting()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        QCOMPARE(Resident(session).ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
        session.pauseKeyring();
        Resident resident(session);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|waiting|||"));
        QVERIFY(timer.elapsed() >= askedFor);
        timer.start();
        QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|waiting|||")); // The second answer takes no time.
        QVERIFY2(timer.elapsed() < askedFor, "each question waits anew");
        QCOMPARE(resident.ask("keychain").left(17), QByteArray("keychain|waiting|"));
        // A person gives it by hand meanwhile; and the keychain's late answer about another name still counts.
        QCOMPARE(resident.ask("keep|hand|memory|given-by-hand"), QByteArray("keep|hand|known||" "|memory"));
        QCOMPARE(resident.ask("ask|hand"), QByteArray("ask|hand|known||given-by-hand|memory"));
        QVERIFY2(resident.longestStall() < stallMax, "the event loop waited");
        session.resumeKeyring();
        QCOMPARE(askUntil(resident, "ask|web", answered), answered);
        QCOMPARE(resident.ask("ask|hand"), QByteArray("ask|hand|known||given-by-hand|memory"));
    }

    void aKeychainOrABusThatDiesBlindsNobody()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        Resident resident(session);
        QCOMPARE(resident.ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
        session.stopKeyring();
        QCOMPARE(resident.ask("ask|other"), QByteArray("ask|other|unavailable|||"));
        QCOMPARE(resident.ask("ask|web"), answered); // It was known.
        session.stopBus();
        resident.tell("again|web");
        QCOMPARE(askUntil(resident, "ask|other", "ask|other|unavailable|||"), QByteArray("ask|other|unavailable|||"));
        QCOMPARE(resident.ask("ask|web"), answered);
        QVERIFY(resident.isAlive());
        QVERIFY2(resident.longestStall() < stallMax, "the event loop waited");
    }

    void aValueFromAnotherStoreIsNotTaken()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        QCOMPARE(Resident(session).ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
        QFile ledger(session.path(u"config/siaga/credentials.json"_s));
        QVERIFY(ledger.open(QIODevice::ReadWrite));
        const QByteArray names = ledger.readAll();
        QVERIFY(names.contains("GNOME keyring") && !names.contains("canary"));
        ledger.resize(0);
        ledger.seek(0);
        ledger.write(QByteArray(names).replace("GNOME keyring", "KWallet"));
        ledger.close();
        Resident resident(session);
        QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|other-store|KWallet||"));
        // Given anew, it is taken from where it is now.
        QCOMPARE(resident.ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
        QCOMPARE(Resident(session).ask("ask|web"), answered);
    }

    void beforeItBeginsTheKeychainIsNotTouched()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        QCOMPARE(Resident(session).ask("keep|web|keychain|canary-value"), QByteArray("keep|web|known|GNOME keyring||"));
        Resident resident(session, {u"waits"_s});
        resident.tell("ask|web");
        QCOMPARE(resident.ask("keychain"), QByteArray("keychain|not-asked|"));
        QCOMPARE(resident.ask("begin"), answered); // The question was kept.
    }

    void whatCannotBeSentIsNotKept()
    {
        KeyringSession session;
        QVERIFY(session.startBus() && session.startKeyring());
        Resident resident(session);
        QCOMPARE(resident.ask("keep|web|keychain|a\tb"), QByteArray("keep|web|unavailable|||"));
        QCOMPARE(resident.ask("keep|web|memory|"), QByteArray("keep|web|unavailable|||"));
        QCOMPARE(resident.ask("ask|web"), QByteArray("ask|web|absent|||"));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
