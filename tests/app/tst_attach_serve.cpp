// SPDX-License-Identifier: GPL-3.0-or-later
// A console attached to `siaga serve` as a process of its own: killed, restarted, stopped and spoken to under it.
#include "app/core_thread.h"
#include "app/follower.h"
#include "app/launch.h"
#include "app/paths.h"
#include "app/request_ids.h"
#include "core/runtime/runner.h"
#include "tests/app/siaga_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace siaga;
using namespace siaga::test;

namespace {

/// One that follows, however long the other takes to listen.
std::unique_ptr<Follower> follow(const QString &socket)
{
    std::unique_ptr<Follower> follower;
    const bool began = QTest::qWaitFor([&] {
        follower = std::make_unique<Follower>(FollowOptions{.path = socket, .silenceMax = 1500, .retryMax = 300});
        const QSignalSpy yes(follower.get(), &Follower::began);
        const QSignalSpy no(follower.get(), &Follower::foundNobody);
        return QTest::qWaitFor([&] { return !yes.isEmpty() || !no.isEmpty(); }, 5000) && !yes.isEmpty();
    }, 30'000);
    return began ? std::move(follower) : nullptr;
}

bool isCurrent(const Follower &follower)
{
    const NowBoard board = follower.board();
    return !board.banners.lost && board.anySeen && board.age < std::chrono::seconds(5);
}

Arguments on(const QString &data)
{
    Arguments arguments;
    arguments.options[QStringLiteral("data")] = data;
    return arguments;
}

} // namespace

class TestAttachServe : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_data;
    int m_folders = 0;

    QStringList atData() const { return {QStringLiteral("--data"), m_data}; }

    /// The board of a console, once there is one.
    std::shared_ptr<const NowBoard> boardOf(CoreThread &core)
    {
        std::shared_ptr<const NowBoard> board;
        const auto connection = connect(&core, &CoreThread::boardReady, this, [&board](const auto &made) { board = made; });
        core.start();
        const bool came = QTest::qWaitFor([&board] { return board && !board->regions.empty(); }, 20'000);
        disconnect(connection);
        return came ? board : nullptr;
    }

private slots:
    void initTestCase() { qRegisterMetaType<StartFailure>(); }

    void init()
    {
        m_data = m_dir.filePath(QStringLiteral("d%1").arg(++m_folders));
        QVERIFY(QDir().mkpath(m_data));
    }

    void killedAndRestartedUnderItItGoesOn()
    {
        auto serving = std::make_unique<Serving>(atData());
        const auto follower = follow(socketPath(m_data));
        QVERIFY(follower);
        QTRY_VERIFY_WITH_TIMEOUT(isCurrent(*follower), 20'000);
        follower->ask(StopRequested{newRequestId(), "before"});
        QTRY_VERIFY_WITH_TIMEOUT(follower->board().banners.stop, 10'000);
        const std::string firstLeader = follower->board().leader;
        for (int round = 0; round < 2; ++round) {
            serving->process().kill(); // SIGKILL: nothing is said any more.
            QTRY_VERIFY_WITH_TIMEOUT(follower->isLost(), 10'000);
            QVERIFY(follower->board().banners.lost->reason == LostReason::gone);
            QVERIFY(follower->board().banners.stop);
            serving = std::make_unique<Serving>(atData());
            QTRY_VERIFY_WITH_TIMEOUT(!follower->isLost(), 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(isCurrent(*follower), 20'000);
        }
        QVERIFY(follower->board().leader != firstLeader);
        QVERIFY(follower->board().banners.stop); // What was journaled is there again.
        QCOMPARE(follower->board().banners.stop->by, accountName());
        follower->ask(LiftStopRequested{newRequestId()});
        QTRY_VERIFY_WITH_TIMEOUT(!follower->board().banners.stop, 10'000);
        serving.reset();
        const Said verified = run(atData() + words("audit verify"));
        QVERIFY2(verified.exitCode == 0, verified.error.constData());
        const QByteArray told = run(atData() + words("audit export")).out;
        QVERIFY2(told.contains(QByteArray::fromStdString(accountName())), told.constData());
    }

    void oneThatStopsAnsweringIsNoticed()
    {
        Serving serving(atData());
        const auto follower = follow(socketPath(m_data));
        QVERIFY(follower);
        const pid_t pid = static_cast<pid_t>(serving.process().processId());
        QCOMPARE(::kill(pid, SIGSTOP), 0);
        QTRY_VERIFY_WITH_TIMEOUT(follower->isLost(), 10'000);
        QVERIFY(follower->board().banners.lost->reason == LostReason::silent);
        QCOMPARE(::kill(pid, SIGCONT), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!follower->isLost(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(isCurrent(*follower), 20'000);
    }

    void aConsoleOnTheSameDataFollowsAndReadsTheJournal()
    {
        Serving serving(atData());
        QVERIFY(follow(socketPath(m_data)));
        const Arguments arguments = on(m_data);
        CoreThread core([arguments] { return launchOptions(arguments); }, socketPath(m_data), approachOf(arguments));
        const auto board = boardOf(core);
        QVERIFY(board);
        QVERIFY(board->leader.ends_with(":" + std::to_string(serving.process().processId())));
        std::atomic<std::uint64_t> folded = 0;
        core.read([&folded](const Journal &journal) {
            const auto opened = openState(journal);
            folded = opened ? opened->state.head.value() : 0;
        });
        QTRY_VERIFY_WITH_TIMEOUT(folded >= board->journalSeq.value(), 10'000);
    }

    /// It finds nobody, and the journal is taken before it opens it itself.
    void whoeverComesAMomentTooLateFollows()
    {
        Serving serving(atData());
        QVERIFY(follow(socketPath(m_data)));
        const Arguments arguments = on(m_data);
        Approach approach = approachOf(arguments);
        approach.sockets = {m_dir.filePath(QStringLiteral("nobody"))};
        CoreThread core([arguments] { return launchOptions(arguments); }, socketPath(m_data), approach);
        const QSignalSpy failures(&core, &CoreThread::failed);
        const auto board = boardOf(core);
        QVERIFY(board && !board->leader.empty());
        QCOMPARE(failures.size(), 0);
    }

    void aSecondConsoleFollowsTheFirst()
    {
        Arguments arguments = on(m_data);
        arguments.options[QStringLiteral("fleet")] = QStringLiteral(SIAGA_FLEETS "/lab.yaml");
        CoreThread first([arguments] { return launchOptions(arguments); }, socketPath(m_data), approachOf(arguments));
        const auto leading = boardOf(first);
        QVERIFY(leading && leading->leader.empty());
        CoreThread second([arguments] { return launchOptions(arguments); }, socketPath(m_data), approachOf(arguments));
        const auto following = boardOf(second);
        QVERIFY(following && !following->leader.empty());
        QCOMPARE(following->fleet, leading->fleet);
    }

    void connectLeadsToThatSocketOrNowhere()
    {
        const QString socket = socketPath(m_data);
        const QStringList at{QStringLiteral("--connect"), socket};
        const Said nobody = run(at + words("status"));
        QCOMPARE(nobody.exitCode, 4);
        QVERIFY2(nobody.error.contains("no Siaga answers at"), nobody.error.constData());
        QCOMPARE(run(at + atData() + words("status")).exitCode, 2);
        QCOMPARE(run(at + words("serve")).exitCode, 2);
        Arguments arguments;
        arguments.options[QStringLiteral("connect")] = socket;
        {
            CoreThread alone([arguments] { return launchOptions(arguments); }, {}, approachOf(arguments));
            const QSignalSpy failures(&alone, &CoreThread::failed);
            alone.start();
            QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, 10'000); // It never leads.
        }
        Serving serving(atData());
        QVERIFY(follow(socket));
        const QJsonObject status = QJsonDocument::fromJson(run(at + words("status --json")).out).object();
        QVERIFY(status.value(QStringLiteral("running")).toBool());
        QVERIFY(arguments.places().contains(socket));
        CoreThread core([arguments] { return launchOptions(arguments); }, {}, approachOf(arguments));
        const auto board = boardOf(core);
        QVERIFY(board && !board->leader.empty());
    }
};

QTEST_GUILESS_MAIN(TestAttachServe)
#include "tst_attach_serve.moc"
