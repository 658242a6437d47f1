// SPDX-License-Identifier: GPL-3.0-or-later
// siaga:// links on the command line, into a console that opens and into one that is open.
#include "app/arguments.h"
#include "app/console.h"
#include "app/open_command.h"
#include "tests/views/main_window/top_levels.h"
#include "views/guide/guide_card.h"
#include "views/main_window/main_window.h"

#include <QTemporaryDir>
#include <QTest>

using namespace siaga;

class TestLinks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_folders = 0;

    Arguments lab(const QString &link = {})
    {
        Arguments arguments;
        arguments.options[QStringLiteral("fleet")] = QStringLiteral(SIAGA_FLEETS "/lab.yaml");
        arguments.options[QStringLiteral("data")] = m_dir.filePath(QStringLiteral("d%1").arg(++m_folders));
        if (!link.isEmpty())
            arguments.positional << link;
        return arguments;
    }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        QVERIFY(qputenv("XDG_CONFIG_HOME", m_dir.filePath(QStringLiteral("config%1").arg(m_folders)).toLocal8Bit()));
    }

    void aLinkIsAWordOfTheConsole_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("alone") << QStringList{QStringLiteral("siaga://alert/17")} << true;
        QTest::newRow("with options") << QStringList{QStringLiteral("--lab"), QStringLiteral("siaga://page/protect")} << true;
        QTest::newRow("no link") << QStringList{QStringLiteral("siaga://do/abort")} << false;
        QTest::newRow("two") << QStringList{QStringLiteral("siaga://alert/1"), QStringLiteral("siaga://alert/2")} << false;
        QTest::newRow("with a command behind it") << QStringList{QStringLiteral("siaga://alert/1"), QStringLiteral("status")} << false;
        QTest::newRow("open") << QStringList{QStringLiteral("open"), QStringLiteral("siaga://alert/1")} << true;
    }
    void aLinkIsAWordOfTheConsole()
    {
        QFETCH(QStringList, words);
        QFETCH(bool, isTaken);
        const auto read = readArguments(words);
        const auto *known = std::get_if<Arguments>(&read);
        QCOMPARE(known != nullptr, isTaken);
        if (known)
            QVERIFY(known->positional.first().startsWith(QStringLiteral("siaga://")));
        else
            QCOMPARE(std::get<Explained>(read).exitCode, int(exitUsage));
    }

    void theConsoleOpensAtTheThing()
    {
        Console console(lab(QStringLiteral("siaga://region/lab-eu-west-1")));
        console.window().show();
        QTRY_VERIFY_WITH_TIMEOUT(console.window().selection() == views::Selection(RegionId("lab-eu-west-1")), 10'000);
    }

    void anOpenConsoleGoesThere()
    {
        const Arguments arguments = lab();
        QVERIFY(!openInRunning(arguments, QStringLiteral("siaga://page/protect"))); // Nobody listens yet.
        Console console(arguments);
        console.window().show();
        QTRY_VERIFY_WITH_TIMEOUT(console.window().whyNot(views::Command::faults).isEmpty(), 10'000);
        QVERIFY(openInRunning(arguments, QStringLiteral("siaga://page/protect")));
        QTRY_COMPARE_WITH_TIMEOUT(console.window().page(), views::protectPage, 10'000);
        QVERIFY(!openInRunning(arguments, QStringLiteral("siaga://do/abort")));
    }

    void theGuideIsOfferedAtTheFirstStartOnly()
    {
        for (const bool isFirst : {true, false}) {
            Console console(lab());
            console.window().show();
            auto *guide = console.window().findChild<views::GuideCard *>();
            QTRY_VERIFY_WITH_TIMEOUT(console.window().whyNot(views::Command::guide).isEmpty(), 10'000);
            QCOMPARE(guide->isVisible(), isFirst);
            if (isFirst)
                QTest::keyClick(&console.window(), Qt::Key_Escape);
            QVERIFY(!guide->isVisible());
            console.window().run(views::Command::guide);
            QVERIFY(guide->isVisible());
        }
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestLinks>(argc, argv);
}
#include "tst_links.moc"
