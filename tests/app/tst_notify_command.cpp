// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga notify test` as people call it: what rings, what does not, and the exit code.
#include "tests/support/notification_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace siaga;
using namespace Qt::StringLiterals;

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString error;
};

} // namespace

class TestNotifyCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_bus = std::make_unique<SessionBus>();
        QVERIFY(m_bus->isRunning());
        makeFile(u"good"_s, "#!/bin/sh\ncat > \"${0%/*}/notice\"\n");
        makeFile(u"bad"_s, "#!/bin/sh\necho no route to host\nexit 3\n");
    }
    void cleanup()
    {
        m_bus.reset();
        m_folder.reset();
    }

    void everyWayIsRung()
    {
        NotificationServer server(*m_bus);
        const Ended ended = run({u"notify"_s, u"test"_s, u"--fleet"_s, fleet(u"good"_s), u"--json"_s});
        QVERIFY2(ended.code == 0, qPrintable(ended.out + ended.error));
        const QJsonObject told = QJsonDocument::fromJson(ended.out.toUtf8()).object();
        QCOMPARE(told.value(u"channels"_s).toArray().size(), 2);
        for (const QJsonValue &row : told.value(u"channels"_s).toArray()) {
            QCOMPARE(row[u"outcome"_s].toString(), u"delivered"_s);
            QVERIFY(row[u"milliseconds"_s].toInt() < 5000);
        }
        QVERIFY(told.contains(u"sound"_s)); // Whatever this machine says of it.
        QCOMPARE(server.shown.size(), std::size_t(1));
        QVERIFY2(server.shown.at(0).summary.startsWith(u"LIVE · TEST"_s), qPrintable(server.shown.at(0).summary));
        QFile notice(m_folder->filePath(u"notice"_s));
        QVERIFY(notice.open(QIODevice::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(notice.readAll()).object().value(u"title"_s).toString().startsWith(u"LIVE · TEST"_s));
    }

    void whatFailsIsSaidWithWhy()
    {
        const Ended ended = run({u"notify"_s, u"test"_s, u"--fleet"_s, fleet(u"bad"_s)});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.out.contains(u"hook pager: failed after "_s) && ended.out.contains(u"(exit 3: no route to host)"_s), qPrintable(ended.out));
        QVERIFY2(ended.out.contains(u"desktop: unavailable after "_s) && ended.out.contains(u"(no notification server on this desktop)"_s), qPrintable(ended.out));
        QVERIFY2(ended.out.contains(u"sound: "_s), qPrintable(ended.out));
    }

    void anotherWordIsAMistake()
    {
        const Ended ended = run({u"notify"_s, u"everybody"_s});
        QCOMPARE(ended.code, 2);
    }

private:
    void makeFile(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// The example's fleet with a pager.
    QString fleet(const QString &hook)
    {
        QFile example(QStringLiteral(SIAGA_FLEETS "/example.yaml"));
        if (!example.open(QIODevice::ReadOnly))
            return {};
        QByteArray text = example.readAll();
        text.replace("\n  # hooks:\n", "\n  hooks: {pager: {command: [" + m_folder->filePath(hook).toUtf8() + "]}}\n");
        makeFile(u"fleet.yaml"_s, text);
        return m_folder->filePath(u"fleet.yaml"_s);
    }
    /// In its own process, while the desktop of this one answers.
    Ended run(QStringList words)
    {
        words << u"--data"_s << m_folder->filePath(u"data"_s);
        QProcess process;
        process.start(QStringLiteral(SIAGA_PROGRAM), words);
        const bool over = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000);
        return {over ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionBus> m_bus;
};

QTEST_GUILESS_MAIN(TestNotifyCommand)
#include "tst_notify_command.moc"
