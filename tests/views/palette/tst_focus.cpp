// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever walks with the Tab key through the window and its dialogs always sees where they are.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/protect_boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/dialogs/breaker_dialog.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/keys_dialog.h"
#include "views/dialogs/question.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/main_window/main_window.h"
#include "views/theme/appearance.h"

#include <QLineEdit>
#include <QTest>

using namespace siaga;
using namespace siaga::views;

class TestFocus : public QObject
{
    Q_OBJECT

    static constexpr int stepsMax = 80;

    static QString name(const QWidget *widget)
    {
        return QStringLiteral("%1 “%2”").arg(QString::fromLatin1(widget->metaObject()->className()),
            widget->accessibleName().isEmpty() ? widget->property("text").toString() : widget->accessibleName());
    }

    /// The place of the widget, with a little around it.
    static QImage picture(QWidget &top, const QWidget *widget)
    {
        const QRect place(widget->mapTo(&top, QPoint(0, 0)), widget->size());
        return top.grab(place.adjusted(-4, -4, 4, 4) & top.rect()).toImage();
    }

    /// Names of all that Tab comes to, in order; `hidden` gets those on which the keyboard cannot be seen.
    static QStringList walk(QWidget &top, QStringList &hidden)
    {
        QStringList order;
        QList<const QWidget *> seen;
        for (int i = 0; i < stepsMax; ++i) {
            QTest::keyClick(&top, Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            if (!now || now == &top || seen.contains(now))
                break;
            seen << now;
            order << name(now);
            if (auto *line = qobject_cast<QLineEdit *>(now))
                line->setCursorPosition(0); // The blinking of the cursor is no sign.
            const QImage with = picture(top, now);
            now->clearFocus();
            const QImage without = picture(top, now);
            now->setFocus(Qt::TabFocusReason);
            if (with == without)
                hidden << name(now);
        }
        return order;
    }

    static RequestIdSource counting()
    {
        return [next = std::uint64_t{0}]() mutable { return RequestId(++next); };
    }

    static void check(QWidget &top, int least)
    {
        QStringList hidden;
        top.show();
        top.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&top));
        const QStringList order = walk(top, hidden);
        QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(QStringLiteral("; "))));
        QVERIFY2(order.size() >= least, qPrintable(order.join(QStringLiteral("; "))));
    }

    static void checkDialog(QDialog &dialog, int least)
    {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        check(dialog, least);
    }

private slots:
    void init() { tests::failOnOtherWarnings(); }

    void theWindowShowsWhereTheKeyboardIs_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("isIncident");
        QTest::newRow("now, quiet") << nowPage << false;
        QTest::newRow("now, incident") << nowPage << true;
        QTest::newRow("protect") << protectPage << false;
    }
    void theWindowShowsWhereTheKeyboardIs()
    {
        QFETCH(int, page);
        QFETCH(bool, isIncident);
        MainWindow window(siaga::Mode::live, counting());
        window.showPage(page);
        NowBoard board = isIncident ? boards::evacuating() : boards::quiet();
        board.mode = siaga::Mode::lab;
        window.setFaultCatalogue({{FaultOffer{.kind = QStringLiteral("ownLinkCut"), .title = QStringLiteral("cut")}}, {}});
        window.offerGuide();
        window.showBoard(boards::shared(board));
        window.showProtection(boards::shared(boards::openAndRamping()));
        window.resize(1440, 900);
        check(window, 6);
    }

    void dialogsShowWhereTheKeyboardIs()
    {
        const auto board = boards::shared(boards::proposed());
        TrafficDialog traffic(board->planCards[0].purpose, std::nullopt, board, counting(), nullptr);
        traffic.begin();
        checkDialog(traffic, 2);
        KeysDialog keys(commandList(), nowPage, views::Mode::lab, nullptr);
        checkDialog(keys, 1);
        HoldDialog hold(counting(), views::Mode::lab, nullptr);
        hold.showBoard(boards::shared(boards::evacuating()));
        checkDialog(hold, 1);
        const ProtectBoard protection = boards::openAndRamping();
        BreakerDialog breaker(BreakerOrder::open, *cardIn(protection, boards::payWest), boards::quiet(), counting(), nullptr);
        checkDialog(breaker, 3);
        Question question({.title = QStringLiteral("Stop?"), .act = QStringLiteral("Stop"), .reasonWanted = QStringLiteral("Why?")},
            views::Mode::lab, nullptr);
        checkDialog(question, 2);
    }

    /// From the left to the right, from above to below: the rail, then the header ... never back and forth.
    void tabGoesThroughThePageInReadingOrder()
    {
        MainWindow window(siaga::Mode::live, counting());
        window.showBoard(boards::shared(boards::evacuating()));
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QStringList hidden;
        const QStringList order = walk(window, hidden);
        const auto at = [&order](const char *part) {
            for (qsizetype i = 0; i < order.size(); ++i)
                if (order[i].contains(QLatin1StringView(part)))
                    return i;
            return qsizetype(-1);
        };
        const QByteArray all = order.join(QStringLiteral("; ")).toUtf8();
        QVERIFY2(at("Search") < at("RailButton"), all);
        QVERIFY2(at("RailButton") < at("Tile"), all);
        QVERIFY2(at("Tile") < at("RegionMap"), all);
        QVERIFY2(at("RegionMap") < at("Alerts, worst first"), all);
        QVERIFY2(at("Alerts, worst first") < at("PlanLane"), all);
        QVERIFY2(at("PlanLane") < at("Copy as a link"), all);
    }
};

int main(int argc, char **argv)
{
    qunsetenv("QT_FATAL_WARNINGS");
    QApplication application(argc, argv);
    Appearance appearance(application, Scheme::dark);
    TestFocus test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_focus.moc"
