// SPDX-License-Identifier: GPL-3.0-or-later
// People are told, in virtual time: at once, only of what is durable, again after a failure, once more after a death.
#include "core/events/request_events.h"
#include "tests/unit/runtime/three_regions.h"

#include <QTest>

using namespace siaga;
using namespace siaga::three_regions;
using namespace std::chrono_literals;

namespace {

/// Takes notices and answers as the test says.
class Porter : public Notifier
{
public:
    explicit Porter(VirtualClock &clock)
        : m_clock(clock)
    {
    }
    struct Taken
    {
        Instant at;
        NoticeCall call;
    };

    void start(const NoticeCall &call) override
    {
        taken.push_back({m_clock.now(), call});
        if (answers && runner)
            runner->noticeAnswered({call.id, *answers, *answers == NoticeOutcome::delivered ? "" : "exit 1"});
    }
    void cancel(CallId) override { ++cancelled; }
    void withdraw(const ChannelId &channel, const std::string &key) override { withdrawn.push_back(channel.text() + ": " + key); }

    std::optional<NoticeOutcome> answers = NoticeOutcome::delivered; ///< None: it stays silent.
    Runner *runner = nullptr;
    std::vector<Taken> taken;
    std::vector<std::string> withdrawn;
    int cancelled = 0;

private:
    VirtualClock &m_clock;
};

const std::string paging = R"(notify:
  desktop: never
  hooks:
    pager: {command: [/bin/page, web], timeout: 4s}
)";

/// Three regions, a hook, and somebody at its end.
struct Duty
{
    explicit Duty(const std::string &notify = paging)
        : bench(withHook(notify), journal)
        , porter(bench.clock)
    {
        bench.world.notifier = &porter;
        restart();
        bench.run(20s);
    }
    static FleetSource withHook(const std::string &notify)
    {
        FleetSource source = pictureFleet(regions, policy("watch"));
        source.layers.front().bytes = notify + source.layers.front().bytes;
        return source;
    }
    void restart()
    {
        bench.restart();
        porter.runner = bench.runner.get();
    }
    /// When the alert became as severe as that.
    Instant became(AlertId alert, Severity severity) const
    {
        for (const Recorded &one : bench.recorded) {
            const auto *opened = one.event.as<AlertOpened>();
            const auto *changed = one.event.as<AlertSeverityChanged>();
            if ((opened && opened->alert == alert && opened->severity == severity)
                || (changed && changed->alert == alert && changed->to == severity))
                return one.at;
        }
        return {};
    }
    std::size_t toldOf(AlertId alert, Severity severity) const
    {
        return static_cast<std::size_t>(std::ranges::count_if(porter.taken, [&](const Porter::Taken &one) {
            return one.call.alerts.front().id == alert && one.call.severity == severity;
        }));
    }
    /// The open alert of the region "us".
    AlertId alert() const
    {
        for (const auto &[id, one] : bench.runner->state().health.open)
            if (one.subject.kind == AlertSubject::Kind::region)
                return id;
        return {};
    }

    MemoryJournal journal;
    Bench bench;
    Porter porter;
};

} // namespace

class TestNotices : public QObject
{
    Q_OBJECT

private slots:
    void anAlertReachesPeopleAtOnce()
    {
        Duty duty;
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return !duty.bench.all<NoticeSent>().empty(); }, 60s));
        QCOMPARE(duty.porter.taken.size(), std::size_t(1)); // The region's, not one for each of its checks.
        const Porter::Taken &told = duty.porter.taken.front();
        QVERIFY(told.at - duty.became(told.call.alerts.front().id, Severity::critical) <= 200ms);
        QVERIFY(told.call.alerts.front().kind == "region" && told.call.alerts.front().region == "us");
        QVERIFY(told.call.severity == Severity::critical && told.call.mode == "live");
        QVERIFY((told.call.command == std::vector<std::string>{"/bin/page", "web"}) && told.call.deadline == 4s);
        QVERIFY(duty.bench.all<NoticeSent>().front().outcome == NoticeOutcome::delivered);
        duty.bench.run(60s);
        QCOMPARE(duty.porter.taken.size(), std::size_t(1));
    }

    void theTextIsWordedWhenItGoesOut()
    {
        Duty duty;
        duty.bench.runner->wordNotices([&](const std::vector<NoticeFor> &alerts) {
            return NoticeText{.title = "alert " + std::to_string(alerts.front().alert.value())};
        });
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return !duty.porter.taken.empty(); }, 60s));
        QCOMPARE(duty.porter.taken.front().call.text.title, "alert " + std::to_string(duty.alert().value()));
    }

    void whatFailsIsTriedAgainWithGrowingWaits()
    {
        Duty duty;
        duty.porter.answers = NoticeOutcome::failed;
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return duty.bench.all<NoticeSent>().size() == 5; }, 120s));
        duty.bench.run(100s);
        QCOMPARE(duty.porter.taken.size(), std::size_t(5)); // And no more.
        const std::vector<Duration> waits{2s, 4s, 8s, 16s};
        for (std::size_t i = 0; i < waits.size(); ++i) {
            const Duration waited = duty.porter.taken[i + 1].at - duty.porter.taken[i].at;
            QVERIFY2(waited >= waits[i] && waited <= waits[i] + 1s, std::to_string(i).c_str());
            QCOMPARE(duty.porter.taken[i + 1].call.attempt, int(i) + 2);
        }
        QCOMPARE(duty.bench.all<NoticeSent>().back().detail, std::string("exit 1"));
    }

    void whoeverDiesBeforeTheAnswerTellsItOnceMore()
    {
        Duty duty;
        duty.porter.answers.reset();
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return duty.porter.taken.size() == 1; }, 60s));
        duty.porter.answers = NoticeOutcome::delivered;
        duty.restart();
        QVERIFY(duty.bench.runUntil([&] { return duty.porter.taken.size() == 2; }, 5s));
        duty.restart(); // Now it is on record.
        duty.bench.run(60s);
        QCOMPARE(duty.toldOf(duty.alert(), Severity::critical), std::size_t(2));
    }

    void aDriverThatForgetsACallIsNoted()
    {
        Duty duty;
        duty.porter.answers.reset();
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return !duty.bench.all<NoticeSent>().empty(); }, 60s));
        QCOMPARE(duty.bench.all<NoticeSent>().front().detail, std::string("no answer in time"));
        QCOMPARE(duty.porter.cancelled, 1);
        QVERIFY(!duty.porter.taken.front().call.permit.granted());
    }

    void anEmergencyIsToldAtOnce()
    {
        Duty duty;
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return duty.toldOf(duty.alert(), Severity::emergency) == 1; }, 10min));
        const auto raised = std::ranges::find_if(duty.bench.recorded, [](const Recorded &one) {
            const auto *changed = one.event.as<AlertSeverityChanged>();
            return changed && changed->to == Severity::emergency;
        });
        QVERIFY(raised != duty.bench.recorded.end() && raised->event.as<AlertSeverityChanged>()->unacknowledged);
        QVERIFY(duty.porter.taken.back().at - raised->at <= 200ms);
    }

    void whatSomebodyTakesIsTakenBack()
    {
        Duty duty;
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return !duty.bench.all<NoticeSent>().empty(); }, 60s));
        const AlertId alert = duty.alert();
        duty.bench.runner->request(AcknowledgeRequested{RequestId(9), alert, "mine"}, "ayu");
        QVERIFY(duty.bench.runUntil([&] { return !duty.porter.withdrawn.empty(); }, 1s));
        QCOMPARE(duty.porter.withdrawn.front(), "pager: alert " + std::to_string(alert.value()));
        duty.bench.run(10min);
        QCOMPARE(duty.porter.taken.size(), std::size_t(1)); // And it never becomes an emergency.
    }

    void whatIsOverBeforeItsAnswerIsTakenBackToo()
    {
        Duty duty;
        duty.porter.answers.reset();
        killRegion(duty.bench, "us");
        QVERIFY(duty.bench.runUntil([&] { return duty.porter.taken.size() == 1; }, 60s));
        duty.bench.runner->request(AcknowledgeRequested{RequestId(9), duty.alert(), ""}, "ayu");
        QVERIFY(duty.bench.runUntil([&] { return !duty.porter.withdrawn.empty(); }, 1s));
        QVERIFY(!duty.porter.taken.front().call.permit.granted());
    }

    void nobodyIsToldOfWhatTheDiskDidNotTake()
    {
        Duty duty;
        duty.journal.failNext(0);
        killRegion(duty.bench, "us");
        duty.bench.run(60s);
        QVERIFY(!duty.bench.runner->journalFault().empty());
        QVERIFY(duty.porter.taken.empty());
    }

    void anAnswerThatWasRefusedWithItsBatchIsKeptAll()
    {
        Duty duty;
        killRegion(duty.bench, "us");
        duty.porter.answers.reset();
        QVERIFY(duty.bench.runUntil([&] { return duty.porter.taken.size() == 1; }, 60s));
        duty.journal.refuseNext();
        duty.bench.runner->noticeAnswered({duty.porter.taken.front().call.id, NoticeOutcome::delivered, {}});
        QVERIFY(duty.bench.runUntil([&] { return !duty.bench.all<NoticeSent>().empty(); }, 5s));
        duty.bench.run(30s);
        QCOMPARE(duty.porter.taken.size(), std::size_t(1));
    }

    void whoOnlyLooksTellsNobody()
    {
        Duty duty;
        killRegion(duty.bench, "us");
        duty.porter.answers.reset();
        QVERIFY(duty.bench.runUntil([&] { return duty.porter.taken.size() == 1; }, 60s));
        ForgettingCommitter committer;
        Runner observer({.instance = "looker", .role = Role::observing}, openState(duty.journal)->state, duty.bench.clock, committer,
                        duty.bench.world.ports());
        observer.open();
        observer.pump();
        QVERIFY(!observer.state().health.open.empty());
        QCOMPARE(duty.porter.taken.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
