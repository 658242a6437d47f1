// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/action_button.h"
#include "views/widgets/alert_feed.h"
#include "views/widgets/alert_rows.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QListView>
#include <QSignalSpy>
#include <QStringList>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace siaga::views;

namespace {

/// "3! 1 2" are three alerts, the first an emergency; "1+2" explains two others, of which "1a" can be listed.
std::vector<AlertItem> alerts(const QString &picture)
{
    std::vector<AlertItem> items;
    for (QString word : picture.split(u' ', Qt::SkipEmptyParts)) {
        AlertItem item;
        item.status = word.contains(u'!') ? Status::emergency : Status::warning;
        word.remove(u'!');
        item.behind = word.section(u'+', 1).toInt();
        item.id = word.section(u'+', 0, 0);
        item.title = u"alert "_s + item.id;
        if (item.behind > 0) {
            item.children.push_back({.id = item.id + u"a"_s, .title = u"child"_s});
        }
        items.push_back(item);
    }
    return items;
}

/// The rows as one line: ids in their order, "+" for what is behind, "x" after what is over.
QString shown(const AlertRows &rows)
{
    QStringList words;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const AlertRows::Row &at = rows.at(row);
        words << (at.kind == AlertRows::Kind::behind ? u"+"_s : at.item.id + (at.item.over ? u"x"_s : QString()));
    }
    return words.join(u' ');
}

struct Window
{
    Window()
    {
        feed = new AlertFeed(&host);
        host.resize(400, 500);
        feed->setGeometry(0, 0, 400, 500);
        list = feed->findChild<QListView *>();
        rows = feed->findChild<AlertRows *>();
        other = new QWidget(&host);
        other->setFocusPolicy(Qt::StrongFocus);
        host.show();
        host.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&host));
        other->setFocus();
    }

    void point(bool at) const
    {
        if (at) {
            QEnterEvent event({5, 5}, {5, 5}, {5, 5});
            QCoreApplication::sendEvent(list, &event);
        } else {
            QEvent event(QEvent::Leave);
            QCoreApplication::sendEvent(list, &event);
        }
    }

    ActionButton *door() const
    {
        for (ActionButton *button : feed->findChildren<ActionButton *>()) {
            return button;
        }
        return nullptr;
    }

    QWidget host;
    AlertFeed *feed;
    QListView *list;
    AlertRows *rows;
    QWidget *other;
};

} // namespace

class TestAlertFeed : public QObject
{
    Q_OBJECT

private slots:
    void rowsFollowTheTruthAsAProperModel_data()
    {
        QTest::addColumn<QStringList>("truths");
        QTest::addRow("grows and shrinks") << QStringList{u"1 2"_s, u"3! 1 2 4"_s, u"2"_s, {}, u"1"_s};
        QTest::addRow("turns round") << QStringList{u"1 2 3 4 5"_s, u"5 4 3 2 1"_s, u"3 1 5"_s};
        QTest::addRow("all at once") << QStringList{u"1 2 3 4"_s, u"9 4 8 2 7"_s, u"2 7 6 9"_s};
    }

    void rowsFollowTheTruthAsAProperModel()
    {
        QFETCH(QStringList, truths);
        AlertRows rows;
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const QString &truth : truths) {
            rows.show(alerts(truth), false);
            QCOMPARE(shown(rows), QString(truth).remove(u'!'));
        }
    }

    void theSelectionStaysOnItsAlertWhenRowsMove()
    {
        AlertRows rows;
        rows.show(alerts(u"1 2 3 4"_s), false);
        const QPersistentModelIndex third = rows.index(2, 0);
        rows.show(alerts(u"5 3 4 1"_s), false);
        QCOMPARE(rows.at(third.row()).item.id, u"3"_s);
        rows.show(alerts(u"5 4"_s), false);
        QVERIFY(!third.isValid());
    }

    void heldRowsStayWhereTheyAreAndTellWhatWaits()
    {
        AlertRows rows;
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.show(alerts(u"1 2 3"_s), false);
        QSignalSpy waiting(&rows, &AlertRows::waitingChanged);
        std::vector<AlertItem> next = alerts(u"9! 3 1 8"_s);
        next[2].age = u"2 min"_s;
        rows.show(next, true);
        QCOMPARE(shown(rows), u"1 2x 3"_s);
        QCOMPARE(rows.at(0).item.age, u"2 min"_s);
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting[0][0].toInt(), 2);
        QCOMPARE(waiting[0][1].value<Status>(), Status::emergency);
        rows.release();
        QCOMPARE(shown(rows), u"9 3 1 8"_s);
        QCOMPARE(rows.waiting(), 0);
    }

    void noAlertIsLostHoweverManyComeWhileHeld()
    {
        AlertRows rows;
        rows.show(alerts(u"0"_s), false);
        QString truth = u"0"_s;
        for (int number = 1; number <= 200; ++number) {
            truth.prepend(QString::number(number) + u' ');
            rows.show(alerts(truth), true);
            QCOMPARE(rows.rowCount(), 1);
        }
        QCOMPARE(rows.waiting(), 200);
        rows.release();
        QCOMPARE(shown(rows), truth);
    }

    void whatIsBehindOpensAndClosesWithoutMovingTheRest()
    {
        AlertRows rows;
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.show(alerts(u"1+11 2"_s), false);
        QCOMPARE(shown(rows), u"1 + 2"_s);
        QCOMPARE(rows.data(rows.index(1, 0)).toString(), u"+11 behind it"_s);
        rows.toggle(1);
        QCOMPARE(shown(rows), u"1 + 1a 2"_s);
        rows.show(alerts(u"3 1+11 2"_s), true);
        rows.toggle(1);
        QCOMPARE(shown(rows), u"1 + 2"_s);
        rows.toggle(1);
        rows.release();
        QCOMPARE(shown(rows), u"3 1 + 1a 2"_s);
    }

    void rowsDoNotJumpUnderThePointer()
    {
        Window window;
        window.feed->setAlerts(alerts(u"1 2 3"_s));
        window.point(true);
        const QRect before = window.list->visualRect(window.rows->index(1, 0));
        window.feed->setAlerts(alerts(u"7! 8 9 1 2 3"_s));
        QCOMPARE(window.list->visualRect(window.rows->index(1, 0)), before);
        QCOMPARE(shown(*window.rows), u"1 2 3"_s);
        QVERIFY(window.door()->isVisibleTo(window.feed));
        QCOMPARE(window.door()->text(), u"3 new ↑"_s);
        QVERIFY(window.door()->accessibleName().contains(word(Status::emergency)));
        window.point(false);
        QCOMPARE(shown(*window.rows), u"7 8 9 1 2 3"_s);
        QVERIFY(!window.door()->isVisibleTo(window.feed));
    }

    void rowsDoNotJumpUnderTheFocusUntilAsked()
    {
        Window window;
        window.feed->setAlerts(alerts(u"1 2"_s));
        window.list->setFocus();
        window.list->setCurrentIndex(window.rows->index(1, 0));
        window.feed->setAlerts(alerts(u"9 1 2"_s));
        QCOMPARE(shown(*window.rows), u"1 2"_s);
        QTest::keyClick(window.list, Qt::Key_N);
        QCOMPARE(shown(*window.rows), u"9 1 2"_s);
        QCOMPARE(window.feed->current(), u"2"_s);
        window.feed->setAlerts(alerts(u"8 9 1 2"_s));
        window.other->setFocus();
        QCOMPARE(shown(*window.rows), u"8 9 1 2"_s);
    }

    void anEmptyListIsFilledEvenUnderThePointer()
    {
        Window window;
        window.point(true);
        window.feed->setAlerts(alerts(u"1"_s));
        QCOMPARE(shown(*window.rows), u"1"_s);
        QVERIFY(window.list->isVisibleTo(window.feed));
    }

    void everythingIsDoneByKeys()
    {
        Window window;
        window.feed->setAlerts(alerts(u"1 2+1 3"_s));
        QSignalSpy selected(window.feed, &AlertFeed::alertSelected);
        QSignalSpy activated(window.feed, &AlertFeed::alertActivated);
        QSignalSpy acknowledged(window.feed, &AlertFeed::acknowledgeRequested);
        window.list->setFocus();
        window.list->setCurrentIndex(window.rows->index(0, 0));
        QTest::keyClick(window.list, Qt::Key_Down);
        QCOMPARE(selected.last()[0].toString(), u"2"_s);
        QTest::keyClick(window.list, Qt::Key_Return);
        QCOMPARE(activated.last()[0].toString(), u"2"_s);
        QTest::keyClick(window.list, Qt::Key_A);
        QCOMPARE(acknowledged.last()[0].toString(), u"2"_s);
        QTest::keyClick(window.list, Qt::Key_Down);
        QTest::keyClick(window.list, Qt::Key_A);
        QCOMPARE(acknowledged.size(), 1);
        QTest::keyClick(window.list, Qt::Key_Return);
        QCOMPARE(shown(*window.rows), u"1 2 + 2a 3"_s);
    }

    void rowsAreReadAloudWholeAndPlain()
    {
        AlertRows rows;
        std::vector<AlertItem> items = alerts(u"1!"_s);
        items[0].title = u"<img src=x>\u202Elive"_s;
        items[0].detail = u"3 of 3 observers"_s;
        items[0].age = u"47 s"_s;
        rows.show(items, false);
        const QString spoken = rows.data(rows.index(0, 0), Qt::AccessibleTextRole).toString();
        QCOMPARE(spoken, u"emergency, <img src=x>\uFFFDlive, 3 of 3 observers, 47 s"_s);
        QVERIFY(!rows.data(rows.index(0, 0), Qt::ToolTipRole).toString().contains(u"<img"_s));
    }

    void longTitlesTakeTwoLinesAndNoMore()
    {
        Window window;
        std::vector<AlertItem> items = alerts(u"1 2 3"_s);
        items[1].title = u"a title that needs about two lines to be said in full here"_s;
        items[2].title = QString(u"word "_s).repeated(80);
        window.feed->setAlerts(items);
        const auto height = [&window](int row) { return window.list->visualRect(window.rows->index(row, 0)).height(); };
        QVERIFY(height(1) > height(0));
        QCOMPARE(height(2), height(1));
    }
};

QTEST_MAIN(TestAlertFeed)
#include "tst_alert_feed.moc"
