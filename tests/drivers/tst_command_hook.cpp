// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own command: what it gets, how it may end, and that it stays within its bounds.
#include "core/drivers/command/bounded_process.h"
#include "core/drivers/command/command_hook.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace siaga;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Ending = NoticeOutcome;

struct Desk
{
    CallId run(std::vector<std::string> command, Duration deadline = 10s)
    {
        NoticeCall call{.id = CallId(++last), .channel = ChannelId("pager"), .command = std::move(command), .deadline = deadline, .key = "alert 17"};
        call.mode = "live";
        call.fleet = "Shop";
        call.environment = "production";
        call.severity = Severity::emergency;
        call.attempt = 2;
        call.alerts = {{.id = AlertId(17), .severity = Severity::emergency, .kind = "region", .region = "us-east-1", .state = "down",
                        .opened = {1'767'225'600'123}}};
        call.text = {.title = "LIVE · emergency: us-east-1 is down", .body = "first\nsecond \"quoted\""};
        permit = call.permit;
        if (withdrawn)
            permit.withdraw();
        hook.start(call);
        return call.id;
    }
    const NoticeAnswer *answerTo(CallId id) const
    {
        const auto found = std::ranges::find(answers, id, &NoticeAnswer::id);
        return found == answers.end() ? nullptr : &*found;
    }

    std::vector<NoticeAnswer> answers;
    std::uint64_t last = 0;
    Permit permit;
    bool withdrawn = false;
    CommandHook hook{[this](NoticeAnswer answer) { answers.push_back(std::move(answer)); }};
};

} // namespace

class TestCommandHook : public QObject
{
    Q_OBJECT

private slots:
    void theNoticeIsOnItsInput()
    {
        const QString out = m_folder.filePath(u"notice.json"_s);
        Desk desk;
        const CallId id = desk.run({script("cat > " + out.toStdString())});
        QTRY_VERIFY(desk.answerTo(id));
        QVERIFY2(desk.answerTo(id)->outcome == Ending::delivered, desk.answerTo(id)->detail.c_str());
        const QByteArray bytes = read(out);
        QVERIFY(bytes.endsWith('\n') && bytes.count('\n') == 1); // One line, for those who read lines.
        const QJsonObject notice = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(notice.value(u"mode"_s).toString(), u"live"_s);
        QCOMPARE(notice.value(u"severity"_s).toString(), u"emergency"_s);
        QCOMPARE(notice.value(u"attempt"_s).toInt(), 2);
        QCOMPARE(notice.value(u"channel"_s).toString(), u"pager"_s);
        QCOMPARE(notice.value(u"title"_s).toString(), u"LIVE · emergency: us-east-1 is down"_s);
        QCOMPARE(notice.value(u"body"_s).toString(), u"first\nsecond \"quoted\""_s);
        const QJsonObject alert = notice.value(u"alerts"_s).toArray().at(0).toObject();
        QCOMPARE(alert.value(u"id"_s).toInt(), 17);
        QCOMPARE(alert.value(u"region"_s).toString(), u"us-east-1"_s);
        QCOMPARE(alert.value(u"state"_s).toString(), u"down"_s);
        QCOMPARE(alert.value(u"opened"_s).toString(), u"2026-01-01T00:00:00.123Z"_s);
        QVERIFY(!alert.contains(u"check"_s));
    }

    void theWordsAreHandedOverAsTheyAre()
    {
        const QString out = m_folder.filePath(u"words"_s);
        Desk desk;
        const std::string program = script("for word in \"$@\"; do printf '%s|' \"$word\"; done > " + out.toStdString());
        const CallId id = desk.run({program, "$HOME", "`id`", "a b", "*", "; rm -rf x", ""});
        QTRY_VERIFY(desk.answerTo(id));
        QCOMPARE(read(out), QByteArray("$HOME|`id`|a b|*|; rm -rf x||"));
    }

    void itsEnvironmentIsClean()
    {
        qputenv("SIAGA_SECRET", "hunter2");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        const QString out = m_folder.filePath(u"environment"_s);
        Desk desk;
        const CallId id = desk.run({script("/usr/bin/env > " + out.toStdString() + "; pwd >> " + out.toStdString() + "; ls -l /proc/self/fd >> "
                                           + out.toStdString())});
        QTRY_VERIFY(desk.answerTo(id));
        const QByteArray seen = read(out);
        QVERIFY2(seen.contains("PATH=/usr/local/bin:/usr/bin:/bin\n") && seen.contains("\n/\n"), seen);
        QVERIFY2(!seen.contains("hunter2") && !seen.contains("DBUS"), seen);
        QVERIFY2(!seen.contains("socket:"), seen); // None of our files came along.
    }

    void howItEndsIsTold_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char *name, const char *body, Ending outcome, const char *detail) {
            QTest::newRow(name) << QByteArray(body) << int(outcome) << QByteArray(detail);
        };
        row("well", "exit 0", Ending::delivered, "");
        row("well, and talks", "echo sent", Ending::delivered, "");
        row("badly", "exit 1", Ending::failed, "exit 1");
        row("badly, and says why", "echo no route to host >&2; echo more; exit 7", Ending::failed, "exit 7: no route to host");
        row("with colours", "printf '\\033[31mred\\033[0m\\n'; exit 1", Ending::failed, "exit 1: \xEF\xBF\xBD[31mred\xEF\xBF\xBD[0m");
        row("by a signal", "kill -TERM $$", Ending::failed, "killed by signal 15");
        row("without reading", "exec <&-; sleep 0.05; exit 0", Ending::delivered, "");
    }

    void howItEndsIsTold()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, outcome);
        QFETCH(QByteArray, detail);
        Desk desk;
        const CallId id = desk.run({script(body.toStdString())});
        QTRY_VERIFY(desk.answerTo(id));
        QCOMPARE(QByteArray::fromStdString(desk.answerTo(id)->detail), detail);
        QCOMPARE(int(desk.answerTo(id)->outcome), outcome);
        QCOMPARE(desk.answers.size(), std::size_t(1));
    }

    void whoHangsIsKilledWithAllThatHeStarted()
    {
        const QString pids = m_folder.filePath(u"pids"_s);
        Desk desk;
        QElapsedTimer timer;
        timer.start();
        const CallId id = desk.run({script("sleep 1000 & echo $! $$ > " + pids.toStdString() + "; echo waiting; wait")}, 500ms);
        QTRY_VERIFY(desk.answerTo(id));
        QVERIFY(timer.elapsed() >= 500 && timer.elapsed() < 3000);
        QCOMPARE(QString::fromStdString(desk.answerTo(id)->detail), u"not done in time, killed: waiting"_s);
        const QByteArrayList both = read(pids).simplified().split(' ');
        QCOMPARE(both.size(), 2);
        for (const QByteArray &pid : both)
            QTRY_VERIFY2(isGone(pid), pid.constData());
    }

    void whoFloodsIsKilled()
    {
        Desk desk;
        const CallId id = desk.run({script("exec yes")});
        QTRY_VERIFY(desk.answerTo(id));
        QCOMPARE(desk.answerTo(id)->detail, std::string("wrote too much, killed"));
    }

    void oneThatHangsDelaysNoOther()
    {
        Desk desk;
        const CallId slow = desk.run({script("sleep 1000")}, 5s);
        const CallId quick = desk.run({script("exit 0")});
        QTRY_VERIFY(desk.answerTo(quick));
        QVERIFY(!desk.answerTo(slow));
    }

    void whatIsNotThereIsUnavailable_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("detail");
        QTest::newRow("gone") << u"/nowhere/page"_s << u"there is no /nowhere/page"_s;
        QTest::newRow("a folder") << u"/usr"_s << u"/usr cannot be executed"_s;
        const QString text = m_folder.filePath(u"text"_s);
        QFile(text).open(QIODevice::WriteOnly);
        QTest::newRow("no program") << text << text + u" cannot be executed"_s;
        QTest::newRow("searched for") << u"page"_s << u"there is no page"_s;
    }

    void whatIsNotThereIsUnavailable()
    {
        QFETCH(QString, program);
        QFETCH(QString, detail);
        Desk desk;
        const CallId id = desk.run({program.toStdString()});
        QVERIFY(!desk.answerTo(id)); // Never from inside start().
        QTRY_VERIFY(desk.answerTo(id));
        QCOMPARE(QString::fromStdString(desk.answerTo(id)->detail), detail);
        QVERIFY(desk.answerTo(id)->outcome == Ending::unavailable);
    }

    void whatEverybodyMayChangeIsNotRun()
    {
        const std::string program = script("exit 0");
        QFile::setPermissions(QString::fromStdString(program), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOther | QFile::WriteOwner);
        Desk desk;
        const CallId id = desk.run({program});
        QTRY_VERIFY(desk.answerTo(id));
        QCOMPARE(desk.answerTo(id)->detail, "everybody may change " + program);
    }

    void aWithdrawnPermitRunsNothing()
    {
        const QString out = m_folder.filePath(u"ran"_s);
        Desk desk;
        desk.withdrawn = true;
        const CallId id = desk.run({script("touch " + out.toStdString())});
        QTRY_VERIFY(desk.answerTo(id));
        QCOMPARE(desk.answerTo(id)->detail, std::string("taken back before it went out"));
        QVERIFY(!QFile::exists(out));
    }

    void cancelledItIsKilledAndAnswersNothing()
    {
        const QString pids = m_folder.filePath(u"cancelled"_s);
        Desk desk;
        const CallId id = desk.run({script("echo $$ > " + pids.toStdString() + "; exec sleep 1000")});
        QTRY_VERIFY(!read(pids).trimmed().isEmpty());
        desk.hook.cancel(id);
        QTRY_VERIFY(isGone(read(pids).trimmed()));
        QVERIFY(desk.answers.empty());
    }

private:
    /// A shell script with this body; the shell is its own choice, not ours.
    std::string script(const std::string &body)
    {
        const QString path = m_folder.filePath(u"hook%1"_s.arg(++m_scripts));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + QByteArray::fromStdString(body) + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path.toStdString();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Not there any more, or dead and only not collected yet by whoever adopted it.
    static bool isGone(const QByteArray &pid)
    {
        const QByteArray status = read(u"/proc/%1/stat"_s.arg(QString::fromLatin1(pid)));
        return status.isEmpty() || status.contains(") Z ");
    }

    QTemporaryDir m_folder;
    int m_scripts = 0;
};

QTEST_GUILESS_MAIN(TestCommandHook)
#include "tst_command_hook.moc"
