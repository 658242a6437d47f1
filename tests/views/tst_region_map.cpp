// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/land.h"
#include "views/widgets/lane_chart.h"
#include "views/widgets/map_labels.h"
#include "views/widgets/region_map.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace siaga::views;

namespace {

std::vector<RegionMark> fourRegions()
{
    return {{u"us-west-2"_s, u"us-west-2"_s, 45.8, -119.7, Status::healthy, {}, 410, u"41 % of traffic"_s},
        {u"us-east-1"_s, u"us-east-1"_s, 38.9, -77.4, Status::critical, u"down · 47 s"_s, 140, u"14 % of traffic, falling"_s},
        {u"eu-west-1"_s, u"eu-west-1"_s, 53.3, -6.3, Status::healthy, {}, 270, u"27 % of traffic"_s},
        {u"ap-southeast-1"_s, u"ap-southeast-1"_s, 1.35, 103.8, Status::unknown, u"not seen for 31 s"_s, 180,
            u"18 % of traffic"_s}};
}

struct Window
{
    Window()
    {
        before = new QWidget(&host);
        before->setFocusPolicy(Qt::StrongFocus);
        map = new RegionMap(&host);
        after = new QWidget(&host);
        after->setFocusPolicy(Qt::StrongFocus);
        host.resize(800, 360);
        map->setGeometry(0, 0, 800, 340);
        map->setRegions(fourRegions());
        host.show();
        host.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&host));
    }

    QPoint centreOf(int region) const { return map->part(region).place.center(); }

    QWidget host;
    QWidget *before;
    RegionMap *map;
    QWidget *after;
};

} // namespace

class TestRegionMap : public QObject
{
    Q_OBJECT

private slots:
    void labelsCoverNeitherMarksNorEachOtherNorTheEdge_data()
    {
        QTest::addColumn<QList<QPointF>>("marks");
        QTest::addColumn<QSizeF>("bounds");
        QTest::addRow("four regions") << QList<QPointF>{{133, 76}, {211, 94}, {356, 58}, {596, 190}} << QSizeF(764, 264);
        QTest::addRow("four close together") << QList<QPointF>{{300, 100}, {312, 110}, {330, 104}, {318, 130}} << QSizeF(600, 300);
        QTest::addRow("in the corners") << QList<QPointF>{{15, 15}, {585, 15}, {15, 285}, {585, 285}} << QSizeF(600, 300);
        QTest::addRow("twelve in a row")
            << QList<QPointF>{{40, 150}, {90, 150}, {140, 150}, {190, 150}, {240, 150}, {290, 150}, {340, 150}, {390, 150},
                   {440, 150}, {490, 150}, {540, 150}, {590, 150}}
            << QSizeF(760, 400);
    }

    void labelsCoverNeitherMarksNorEachOtherNorTheEdge()
    {
        QFETCH(QList<QPointF>, marks);
        QFETCH(QSizeF, bounds);
        std::vector<LabelWish> wishes;
        for (const QPointF &mark : marks) {
            wishes.push_back({mark, 12, QSizeF(118, 45)});
        }
        const auto places = placeLabels(wishes, QRectF(QPointF(), bounds));
        QCOMPARE(places.size(), wishes.size());
        for (std::size_t one = 0; one < places.size(); ++one) {
            QVERIFY2(places[one], qPrintable(QString::number(one)));
            QVERIFY(QRectF(QPointF(), bounds).contains(places[one]->rect));
            for (std::size_t other = 0; other < places.size(); ++other) {
                QVERIFY(one == other || !places[one]->rect.intersects(places[other]->rect));
                QVERIFY(!places[one]->rect.contains(wishes[other].centre));
            }
        }
    }

    void aLabelThatFitsNowhereIsLeftOut()
    {
        const auto places = placeLabels({{QPointF(20, 20), 12, QSizeF(118, 45)}}, QRectF(0, 0, 60, 40));
        QVERIFY(!places[0]);
    }

    void theWorldIsTheRightWayUp()
    {
        QVERIFY(projected(60, 0).y() < projected(0, 0).y());
        QVERIFY(projected(0, 100).x() > projected(0, -100).x());
        QCOMPARE(projected(0, 0), QPointF(0, 0));
        QCOMPARE(projected(10, 400), projected(10, 180));
    }

    void noCoastRunsAcrossTheWholeWorld()
    {
        QVERIFY(landOutlines().size() > 100);
        for (const QPolygonF &outline : landOutlines()) {
            for (qsizetype at = 1; at < outline.size(); ++at) {
                QVERIFY(std::abs(outline[at].x() - outline[at - 1].x()) < 1);
            }
        }
    }

    void arrowsGoToTheNeighbourInThatDirection()
    {
        Window window;
        window.map->setFocus();
        window.map->setSelected(u"us-east-1"_s);
        const QList<std::pair<Qt::Key, QString>> walk{{Qt::Key_Right, u"eu-west-1"_s}, {Qt::Key_Right, u"ap-southeast-1"_s},
            {Qt::Key_Right, u"ap-southeast-1"_s}, {Qt::Key_Left, u"eu-west-1"_s}, {Qt::Key_Left, u"us-east-1"_s},
            {Qt::Key_Left, u"us-west-2"_s}, {Qt::Key_Up, u"eu-west-1"_s}};
        for (const auto &[key, id] : walk) {
            QTest::keyClick(window.map, key);
            QCOMPARE(window.map->selected(), id);
        }
    }

    void tabVisitsEachRegionAndThenLeaves()
    {
        Window window;
        window.before->setFocus();
        QStringList visited;
        for (int press = 0; press < 5; ++press) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            visited << (window.map->hasFocus() ? window.map->selected() : u"after"_s);
        }
        QCOMPARE(visited, (QStringList{u"us-west-2"_s, u"us-east-1"_s, u"eu-west-1"_s, u"ap-southeast-1"_s, u"after"_s}));
    }

    void aClickSelectsARegionAndEnterOpensIt()
    {
        Window window;
        QSignalSpy selected(window.map, &RegionMap::regionSelected);
        QSignalSpy activated(window.map, &RegionMap::regionActivated);
        QTest::mouseClick(window.map, Qt::LeftButton, {}, window.centreOf(2));
        QCOMPARE(selected.last()[0].toString(), u"eu-west-1"_s);
        QTest::mouseClick(window.map, Qt::LeftButton, {}, QPoint(795, 335));
        QCOMPARE(window.map->selected(), u"eu-west-1"_s);
        QTest::keyClick(window.map, Qt::Key_Return);
        QCOMPARE(activated.last()[0].toString(), u"eu-west-1"_s);
    }

    void theSelectionFollowsItsRegionThroughUpdates()
    {
        Window window;
        window.map->setSelected(u"eu-west-1"_s);
        std::vector<RegionMark> fewer = fourRegions();
        fewer.erase(fewer.begin());
        window.map->setRegions(fewer);
        QCOMPARE(window.map->selected(), u"eu-west-1"_s);
        fewer.erase(fewer.begin() + 1);
        window.map->setRegions(fewer);
        QCOMPARE(window.map->selected(), QString());
    }

    void aScreenReaderHearsEachRegionWithStateAndShare()
    {
        Window window;
        window.map->setSelected(u"us-east-1"_s);
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(window.map);
        QVERIFY(whole);
        QCOMPARE(whole->childCount(), 4);
        QAccessibleInterface *east = whole->child(1);
        QCOMPARE(east->text(QAccessible::Name), u"us-east-1"_s);
        QCOMPARE(east->text(QAccessible::Value), u"critical: down · 47 s, 14 % of traffic, falling"_s);
        QVERIFY(east->state().selected);
        QVERIFY(!whole->child(0)->state().selected);
        QCOMPARE(whole->childAt(east->rect().center().x(), east->rect().center().y()), east);
        QCOMPARE(whole->indexOfChild(east), 1);
        QCOMPARE(east->parent(), whole);
        window.map->setRegions({});
        QCOMPARE(whole->childCount(), 0);
        QVERIFY(!east->isValid());
        QCOMPARE(east->text(QAccessible::Name), QString());
    }

    void aScreenReaderHearsEachStepOfAPlan()
    {
        LaneChart chart;
        chart.setFace({.steps = {{u"Share 34 → 14 %"_s, LaneState::done, 22'000, 90'000},
                           {u"Update DNS"_s, LaneState::held, 90'000, 180'000, u"asks"_s}}});
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(whole->childCount(), 2);
        QCOMPARE(whole->child(0)->text(QAccessible::Value), u"done, from +22 s to +1 min 30 s"_s);
        QCOMPARE(whole->child(1)->text(QAccessible::Value), u"held, from +1 min 30 s to +3 min, asks"_s);
    }

    void everyStateOfAStepHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (const LaneState state : laneStates) {
            words.insert(word(state));
        }
        QCOMPARE(words.size(), qsizetype(laneStates.size()));
    }
};

QTEST_MAIN(TestRegionMap)
#include "tst_region_map.moc"
