// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/find_button.h"
#include "tests/views/main_window/top_levels.h"

#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/keys_dialog.h"
#include "views/dialogs/question.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/main_window/clock_button.h"
#include "views/main_window/header.h"
#include "views/main_window/inspector.h"
#include "views/main_window/main_window.h"
#include "views/main_window/status_bar.h"
#include "views/widgets/action_button.h"
#include "views/widgets/banner.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/region_map.h"
#include "views/widgets/status_pill.h"
#include "views/widgets/type_to_confirm.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using siaga::tests::visibleButton;
using namespace std::chrono_literals;

class TestMainWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    std::vector<Request> m_asked;

    void show(NowBoard board) { m_window->showBoard(boards::shared(std::move(board))); }

    template<class Body>
    const Body *lastAsked() const
    {
        return m_asked.empty() ? nullptr : m_asked.back().as<Body>();
    }

    template<class D>
    D *dialog() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<D *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_asked.clear();
        m_window = std::make_unique<MainWindow>(
            siaga::Mode::live, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
        connect(m_window.get(), &MainWindow::requested, this,
            [this](const Request &request) { m_asked.push_back(request); });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        QTRY_VERIFY(QApplication::topLevelWidgets().isEmpty());
    }

    void aRegionIsTakenOutOfTrafficByKeyboardOnly()
    {
        show(boards::incident());
        press(Qt::Key_E);
        QTRY_VERIFY(dialog<TrafficDialog>());
        const auto *asked = lastAsked<EvacuateRequested>();
        QVERIFY(asked && asked->region == boards::usEast); // The incident's region, though nothing was selected.
        m_window->showGranted({asked->id, boards::evacuation});
        show(boards::proposed());
        auto *field = dialog<TrafficDialog>()->findChild<TypeToConfirm *>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("LIVE us-east-1"));
        press(Qt::Key_Return);
        const auto *approved = lastAsked<ApproveRequested>();
        QVERIFY(approved && approved->hash == boards::proposal().hash);
        show(boards::evacuating());
        QTRY_VERIFY(!dialog<TrafficDialog>());
    }

    void escapeLeavesTheDialogAndNothingHappens()
    {
        show(boards::proposed());
        press(Qt::Key_E);
        QTRY_VERIFY(dialog<TrafficDialog>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!dialog<TrafficDialog>());
        QVERIFY(m_asked.empty());
    }

    void theHoldChordWorksAboveAnOpenDialog()
    {
        show(boards::proposed());
        press(Qt::Key_E);
        QTRY_VERIFY(dialog<TrafficDialog>());
        auto *field = dialog<TrafficDialog>()->findChild<TypeToConfirm *>();
        QTest::keyClick(field, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        const auto *held = lastAsked<HoldRequested>();
        QVERIFY(held && !held->plan); // All of them.
        QTRY_VERIFY(dialog<HoldDialog>());
        QVERIFY(field->text().isEmpty()); // The chord is not text, nor "cut".
        QVERIFY(dialog<TrafficDialog>());
    }

    void theListOfHeldPlansResumesAndAbortsEach()
    {
        show(boards::evacuating());
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(dialog<HoldDialog>());
        QVERIFY(!visibleButton(*dialog<HoldDialog>(), "Resume")->isEnabled()); // Still running: its call is on its way.
        NowBoard held = boards::evacuating();
        held.planCards[0].standing = PlanStanding::held;
        held.planCards[0].why = ByPerson{"rina"};
        held.planCards[0].canHold = false;
        held.planCards[0].canResume = held.planCards[0].canAbort = true;
        show(held);
        visibleButton(*dialog<HoldDialog>(), "Resume")->click();
        QVERIFY(lastAsked<ResumeRequested>()->plan == boards::evacuation);
        visibleButton(*dialog<HoldDialog>(), "Abort")->click();
        QVERIFY(lastAsked<AbortRequested>()->plan == boards::evacuation);
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(lastAsked<HoldRequested>()); // A second time asks again, with one list.
    }

    void anAlertIsAcknowledgedWithA()
    {
        show(boards::incident());
        press(Qt::Key_A);
        QTRY_VERIFY(lastAsked<AcknowledgeRequested>()); // A key presses the button in sight for a moment.
        QVERIFY(lastAsked<AcknowledgeRequested>()->alert == boards::incidentAlert);
    }

    void stoppingNeedsAReasonAndLiftingNeedsAYes()
    {
        show(boards::quiet());
        visibleButton(*m_window, "Stop automation…")->click();
        QTRY_VERIFY(dialog<Question>());
        auto *reason = dialog<Question>()->findChild<QLineEdit *>();
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(m_asked.empty());
        QTest::keyClicks(reason, QStringLiteral("odd numbers"));
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(lastAsked<StopRequested>()->reason, std::string("odd numbers"));
        NowBoard stopped = boards::quiet();
        stopped.banners.stop = StopBanner{"rina", "odd numbers", stopped.wall};
        show(stopped);
        auto *banners = m_window->findChild<BannerStack *>();
        QVERIFY(banners->isVisible());
        visibleButton(*banners, "Lift the stop…")->click();
        QTRY_VERIFY(dialog<Question>());
        visibleButton(*dialog<Question>(), "Lift the stop")->click();
        QVERIFY(lastAsked<LiftStopRequested>());
    }

    void abortingSaysWhatBecomesOfEachStep()
    {
        show(boards::evacuating());
        visibleButton(*m_window, "Abort…")->click();
        QTRY_VERIFY(dialog<Question>());
        QVERIFY(m_asked.empty());
        bool told = false;
        for (const QLabel *label : dialog<Question>()->findChildren<QLabel *>())
            told = told || label->text() == QStringLiteral("Step 5, web at lb-us: 0 %: stays as it is");
        QVERIFY(told);
        visibleButton(*dialog<Question>(), "Abort this plan")->click();
        QVERIFY(lastAsked<AbortRequested>()->plan == boards::evacuation);
    }

    void whatTheMapSelectsExplainsItself()
    {
        show(boards::quiet());
        auto *map = m_window->findChild<RegionMap *>();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->part(2).place.center());
        QVERIFY(std::get<RegionId>(m_window->selection()) == boards::euWest);
        QCOMPARE(m_window->findChild<Inspector *>()->face().title, QStringLiteral("eu-west-1"));
        press(Qt::Key_Escape);
        QCOMPARE(m_window->findChild<Inspector *>()->face().title, QStringLiteral("MerajutASA.id"));
    }

    void aChosenSelectionStaysWhenAnIncidentComes()
    {
        show(boards::quiet());
        auto *map = m_window->findChild<RegionMap *>();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->part(2).place.center());
        show(boards::incident());
        QCOMPARE(m_window->findChild<Inspector *>()->face().title, QStringLiteral("eu-west-1"));
    }

    void theWindowSaysItsModeInWords()
    {
        show(boards::quiet());
        QCOMPARE(m_window->windowTitle(), QStringLiteral("LIVE · MerajutASA.id / production · Siaga"));
        NowBoard past = boards::quiet();
        past.mode = siaga::Mode::replay;
        show(past);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("REPLAY")));
        QVERIFY(m_window->findChild<ModeFrame *>()->mode() == views::Mode::replay);
        QVERIFY(!visibleButton(*m_window, "Stop automation…")->isEnabled());
    }

    void aRefusalIsReadAndPutAway()
    {
        show(boards::quiet());
        m_window->showRefused({RequestId(77), {NoSuchPlan{PlanId(4)}}});
        auto *banners = m_window->findChild<BannerStack *>();
        QVERIFY(banners->isVisible());
        visibleButton(*banners, "Read")->click();
        QVERIFY(!banners->isVisible());
    }

    void theRunbookOpensInTheBrowser()
    {
        show(boards::incident());
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open");
        press(Qt::Key_R);
        QTRY_COMPARE(m_opened, QUrl(QStringLiteral("https://example.org/runbooks/us-east-1")));
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    }

    void theSelectionIsCopiedAsACommand()
    {
        show(boards::incident());
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("siaga evacuate us-east-1"));
    }

    /// It must reach this Siaga, not the one that a bare command would find.
    void copiedCommandsSayWhereThisSiagaIs()
    {
        show(boards::incident());
        m_window->setPlaces({QStringLiteral("--data"), QStringLiteral("/srv/siaga data")});
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("siaga evacuate us-east-1 --data '/srv/siaga data'"));
    }

    void timesChangeTheirZoneTogether()
    {
        qputenv("TZ", "Asia/Jakarta");
        show(boards::incident());
        QCOMPARE(m_window->findChild<Inspector *>()->face().state, QStringLiteral("down since 02:12:58 UTC · 47 s"));
        press(Qt::Key_Z);
        QTRY_VERIFY(
            m_window->findChild<Inspector *>()->face().state.startsWith(QStringLiteral("down since 09:12:58 ")));
        qunsetenv("TZ");
    }

    void sightOfALostLeaderIsNotCalledWell()
    {
        const auto *pill = m_window->findChild<StatusBar *>()->findChild<StatusPill *>();
        NowBoard board = boards::quiet();
        show(board);
        QVERIFY2(pill->accessibleName().startsWith(word(Status::healthy)), qPrintable(pill->accessibleName()));
        board.banners.lost = LostBanner{.who = "siaga-1"};
        show(board);
        QVERIFY2(pill->accessibleName().startsWith(word(Status::warning)), qPrintable(pill->accessibleName()));
    }

    void theKeysAreListed()
    {
        show(boards::quiet());
        QTest::keyClicks(m_window.get(), QStringLiteral("?"));
        QTRY_VERIFY(dialog<KeysDialog>());
    }

    void nothingIsOnTheKeysBeforeTheFirstBoard()
    {
        press(Qt::Key_E);
        press(Qt::Key_A);
        QVERIFY(m_asked.empty());
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(lastAsked<HoldRequested>()); // The brake works before anything is shown.
    }

    void everyButtonInSightHasAName()
    {
        show(boards::evacuating());
        for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
            if (button->isVisible())
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                    button->metaObject()->className());
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY(label->textFormat() == Qt::PlainText);
    }

public slots:
    void open(const QUrl &url) { m_opened = url; }

private:
    QUrl m_opened;
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestMainWindow>(argc, argv);
}
#include "tst_main_window.moc"
