// SPDX-License-Identifier: GPL-3.0-or-later
// From an alert in the journal to a notice on a real bus and a command that ran, in real time; and back by its button.
#include "app/instance.h"
#include "tests/support/notification_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace siaga;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int regionsAll = 40;
constexpr int regionsBroken = 15; // All at once would be taken for our own network.

std::string nameOf(int region)
{
    return "lab-r" + std::to_string(region);
}

/// Many small regions, each an incident of its own.
FleetSource fleetOf(const std::string &hook)
{
    std::string regions = "regions:\n";
    std::string placements;
    std::string targets;
    for (int i = 1; i <= regionsAll; ++i) {
        regions += "  " + nameOf(i) + ": {place: {latitude: 1, longitude: 1}}\n";
        placements += "      " + nameOf(i) + ": {capacity: 100}\n";
        targets += "      " + nameOf(i) + ": http://web." + nameOf(i) + ".invalid/\n";
    }
    const std::string text = "fleet: Waking\nenvironment: test\nlab: true\n" + regions + "services:\n  web:\n    regions:\n" + placements
        + "checks:\n  web:\n    service: web\n    interval: 1s\n    timeout: 500ms\n    recheck_interval: 200ms\n    targets:\n" + targets
        + "canaries:\n  out: {target: \"out.invalid:443\", interval: 1s, timeout: 500ms}\n"
          "notify:\n  desktop: always\n  per_minute_max: 60\n  hooks:\n    pager: {command: [" + hook + "]}\n";
    return {{{"waking.yaml", text}}, {}};
}

/// A running instance on a disk, a desktop, and a pager.
class Duty
{
public:
    Duty()
        : m_hook(m_folder.filePath(u"hook"_s))
        , server(bus)
    {
        QFile file(m_hook);
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\ncat > /dev/null\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        InstanceOptions options{.journalPath = m_folder.filePath(u"journal"_s).toStdString(), .fleet = fleetOf(m_hook.toStdString()),
                                .fleetPath = {}, .environment = {}};
        options.hasWindow = true;
        auto started = Instance::start(options);
        if (!started)
            return;
        instance = std::move(started).value();
        QObject::connect(instance.get(), &Instance::recorded, instance.get(), [this](const Recorded &record) { hear(record); });
        m_clock.start();
    }

    bool waitsFor(const std::function<bool()> &condition, int most = 30'000) { return QTest::qWaitFor(condition, most); }
    void breakRegion(int region) { instance->disturb("regionCrash " + nameOf(region)); }

private:
    void hear(const Recorded &record)
    {
        if (const auto *opened = record.event.as<AlertOpened>())
            m_opened[opened->alert] = m_clock.elapsed();
        if (const auto *changed = record.event.as<AlertSeverityChanged>(); changed && changed->from != changed->to)
            m_opened[changed->alert] = m_clock.elapsed();
        const auto *sent = record.event.as<NoticeSent>();
        for (const NoticeFor &one : sent ? sent->alerts : std::vector<NoticeFor>())
            if (sent->outcome == NoticeOutcome::delivered)
                delays[sent->channel].push_back(m_clock.elapsed() - m_opened[one.alert]);
            else
                troubles.push_back(sent->detail);
    }

    QTemporaryDir m_folder;
    QString m_hook;
    QElapsedTimer m_clock;
    std::map<AlertId, qint64> m_opened; ///< When it was durable, or last grew worse.

public:
    SessionBus bus;
    NotificationServer server;
    std::unique_ptr<Instance> instance;
    std::map<ChannelId, std::vector<qint64>> delays; ///< Milliseconds from the durable alert to the durable answer.
    std::vector<std::string> troubles;
};

} // namespace

class TestWaking : public QObject
{
    Q_OBJECT

private slots:
    void aNoticeComesWithinFiveSecondsOfItsAlert()
    {
        Duty duty;
        QVERIFY(duty.instance);
        QVERIFY(duty.waitsFor([&] { return duty.instance->runner().state().health.regions.size() == regionsAll; }));
        QVERIFY(duty.waitsFor([&] {
            return std::ranges::all_of(duty.instance->runner().state().health.regions,
                                       [](const auto &entry) { return entry.second.state == RegionState::healthy; });
        }));
        for (int i = 1; i <= regionsBroken; ++i)
            duty.breakRegion(i);
        const ChannelId pager("pager");
        QVERIFY(duty.waitsFor([&] { return duty.delays[desktopChannel].size() >= regionsBroken && duty.delays[pager].size() >= regionsBroken; }));
        for (const ChannelId &channel : {desktopChannel, pager}) {
            std::vector<qint64> &delays = duty.delays[channel];
            std::ranges::sort(delays);
            qInfo("%s: %zu alerts, median %lld ms, worst %lld ms", channel.text().c_str(), delays.size(),
                  static_cast<long long>(delays[delays.size() / 2]), static_cast<long long>(delays.back()));
            QVERIFY(delays.back() < 5000);
        }
        QVERIFY2(duty.troubles.empty(), duty.troubles.empty() ? "" : duty.troubles.front().c_str());
    }

    void theNoticeSaysWhatIsWrongAndWhere()
    {
        Duty duty;
        QVERIFY(duty.instance);
        wake(duty);
        const NotificationServer::Shown &shown = duty.server.shown.back();
        QVERIFY2(shown.summary.startsWith(u"LAB · CRITICAL: lab-r3 is down"_s), qPrintable(shown.summary));
        QVERIFY2(shown.body.contains(u"Waking / test"_s) && shown.body.contains(u"emergency in "_s), qPrintable(shown.body));
        QVERIFY(shown.actions.contains(u"acknowledge"_s) && shown.actions.contains(u"open"_s));
    }

    void pressedAcknowledgeIsThisAccountsAndClosesIt()
    {
        Duty duty;
        QVERIFY(duty.instance);
        wake(duty);
        duty.server.press(duty.server.shown.back().id, u"acknowledge"_s);
        const auto regionsAlert = [&]() -> const health::Alert * {
            for (const auto &[id, alert] : duty.instance->runner().state().health.open)
                if (alert.subject.kind == AlertSubject::Kind::region)
                    return &alert;
            return nullptr;
        };
        QVERIFY(duty.waitsFor([&] { return regionsAlert() && !regionsAlert()->acknowledgedBy.empty(); }));
        QCOMPARE(regionsAlert()->note, std::string("from the notification"));
        QVERIFY(duty.waitsFor([&] { return !duty.server.closed.empty(); }));
        QVERIFY(std::ranges::count(duty.server.closed, duty.server.shown.back().id) == 1);
    }

    void pressedOpenAsksForTheWindow()
    {
        Duty duty;
        QVERIFY(duty.instance);
        wake(duty);
        QSignalSpy spy(duty.instance.get(), &Instance::openAsked);
        duty.server.press(duty.server.shown.back().id, u"default"_s, u"token-7"_s);
        QVERIFY(duty.waitsFor([&] { return spy.count() == 1; }));
        QVERIFY(duty.instance->runner().state().health.open.contains(spy.at(0).at(0).value<AlertId>()));
        QCOMPARE(spy.at(0).at(1).toString(), u"token-7"_s);
    }

private:
    /// One region fails, and the desktop tells it.
    void wake(Duty &duty)
    {
        QVERIFY(duty.waitsFor([&] { return duty.instance->runner().state().health.regions.size() == regionsAll; }));
        duty.breakRegion(3);
        QVERIFY(duty.waitsFor([&] {
            return std::ranges::any_of(duty.server.shown, [](const auto &one) { return one.summary.contains(u"lab-r3 is down"_s); });
        }));
    }
};

QTEST_GUILESS_MAIN(TestWaking)
#include "tst_waking.moc"
