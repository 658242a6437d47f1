// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify_test.h"

#include "app/doctor.h"
#include "app/launch.h"
#include "app/surroundings.h"
#include "app/terminal.h"
#include "app/tone_player.h"
#include "core/words/notice_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>

namespace siaga {

namespace {

using words::translate;

QString wordOf(NoticeOutcome outcome)
{
    switch (outcome) {
    case NoticeOutcome::delivered:
        return translate("notify", "delivered");
    case NoticeOutcome::unavailable:
        return translate("notify", "unavailable");
    case NoticeOutcome::failed:
        break;
    }
    return translate("notify", "failed");
}

QString lineOf(const NotifyTest::Result &result)
{
    const QString line = translate("notify", "%1: %2 after %3 ms", "channel: outcome").arg(words::channel(result.channel), wordOf(result.outcome)).arg(result.milliseconds);
    return result.detail.isEmpty() ? line : translate("notify", "%1 (%2)", "line (why)").arg(line, result.detail);
}

QJsonObject jsonOf(const NotifyTest::Result &result)
{
    const std::string_view name = namesOf(result.outcome)[static_cast<std::size_t>(result.outcome)];
    return {{QStringLiteral("channel"), words::text(result.channel)},
            {QStringLiteral("outcome"), QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))},
            {QStringLiteral("detail"), result.detail},
            {QStringLiteral("milliseconds"), result.milliseconds}};
}

/// All three tones, one after another; what kept the first from being heard, or nothing.
QString ringTones()
{
    TonePlayer player;
    for (const Severity severity : {Severity::warning, Severity::critical, Severity::emergency}) {
        QString trouble;
        QEventLoop loop;
        QObject::connect(&player, &TonePlayer::played, &loop, [&](const QString &why) {
            trouble = why;
            loop.quit();
        });
        QMetaObject::invokeMethod(&loop, [&] { player.play(severity); }, Qt::QueuedConnection);
        loop.exec();
        if (!trouble.isEmpty())
            return trouble;
    }
    return {};
}

} // namespace

NotifyTest::NotifyTest(const Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_notifier(makeNotifier([this](const NoticeAnswer &answer) { answered(answer); }, {}))
{
}

NotifyTest::~NotifyTest() = default;

void NotifyTest::begin()
{
    send(desktopChannel, nullptr);
    for (const NotifyHook &hook : m_fleet.notify.hooks)
        send(hook.id, &hook);
}

void NotifyTest::send(const ChannelId &channel, const NotifyHook *hook)
{
    NoticeCall call{.id = CallId(++m_last), .channel = channel, .command = {}, .key = "test", .mode = m_fleet.lab ? "lab" : "live"};
    call.fleet = m_fleet.name;
    call.environment = m_fleet.environment;
    const QString mode = words::word(m_fleet.lab ? Mode::lab : Mode::live);
    call.text.title = translate("notify", "%1 · TEST: nothing is wrong", "mode").arg(mode).toStdString();
    call.text.body = translate("notify", "Siaga tries whether it can reach you. There is nothing to do.").toStdString();
    if (hook) {
        call.command = hook->command;
        call.deadline = hook->timeout;
    }
    m_waiting[call.id] = {channel, QDateTime::currentMSecsSinceEpoch()};
    m_notifier->start(call);
}

void NotifyTest::answered(const NoticeAnswer &answer)
{
    const auto waiting = m_waiting.find(answer.id);
    if (waiting == m_waiting.end())
        return;
    const auto [channel, sent] = waiting->second;
    m_waiting.erase(waiting);
    emit rang({channel, answer.outcome, words::text(answer.detail), static_cast<int>(QDateTime::currentMSecsSinceEpoch() - sent)});
    if (m_waiting.empty())
        emit done();
}

int runNotifyTest(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    if (arguments.positional.first() != u"test") {
        printFailure({translate("notify", "notify knows one word: test")}, json);
        return exitUsage;
    }
    const auto fleet = fleetToExamine(arguments);
    if (!fleet) {
        QStringList lines;
        for (const std::string &line : fleet.error().lines)
            lines << QString::fromStdString(line);
        printFailure(lines, json);
        return exitUnreadable;
    }
    NotifyTest test(*fleet);
    QJsonArray rows;
    bool allRang = true;
    QObject::connect(&test, &NotifyTest::rang, [&](const NotifyTest::Result &result) {
        allRang &= result.outcome == NoticeOutcome::delivered;
        rows.append(jsonOf(result));
        if (!json)
            printLine(lineOf(result));
    });
    QEventLoop loop;
    QObject::connect(&test, &NotifyTest::done, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    test.begin();
    loop.exec();
    const QString trouble = ringTones();
    if (json)
        printJson({{QStringLiteral("channels"), rows}, {QStringLiteral("sound"), trouble.isEmpty() ? QStringLiteral("played") : trouble}});
    else
        printLine(trouble.isEmpty() ? translate("notify", "sound: all three tones were played")
                                    : translate("notify", "sound: nothing is heard on this machine (%1)").arg(trouble));
    return allRang ? exitDone : exitBroken;
}

} // namespace siaga
