// SPDX-License-Identifier: GPL-3.0-or-later
// What a notice says, and what is said of it.
#include "core/words/event_words.h"
#include "core/words/notice_words.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr WallTime at{1'795'400'026'000}; // 2026-11-23 02:13:46 UTC

AlertRow down(std::uint64_t id, const char *region)
{
    AlertRow row{.id = AlertId(id), .subject = {.kind = AlertSubject::Kind::region, .region = RegionId(region)}, .severity = Severity::critical};
    row.regionState = RegionState::down;
    row.evidence = {.checksDown = 2};
    row.opened = at;
    return row;
}

NoticeRow row(const char *channel, std::optional<NoticeOutcome> outcome, const char *detail = "", bool again = false)
{
    return {.channel = ChannelId(channel), .outcome = outcome, .severity = Severity::critical, .at = at, .detail = detail, .attempts = 1, .tryingAgain = again};
}

} // namespace

class TestNoticeWords : public QObject
{
    Q_OBJECT

private slots:
    void whatBecameOfItStandsInOneLine()
    {
        AlertRow alert = down(17, "us-east-1");
        QCOMPARE(words::notices(alert), QString());
        alert.notices = {row("desktop", NoticeOutcome::delivered), row("pager", NoticeOutcome::failed, "exit 1", true)};
        QCOMPARE(words::notices(alert), u"delivered 02:13:46 UTC to desktop; hook pager failed: exit 1, trying again"_s);
        QVERIFY(words::isAnyNoticeLost(alert));
        alert.notices = {row("desktop", NoticeOutcome::unavailable, "no session bus"), row("pager", std::nullopt)};
        QCOMPARE(words::notices(alert), u"desktop unavailable: no session bus; telling hook pager"_s);
        alert.notices = {row("desktop", NoticeOutcome::delivered), row("pager", std::nullopt)};
        QVERIFY(!words::isAnyNoticeLost(alert)); // On its way is not lost.
    }

    void theModeAndTheSeverityComeFirst()
    {
        AlertRow alert = down(17, "us-east-1");
        alert.escalatesIn = 5min;
        alert.runbook = "https://example.org/run";
        const words::Telegram telegram = words::telegram({alert}, 1, Mode::live, "Shop", "production");
        QCOMPARE(telegram.title, u"LIVE · CRITICAL: us-east-1 is down"_s);
        QCOMPARE(telegram.body, u"2 of 2 checks fail\nShop / production\nsince 02:13:46 UTC\nemergency in 5 min\nhttps://example.org/run"_s);
    }

    void severalAreASummary()
    {
        const words::Telegram telegram = words::telegram({down(1, "a"), down(2, "b")}, 9, Mode::lab, "Shop", "");
        QCOMPARE(telegram.title, u"LAB · CRITICAL: 9 alerts at once"_s);
        QCOMPARE(telegram.body, u"Shop\ncritical: a is down\ncritical: b is down\nand 7 more"_s);
    }

    void theJournalTellsIt()
    {
        NoticeSent sent{.channel = desktopChannel, .alerts = {{AlertId(17), Severity::critical}}, .outcome = NoticeOutcome::delivered, .detail = {}};
        const auto said = [&] { return words::describeEvent({Seq(1), {}, {}, {}, {}, Event(sent)}); };
        QCOMPARE(said(), u"Notice of alert 17 delivered to desktop"_s);
        sent = {.channel = ChannelId("pager"), .alerts = {{AlertId(17), Severity::critical}, {AlertId(18), Severity::critical}},
                .outcome = NoticeOutcome::failed, .detail = "exit 1", .attempt = 3};
        QCOMPARE(said(), u"Notice of alerts 17 and 18 not delivered to hook pager, attempt 3: exit 1"_s);
    }
};

QTEST_GUILESS_MAIN(TestNoticeWords)
#include "tst_notice_words.moc"
