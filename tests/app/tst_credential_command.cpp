// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga credential` as people call it, alone and beside a Siaga that runs, with a real keyring and without one; and that no
// secret ever turns up where it must not (invariant 8).
#include "app/paths.h"
#include "tests/support/http_server.h"
#include "tests/support/keyring_session.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTest>
#include <QUrl>

#include <pty.h>
#include <unistd.h>

using namespace siaga;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // Milliseconds.
const QByteArray canary = "can4ry/4711+&=%~Zwitscher";

struct Said
{
    QByteArray out;
    QByteArray error;
    int code = -1;
};

/// A home with a fleet whose one check and one page of metrics ask for a credential.
class House
{
public:
    House()
    {
        qputenv("XDG_RUNTIME_DIR", session.path(u"run"_s).toLocal8Bit()); // Where socketPath() looks too.
        QDir().mkpath(session.path(u"siaga"_s));
        QFile fleet(session.path(u"fleet.yaml"_s));
        if (fleet.open(QIODevice::WriteOnly))
            fleet.write("fleet: Shop\nenvironment: production\nregions: {eu: {place: {latitude: 50, longitude: 8}}}\n"
                        "services: {web: {regions: {eu: {capacity: 100}}}}\n"
                        "checks: {web-http: {service: web, targets: {eu: \"" + QByteArray::fromStdString(server.url("/health"))
                        + "\"}, interval: 400ms, timeout: 300ms, credential: web-token}}\n"
                          "metrics: {app: {address: \"" + QByteArray::fromStdString(server.url("/metrics"))
                        + "\", interval: 1s, timeout: 500ms, credential: web-token}}\n");
    }
    QStringList places() const { return {u"--fleet"_s, session.path(u"fleet.yaml"_s), u"--data"_s, session.path(u"siaga"_s)}; }

    void start(QProcess &process, const QStringList &words) const
    {
        process.setProcessEnvironment(session.environment());
        process.start(QStringLiteral(SIAGA_PROGRAM), places() + words);
        process.waitForStarted(patience);
    }
    /// Runs a command to its end, while this event loop turns: the server lives in it.
    Said run(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, words);
        process.write(input);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, patience))
            process.kill();
        process.waitForFinished(patience);
        return {process.readAllStandardOutput(), process.readAllStandardError(), process.exitCode()};
    }
    bool isSentWith(const QByteArray &value)
    {
        return QTest::qWaitFor([&] { return server.lastRequest().contains("\r\nAuthorization: Bearer " + value + "\r\n"); }, patience);
    }

    KeyringSession session;
    HttpServer server;
};

/// A Siaga that serves in it, until this goes; what it says is kept.
class Server
{
public:
    explicit Server(const House &house)
    {
        house.start(m_process, {u"serve"_s});
        m_path = socketPath(house.session.path(u"siaga"_s));
    }
    ~Server() { end(); }
    bool listens() const
    {
        return QTest::qWaitFor([this] {
            QLocalSocket socket;
            socket.connectToServer(m_path);
            return socket.waitForConnected(200);
        }, patience);
    }
    QByteArray end()
    {
        m_process.terminate();
        m_process.waitForFinished(patience);
        m_said += m_process.readAllStandardOutput() + m_process.readAllStandardError();
        return m_said;
    }
    qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    QString m_path;
    QByteArray m_said;
};

/// Raw, as base64 wherever in a stream it begins, as hex, and as in a URL.
bool holdsCanary(const QByteArray &bytes)
{
    QList<QByteArray> forms{canary, canary.toHex(), canary.toHex().toUpper(), QUrl::toPercentEncoding(QString::fromLatin1(canary)),
                            QByteArray(canary.constData(), canary.size() / 2)};
    for (qsizetype shift = 0; shift < 3; ++shift) // Without the letters that its neighbours have a part in.
        forms << canary.mid(shift).left((canary.size() - shift) / 3 * 3).toBase64();
    return std::any_of(forms.begin(), forms.end(), [&bytes](const QByteArray &form) { return bytes.contains(form); });
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The files of the whole session in which it stands; the keyring's own are encrypted.
QStringList filesWithCanary(const KeyringSession &session)
{
    QStringList found;
    QDirIterator files(session.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        if (const QString path = files.next(); holdsCanary(bytesOf(path)))
            found << path;
    return found;
}

QJsonObject json(const Said &said)
{
    return QJsonDocument::fromJson(said.out).object();
}

} // namespace

class TestCredentialCommand : public QObject
{
    Q_OBJECT

private slots:
    void theSearchFindsACanaryInEachForm()
    {
        QVERIFY(holdsCanary("x" + canary) && holdsCanary("x" + canary.toHex()) && holdsCanary(("a" + canary + "b").toBase64()));
        QVERIFY(holdsCanary(("ab" + canary).toBase64()) && holdsCanary(QUrl::toPercentEncoding(QString::fromLatin1(canary))) && !holdsCanary("can4ry"));
    }

    void aValueGoesFromStandardInputToTheTargetAndNowhereElse()
    {
        House house;
        QVERIFY(house.session.startBus() && house.session.startKeyring());
        Server serving(house);
        QVERIFY(serving.listens());
        const Said set = house.run({u"credential"_s, u"set"_s, u"web-token"_s}, canary + "\n");
        QCOMPARE(set.code, 0);
        QCOMPARE(set.out, QByteArray("web-token is kept in GNOME keyring\n"));
        QVERIFY(house.isSentWith(canary)); // Whoever runs was told to read it.
        const QString proc = u"/proc/%1/"_s.arg(serving.pid());
        const QByteArray environment = bytesOf(proc + u"environ"_s); // Closed to others of this account, if that can be.
        QVERIFY(bytesOf(proc + u"cmdline"_s).contains("serve") && !holdsCanary(bytesOf(proc + u"cmdline"_s)));
        QVERIFY(!holdsCanary(environment));
        const Said list = house.run({u"credential"_s, u"list"_s, u"--json"_s});
        const Said test = house.run({u"credential"_s, u"test"_s, u"web-token"_s});
        const Said audit = house.run({u"audit"_s, u"export"_s, u"--json"_s});
        QVERIFY(audit.out.contains("web-token")); // The fleet's name for it is there.
        const QByteArray served = serving.end();
        QVERIFY(!served.isEmpty());
        for (const QByteArray &said : {set.out, set.error, list.out, list.error, test.out, test.error, audit.out, audit.error, served})
            QVERIFY2(!holdsCanary(said), said.constData());
        QCOMPARE(filesWithCanary(house.session), QStringList());
        QVERIFY(bytesOf(house.session.path(u"config/siaga/credentials.json"_s)).contains("GNOME keyring"));
    }

    void theSocketCarriesTheNameOnly()
    {
        House house;
        QVERIFY(house.session.startBus() && house.session.startKeyring());
        QLocalServer whoRuns;
        QVERIFY(whoRuns.listen(socketPath(house.session.path(u"siaga"_s))));
        QByteArray traffic;
        connect(&whoRuns, &QLocalServer::newConnection, [&] {
            QLocalSocket *const socket = whoRuns.nextPendingConnection();
            connect(socket, &QLocalSocket::readyRead, socket, [&traffic, socket] {
                traffic += socket->readAll();
                if (traffic.endsWith('\n'))
                    socket->write("{\"exit\":0}\n");
            });
        });
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s}, canary + "\n").code, 0);
        QVERIFY(traffic.contains("reread") && traffic.contains("web-token"));
        QVERIFY2(!holdsCanary(traffic), traffic.constData());
        // The one exception, which a person has to ask for by name; it also shows that this trap would snap.
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s, u"--memory"_s}, canary + "\n").code, 0);
        QVERIFY(holdsCanary(traffic));
    }

    void listAndTestSayInWordsWhatThereIs_data()
    {
        QTest::addColumn<bool>("running");
        QTest::newRow("alone") << false;
        QTest::newRow("beside one that runs") << true;
    }
    void listAndTestSayInWordsWhatThereIs()
    {
        QFETCH(bool, running);
        House house;
        QVERIFY(house.session.startBus() && house.session.startKeyring());
        std::optional<Server> serving;
        if (running) {
            serving.emplace(house);
            QVERIFY(serving->listens());
        }
        QCOMPARE(house.run({u"credential"_s, u"list"_s}).out,
                 QByteArray("web-token: not in the keychain; used by check web-http@eu, page of metrics app\nGNOME keyring is open.\n"));
        const Said missing = house.run({u"credential"_s, u"test"_s, u"web-token"_s});
        QCOMPARE(missing.code, 1);
        QCOMPARE(missing.error, QByteArray("The keychain has no web-token: set it.\n"));
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s, u"--json"_s}, canary).out,
                 QByteArray("{\"kept\":\"web-token\",\"store\":\"GNOME keyring\"}\n"));
        const QJsonObject known = json(house.run({u"credential"_s, u"list"_s, u"--json"_s}));
        QCOMPARE(known.value(u"keychain"_s).toObject().value(u"state"_s).toString(), u"known"_s);
        const QJsonObject row = known.value(u"credentials"_s).toArray().at(0).toObject();
        QVERIFY(row.value(u"present"_s).toBool() && row.value(u"set"_s).toString().endsWith(u"UTC"_s));
        QCOMPARE(row.value(u"uses"_s).toArray().size(), 2);
        house.server.behave({.body = "up 1\n"});
        const Said good = house.run({u"credential"_s, u"test"_s, u"web-token"_s});
        QCOMPARE(good.code, 0);
        QVERIFY2(good.out.startsWith("read back from GNOME keyring\ncheck web-http@eu: accepted, status 200 after ")
                     && good.out.contains("page of metrics app: accepted after "), good.out.constData());
        house.server.behave({.status = 403});
        const Said refused = house.run({u"credential"_s, u"test"_s, u"web-token"_s});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.out, QByteArray("read back from GNOME keyring\ncheck web-http@eu: the target refused it, status 403\n"
                                         "page of metrics app: the target refused it\n"));
        QCOMPARE(house.run({u"credential"_s, u"remove"_s, u"web-token"_s}).code, 0);
        QVERIFY(house.run({u"credential"_s, u"list"_s}).out.startsWith("web-token: not in the keychain;"));
    }

    void withoutAKeychainItLivesInWhoRuns()
    {
        House house;
        const Said alone = house.run({u"credential"_s, u"set"_s, u"web-token"_s}, canary);
        QCOMPARE(alone.code, 3);
        QVERIFY2(alone.error.contains("there is no session bus") && alone.error.contains("--memory"), alone.error.constData());
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s, u"--memory"_s}, canary).code, 4); // Nobody runs.
        Server serving(house);
        QVERIFY(serving.listens());
        QByteArray health;
        QVERIFY(QTest::qWaitFor([&] { return (health = house.run({u"health"_s}).out).contains("could not be tried"); }, patience));
        QVERIFY2(health.contains("the credential web-token is not known: there is no session bus"), health.constData());
        const Said given = house.run({u"credential"_s, u"set"_s, u"web-token"_s, u"--memory"_s}, canary);
        QCOMPARE(given.code, 0);
        QCOMPARE(given.out, QByteArray("web-token is kept in the memory of the Siaga that runs, until that ends\n"));
        QVERIFY(house.isSentWith(canary));
        QVERIFY(house.run({u"credential"_s, u"list"_s}).out.startsWith("web-token: known, memory of this run, set "));
        QVERIFY(!holdsCanary(serving.end()));
        QCOMPARE(filesWithCanary(house.session), QStringList());
    }

    void aConsoleOpensAndClosesWhileTheKeychainHangs()
    {
        House house;
        QVERIFY(house.session.startBus() && house.session.startKeyring());
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s}, canary).code, 0);
        house.session.pauseKeyring();
        QProcess console;
        QProcessEnvironment environment = house.session.environment();
        environment.remove(u"QT_FATAL_WARNINGS"_s); // The offscreen platform warns of every real window.
        console.setProcessEnvironment(environment);
        console.start(QStringLiteral(SIAGA_PROGRAM), house.places());
        const auto state = [&] { return json(house.run({u"credential"_s, u"list"_s, u"--json"_s})).value(u"keychain"_s).toObject().value(u"state"_s).toString(); };
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(socketPath(house.session.path(u"siaga"_s))); }, patience));
        QVERIFY(QTest::qWaitFor([&] { return state() == u"waiting"_s; }, patience)); // It answers all the while.
        QVERIFY(!house.server.lastRequest().contains("uthorization"));
        house.session.resumeKeyring();
        QVERIFY(house.isSentWith(canary)); // It was waited for.
        house.session.pauseKeyring();
        console.terminate();
        QVERIFY(QTest::qWaitFor([&] { return console.state() == QProcess::NotRunning; }, 10'000));
        QVERIFY(console.exitStatus() == QProcess::NormalExit);
    }

    void wordsThatAreOffAreToldAndAskNothing()
    {
        House house;
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s, u"secret"_s}).code, 2); // Never from the words of a call.
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"../x"_s}, canary).code, 2);
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s}, {}).code, 2);
        QCOMPARE(house.run({u"credential"_s, u"set"_s, u"web-token"_s}, "a\tb\n").code, 2);
        QCOMPARE(house.run({u"credential"_s, u"test"_s}).code, 2);
        QCOMPARE(house.run({u"credential"_s, u"list"_s, u"web-token"_s}).code, 2);
    }

    void aTerminalDoesNotShowIt()
    {
        House house;
        QVERIFY(house.session.startBus() && house.session.startKeyring());
        int master = -1, slave = -1;
        QVERIFY(openpty(&master, &slave, nullptr, nullptr, nullptr) == 0);
        QProcess process;
        process.setProcessEnvironment(house.session.environment());
        process.setStandardInputFile(QString::fromLocal8Bit(ttyname(slave)));
        process.start(QStringLiteral(SIAGA_PROGRAM), house.places() + QStringList{u"credential"_s, u"set"_s, u"web-token"_s});
        QVERIFY(process.waitForStarted(patience));
        QByteArray asked;
        QVERIFY(QTest::qWaitFor([&] { return (asked += process.readAllStandardError()).contains("it is not shown"); }, patience));
        // Typed with a mistake that is taken back; the terminal is silent a moment after it asked.
        QByteArray shown;
        const auto isSilent = [slave] {
            termios mode{};
            return tcgetattr(slave, &mode) == 0 && (mode.c_lflag & ECHO) == 0;
        };
        QVERIFY(QTest::qWaitFor(isSilent, patience));
        const QByteArray typed = canary + "x\x7f\r";
        QVERIFY(write(master, typed.constData(), std::size_t(typed.size())) == typed.size());
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(!isSilent()); // And shows again what is typed.
        QVERIFY(!holdsCanary(asked + process.readAllStandardError() + process.readAllStandardOutput()));
        Server serving(house);
        QVERIFY(house.isSentWith(canary));
        close(master);
        close(slave);
    }
};

QTEST_GUILESS_MAIN(TestCredentialCommand)
#include "tst_credential_command.moc"
