// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of faults and the guide in the window, with real keys.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/find_button.h"
#include "tests/views/main_window/top_levels.h"

#include "views/faults/faults_menu.h"
#include "views/guide/guide_card.h"
#include "views/main_window/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;
using siaga::tests::visibleButton;

class TestLabWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QStringList m_disturbed;
    NowBoard m_board;

    FaultsMenu &menu() { return *m_window->findChild<FaultsMenu *>(); }
    GuideCard &guide() { return *m_window->findChild<GuideCard *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key, modifiers);
    }
    QStringList listed()
    {
        QStringList texts;
        for (const ChoiceRow &row : menu().list()->rows())
            texts << row.text;
        return texts;
    }
    void show() { m_window->showBoard(boards::shared(m_board)); }
    ActiveFault crash() const
    {
        return {.id = 4, .kind = QStringLiteral("regionCrash"), .title = QStringLiteral("A region goes down"),
            .where = QStringLiteral("us-east-1"), .region = QStringLiteral("us-east-1"), .from = m_board.now - 12s};
    }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_disturbed.clear();
        m_board = boards::quiet();
        m_board.mode = siaga::Mode::lab;
        m_window = std::make_unique<MainWindow>(
            siaga::Mode::lab, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
        connect(m_window.get(), &MainWindow::disturbRequested, this, [this](const QString &fault) { m_disturbed << fault; });
        m_window->setFaultCatalogue({{{.kind = QStringLiteral("regionCrash"), .title = QStringLiteral("A region goes down"), .region = true},
                                         {.kind = QStringLiteral("slow"), .title = QStringLiteral("A service becomes slow"),
                                             .options = QStringLiteral(" magnitude=10"), .region = true, .service = true},
                                         {.kind = QStringLiteral("edgeCrash"), .title = QStringLiteral("An edge dies"), .edge = true},
                                         {.kind = QStringLiteral("ownLinkCut"), .title = QStringLiteral("Siaga's own network is cut")}},
            {{QStringLiteral("lb-us"), {{QStringLiteral("web"), QStringLiteral("us-east-1")}}}}});
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        QTRY_VERIFY(QApplication::topLevelWidgets().isEmpty());
    }

    void aRegionIsBrokenByKeyboardOnly()
    {
        show();
        press(Qt::Key_B);
        QVERIFY(menu().isOpen());
        QTest::keyClicks(menu().line(), QStringLiteral("down"));
        press(Qt::Key_Return);
        QCOMPARE(listed().size(), 4);
        QTest::keyClicks(menu().line(), QStringLiteral("euw"));
        press(Qt::Key_Return);
        QCOMPARE(m_disturbed, QStringList{QStringLiteral("regionCrash eu-west-1")});
        QVERIFY(menu().isOpen()); // Until the answer is there.
        m_window->showDisturbed(true, QStringLiteral("regionCrash region=eu-west-1"));
        QVERIFY(!menu().isOpen());
    }

    void whatIsSelectedComesFirst()
    {
        show();
        m_window->go({Place::Kind::region, QStringLiteral("eu-west-1")});
        press(Qt::Key_B);
        QTest::keyClicks(menu().line(), QStringLiteral("slow"));
        press(Qt::Key_Return);
        QCOMPARE(listed().first(), QStringLiteral("web in eu-west-1"));
        press(Qt::Key_Return);
        QCOMPARE(m_disturbed, QStringList{QStringLiteral("slow eu-west-1 web magnitude=10")});
        press(Qt::Key_Escape); // Back to the kinds, then away.
        QVERIFY(menu().isOpen());
        press(Qt::Key_Escape);
        QVERIFY(!menu().isOpen());
    }

    void oneWithoutATargetIsBrokenAtOnce()
    {
        show();
        press(Qt::Key_B);
        QTest::keyClicks(menu().line(), QStringLiteral("network"));
        press(Qt::Key_Return);
        QCOMPARE(m_disturbed, QStringList{QStringLiteral("ownLinkCut")});
    }

    void aRefusalIsReadInTheMenu()
    {
        show();
        press(Qt::Key_B);
        QTest::keyClicks(menu().line(), QStringLiteral("network"));
        press(Qt::Key_Return);
        m_window->showDisturbed(false, QStringLiteral("the lab has no region x"));
        bool told = false;
        for (const QLabel *label : menu().findChildren<QLabel *>())
            told = told || (label->isVisible() && label->text() == QStringLiteral("the lab has no region x"));
        QVERIFY(told && menu().isOpen());
    }

    void whatIsBrokenIsShownWithItsAgeAndHealed()
    {
        show();
        m_window->showFaults({m_board.now, {crash()}});
        QVERIFY(visibleButton(*m_window, "Faults: 1"));
        press(Qt::Key_B);
        const ChoiceRow &row = menu().list()->rows().at(1);
        QCOMPARE(row.text, QStringLiteral("A region goes down"));
        QCOMPARE(row.detail, QStringLiteral("us-east-1 · since 02:13:33 UTC · 12 s"));
        m_board.now += 1s;
        m_board.wall.milliseconds += 1000;
        show();
        QVERIFY(menu().list()->rows().at(1).detail.endsWith(QStringLiteral("13 s")));
        press(Qt::Key_Return);
        QCOMPARE(m_disturbed, QStringList{QStringLiteral("heal 4")});
        m_window->showDisturbed(true, QString());
        m_window->showFaults({m_board.now, {}});
        QVERIFY(visibleButton(*m_window, "Faults…"));
    }

    void thereIsNoMenuOutsideTheLab()
    {
        m_board.mode = siaga::Mode::live;
        show();
        press(Qt::Key_B);
        QVERIFY(!menu().isOpen());
        QVERIFY(!visibleButton(*m_window, "Faults…"));
        m_window->run(Command::guide);
        QVERIFY(!guide().isVisible());
    }

    void theGuideIsOfferedOnceAndPutAwayWithEscape()
    {
        QSignalSpy seen(m_window.get(), &MainWindow::guideSeen);
        m_window->offerGuide();
        show();
        QVERIFY(guide().isVisible());
        QVERIFY(visibleButton(guide(), "Break us-east-1"));
        press(Qt::Key_Escape);
        QVERIFY(!guide().isVisible());
        QCOMPARE(seen.size(), 1);
        show();
        QVERIFY(!guide().isVisible());
        m_window->run(Command::guide);
        QVERIFY(guide().isVisible());
    }

    void theGuideIsNotOfferedWhereSomethingHappenedAlready()
    {
        m_window->offerGuide();
        m_board = boards::incident();
        m_board.mode = siaga::Mode::lab;
        show();
        QVERIFY(!guide().isVisible());
    }

    void theGuideBreaksHealsAndStaysOnItsPage()
    {
        m_window->offerGuide();
        show();
        visibleButton(guide(), "Break us-east-1")->click();
        QCOMPARE(m_disturbed, QStringList{QStringLiteral("regionCrash us-east-1")});
        m_window->showFaults({m_board.now, {crash()}});
        QCOMPARE(guide().face().step, 1);
        m_window->showPage(protectPage);
        QVERIFY(!guide().isVisible());
        m_window->showPage(nowPage);
        QVERIFY(guide().isVisible());
        m_board.regions[0].share = ShareSeen{none, none};
        m_board.regions[0].decidedOut = true;
        show();
        visibleButton(guide(), "Heal us-east-1")->click();
        QCOMPARE(m_disturbed.last(), QStringLiteral("heal 4"));
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestLabWindow>(argc, argv);
}
#include "tst_lab_window.moc"
