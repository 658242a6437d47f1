// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/fleet/fixture.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

std::string withNotify(const std::string &lines)
{
    return changed(smallFleet, "policies:\n", "notify:\n" + lines + "policies:\n");
}

Fleet valid(const std::string &text)
{
    auto reading = readText(text);
    if (!reading)
        throw std::runtime_error(allOf(reading.error()));
    return reading->fleet;
}

} // namespace

class TestNotify : public QObject
{
    Q_OBJECT

private slots:
    // The table's defaults are text, the struct's are values: whoever changes one must change the other.
    void theDefaultsAreThoseOfTheStruct()
    {
        const NotifyPolicy read = valid(smallFleet).notify;
        const NotifyPolicy built;
        QVERIFY(read.from == built.from && read.desktop == built.desktop && read.sound == built.sound);
        QVERIFY(read.perMinuteMax == built.perMinuteMax && read.attemptsMax == built.attemptsMax);
        QVERIFY(read.retryAfter == built.retryAfter && read.hooks.empty());
        const NotifyHook hook = valid(withNotify("  hooks:\n    pager: {command: [/bin/page]}\n")).notify.hooks.at(0);
        QVERIFY(hook.timeout == NotifyHook().timeout && hook.from == NotifyHook().from);
    }

    void everyFieldArrives()
    {
        const Fleet fleet = valid(withNotify("  from: warning\n  desktop: always\n  sound: never\n  per_minute_max: 2\n"
                                             "  attempts_max: 7\n  retry_after: 500ms\n  hooks:\n"
                                             "    pager: {command: [/usr/bin/page, \"--team\", \"a b\", \"$HOME\"], timeout: 9s, from: emergency}\n"
                                             "    mail: {command: [/usr/bin/mail]}\n"));
        const NotifyPolicy &notify = fleet.notify;
        QVERIFY(notify.from == Severity::warning && notify.desktop == Occasion::always && notify.sound == Occasion::never);
        QVERIFY(notify.perMinuteMax == 2 && notify.attemptsMax == 7 && notify.retryAfter == 500ms);
        const NotifyHook &pager = *fleet.hook(ChannelId("pager"));
        QVERIFY((pager.command == std::vector<std::string>{"/usr/bin/page", "--team", "a b", "$HOME"}));
        QVERIFY(pager.timeout == 9s && pager.from == Severity::emergency);
        QVERIFY(fleet.hook(ChannelId("mail"))->from == Severity::warning); // That of all.
        QVERIFY(!fleet.hook(ChannelId("other")));
    }

    void theLabWakesNobodyByItself()
    {
        Fleet fleet;
        QVERIFY(fleet.noticeChannels().size() == 1 && fleet.noticeChannels().front().id == desktopChannel);
        fleet.lab = true;
        QVERIFY(fleet.noticeChannels().empty());
        fleet.notify.desktop = Occasion::always;
        QCOMPARE(fleet.noticeChannels().size(), std::size_t(1));
    }

    void mistakesAreTold_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *lines, const char *field, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(lines) << QString::fromUtf8(field) << QString::fromUtf8(expected);
        };
        row("a program without its path", "  hooks:\n    pager: {command: [page]}\n", "notify.hooks.pager.command", "by its path from the root");
        row("a path that climbs", "  hooks:\n    pager: {command: [/opt/../bin/page]}\n", "notify.hooks.pager.command", "by its path from the root");
        row("a command line", "  hooks:\n    pager: {command: /bin/page --all}\n", "notify.hooks.pager.command", "a list of a program");
        row("nothing", "  hooks:\n    pager: {command: []}\n", "notify.hooks.pager.command", "a list of a program");
        row("no command", "  hooks:\n    pager: {timeout: 3s}\n", "notify.hooks.pager.command", "a list of a program");
        row("a hidden character", "  hooks:\n    pager: {command: [/bin/page, \"a\\nb\"]}\n", "notify.hooks.pager.command", "a list of a program");
        row("the desktop's name", "  hooks:\n    desktop: {command: [/bin/page]}\n", "notify.hooks.desktop", "another name");
        row("an unknown severity", "  from: loud\n", "notify.from", "one of warning, critical, emergency");
        row("too patient", "  hooks:\n    pager: {command: [/bin/page], timeout: 2h}\n", "notify.hooks.pager.timeout", "100ms to 1min");
        row("too many a minute", "  per_minute_max: 61\n", "notify.per_minute_max", "1 to 60");
    }

    void mistakesAreTold()
    {
        QFETCH(QString, lines);
        QFETCH(QString, field);
        QFETCH(QString, expected);
        const auto reading = readText(withNotify(lines.toStdString()));
        QVERIFY(!reading);
        const FleetProblem &problem = reading.error().front();
        QCOMPARE(QString::fromStdString(problem.field), field);
        QVERIFY2(QString::fromStdString(problem.expected).contains(expected), problem.expected.c_str());
    }
};

QTEST_GUILESS_MAIN(TestNotify)
#include "tst_notify.moc"
