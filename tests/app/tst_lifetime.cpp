// SPDX-License-Identifier: GPL-3.0-or-later
// How processes begin, fail and end: with and without a window, with a disk that is full, with somebody on the line.
#include "app/paths.h"
#include "tests/app/siaga_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;
using namespace siaga::test;

namespace {

QJsonObject json(const Said &said)
{
    return QJsonDocument::fromJson(said.out).object();
}

/// It listens a moment after it has started.
bool connected(QLocalSocket &socket, const QString &folder)
{
    if (socket.state() != QLocalSocket::UnconnectedState)
        socket.abort();
    socket.connectToServer(socketPath(folder));
    return socket.waitForConnected(1000);
}

/// A console on the offscreen platform, in the background until this goes.
class Window
{
public:
    explicit Window(const QStringList &words)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QT_FATAL_WARNINGS")); // The offscreen platform warns of every real window.
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(SIAGA_PROGRAM), words);
    }
    ~Window()
    {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }
    QProcess &process() { return m_process; }
    bool end()
    {
        m_process.terminate();
        return m_process.waitForFinished(10'000) && m_process.exitStatus() == QProcess::NormalExit;
    }

private:
    QProcess m_process;
};

} // namespace

class TestLifetime : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QStringList m_data;
    int m_folders = 0;

    bool verifies() const { return run(m_data + words("audit verify")).exitCode == 0; }
    QString head() const { return json(run(m_data + words("audit verify --json"))).value(QStringLiteral("head")).toString(); }

    /// A serve that can write so much and no more.
    void serveOnASmallDisk(QProcess &serve, int kilobytes)
    {
        const QString limited = QStringLiteral("ulimit -f %1; exec \"$0\" \"$@\"").arg(kilobytes);
        serve.start(QStringLiteral("bash"), QStringList{QStringLiteral("-c"), limited, QStringLiteral(SIAGA_PROGRAM)} + m_data + words("serve"));
        QVERIFY(serve.waitForReadyRead(20'000));
    }

private slots:
    void init() { m_data = {QStringLiteral("--data"), m_dir.filePath(QStringLiteral("d%1").arg(++m_folders))}; }

    void sigtermEndsCleanlyWithSomebodyOnTheLine()
    {
        Serving serving(m_data);
        QVERIFY(serving.hasStarted());
        QLocalSocket silent;
        QLocalSocket speaking;
        for (QLocalSocket *socket : {&silent, &speaking})
            QVERIFY(QTest::qWaitFor([&] { return connected(*socket, m_data.last()); }, 10'000));
        speaking.write("{\"version\":\"0\",\"words\":[]}\n");
        QVERIFY(speaking.waitForReadyRead(10'000)); // Both are known to it by now.
        serving.process().terminate();
        QVERIFY(serving.process().waitForFinished(10'000));
        QCOMPARE(serving.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(serving.process().exitCode(), 0);
    }

    void questionsLeaveNoTrace()
    {
        {
            Serving serving(m_data);
            QVERIFY(serving.hasStarted());
            // A moment after the start nobody listens yet, and the question would be answered alone.
            QVERIFY(QTest::qWaitFor([&] { return json(run(m_data + words("status --json"))).value(QStringLiteral("running")).toBool(); }, 30'000));
        }
        const QString before = head();
        QCOMPARE(before.size(), 64);
        const Said status = run(m_data + words("status"));
        QVERIFY2(status.out.contains("no Siaga is running"), status.out.constData());
        QCOMPARE(json(run(m_data + words("status --json"))).value(QStringLiteral("running")).toBool(true), false);
        QVERIFY(run(m_data + words("health")).out.contains("no Siaga is running"));
        QCOMPARE(head(), before);
    }

    void aQuestionMakesNoJournal()
    {
        const QString fleet = QStringLiteral(SIAGA_FLEETS "/lab.yaml");
        QCOMPARE(run(m_data + QStringList{QStringLiteral("--fleet"), fleet} + words("status")).exitCode, 0);
        QVERIFY(!QFile::exists(journalPath(m_data.last())));
    }

    /// A service manager must see that it is over, and whoever waits for an answer must not wait for a quarter of an hour.
    void aFullDiskEndsTheServerAndEveryCommand()
    {
        QProcess serve;
        serveOnASmallDisk(serve, 160);
        Said last;
        QElapsedTimer asked;
        for (int i = 0; i < 60 && serve.state() == QProcess::Running && last.exitCode != 1; ++i) {
            asked.start();
            last = run(m_data + words("evacuate lab-eu-west-1 --accept-unknown-demand"));
            serve.waitForFinished(0);
        }
        QVERIFY(serve.state() == QProcess::NotRunning || serve.waitForFinished(10'000));
        QCOMPARE(serve.exitStatus(), QProcess::NormalExit);
        QCOMPARE(serve.exitCode(), 1);
        const QByteArray error = serve.readAllStandardError();
        QVERIFY2(error.contains("the journal cannot be written"), error.constData());
        QCOMPARE(last.exitCode, 1);
        QVERIFY2(last.error.contains("the journal cannot be written"), last.error.constData());
        QVERIFY(asked.elapsed() < 20'000);
        QVERIFY(verifies());
    }

    void aPlanThatIsHeldEndsTheCommandThatFollowsIt()
    {
        Serving serving(m_data);
        QVERIFY(serving.hasStarted());
        const QStringList draft = m_data + words("evacuate lab-eu-west-1 --accept-unknown-demand --json");
        // Before every region is known to be healthy, each draft may be another one.
        QVERIFY(QTest::qWaitFor([&] {
            const Said status = run(m_data + words("status --json"));
            return status.exitCode == 0 && json(status).value(QStringLiteral("running")).toBool();
        }, 30'000));
        QJsonObject plan;
        QVERIFY(QTest::qWaitFor([&] { return (plan = json(run(draft))).contains(QStringLiteral("hash")); }, 30'000));
        const QString hash = plan.value(QStringLiteral("hash")).toString();
        const qsizetype drafted = plan.value(QStringLiteral("steps")).toArray().size() + 3; // Title, bounds, hash.
        QProcess following;
        following.start(QStringLiteral(SIAGA_PROGRAM), m_data + words("evacuate lab-eu-west-1 --accept-unknown-demand --confirm lab-eu-west-1 --hash") + QStringList{hash});
        QByteArray said;
        const bool runs = QTest::qWaitFor([&] { return (said += following.readAllStandardOutput()).count('\n') > drafted + 2; }, 20'000);
        QVERIFY2(runs, (said + following.readAllStandardError()).constData());
        QCOMPARE(run(m_data + words("hold")).exitCode, 0);
        QVERIFY(following.state() == QProcess::NotRunning || following.waitForFinished(20'000));
        QVERIFY2(following.exitCode() == 5, (said + following.readAllStandardOutput() + following.readAllStandardError()).constData());
    }

    void aConsoleAnswersTheCommandLineAndEndsOnSigterm()
    {
        Window window(m_data);
        QTRY_VERIFY_WITH_TIMEOUT(json(run(m_data + words("status --json"))).value(QStringLiteral("running")).toBool(), 20'000);
        QVERIFY(window.end());
        QCOMPARE(window.process().exitCode(), 0);
        QVERIFY(verifies());
    }

    void aConsoleThatCannotStartStaysOpenAndTellsByItsExitCode()
    {
        QVERIFY(QDir().mkpath(m_data.last()));
        QFile file(journalPath(m_data.last()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is a letter, not a journal") > 0);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        Window window(m_data);
        QByteArray said;
        // The offscreen platform may have something to say before us.
        const bool told = QTest::qWaitFor([&] { return (said += window.process().readAllStandardError()).contains("--data"); }, 20'000);
        QVERIFY2(told, said.constData());
        QCOMPARE(window.process().state(), QProcess::Running);
        QVERIFY(window.end());
        QCOMPARE(window.process().exitCode(), 4);
    }

    void aSecondConsoleOnTheSameDataLooksOn()
    {
        Serving serving(m_data);
        QVERIFY(serving.hasStarted());
        Window second(m_data);
        QVERIFY(!QTest::qWaitFor([&] { return second.process().state() == QProcess::NotRunning; }, 3000));
        const QByteArray said = second.process().readAllStandardError();
        QVERIFY2(!said.contains("--data"), said.constData());
        QVERIFY(second.end());
        QCOMPARE(second.process().exitCode(), 0);
        QVERIFY(json(run(m_data + words("status --json"))).value(QStringLiteral("running")).toBool()); // It led before, and does.
    }
};

QTEST_GUILESS_MAIN(TestLifetime)
#include "tst_lifetime.moc"
