// SPDX-License-Identifier: GPL-3.0-or-later
// A console that follows shows what the one that leads shows, through faults and lost connections, and passes on what
// is asked for.
#include "app/follower.h"
#include "app/paths.h"
#include "app/request_ids.h"
#include "core/events/archive.h"
#include "tests/app/heard.h"
#include "tests/app/virtual_instance.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace siaga;
using namespace siaga::test;
using namespace std::chrono_literals;

namespace {

/// Without what says which of the two it is.
NowBoard anybodys(NowBoard board)
{
    board.leader.clear();
    return board;
}

bool showSame(VirtualInstance &lab, const Follower &follower)
{
    return anybodys(lab.leader().board()) == anybodys(follower.board());
}

bool showSameProtection(VirtualInstance &lab, const Follower &follower)
{
    const auto theirs = lab.leader().protection();
    return theirs && *theirs == follower.protection();
}

/// An attached one that has all.
std::unique_ptr<Follower> follow(VirtualInstance &lab, FollowOptions options = {})
{
    options.path = lab.socket();
    options.clock = &lab.clock();
    options.retryMax = 200;
    auto follower = std::make_unique<Follower>(options);
    const QSignalSpy began(follower.get(), &Follower::began);
    return QTest::qWaitFor([&began] { return !began.isEmpty(); }, 10'000) ? std::move(follower) : nullptr;
}

/// Says one line and gives what is said back, up to the end of the connection or of the first line.
QByteArray answerTo(const QString &path, const QByteArray &line)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    socket.write(line);
    QByteArray said;
    const bool answered = QTest::qWaitFor([&] { return (said += socket.bytesAvailable() > 0 ? socket.readAll() : QByteArray()).contains('\n') || socket.state() == QLocalSocket::UnconnectedState; }, 5000);
    return answered ? said : QByteArray("nothing");
}

/// Why a follower of what listens there does not begin.
QString whyNot(const FollowOptions &options)
{
    Follower follower(options);
    const QSignalSpy failed(&follower, &Follower::failedToBegin);
    const QSignalSpy nobody(&follower, &Follower::foundNobody);
    if (!QTest::qWaitFor([&] { return !failed.isEmpty() || !nobody.isEmpty(); }, 10'000))
        return QStringLiteral("it waits");
    return nobody.isEmpty() ? QString::fromStdString(failed.first().first().value<StartFailure>().lines.front()) : QStringLiteral("nobody");
}

} // namespace

class TestAttach : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qRegisterMetaType<StartFailure>();
        qRegisterMetaType<RequestRefused>();
    }

    /// Each of these is compared whole, ages and clocks included: both are on the same virtual time.
    void bothShowTheSameThroughFaultsAndAReconnect()
    {
        VirtualInstance lab;
        lab.pass(40s);
        const auto follower = follow(lab);
        QVERIFY(follower);
        follower->wantProtection(true);
        QTRY_VERIFY(showSame(lab, *follower));
        QTRY_VERIFY(showSameProtection(lab, *follower));
        const char *const faults[] = {"regionCrash lab-us-east-1", "heal", "ownLinkCut", "heal", "edgeRestart edge-lab-us-east-1",
                                      "halfFailing region=lab-eu-west-1 service=web magnitude=0.5", "heal"};
        int done = 0;
        bool anyAlert = false;
        for (const char *fault : faults) {
            ++done;
            QVERIFY2(lab.disturb(fault), fault);
            for (int part = 0; part < 4; ++part) {
                lab.pass(20s);
                QTRY_VERIFY2(showSame(lab, *follower), fault);
                QTRY_VERIFY2(showSameProtection(lab, *follower), fault);
                anyAlert = anyAlert || !follower->board().alerts.empty();
            }
            if (done == 3) { // In the middle of it.
                lab.close();
                QTRY_VERIFY(follower->isLost());
                lab.pass(10s);
                QVERIFY(!showSame(lab, *follower));
                lab.open();
                QTRY_VERIFY_WITH_TIMEOUT(!follower->isLost(), 10'000);
                QTRY_VERIFY(showSame(lab, *follower));
                QTRY_VERIFY(showSameProtection(lab, *follower));
            }
        }
        QVERIFY(anyAlert);
        QCOMPARE(toHex(stateHash(follower->followed()->state())), toHex(stateHash(lab.leader().runner().state())));
        QCOMPARE(follower->board().leader, lab.leader().name());
    }

    void whatIsAskedForIsJournaledUnderTheAccountAndAnswered()
    {
        VirtualInstance lab;
        lab.pass(40s);
        const auto follower = follow(lab);
        QVERIFY(follower);
        const Heard heard(*follower);
        const QSignalSpy refusals(follower.get(), &Follower::refusedHere);
        follower->ask(EvacuateRequested{newRequestId(), RegionId("lab-eu-west-1"), std::nullopt, Permille{0}, true});
        QTRY_VERIFY(heard.last<RequestGranted>());
        const auto asked = std::ranges::find_if(heard.records, [](const Recorded &record) { return record.event.as<EvacuateRequested>() != nullptr; });
        QVERIFY(asked != heard.records.end());
        QCOMPARE(asked->actor.name, accountName());
        QVERIFY(asked->actor.kind == Actor::Kind::person);
        const PlanId plan = heard.last<RequestGranted>()->plan;
        const auto *memory = follower->followed()->state().orchestrator.plan(plan);
        QVERIFY(memory);
        follower->ask(ApproveRequested{newRequestId(), plan, memory->hash});
        for (int i = 0; i < 60 && !heard.last<PlanEnded>(); ++i)
            lab.pass(2s);
        const auto *ended = heard.last<PlanEnded>();
        QVERIFY(ended && ended->id == plan);
        QCOMPARE(nameOf(ended->end), nameOf(PlanEnd::done));
        follower->ask(ApproveRequested{newRequestId(), PlanId(4711), Hash256{}});
        QTRY_VERIFY(heard.last<RequestRefused>());
        QCOMPARE(refusals.size(), 0);
    }

    /// Only people's wishes may come over the connection, never something that is said to have happened.
    void nothingButRequestsIsTakenIn()
    {
        VirtualInstance lab;
        lab.pass(20s);
        const Seq before = lab.leader().runner().state().head;
        QLocalSocket socket;
        socket.connectToServer(lab.socket());
        socket.write(attachLine("attach", {}) + framed(frame::request, "StopOrdered {\"by\":\"me\"}") + framed(frame::request, "StopLifted {}")
                     + framed(frame::request, "") + framed(frame::request, "Requested {}") + framed(frame::request, "StopRequested no json"));
        QVERIFY(QTest::qWaitFor([&socket] { return socket.readAll().contains("\nD "); }, 10'000));
        lab.pass(200ms);
        std::vector<std::string> names;
        lab.leader().journal().read([&names, before](const Journal &journal) {
            (void)journal.read(before.next(), [&names](const StoredRecord &record) {
                names.push_back(record.type);
                return true;
            });
        });
        QVERIFY(std::ranges::none_of(names, [](const std::string &name) { return name.starts_with("Stop"); }));
    }

    void whileItIsLostTheBoardStaysAndNothingIsAskedFor()
    {
        VirtualInstance lab;
        lab.pass(40s);
        const auto follower = follow(lab);
        QVERIFY(follower);
        const QSignalSpy refusals(follower.get(), &Follower::refusedHere);
        const QSignalSpy boards(follower.get(), &Follower::boardReady);
        lab.close();
        QTRY_VERIFY(follower->isLost());
        const WallTime since = follower->board().banners.lost->since;
        QCOMPARE(follower->board().banners.lost->who, lab.leader().name());
        QVERIFY(boards.last().first().value<std::shared_ptr<const NowBoard>>()->banners.lost);
        follower->ask(StopRequested{RequestId(77), "why"});
        QCOMPARE(refusals.size(), 1);
        const auto refused = refusals.first().first().value<RequestRefused>();
        QCOMPARE(refused.id.value(), 77U);
        QVERIFY(std::get<LeaderLost>(refused.reasons.front()).perhapsTaken == false);
        const std::size_t regions = follower->board().regions.size();
        QVERIFY(regions > 0);
        lab.pass(5min); // The clock goes on; what was seen does not.
        const NowBoard old = follower->board();
        QCOMPARE(old.regions.size(), regions);
        QVERIFY(std::ranges::all_of(old.regions, [](const RegionCard &card) { return card.stale; }));
        QVERIFY(old.age >= 5min);
        QVERIFY(old.banners.lost->since == since);
        QVERIFY(!lab.leader().runner().state().orchestrator.stop); // Asked into the void, and not kept for later.
        lab.open();
        QTRY_VERIFY_WITH_TIMEOUT(!follower->isLost(), 10'000);
        QTRY_VERIFY(showSame(lab, *follower));
        QVERIFY(!lab.leader().runner().state().orchestrator.stop);
    }

    void aRequestWhoseAnswerNeverCameIsToldSo()
    {
        VirtualInstance lab;
        lab.pass(20s);
        const auto follower = follow(lab);
        QVERIFY(follower);
        const QSignalSpy refusals(follower.get(), &Follower::refusedHere);
        follower->ask(StopRequested{RequestId(5), "why"});
        lab.close();
        QTRY_COMPARE(refusals.size(), 1);
        QVERIFY(std::get<LeaderLost>(refusals.first().first().value<RequestRefused>().reasons.front()).perhapsTaken);
    }

    void anotherUserIsLetInOnNeitherSide()
    {
        VirtualInstance lab;
        lab.pass(1s);
        const PeerSource stranger = [](const QLocalSocket &) { return std::optional<unsigned>(getuid() + 1); };
        QCOMPARE(whyNot({.path = lab.socket(), .peer = stranger}), QStringLiteral("the socket belongs to another user"));
        const PeerSource unknown = [](const QLocalSocket &) { return std::optional<unsigned>(); };
        QCOMPARE(whyNot({.path = lab.socket(), .peer = unknown}), QStringLiteral("the socket belongs to another user"));
        ControlServer strict(lab.leader(), nullptr, stranger);
        const QString path = lab.socket() + QStringLiteral("2");
        QCOMPARE(strict.listen(path), QString());
        QCOMPARE(answerTo(path, attachLine("attach", {})), QByteArray());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    }

    void versionsAndFleetsThatDoNotMatchSaySo()
    {
        VirtualInstance lab;
        lab.pass(1s);
        const QByteArray other = answerTo(lab.socket(), QByteArray(attachLine("attach", {})).replace(SIAGA_VERSION, "0.0.9"));
        QVERIFY2(other.startsWith("E ") && other.contains("other-version") && other.contains(SIAGA_VERSION), other.constData());
        const QByteArray form = answerTo(lab.socket(), QByteArray(attachLine("attach", {})).replace("\"attach\":\"", "\"attach\":\"0"));
        QVERIFY2(form.startsWith("E ") && form.contains("another form of records"), form.constData());
        const QByteArray fleet = R"({"file":"/nowhere/fleet.yaml","digest":"1"})";
        QVERIFY(whyNot({.path = lab.socket(), .fleet = fleet}).contains(QStringLiteral("watches another fleet")));
        QCOMPARE(whyNot({.path = lab.socket() + QStringLiteral("none")}), QStringLiteral("nobody"));

        QLocalServer older; // What one of another version answers, and one that answers nothing at all.
        QVERIFY(older.listen(lab.socket() + QStringLiteral("old")));
        QByteArray answer = framed(frame::refusal, toJson(FollowRefusal{LostReason::otherVersion, "0.0.9"}));
        connect(&older, &QLocalServer::newConnection, &older, [&] { older.nextPendingConnection()->write(answer); });
        QCOMPARE(whyNot({.path = older.fullServerName()}), QStringLiteral("the Siaga that runs there is version 0.0.9, and this is " SIAGA_VERSION));
        answer = "{\"error\":\"the running Siaga is version 0.0.1\"}\n";
        QCOMPARE(whyNot({.path = older.fullServerName()}), QStringLiteral("what it says is not understood"));
        answer.clear();
        QVERIFY(whyNot({.path = older.fullServerName(), .silenceMax = 300}).contains(QStringLiteral("does not answer")));
    }

    void whoeverDoesNotReadIsCutOffAndKeepsNobodyWaiting()
    {
        VirtualInstance lab;
        lab.pass(20s);
        Broadcast broadcast(lab.leader(), 20'000);
        QLocalServer server;
        QVERIFY(server.listen(lab.socket() + QStringLiteral("slow")));
        connect(&server, &QLocalServer::newConnection, &broadcast, [&] { broadcast.add(server.nextPendingConnection(), "budi"); });
        QLocalSocket silent;
        silent.setReadBufferSize(1024);
        silent.connectToServer(server.fullServerName());
        const auto follower = follow(lab);
        QVERIFY(follower);
        QTRY_COMPARE(broadcast.count(), std::size_t(1));
        for (int i = 0; i < 100 && broadcast.count() > 0; ++i)
            lab.pass(10s);
        QCOMPARE(broadcast.count(), std::size_t(0));
        QTRY_VERIFY(showSame(lab, *follower));
        QVERIFY(!follower->isLost());
    }
};

QTEST_GUILESS_MAIN(TestAttach)
#include "tst_attach.moc"
