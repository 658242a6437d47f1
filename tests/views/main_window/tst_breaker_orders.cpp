// SPDX-License-Identifier: GPL-3.0-or-later
// What people order of breakers, from the key to the request and back to the answer.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/find_button.h"
#include "tests/views/main_window/protect_boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/dialogs/breaker_dialog.h"
#include "views/main_window/inspector.h"
#include "views/main_window/main_window.h"
#include "views/now/now_page.h"
#include "views/protect/breaker_cards.h"
#include "views/protect/protect_page.h"
#include "views/widgets/action_button.h"
#include "views/widgets/alert_feed.h"
#include "views/widgets/tile.h"
#include "views/widgets/type_to_confirm.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using siaga::tests::visibleButton;
using namespace std::chrono_literals;

class TestBreakerOrders : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    std::vector<Request> m_asked;

    void show(NowBoard board, ProtectBoard protection)
    {
        protection.mode = board.mode;
        board.breakers = protection.totals;
        m_window->showBoard(boards::shared(std::move(board)));
        m_window->showProtection(boards::shared(std::move(protection)));
    }

    template<class Body>
    const Body *lastAsked() const
    {
        return m_asked.empty() ? nullptr : m_asked.back().as<Body>();
    }

    BreakerDialog *dialog() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<BreakerDialog *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }

    const Inspection &inspection() const { return m_window->findChild<Inspector *>()->face(); }

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

    void aBreakerIsForcedOpenByKeyboardOnly()
    {
        show(boards::quiet(), boards::calm());
        press(Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(m_window->findChild<ProtectPage *>()->isVisible());
        press(Qt::Key_Home);
        QCOMPARE(inspection().title, QStringLiteral("payment-service@us-east-1"));
        press(Qt::Key_F);
        QTRY_VERIFY(dialog());
        auto *reason = dialog()->findChild<QLineEdit *>();
        QTRY_VERIFY(reason->hasFocus());
        ActionButton *act = visibleButton(*dialog(), "Force open");
        QVERIFY(!act->isEnabled());
        QTest::keyClicks(reason, QStringLiteral("database upgrade"));
        press(Qt::Key_Return);
        QVERIFY(m_asked.empty()); // Neither an end nor the name yet.
        press(Qt::Key_Tab);
        press(Qt::Key_Space);
        press(Qt::Key_Right);
        auto *type = dialog()->findChild<TypeToConfirm *>();
        while (!type->hasFocus())
            press(Qt::Key_Tab);
        QTest::keyClicks(type, QStringLiteral("LIVE payment-service@us-east-1"));
        press(Qt::Key_Return);
        const auto *held = lastAsked<HoldBreakerRequested>();
        QVERIFY(held && held->breaker == boards::payEast && held->hold == BreakerHold::open);
        QCOMPARE(held->reason, std::string("database upgrade"));
        QVERIFY(held->lasts == Duration(1h)); // The second choice.
        m_window->showGranted({.id = held->id});
        QTRY_VERIFY(visibleButton(*dialog(), "Close"));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void aRefusalStandsInTheDialogWithItsReasons()
    {
        show(boards::quiet(), boards::calm());
        m_window->showPage(protectPage);
        press(Qt::Key_Home);
        press(Qt::Key_R);
        QTRY_VERIFY(dialog());
        visibleButton(*dialog(), "Reset")->click();
        const auto *reset = lastAsked<ResetBreakerRequested>();
        QVERIFY(reset && reset->breaker == boards::payEast && reset->reason.empty());
        QVERIFY(!visibleButton(*dialog(), "Reset")->isEnabled()); // On its way.
        m_window->showRefused({.id = reset->id, .reasons = {NotInFleet{"payment-service@us-east-1"}}});
        const auto labels = dialog()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("is not in the fleet"));
        }));
        QVERIFY(visibleButton(*dialog(), "Reset")->isEnabled());
    }

    void inTheLabNoNameIsTyped()
    {
        NowBoard board = boards::quiet();
        board.mode = siaga::Mode::lab;
        show(board, boards::calm());
        m_window->showPage(protectPage);
        press(Qt::Key_Home);
        press(Qt::Key_C);
        QTRY_VERIFY(dialog());
        QVERIFY(!dialog()->findChild<TypeToConfirm *>());
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(), QStringLiteral("noise"));
        dialog()->findChildren<QRadioButton *>()[0]->click();
        visibleButton(*dialog(), "Hold closed")->click();
        const auto *held = lastAsked<HoldBreakerRequested>();
        QVERIFY(held && held->hold == BreakerHold::disabled && held->lasts == Duration(15min));
    }

    void thePastIsReadOnly()
    {
        NowBoard board = boards::quiet();
        board.mode = siaga::Mode::replay;
        show(board, boards::openAndRamping());
        m_window->showPage(protectPage);
        QVERIFY(!inspection().forceOpen->whyNot.isEmpty());
        press(Qt::Key_F);
        press(Qt::Key_R);
        QVERIFY(!dialog());
        ActionButton *open = visibleButton(*m_window, "Force open…");
        QVERIFY(open && !open->isEnabled() && !open->toolTip().isEmpty());
    }

    void otherProgramsBreakersAreOnlyShown()
    {
        show(boards::quiet(), boards::openAndRamping());
        m_window->showPage(protectPage);
        QSignalSpy selected(m_window->findChild<ProtectPage *>(), &ProtectPage::selected);
        m_window->findChild<BreakerCards *>()->setFocus();
        press(Qt::Key_End);
        press(Qt::Key_Up);
        QCOMPARE(inspection().title, QStringLiteral("charge"));
        QVERIFY(inspection().reset->whyNot.contains(QStringLiteral("resilience4j")));
    }

    void theWorstExplainsItselfWithItsThresholds()
    {
        show(boards::quiet(), boards::openAndRamping());
        m_window->showPage(protectPage);
        const Inspection &shown = inspection();
        QCOMPARE(shown.title, QStringLiteral("payment-service@us-east-1"));
        QString all;
        for (const InspectionSection &section : shown.sections)
            for (const InspectionLine &line : section.lines)
                all += line.name + QLatin1Char(' ') + line.text + QLatin1Char(' ') + line.behind + QLatin1Char('\n');
        for (const char *part : {"30 of 40 calls failed, 75 %", "opens at 50 % of at least 20 calls in 30 s", "looks again in 12 s",
                 "plan 41 waits for approval", "stays open for 1 min, longer each time", "open: too many calls failed (30 of 40)",
                 "lb-us and lb-eu"})
            QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(all));
        QCOMPARE(shown.command, QStringLiteral("siaga breaker reset payment-service@us-east-1"));
    }

    void eachPageKeepsItsSelection()
    {
        show(boards::incident(), boards::openAndRamping());
        m_window->showPage(protectPage);
        QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
        press(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(shown[0][0].toInt(), nowPage);
        QCOMPARE(inspection().title, QStringLiteral("us-east-1")); // The incident.
        press(Qt::Key_5, Qt::AltModifier);
        QTRY_COMPARE(inspection().title, QStringLiteral("payment-service@us-east-1"));
    }

    void theTileLeadsToThePage()
    {
        show(boards::quiet(), boards::openAndRamping());
        for (Tile *tile : m_window->findChild<NowPage *>()->findChildren<Tile *>())
            if (tile->face().caption == QStringLiteral("Breakers")) {
                QCOMPARE(tile->face().figure, QStringLiteral("2")); // Also one of another program.
                QVERIFY(tile->face().status == Status::critical);
                tile->click();
            }
        QCOMPARE(m_window->page(), protectPage);
    }

    void aBreakersAlertLeadsToItsCard()
    {
        NowBoard board = boards::quiet();
        AlertRow row{.id = AlertId(30), .severity = Severity::critical};
        row.subject = {.kind = AlertSubject::Kind::breaker, .breaker = boards::payWest};
        board.alerts = {row};
        show(board, boards::openAndRamping());
        auto *list = m_window->findChild<AlertFeed *>()->findChild<QListView *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(m_window->page(), protectPage);
        QCOMPARE(inspection().title, QStringLiteral("payment-service@us-west-2"));
    }

    void theOrderIsCopiedAsACommand()
    {
        show(boards::quiet(), boards::calm());
        m_window->setPlaces({QStringLiteral("--data"), QStringLiteral("/srv/siaga")});
        m_window->showPage(protectPage);
        press(Qt::Key_Home);
        press(Qt::Key_F);
        QTRY_VERIFY(dialog());
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(), QStringLiteral("it's stuck"));
        dialog()->findChildren<QRadioButton *>()[2]->click();
        visibleButton(*dialog(), "Copy as command")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("siaga breaker open payment-service@us-east-1 --for 4h --reason 'it'\\''s stuck' --data /srv/siaga"));
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestBreakerOrders>(argc, argv);
}
#include "tst_breaker_orders.moc"
