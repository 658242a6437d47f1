// SPDX-License-Identifier: GPL-3.0-or-later
// Notices on a real bus, with a desktop that does what desktops do: less than one hopes, late, or nothing.
#include "core/drivers/desktop_notices/desktop_notices.h"
#include "core/drivers/desktop_notices/notification_bus.h"
#include "tests/support/notification_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Ending = NoticeOutcome;

/// The driver and what came of each call.
struct Desk
{
    Desk()
        : notices([this](NoticeAnswer answer) { answers.push_back(std::move(answer)); },
                  [this](NoticeChoice choice) { choices.push_back(std::move(choice)); })
    {
    }

    CallId show(const std::string &key, Severity severity = Severity::critical, Duration deadline = 10s)
    {
        NoticeCall call{.id = CallId(++last), .channel = desktopChannel, .command = {}, .deadline = deadline, .key = key};
        call.severity = severity;
        call.alerts = {{.id = AlertId(17)}};
        call.text = {.title = "LIVE · critical: us-east-1 is down", .body = "2 of 2 checks fail <b>&\nsince 02:13:46 UTC",
                     .acknowledge = "Acknowledge", .open = "Open"};
        permit = call.permit;
        notices.start(call);
        return call.id;
    }
    const NoticeAnswer *answerTo(CallId id) const
    {
        const auto found = std::ranges::find(answers, id, &NoticeAnswer::id);
        return found == answers.end() ? nullptr : &*found;
    }

    std::vector<NoticeAnswer> answers;
    std::vector<NoticeChoice> choices;
    Permit permit;
    std::uint64_t last = 0;
    DesktopNotices notices;
};

#define COMPARE_ANSWER(desk, id, outcome_, detail_) \
    do { \
        const CallId asked = (id); \
        QTRY_VERIFY((desk).answerTo(asked)); \
        QCOMPARE(QString::fromStdString((desk).answerTo(asked)->detail), QString::fromUtf8(detail_)); \
        QVERIFY((desk).answerTo(asked)->outcome == (outcome_)); \
    } while (false)

} // namespace

class TestDesktopNotices : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bus = std::make_unique<SessionBus>();
        QVERIFY(m_bus->isRunning());
    }
    void cleanup() { m_bus.reset(); }

    void itIsShownAsItIs()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        QCOMPARE(server.capabilitiesAsked, 1);
        const NotificationServer::Shown &shown = server.shown.at(0);
        QCOMPARE(shown.application, u"Siaga"_s);
        QCOMPARE(shown.summary, u"LIVE · critical: us-east-1 is down"_s);
        QCOMPARE(shown.body, u"2 of 2 checks fail <b>&\nsince 02:13:46 UTC"_s); // It reads no markup.
        QCOMPARE(shown.actions, (QStringList{u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"acknowledge"_s, u"Acknowledge"_s}));
        QCOMPARE(shown.hints.value(u"desktop-entry"_s).toString(), u"id.merajutasa.Siaga"_s);
        QCOMPARE(shown.hints.value(u"urgency"_s).toInt(), 2);
        QCOMPARE(int(shown.hints.value(u"urgency"_s).typeId()), int(QMetaType::UChar)); // A byte, or servers ignore it.
        QCOMPARE(shown.timeout, 0);
    }

    void aWarningIsQuieter()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17", Severity::warning), Ending::delivered, "");
        QCOMPARE(server.shown.at(0).hints.value(u"urgency"_s).toInt(), 1);
        QCOMPARE(server.shown.at(0).timeout, -1);
    }

    void onlyWhatTheServerCanIsAskedOfIt()
    {
        NotificationServer server(*m_bus);
        server.capabilities = {};
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        QVERIFY(server.shown.at(0).actions.isEmpty());
        QVERIFY(server.shown.at(0).summary.contains(u"2 of 2 checks fail"_s)); // It shows no body.
    }

    void whereMarkupIsReadItIsEscaped()
    {
        NotificationServer server(*m_bus);
        server.capabilities = {u"body"_s, u"body-markup"_s};
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        QVERIFY(server.shown.at(0).body.startsWith(u"2 of 2 checks fail &lt;b&gt;&amp;"_s));
    }

    void oneForEachKeyThatIsReplaced()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        COMPARE_ANSWER(desk, desk.show("alert 18"), Ending::delivered, "");
        COMPARE_ANSWER(desk, desk.show("alert 17", Severity::emergency), Ending::delivered, "");
        QCOMPARE(server.shown.at(2).replaced, server.shown.at(0).id);
        QVERIFY(server.shown.at(1).id != server.shown.at(0).id);
        QCOMPARE(server.capabilitiesAsked, 1);
    }

    void twoInAHurryAreStillOne()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        const CallId first = desk.show("alert 17");
        const CallId second = desk.show("alert 17", Severity::emergency);
        COMPARE_ANSWER(desk, first, Ending::delivered, "");
        COMPARE_ANSWER(desk, second, Ending::delivered, "");
        QCOMPARE(server.shown.at(1).replaced, server.shown.at(0).id);
    }

    void takenBackItIsClosed()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        desk.notices.withdraw(desktopChannel, "alert 17");
        QTRY_COMPARE(server.closed.size(), std::size_t(1));
        QCOMPARE(server.closed.at(0), server.shown.at(0).id);
        const CallId again = desk.show("alert 17"); // A new one, not the old one's number.
        COMPARE_ANSWER(desk, again, Ending::delivered, "");
        QCOMPARE(server.shown.at(1).replaced, 0u);
    }

    void takenBackInTheMiddleItIsClosedOnceItIsThere()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        const CallId id = desk.show("alert 17");
        desk.notices.withdraw(desktopChannel, "alert 17");
        COMPARE_ANSWER(desk, id, Ending::delivered, "");
        QTRY_COMPARE(server.closed.size(), std::size_t(1));
    }

    void aWithdrawnPermitShowsNothing()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        m_bus->freeze(true); // So that it is still on its way.
        const CallId id = desk.show("alert 17");
        desk.permit.withdraw();
        m_bus->freeze(false);
        COMPARE_ANSWER(desk, id, Ending::failed, "taken back before it went out");
        QVERIFY(server.shown.empty());
    }

    void whatIsChosenIsTold()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        server.press(999, u"acknowledge"_s); // Somebody else's.
        server.press(server.shown.at(0).id, u"acknowledge"_s);
        server.press(server.shown.at(0).id, u"default"_s, u"token-1"_s);
        QTRY_COMPARE(desk.choices.size(), std::size_t(2));
        QVERIFY(desk.choices.at(0).kind == NoticeChoice::Kind::acknowledge);
        QVERIFY(desk.choices.at(0).alerts == std::vector<AlertId>{AlertId(17)});
        QVERIFY(desk.choices.at(1).kind == NoticeChoice::Kind::open);
        QCOMPARE(desk.choices.at(1).activation, std::string("token-1"));
    }

    void dismissedIsNotChosen()
    {
        NotificationServer server(*m_bus);
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        COMPARE_ANSWER(desk, desk.show("alert 18"), Ending::delivered, "");
        server.dismiss(server.shown.at(0).id);
        server.press(server.shown.at(0).id, u"acknowledge"_s); // Nobody can press what is gone.
        server.press(server.shown.at(1).id, u"open"_s);
        QTRY_COMPARE(desk.choices.size(), std::size_t(1));
        QVERIFY(desk.choices.at(0).kind == NoticeChoice::Kind::open);
        COMPARE_ANSWER(desk, desk.show("alert 17", Severity::emergency), Ending::delivered, "");
        QCOMPARE(server.shown.at(2).replaced, 0u); // That number is nobody's any more.
    }

    void withoutAServerItIsUnavailable()
    {
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::unavailable, "no notification server on this desktop");
        NotificationServer server(*m_bus); // And once there is one, all is well.
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
    }

    void withoutABusItIsUnavailable()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        qputenv("XDG_RUNTIME_DIR", "/nowhere");
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::unavailable, "no session bus");
    }

    void killedAndBackItIsAskedAnew()
    {
        Desk desk;
        {
            NotificationServer server(*m_bus);
            COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        }
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::unavailable, "no notification server on this desktop");
        NotificationServer server(*m_bus);
        server.capabilities = {u"body"_s};
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        QCOMPARE(server.capabilitiesAsked, 1);
        QCOMPARE(server.shown.at(0).replaced, 0u); // The old server's number means nothing to it.
        QVERIFY(server.shown.at(0).actions.isEmpty());
    }

    void aBusThatDiesIsNoErrorOfOurs()
    {
        Desk desk;
        {
            NotificationServer server(*m_bus);
            COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
        }
        m_bus->kill();
        const CallId id = desk.show("alert 17");
        QTRY_VERIFY(desk.answerTo(id));
        QVERIFY(desk.answerTo(id)->outcome != Ending::delivered && !desk.answerTo(id)->detail.empty());
        m_bus.reset();
        m_bus = std::make_unique<SessionBus>(); // Another session.
        NotificationServer server(*m_bus);
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::delivered, "");
    }

    void aSilentServerDelaysNobody()
    {
        NotificationServer server(*m_bus);
        server.isSilent = true;
        Desk desk;
        QElapsedTimer timer;
        timer.start();
        const CallId id = desk.show("alert 17", Severity::critical, 300ms);
        QVERIFY2(timer.elapsed() < 200, "start() waits");
        COMPARE_ANSWER(desk, id, Ending::failed, "the desktop did not answer in time");
        QVERIFY(timer.elapsed() >= 300);
        QCOMPARE(desk.answers.size(), std::size_t(1));
        server.isSilent = false;
        COMPARE_ANSWER(desk, desk.show("alert 18"), Ending::delivered, "");
    }

    void aBusThatHangsDelaysNobody()
    {
        m_bus->freeze(true);
        Desk desk;
        QElapsedTimer timer;
        timer.start();
        const CallId id = desk.show("alert 17", Severity::critical, 300ms); // Connecting would wait for it.
        QVERIFY2(timer.elapsed() < 200, "start() waits");
        COMPARE_ANSWER(desk, id, Ending::failed, "the desktop did not answer in time");
        m_bus->freeze(false);
    }

    void aRefusalIsTold()
    {
        NotificationServer server(*m_bus);
        server.refuses = true;
        Desk desk;
        COMPARE_ANSWER(desk, desk.show("alert 17"), Ending::failed, "too many notifications");
    }

    void cancelledNothingIsAnswered()
    {
        NotificationServer server(*m_bus);
        server.isSilent = true;
        Desk desk;
        const CallId first = desk.show("alert 17", Severity::critical, 100ms);
        desk.notices.cancel(first);
        const CallId second = desk.show("alert 18", Severity::critical, 300ms);
        COMPARE_ANSWER(desk, second, Ending::failed, "the desktop did not answer in time");
        QCOMPARE(desk.answers.size(), std::size_t(1));
    }

private:
    std::unique_ptr<SessionBus> m_bus;
};

QTEST_GUILESS_MAIN(TestDesktopNotices)
#include "tst_desktop_notices.moc"
