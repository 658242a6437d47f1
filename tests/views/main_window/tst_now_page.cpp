// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/now/now_faces.h"
#include "views/now/now_page.h"
#include "views/now/plan_lane.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/alert_feed.h"
#include "views/widgets/incident_line.h"
#include "views/widgets/region_map.h"
#include "views/widgets/tile.h"

#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;

namespace  {

std::vector<PlanLane *> lanesOf(const NowPage &page)
{
    std::vector<PlanLane *> shown;
    for (PlanLane *lane : page.findChildren<PlanLane *>())
        if (!lane->isHidden())
            shown.push_back(lane);
    return shown;
}

ActionButton *buttonOf(QWidget &widget, const QString &text)
{
    for (ActionButton *button : widget.findChildren<ActionButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

class TestNowPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { tests::failOnOtherWarnings(); }

    void aTileSaysWhatItCovers()
    {
        QCOMPARE(availabilityFace({.ratio = 0.99982, .measured = 9h, .requests = 1, .failures = 385}).detail,
            QStringLiteral("385 failed in 9 h"));
        const TileFace unknown = availabilityFace({});
        QCOMPARE(unknown.figure, QStringLiteral("—"));
        QVERIFY(unknown.status == Status::unknown);
    }

    void headroomIsJudgedWithoutTheWorstRegionToo_data()
    {
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("without");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("detail");
        QTest::newRow("enough") << 430 << 210 << int(Status::healthy) << "21 % without us-east-1";
        QTest::newRow("enough for now") << 430 << -60 << int(Status::warning) << "-6 % without us-east-1";
        QTest::newRow("too little") << 120 << -200 << int(Status::critical) << "-20 % without us-east-1";
        QTest::newRow("the last one") << 430 << -1000 << int(Status::warning) << "no region could take over";
    }

    void headroomIsJudgedWithoutTheWorstRegionToo()
    {
        QFETCH(int, now);
        QFETCH(int, without);
        QFETCH(int, status);
        QFETCH(QString, detail);
        const TileFace face = headroomFace({Permille{now}, Permille{without}, boards::usEast, Permille{200}});
        QCOMPARE(int(face.status), status);
        QCOMPARE(face.detail, detail);
    }

    void nothingOpenIsNotFineBeforeAnybodyLooked()
    {
        QVERIFY(alertsFace({}, true).status == Status::healthy);
        QVERIFY(alertsFace({}, false).status == Status::unknown);
    }

    void aStaleRegionKeepsItsNumbersAndSaysItsAge()
    {
        NowBoard board = boards::quiet();
        board.regions[0].stale = true;
        board.regions[0].age = 31s;
        board.regions[0].standing = Standing::unknown;
        const auto marks = regionMarks(board);
        QCOMPARE(marks[0].state, QStringLiteral("not seen for 31 s"));
        QVERIFY(marks[0].status == Status::unknown);
        QCOMPARE(marks[0].permille, std::optional(340));
    }

    void trafficMovesFromTheRegionToThoseThatAreReady()
    {
        NowBoard board = boards::evacuating();
        QCOMPARE(trafficMoves(board).size(), std::size_t(3));
        board.regions[1].stale = true;
        const auto moves = trafficMoves(board);
        QCOMPARE(moves.size(), std::size_t(2));
        QCOMPARE(moves[0].from, QStringLiteral("us-east-1"));
        QVERIFY(trafficMoves(boards::proposed()).empty());
    }

    void theIncidentLineStandsOnlyWhileThereIsOne()
    {
        NowPage page;
        page.showBoard(boards::shared(boards::quiet()));
        auto *line = page.findChild<IncidentLine *>();
        QVERIFY(line->isHidden());
        page.showBoard(boards::shared(boards::evacuating()));
        QVERIFY(!line->isHidden());
        QVERIFY(line->accessibleName().contains(QStringLiteral("us-east-1 is down")));
        QVERIFY(line->accessibleName().contains(QStringLiteral("evacuating, step 7 of 9")));
        QVERIFY(line->accessibleName().contains(QStringLiteral("4 min 13 s")));
    }

    void selectingARegionOnTheMapIsTold()
    {
        NowPage page;
        page.resize(900, 700);
        page.showBoard(boards::shared(boards::quiet()));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QSignalSpy selected(&page, &NowPage::selected);
        auto *map = page.findChild<RegionMap *>();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->part(2).place.center());
        QVERIFY(!selected.isEmpty());
        QVERIFY(std::get<RegionId>(selected.last()[0].value<Selection>()) == boards::euWest);
        QSignalSpy activated(&page, &NowPage::regionActivated);
        QTest::keyClick(map, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
    }

    void anAlertIsAcknowledgedByKey()
    {
        NowPage page;
        page.resize(900, 700);
        page.showBoard(boards::shared(boards::incident()));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QSignalSpy acknowledged(&page, &NowPage::acknowledgeRequested);
        auto *list = page.findChild<AlertFeed *>()->findChild<QListView *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_A);
        QCOMPARE(acknowledged.size(), 1);
        QVERIFY(acknowledged[0][0].value<AlertId>() == boards::incidentAlert);
    }

    void aPlanThatRunsShowsItsLanesAndHolds()
    {
        NowPage page;
        page.showBoard(boards::shared(boards::evacuating()));
        const auto lanes = lanesOf(page);
        QCOMPARE(lanes.size(), std::size_t(1));
        QVERIFY(lanes[0]->accessibleName().contains(QStringLiteral("step 7 of 9")));
        QSignalSpy held(&page, &NowPage::holdRequested);
        buttonOf(*lanes[0], QStringLiteral("Hold"))->click();
        QCOMPARE(held.size(), 1);
        QVERIFY(held[0][0].value<PlanId>() == boards::evacuation);
    }

    void plansGetTheHeightTheyNeedWithoutWaitingForALayout()
    {
        NowPage page;
        page.resize(1100, 900);
        page.showBoard(boards::shared(boards::evacuating()));
        page.show();
        page.grab();
        QVERIFY2(lanesOf(page)[0]->visibleRegion().boundingRect().height() > 250, "the lanes are cut off");
    }

    void aProposalOffersItsReview()
    {
        NowPage page;
        page.showBoard(boards::shared(boards::proposed()));
        QSignalSpy reviewed(&page, &NowPage::reviewRequested);
        ActionButton *review = buttonOf(*lanesOf(page)[0], QStringLiteral("Review and approve…"));
        QVERIFY(!review->isHidden());
        review->click();
        QCOMPARE(reviewed.size(), 1);
        page.showBoard(boards::shared(boards::evacuating()));
        QVERIFY(review->isHidden());
    }

    void aLaneBelongsToOnePlanForGood()
    {
        // Otherwise a click that was meant for the old plan would hold the new one.
        NowPage page;
        NowBoard board = boards::evacuating();
        page.showBoard(boards::shared(board));
        PlanLane *first = lanesOf(page)[0];
        PlanCard other = boards::proposal();
        other.id = PlanId(50);
        board.planCards.insert(board.planCards.begin(), other);
        page.showBoard(boards::shared(board));
        QCOMPARE(lanesOf(page).size(), std::size_t(2));
        QVERIFY(first->plan() == boards::evacuation);
        board.planCards = {other};
        page.showBoard(boards::shared(board));
        QCOMPARE(lanesOf(page).size(), std::size_t(1));
        QVERIFY(lanesOf(page)[0]->plan() == PlanId(50));
    }

    void aPlanThatEndedStaysForAWhile()
    {
        NowPage page;
        NowBoard board = boards::evacuating();
        board.planCards[0].standing = PlanStanding::done;
        board.planCards[0].ended = board.now - 9min;
        page.showBoard(boards::shared(board));
        QCOMPARE(lanesOf(page).size(), std::size_t(1));
        board.now += 2min;
        page.showBoard(boards::shared(board));
        QVERIFY(lanesOf(page).empty());
    }

    void textFromOutsideIsShownAsItIs()
    {
        NowBoard board = boards::incident();
        board.alerts[1].subject.endpoint = EndpointId("<b>lb</b>\u202E");
        NowPage page;
        page.showBoard(boards::shared(board));
        auto *list = page.findChild<AlertFeed *>()->findChild<QListView *>();
        QString all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all += list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString()
                + list->model()->index(row, 0).data().toString();
        QVERIFY(all.contains(QStringLiteral("<b>lb</b>")));
        QVERIFY(!all.contains(QChar(0x202E)));
        for (const QLabel *label : page.findChildren<QLabel *>())
            QVERIFY(label->textFormat() == Qt::PlainText);
    }

    void everyTileHasItsAccessibleName()
    {
        NowPage page;
        page.showBoard(boards::shared(boards::incident()));
        for (const Tile *tile : page.findChildren<Tile *>())
            QVERIFY2(tile->accessibleName().startsWith(tile->face().caption), qPrintable(tile->accessibleName()));
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestNowPage>(argc, argv);
}
#include "tst_now_page.moc"
