// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/engine.h"
#include "core/health/notices.h"

#include <QTest>

using namespace siaga;
using namespace siaga::health;
using namespace std::chrono_literals;

namespace {

/// Seconds since the story began.
Instant second(double seconds)
{
    return Instant(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds + 1000)));
}

/// A state that is told event by event, as the journal would.
class Story
{
public:
    Story()
    {
        fleet.notify.desktop = Occasion::always;
        fleet.notify.hooks.push_back({.id = ChannelId("pager"), .command = {"/bin/page"}});
    }

    Story &at(double seconds)
    {
        m_now = seconds;
        return *this;
    }
    Story &opens(std::uint64_t id, Severity severity, const AlertSubject &subject = {.kind = AlertSubject::Kind::ownLink})
    {
        return tell(AlertOpened{.alert = AlertId(id), .subject = subject, .severity = severity, .since = second(m_now)});
    }
    Story &raises(std::uint64_t id, Severity to)
    {
        return tell(AlertSeverityChanged{.alert = AlertId(id), .to = to});
    }
    Story &takes(std::uint64_t id) { return tell(AlertAcknowledged{AlertId(id), "ayu", ""}); }
    Story &ends(std::uint64_t id) { return tell(AlertResolved{AlertId(id)}); }
    Story &answers(const char *channel, std::vector<NoticeFor> alerts, NoticeOutcome outcome = NoticeOutcome::delivered)
    {
        return tell(NoticeSent{.channel = ChannelId(channel), .alerts = std::move(alerts), .outcome = outcome, .detail = "why"});
    }
    Story &fails(const char *channel, std::uint64_t id, Severity severity = Severity::critical)
    {
        return answers(channel, {{AlertId(id), severity}}, NoticeOutcome::failed);
    }

    NoticesOwed owed(const UnderWay &underWay = {}) const { return noticesOwed(state, fleet, underWay, second(m_now)); }

    /// "desktop 1c, pager 1c 2c #3 | 5": what is due now, summaries with all their alerts, and the seconds to the next look.
    QByteArray now(const UnderWay &underWay = {}) const
    {
        const NoticesOwed all = owed(underWay);
        QByteArrayList parts;
        for (const NoticeDue &due : all.now) {
            QByteArray part = QByteArray::fromStdString(due.channel.text());
            for (const NoticeFor &one : due.alerts)
                part += ' ' + QByteArray::number(quint64(one.alert.value())) + "wce"[static_cast<int>(one.severity)];
            if (due.attempt > 1)
                part += " #" + QByteArray::number(due.attempt);
            parts << part;
        }
        QByteArray line = parts.join(", ");
        if (all.next)
            line += (line.isEmpty() ? "| " : " | ") + QByteArray::number(inSeconds(*all.next - second(m_now)));
        return line;
    }

    State state;
    Fleet fleet;

private:
    Story &tell(Event event)
    {
        fold(state, {Seq(++m_seq), second(m_now), {}, Epoch(1), {}, std::move(event)});
        return *this;
    }
    double m_now = 0;
    std::uint64_t m_seq = 0;
};

AlertSubject region(const char *name)
{
    return {.kind = AlertSubject::Kind::region, .region = RegionId(name)};
}

AlertSubject check(const char *name, const char *where)
{
    return {.kind = AlertSubject::Kind::check, .region = RegionId(where), .check = CheckId(name)};
}

constexpr auto warning = Severity::warning;
constexpr auto critical = Severity::critical;
constexpr auto emergency = Severity::emergency;

struct Row
{
    const char *name;
    void (*tell)(Story &);
    const char *owed;
};

/// The rule as a table: what happened, and what is owed then.
const Row rows[]{
    {"nothing is open", [](Story &) {}, ""},
    {"critical goes out on every channel", [](Story &s) { s.opens(1, critical); }, "desktop 1c, pager 1c"},
    {"a warning wakes nobody", [](Story &s) { s.opens(1, warning); }, ""},
    {"unless the fleet says so", [](Story &s) { s.fleet.notify.from = warning; s.opens(1, warning); }, "desktop 1w"},
    {"a hook has a threshold of its own",
     [](Story &s) { s.fleet.notify.hooks[0].from = emergency; s.opens(1, critical); }, "desktop 1c"},
    {"taken by somebody: nobody is woken", [](Story &s) { s.opens(1, critical).takes(1); }, ""},
    {"over: nobody is woken", [](Story &s) { s.opens(1, critical).ends(1); }, ""},
    {"delivered once is enough",
     [](Story &s) { s.opens(1, critical).answers("desktop", {{AlertId(1), critical}}); }, "pager 1c"},
    {"raised: told anew, at once",
     [](Story &s) {
         s.opens(1, critical).answers("desktop", {{AlertId(1), critical}}).answers("pager", {{AlertId(1), critical}});
         s.at(300).raises(1, emergency);
     },
     "desktop 1e, pager 1e"},
    {"raised after a taking: whoever has it has it",
     [](Story &s) { s.opens(1, warning).takes(1).raises(1, critical); }, ""},
    {"sunk again after it was told: nothing new",
     [](Story &s) {
         s.opens(1, emergency).answers("desktop", {{AlertId(1), emergency}}).answers("pager", {{AlertId(1), emergency}});
         s.raises(1, critical);
     },
     ""},
    {"failed: waits two seconds",
     [](Story &s) { s.opens(1, critical).answers("pager", {{AlertId(1), critical}}).at(10).fails("desktop", 1); }, "| 2"},
    {"and then tries again",
     [](Story &s) { s.opens(1, critical).answers("pager", {{AlertId(1), critical}}).at(10).fails("desktop", 1).at(12); },
     "desktop 1c #2"},
    {"each wait is twice as long",
     [](Story &s) {
         s.opens(1, critical).answers("pager", {{AlertId(1), critical}});
         s.at(10).fails("desktop", 1).at(12).fails("desktop", 1).at(16).fails("desktop", 1);
     },
     "| 8"},
    {"five attempts and no more",
     [](Story &s) {
         s.opens(1, critical).answers("pager", {{AlertId(1), critical}});
         for (const double when : {10, 12, 16, 24, 40})
             s.at(when).fails("desktop", 1);
         s.at(4000);
     },
     ""},
    {"given up, then raised: tried anew",
     [](Story &s) {
         s.opens(1, critical).answers("pager", {{AlertId(1), critical}});
         for (const double when : {10, 12, 16, 24, 40})
             s.at(when).fails("desktop", 1);
         s.at(300).raises(1, emergency).answers("pager", {{AlertId(1), emergency}});
     },
     "desktop 1e"},
    {"a server that is away is tried again too",
     [](Story &s) {
         s.opens(1, critical).answers("pager", {{AlertId(1), critical}});
         s.at(10).answers("desktop", {{AlertId(1), critical}}, NoticeOutcome::unavailable).at(12);
     },
     "desktop 1c #2"},
    {"a region's alert speaks for its checks",
     [](Story &s) { s.opens(1, critical, check("web@us", "us")).opens(2, critical, region("us")); }, "desktop 2c, pager 2c"},
    {"not for those of another region",
     [](Story &s) { s.opens(1, critical, check("web@eu", "eu")).opens(2, critical, region("us")); },
     "desktop 1c, desktop 2c, pager 1c, pager 2c"},
    {"a region that only warns may speak yet",
     [](Story &s) { s.opens(1, critical, check("web@us", "us")).opens(2, warning, region("us")); }, "| 2"},
    {"but not for long",
     [](Story &s) { s.opens(1, critical, check("web@us", "us")).opens(2, warning, region("us")).at(2); }, "desktop 1c, pager 1c"},
    {"and an emergency waits for nobody",
     [](Story &s) { s.opens(1, emergency, check("web@us", "us")).opens(2, warning, region("us")); }, "desktop 1e, pager 1e"},
    {"unless somebody has taken it",
     [](Story &s) { s.opens(1, critical, check("web@us", "us")).opens(2, warning, region("us")).takes(2); }, ""},
    {"a region speaks for edges' views, not for edges",
     [](Story &s) {
         s.opens(1, critical, {.kind = AlertSubject::Kind::view, .region = RegionId("us")});
         s.opens(2, critical, {.kind = AlertSubject::Kind::edge, .region = RegionId("us"), .endpoint = EndpointId("lb")});
         s.opens(3, critical, region("us"));
     },
     "desktop 2c, desktop 3c, pager 2c, pager 3c"},
    {"the worst goes first", [](Story &s) { s.opens(1, critical).opens(2, emergency); },
     "desktop 2e, desktop 1c, pager 2e, pager 1c"},
    {"in the lab the desktop is quiet", [](Story &s) {
         s.fleet.lab = true;
         s.fleet.notify.desktop = Occasion::live;
         s.opens(1, critical);
     },
     "pager 1c"},
    {"never means never", [](Story &s) { s.fleet.notify.desktop = Occasion::never; s.opens(1, critical); }, "pager 1c"},
};

} // namespace

class TestHealthNotices : public QObject
{
    Q_OBJECT

private slots:
    void theRule_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].name) << int(i);
    }

    void theRule()
    {
        QFETCH(int, row);
        Story story;
        rows[row].tell(story);
        QCOMPARE(story.now(), QByteArray(rows[row].owed));
    }

    void whatIsUnderWayIsNotOwed()
    {
        Story story;
        story.opens(1, critical);
        UnderWay underWay;
        underWay[desktopChannel] = {.alerts = {{AlertId(1), critical}}, .calls = 1};
        QCOMPARE(story.now(underWay), "pager 1c");
        story.raises(1, emergency); // A call that hangs must not hold back the emergency.
        QCOMPARE(story.now(underWay), "desktop 1e, pager 1e");
    }

    void aFloodBecomesASummary()
    {
        Story story;
        story.fleet.notify.hooks.clear();
        story.fleet.notify.perMinuteMax = 3;
        for (std::uint64_t id = 1; id <= 5; ++id)
            story.opens(id, critical);
        QCOMPARE(story.now(), "desktop 1c, desktop 2c, desktop 3c 4c 5c"); // All of them at once, none left behind.
    }

    void inAFloodTheRestComesEveryTenSeconds()
    {
        Story story;
        story.fleet.notify.hooks.clear();
        story.fleet.notify.perMinuteMax = 2;
        story.opens(1, critical).answers("desktop", {{AlertId(1), critical}});
        story.at(1).opens(2, critical).answers("desktop", {{AlertId(2), critical}});
        story.at(2).opens(3, critical).opens(4, critical);
        QCOMPARE(story.now(), "| 9");
        QCOMPARE(story.at(11).now(), "desktop 3c 4c");
        story.answers("desktop", {{AlertId(3), critical}, {AlertId(4), critical}});
        QCOMPARE(story.at(12).opens(5, emergency).now(), "| 1"); // An emergency waits for two seconds at most.
        QCOMPARE(story.at(13).now(), "desktop 5e");
    }

    void theFloodEndsWithItsMinute()
    {
        Story story;
        story.fleet.notify.hooks.clear();
        story.fleet.notify.perMinuteMax = 2;
        story.opens(1, critical).answers("desktop", {{AlertId(1), critical}});
        story.opens(2, critical).answers("desktop", {{AlertId(2), critical}});
        story.at(60).opens(3, critical).opens(4, critical);
        QCOMPARE(story.now(), "desktop 3c, desktop 4c");
    }

    void aSummaryIsBounded()
    {
        Story story;
        story.fleet.notify.hooks.clear();
        story.fleet.notify.perMinuteMax = 1;
        for (std::uint64_t id = 1; id <= 2 * noticeAlertsMax; ++id)
            story.opens(id, critical);
        QCOMPARE(story.owed().now.size(), std::size_t(1));
        QCOMPARE(story.owed().now.front().alerts.size(), noticeAlertsMax);
    }

    void whatBecameOfItIsRemembered()
    {
        Story story;
        story.opens(1, critical).at(3).fails("pager", 1).at(5).answers("pager", {{AlertId(1), critical}});
        const NoticeMemory &memory = story.state.open.at(AlertId(1)).notices.at(ChannelId("pager"));
        QCOMPARE(memory.attempts, 2);
        QVERIFY(memory.outcome == NoticeOutcome::delivered && memory.told == critical && memory.at == second(5));
        story.ends(1).at(9).answers("desktop", {{AlertId(1), critical}}); // The answer comes when it is over.
        QVERIFY(story.state.resolved.back().notices.at(desktopChannel).told == critical);
    }

    void whoStillCallsIsKnown()
    {
        Story story;
        story.opens(1, critical).opens(2, critical).opens(3, warning).takes(2);
        QVERIFY(alertsThatCall(story.state, critical) == std::set<AlertId>{AlertId(1)});
        QVERIFY((alertsThatCall(story.state, warning) == std::set<AlertId>{AlertId(1), AlertId(3)}));
    }

    void theWaitHasAnEnd()
    {
        QVERIFY(noticeRetryAfter({}, 1) == 2s && noticeRetryAfter({}, 4) == 16s && noticeRetryAfter({}, 20) == 60s);
    }

    void theEscalationIsForeseen()
    {
        Story story;
        const HealthPolicy &policy = story.fleet.policies.health;
        story.at(7).opens(1, critical);
        QVERIFY(escalatesAt(story.state, story.state.open.at(AlertId(1)), policy) == second(7) + policy.emergencyAfter);
        story.takes(1).opens(2, warning).opens(3, emergency);
        for (const std::uint64_t id : {1, 2, 3})
            QVERIFY(!escalatesAt(story.state, story.state.open.at(AlertId(id)), policy));
    }
};

QTEST_GUILESS_MAIN(TestHealthNotices)
#include "tst_health_notices.moc"
